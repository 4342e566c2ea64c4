# notes go out with the article, and corrections with its quotations; what is wrong with the file is told, and the rest of it counts
HOME=$TMP; export HOME
unset XDG_DATA_HOME
notes=$HOME/.local/share/quoin/notes/45
mkdir -p "$notes"
printf 'title: A boat\nid: boat-7\nbody:\n  - >-\n    “We remembered,” said Signe Aldous.\n' >"$TMP/boat.yaml"
cat >"$notes/450f7e3223ffa3068080e7818f2e1534.yaml" <<'NOTES'
quoin-notes: 1
notes:
  - id: 77e098d2b4e1
    text: We remembered
    note: ask her when
corrections:
  - id: 88e098d2b4e1
    text: “We remembered,”
    speaker: Effie Marr
NOTES
quoin export --format=markdown "$TMP/boat.yaml"
quoin export --format=html "$TMP/boat.yaml" | grep -e 'by a program' -e '^<footer>—'
quoin export --format=html --no-notes "$TMP/boat.yaml" | grep 'by a program'
quoin export --format=json "$TMP/boat.yaml" | grep -o '"notes": .*'
quoin export --format=markdown --no-notes "$TMP/boat.yaml" | tail -2
echo 'nonsense: [' >>"$notes/450f7e3223ffa3068080e7818f2e1534.yaml"
quoin export --format=text "$TMP/boat.yaml" 2>&1 | sed "s,$TMP/,,g"
