# All articles of a folder; what was kept of a doubtful page is no mistake, and a file with one is told.
cp -r "$SRCDIR/tests/screens/page-doubtful.yaml" council.yaml "$TMP"
quoin check "$TMP"
echo "= $?"
printf 'title: A\nbody:\n  - He said: no\n' >"$TMP/wrong.yaml"
quoin check "$TMP"
echo "= $?"
