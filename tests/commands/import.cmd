# Whatever way an article comes in, its file has no mistakes, and is the same when it is written again.
cat >"$TMP/ferry.txt" <<'END'
Ferry to close

By Ana Ruiz

PORT ELLERY, Nov. 30 (AP) — The council voted: "We knew," said Bo Li. It was #1 on the list.

- one
- two
END
quoin import "$TMP/ferry.txt"; echo "= $?"
quoin import "$TMP/ferry.txt" >"$TMP/ferry.yaml"; quoin check "$TMP/ferry.yaml"; echo "check $?"
quoin import "$TMP/ferry.yaml" | cmp - "$TMP/ferry.yaml"; echo "again $?"
quoin import <"$TMP/ferry.txt" | cmp - "$TMP/ferry.yaml"; echo "piped $?"
quoin import --format=json "$TMP/ferry.txt" "$TMP/ferry.yaml"; echo "json $?"
echo "no headline but a sentence that goes on for a while, and then it ends." | quoin import --from=text -; echo "= $?"
echo "-- what cannot be"
quoin import; echo "= $?"
quoin import "$TMP/ferry.txt" "$TMP/ferry.yaml" "$TMP/not-there.txt"; echo "= $?"
printf 'Only a headline\n' | quoin import; echo "= $?"
quoin import --format=html "$TMP/ferry.txt"; echo "= $?"
quoin import -o; echo "= $?"
printf 'title: T\nbody: [p]\nlanguage: no such\n' | quoin import; echo "= $?"
echo "-- dates as mail and people write them"
printf 'title: Ferry\ndate: Mon, 30 Nov 2026 09:30:00 +0100\nupdated: one day\nbody: Text.\n' | quoin import -; echo "= $?"
