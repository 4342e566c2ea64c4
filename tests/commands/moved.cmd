# the installed tree may be moved: data is looked for beside the folder of the program
mkdir -p "$TMP/somewhere/bin" "$TMP/somewhere/share/quoin/articles"
cp "$BUILDDIR/quoin" "$TMP/somewhere/bin/quoin"
cp plain.txt "$TMP/somewhere/share/quoin/articles"
"$TMP/somewhere/bin/quoin" list
mv "$TMP/somewhere" "$TMP/elsewhere"
"$TMP/elsewhere/bin/quoin" list
QUOIN_DATA=$TMP/none quoin list
