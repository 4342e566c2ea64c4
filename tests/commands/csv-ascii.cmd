# in ASCII a quotation mark of the text is spelled as one of the form: it is doubled, and the field is quoted; so are bars in Markdown
quoin quotes --ascii --format=csv --from=text plain.txt
printf 'A│B ferry\n\nBy Ilse Brandt\n\n“It is│open,” Ines Farrow said.\n' | quoin quotes --ascii --format=markdown -
quoin entities --format=json --from=text - <<'TEXT'
A title

“Yes,” said Ines ￹Farrow￺￻ of Norvane.
TEXT
