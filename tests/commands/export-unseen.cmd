# what nobody sees: emoji stay joined, with their skin tones, and Persian keeps its non-joiners; what turns the order of the text is never there as it is
printf '%b' 'title: "Fe\\u202Erry \\u2066\\U0001F469\\u200D\\U0001F467 \\U0001F44D\\U0001F3FD"\nauthors: ["Ja\\u202Ene \\u200FDoe"]\nsource: "So\\u061Curce"\n' \
    'url: https://e.org/\nbody:\n  - "“\\u0645\\u06CC\\u200C\\u062E\\u0648 \\U0001F3F4\\U000E0067\\U000E0062\\U000E007F x\\U000E0067 ' \
    '\\u202Eleft \\u2764\\uFE0F,” said Jane Doe."\n  - verbatim: "a\\u202Eb\\u200Dc"\n' >"$TMP/a.yaml"
turns=$(printf '\342\200\256\\|\342\201\246\\|\342\200\217\\|\330\234')
for form in markdown html text yaml json csv bibtex csl-json web-annotation claim-review; do
    quoin export --format=$form "$TMP/a.yaml" >"$TMP/$form"
    grep -c "$turns" "$TMP/$form" | sed "s/^/$form, lines with turns: /"
done
cat "$TMP/csv" "$TMP/bibtex" "$TMP/yaml"
sed -n 1,12p "$TMP/markdown"
quoin quotes --format=csv "$TMP/a.yaml"
