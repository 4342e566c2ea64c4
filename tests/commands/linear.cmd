# an article by paragraphs, quotations, speakers, matches, names, marks; keys are piped
boat="$SRCDIR/articles/10-night-boat.yaml"
printf '  jj.. .kq' | quoin --linear "$SRCDIR/articles/00-start-here.yaml"
printf 'q' | quoin --linear --width=40 "$boat"
printf 'ge2ge*#gq7gq]s[sF,,Fq' | quoin --linear "$boat"
printf '/porridge\nnN/boats\nn50%%0%%3ggG5G99G:50%%\nma..`a\007q' | quoin --linear "$boat"
printf 'xJJgaK:3\n:goto-quote 2\n:foo\n:goto-quote x\nTmé?' | quoin --linear "$boat" "$SRCDIR/articles/20-bell-founder.yaml"
printf 'jjjj...q' | quoin --linear --lines=1 --width=40 "$boat"
printf 'jjq' | quoin --linear --lines=5 --width=40 "$boat"
quoin --linear --lines=0 "$boat"
printf '\033[B\033[A\r\nq' | quoin --linear plain.txt
printf ' q' | quoin --linear broken.yaml
printf 'linear: yes\nkeys: {all: {x: next-quote}}\n' >"$TMP/config.yaml"
printf 'xx' | quoin --config="$TMP/config.yaml" "$boat" | tail -2
printf '' | quoin --linear --no-config "$boat" >/dev/full
