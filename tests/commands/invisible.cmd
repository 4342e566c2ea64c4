# Fillers are as wide as a letter, and nobody sees them; noncharacters are no text.
printf 'A headline\n\n“One\343\205\244two\357\276\240three\341\205\237four,” said Ann\357\277\276 Lee\357\267\220.\n' > "$TMP/fillers.txt"
quoin show --no-config "$TMP/fillers.txt"
quoin quotes --format=jsonl "$TMP/fillers.txt" | sed 's|"file": "[^"]*/|"file": "|'
