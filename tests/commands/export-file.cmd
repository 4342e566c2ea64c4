quoin export -o "$TMP/a.csv" council.yaml && cat "$TMP/a.csv"
quoin export -o "$TMP/a.unknown" council.yaml; echo $?
quoin export --format=yaml council.yaml broken.yaml; echo $?
quoin export --format=pdf council.yaml; echo $?
quoin export -o "$TMP/none.md" missing.yaml; echo $?; ls "$TMP"
quoin export -o "$TMP/no/folder.md" council.yaml; echo $?
quoin export; echo $?
quoin cite --help
