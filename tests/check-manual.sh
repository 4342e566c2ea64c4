#!/bin/sh
# The documents against the program: every command is described, and every example in them is what the program accepts.
set -u
: "${SRCDIR:?}" "${BUILDDIR:?}"
work=$BUILDDIR/tests/manual.tmp
pages=$BUILDDIR/src/doc
[ -f "$pages/quoin.1" ] || pages=$SRCDIR/src/doc # packed, not made again
. "$SRCDIR/tests/tap.sh"
rm -rf "$work"
mkdir -p "$work"

tap_why() {
    [ ! -f "$work/output" ] || sed 20q "$work/output"
}

# The displays of a page, as their reader sees them; $2: which one.
example() {
    awk -v wanted="$2" '/^\.Bd/ { shown = ++count == wanted; next } /^\.Ed/ { shown = 0 } shown' "$1" |
        sed 's/\\-/-/g; s/\\(dq/"/g; s/\\\[u201C\]/“/g; s/\\\[u201D\]/”/g; s/\\\[u2019\]/’/g'
}

# The fenced blocks of a language in the README; $2: which one.
fenced() {
    awk -v language="$1" -v wanted="$2" '/^```/ { shown = $0 == "```" language && ++count == wanted; next } shown' "$SRCDIR/README"
}

quoin() {
    env -u QUOIN_DATA XDG_CONFIG_HOME="$work/none" "$BUILDDIR/quoin" "$@" >"$work/output" 2>&1 </dev/null
}

accepts_article() { # file, what
    [ -s "$1" ] && quoin check "$1"; ok $? "$2 is an article without problems"
}

"$BUILDDIR/quoin" --help | sed -n '/^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p' >"$work/commands"
[ -s "$work/commands" ]; ok $? "the program lists its commands"
while read -r command; do
    grep -q "^\.It Cm $command\$\|^\.It Cm $command " "$pages/quoin.1"; ok $? "quoin.1 describes the command $command"
done <"$work/commands"

# An option of one command is told as that one's, and is.
sed -n '/^\.It Fl \\&-/{s/^\.It Fl \\&-\([a-z\\-]*\)=* *.*/\1/;s/\\//g;h;n;s/^\\&with quoin \([a-z ]*\):.*/\1/;t found
b
:found
G;s/\n/ --/p;}' "$pages/quoin.1" | sed 's/^themes [a-z]*/themes/' >"$work/of"
for pair in 'keys --preset' 'entities --flat' 'forget --all' 'export --format'; do
    grep -qx -e "$pair" "$work/of"; ok $? "quoin.1 says of what command an option is: $pair"
done
while read -r command option; do
    owners=$(while read -r other; do "$BUILDDIR/quoin" "$other" --help | grep -q -e "^  $option[= ]" && echo "$other"; done <"$work/commands")
    [ "$owners" = "$command" ] || { [ "$option" = --format ] || [ "$option" = --from ]; } && quoin "$command" --help &&
        grep -q -e "^  $option[= ]" "$work/output"; ok $? "… and it is: $command $option"
done <"$work/of"

example "$pages/quoin-article.5" 1 >"$work/short.yaml"
example "$pages/quoin-article.5" 2 >"$work/long.yaml"
fenced yaml 2 >"$work/readme.yaml"
accepts_article "$work/short.yaml" "the short example of quoin-article.5"
accepts_article "$work/long.yaml" "the long example of quoin-article.5"
accepts_article "$work/readme.yaml" "the example of the README"

example "$pages/quoin.1" 1 >"$work/manual-config.yaml"
fenced yaml 1 >"$work/readme-config.yaml"
for config in manual-config readme-config; do
    quoin keys --config="$work/$config.yaml" && ! grep -q '\.yaml:' "$work/output"; ok $? "$config.yaml is a configuration without mistakes"
    grep -q '\^J .*next-quote' "$work/output"; ok $? "… and binds the key"
done

# Who is quoted how often: each line of the pipeline's output is a count and a speaker of that article, the header is none.
cp "$work/long.yaml" "$work/talks.yaml"
sed -n '/uniq/s/^\.Dl //p' "$pages/quoin.1" | sed 's/\\-/-/g' >"$work/pipeline"
(cd "$work" && PATH=$BUILDDIR:$PATH sh ./pipeline) >"$work/output" 2>&1
grep -q '^ *[0-9]' "$work/output" && ! grep -qw 'speaker' "$work/output"; ok $? "the pipeline of quoin.1 counts speakers, not the header"

for page in quoin.1 quoin-article.5 quoin-theme.5; do
    awk '/^\.Sh/ { shown = $2 == "LIMITS" } shown && /^\.It/' "$pages/$page"
done | wc -l | tr -d ' ' >"$work/limits"
[ "$(cat "$work/limits")" -gt 0 ] && [ "$(cat "$work/limits")" = "$(grep -c '^LIMIT(' "$SRCDIR/src/base/limits.def")" ]
ok $? "the pages list every limit"

for command in '' $(quoin --help; sed -n '/^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p' "$work/output"); do
    # shellcheck disable=SC2086 # no command is no word
    quoin $command --help && sed -n 's/^  --\([a-z-]*\).*/\1/p' "$work/output"
done | sort -u >"$work/taken"
sed -n '/^\.Sh OPTIONS/,/^\.Sh THE/s/^\.It Fl [\\&]*-\([a-z\\-]*\).*/\1/p' "$pages/quoin.1" | tr -d '\\' | sort -u >"$work/described"
[ -s "$work/taken" ] && cmp "$work/taken" "$work/described" >"$work/output"
ok $? "every option that quoin.1 describes is one that some command takes"

mkdir -p "$work/config/quoin/themes"
example "$pages/quoin-theme.5" 1 >"$work/config/quoin/themes/evening.yaml"
XDG_CONFIG_HOME=$work/config "$BUILDDIR/quoin" themes >"$work/output" 2>&1
grep -q 'evening.*Ottoline Reeve' "$work/output" && ! grep -q 'evening.yaml:' "$work/output"
ok $? "the example of quoin-theme.5 is a theme without mistakes"

for page in quoin.1 quoin-article.5 quoin-theme.5; do
    if command -v mandoc >/dev/null; then
        mandoc -T lint -W warning "$pages/$page" >"$work/output" 2>&1; ok $? "$page passes mandoc's lint"
    else
        ok 0 "$page # SKIP there is no mandoc"
    fi
done

rm -rf "$work"
tap_done
