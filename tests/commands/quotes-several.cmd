quoin quotes council.yaml plain.txt
mkdir "$TMP/folder"
printf '“No,” said Ann Low.\n' >"$TMP/folder/a.txt"
printf '“Yes,” said Tom Pell.\n' >"$TMP/folder/b.txt"
quoin quotes "$TMP/folder"
quoin entities "$TMP/folder"
