# what an author did stands in each export that readers see, and comes back from Markdown
printf '%s\n' 'title: Ferry stays' 'authors:' '  - {name: Nora Vik, role: Skarholm}' '  - name: Per Aas' '  - {name: Jo Lie, role: photographs}' \
    'date: 2026-03-04' 'body:' '  - The ferry stays.' >"$TMP/a.yaml"
quoin export --format=markdown "$TMP/a.yaml" | sed -n 1,12p
quoin export --format=text "$TMP/a.yaml" | sed -n 1,4p
quoin export --format=html "$TMP/a.yaml" | grep credits.*Vik
quoin export --format=bibtex "$TMP/a.yaml" | grep author
quoin export --format=markdown "$TMP/a.yaml" >"$TMP/a.md"
quoin import "$TMP/a.md" | sed -n 2,9p
