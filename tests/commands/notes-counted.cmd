# who said what is told as the reader corrected it, with --no-notes as it was found, the same on every machine; show wants --notes
HOME=$TMP; export HOME
unset XDG_DATA_HOME
notes=$HOME/.local/share/quoin/notes/45
mkdir -p "$notes"
printf 'title: A boat\nid: boat-7\nbody:\n  - >-\n    “We remembered,” said Signe Aldous. Effie Marr was there.\n' >"$TMP/boat.yaml"
cat >"$notes/450f7e3223ffa3068080e7818f2e1534.yaml" <<'NOTES'
quoin-notes: 1
notes:
  - id: 77e098d2b4e1
    text: Effie Marr was there
    highlight: 1
corrections:
  - id: 88e098d2b4e1
    text: “We remembered,”
    speaker: Effie Marr
people:
  - name: Signe Aldous
    same: Effie Marr
NOTES
for options in '' --notes --no-notes '--notes --no-notes'; do
    echo "with $options:"
    quoin quotes --format=tsv $options "$TMP/boat.yaml" | cut -f2-5
    quoin quotes $options "$TMP/boat.yaml"
    quoin entities --format=jsonl $options "$TMP/boat.yaml" | sed 's/.*"name": "\([^"]*\)".*"quotations": \([0-9]*\).*/\1 \2/'
    quoin show --color=always --width=60 $options "$TMP/boat.yaml" | tail -1 | cksum | sed 's/ .*//'
done
sed 's/^body/quotes: [{text: "We remembered,", speaker: Signe Aldous}]\nbody/' "$TMP/boat.yaml" >"$TMP/given.yaml"
quoin quotes --format=jsonl --notes "$TMP/given.yaml" | grep -o '"given": [^,]*,'
quoin cite --no-notes "$TMP/boat.yaml"; echo $?
echo '{"id": 1, "text": "“Yes,” said Effie Marr."}' | quoin quotes --from=jsonl --notes; echo $?
echo 'nonsense: [' >>"$notes/450f7e3223ffa3068080e7818f2e1534.yaml"
quoin show --notes "$TMP/boat.yaml" 2>&1 >"$TMP/shown" | sed "s,$TMP/,,g"
quoin quotes "$TMP/boat.yaml" 2>&1 >"$TMP/listed"
