# A confined command can still read the dictionary.
thai=$SRCDIR/tests/vectors/breaks/thai.txt
quoin show --width=24 "$thai" >"$TMP/confined"
quoin show --width=24 --no-confine "$thai" | cmp - "$TMP/confined" && echo the same
