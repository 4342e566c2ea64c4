# quotations of one speaker, about one name, both: they keep their numbers; nothing is told where an article has none, and who is nearly called so
# where none has any
cat >"$TMP/a.txt" <<'TEXT'
The ferry sails again

“We remembered,” said Signe Aldous. “Nobody pays for it,” said Effie Marr. Officials were not so sure.

“Aldous is a fool,” officials said. “Émile Moreau left on Monday,” Aldous said. “So it goes.”

Moreau had told Aldous that he would leave.
TEXT
printf 'The other one\n\n“No,” said Tom Pell.\n' >"$TMP/b.txt"
for asked in --by=aldous '--by=signe  aldous' '--by=Official' --about=aldous --about=emile --by=ALDUS --by=Moreau --about=Pell --about=Skerrow --by= ; do
    echo "== $asked"
    quoin quotes "$asked" "$TMP/a.txt" "$TMP/b.txt" || echo "status $?"
done 2>&1
echo "== both"
quoin quotes --by=aldous --about=Moreau "$TMP/a.txt" || echo "status $?"
quoin quotes --by=marr --about=Aldous "$TMP/a.txt" || echo "status $?"
quoin quotes --by=moreau --format=tsv "$TMP/a.txt" || echo "status $?"
quoin quotes --by=aldous --format=tsv "$TMP/a.txt" "$TMP/b.txt" | cut -f 2,4,14
quoin quotes --by=moreau --format=jsonl "$TMP/a.txt" | grep -o '"type": "[a-z]*"\|"text": .*", "match'
printf '{"id": 1, "text": "“Yes,” said Ann Low. “No,” said Tom Pell."}\n{"id": 2, "text": "“No,” said Tom Pell."}\n' |
    quoin quotes --from=jsonl --format=jsonl --by=low | grep -o '"speaker": "[A-Za-z ]*"\|"quotes": \[\]'
printf '“We wait,” a statement said. “We are good at it,” it added.\n' >"$TMP/c.txt"
quoin quotes --by=unknown "$TMP/c.txt"
