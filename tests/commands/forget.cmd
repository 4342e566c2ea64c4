# what is remembered is removed, by any name of the article, and nothing else
HOME=$TMP; export HOME
kept=$HOME/.local/state/quoin
mkdir -p "$kept/d9" "$kept/7a" "$kept/mine"
printf 'article: url example.org/ferry\ntitle: Ferry sold\nstate: reading\npercent: 35\n' >"$kept/7a/7a7b79d26475c85456f9c1e57ceaa232.yaml"
printf 'articles:\n  - title: Ferry sold\n    file: https://example.org/ferry\n    state: reading\n    percent: 35\n    kept: 7a7b79d26475c85456f9c1e57ceaa232\n' >"$kept/recent.yaml"
echo mine >"$kept/mine/notes"
quoin forget
quoin forget --all council.yaml
quoin forget council.yaml
quoin forget 'https://example.org/ferry?utm_source=feed'
cat "$kept/recent.yaml"
find "$kept" -type f | sed "s,$kept/,,"
printf 'article: x\n' >"$kept/d9/d9aa.yaml"
: >"$kept/d9/.d9aa.yaml.quoin-new"
XDG_RUNTIME_DIR=$TMP/run; export XDG_RUNTIME_DIR
mkdir -p "$TMP/run/quoin"
echo words >"$TMP/run/quoin/copied.txt"
echo words >"$kept/copied.txt"
quoin forget --all
find "$TMP/run" -type f
find "$kept" -type f | sed "s,$kept/,,"
quoin forget --all
