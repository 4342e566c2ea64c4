# keys of a bibliography: one is numbered where there is such a one, and only there; two of these names have the same hash
for title in 'Ferry' 'Ferry 3' 'Ferry' 'Ferry' 'Ferry 3' 'Ferry 2896118' 'Ferry 99122'; do
    n=$((${n:-0} + 1))
    printf 'title: %s\nbody:\n  - It left.\n' "$title" >"$TMP/$n.yaml"
done
quoin cite --format=bibtex "$TMP"/*.yaml | grep @
quoin cite --format=csl-json "$TMP"/*.yaml | grep -o '"id": [^,]*'
