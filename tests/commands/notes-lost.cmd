# a note or a correction whose words are not in the text any more is counted, and what goes out says so
HOME=$TMP; export HOME
unset XDG_DATA_HOME
notes=$HOME/.local/share/quoin/notes/45
mkdir -p "$notes"
printf 'title: A boat\nid: boat-7\nbody:\n  - >-\n    “We remembered,” said Signe Aldous.\n' >"$TMP/boat.yaml"
cat >"$notes/450f7e3223ffa3068080e7818f2e1534.yaml" <<'NOTES'
quoin-notes: 1
notes:
  - id: 77e098d2b4e1
    text: The harbour was closed for the whole winter
    note: ask her when
corrections:
  - id: 88e098d2b4e1
    text: “Nobody has ever been to the island,”
    speaker: Effie Marr
NOTES
for format in markdown text; do
    quoin export --format=$format "$TMP/boat.yaml" | tail -4
done
quoin export --format=html "$TMP/boat.yaml" 2>/dev/null | grep -A 2 '^<blockquote.*harbour'
quoin export --format=json "$TMP/boat.yaml" 2>/dev/null | grep -o '"notes": .*'
quoin export --format=annotations "$TMP/boat.yaml" 2>/dev/null | grep -c harbour
quoin quotes --notes "$TMP/boat.yaml" 2>&1 >"$TMP/out"
quoin quotes "$TMP/boat.yaml" 2>&1 >"$TMP/out"
