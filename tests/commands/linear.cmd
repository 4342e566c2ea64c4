# an article by paragraphs, quotations, speakers, matches, names, marks; keys are piped
boat="$SRCDIR/articles/10-night-boat.yaml"
printf '  jj.. .kq' | quoin --linear --no-memory "$SRCDIR/articles/00-start-here.yaml"
printf 'q' | quoin --linear --no-memory --width=40 "$boat"
printf 'ge2ge*#gq7gq]s[sF,,Fq' | quoin --linear --no-memory "$boat"
printf '/porridge\nnN/boats\nn50%%0%%3ggG5G99G:50%%\nma..`a\007q' | quoin --linear --no-memory "$boat"
printf 'm m1mZ`Zq' | quoin --linear --no-memory "$boat"
printf 'xJJgaK:3\n:goto-quote 2\n:foo\n:goto-quote x\nTmé?' | quoin --linear --no-memory "$boat" "$SRCDIR/articles/20-bell-founder.yaml"
printf 'jjjj...q' | quoin --linear --no-memory --lines=1 --width=40 "$boat"
printf 'jjq' | quoin --linear --no-memory --lines=5 --width=40 "$boat"
quoin --linear --no-memory --lines=0 "$boat"
printf '\033[B\033[A\r\nq' | quoin --linear --no-memory plain.txt
printf ' q' | quoin --linear --no-memory broken.yaml
printf 'linear: yes\nkeys: {all: {x: next-quote}}\n' >"$TMP/config.yaml"
printf 'xx' | quoin --no-memory --config="$TMP/config.yaml" "$boat" | tail -2
printf '' | quoin --linear --no-memory --no-config "$boat" >/dev/full
# what was read last is where the next sitting goes on
printf '   q' | quoin --linear "$boat" | tail -1
printf ' q' | quoin --linear "$boat" | tail -4
# what is in doubt, and why
printf ' ]d]dg?]d[d[d[d[dq' | quoin --linear --no-memory "$SRCDIR/articles/00-start-here.yaml"
# … from one article to the next, as on the screen
printf ']d]d]d]d]d]d]d]d]d[d[d[dq' | quoin --linear --no-memory "$SRCDIR/articles/00-start-here.yaml" "$SRCDIR/articles/10-night-boat.yaml"
# what one writes: a note, a highlight, who speaks by name and by number, nobody, taken back; it is there the next time
HOME=$TMP; export HOME
sed 's/^url:.*//' "$boat" >"$TMP/boat.yaml"
printf '7gqaask him\n1a.gsCalum Breck\n.gs2\n:undo-note\n.gS:delete-note\ngl9ogNq' | quoin --linear --no-memory "$TMP/boat.yaml"
printf '9gq6gq]n1gN:delete-note\n:set measure=50\n:set! foo=1\n:export '"$TMP"'/boat.md\ngwgq' | quoin --linear --no-memory "$TMP/boat.yaml"
grep -A3 'words: “Sunday' "$TMP/boat.yaml"; grep -c 'speaker: Calum Breck' "$TMP/boat.yaml"
# one that is not there
quoin --linear --no-memory "$TMP/none.txt"; echo $?
