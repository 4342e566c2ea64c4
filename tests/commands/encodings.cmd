# Whatever encoding a text comes in, it is the same text; what is replaced is told once, with what may help.
text='The café “open”\n\nIt is “open”, she said.\n'
see() { sed 's/^ *//' | tr -s '\n' '|'; echo; }
printf "$text" >"$TMP/utf-8.txt"
printf '\357\273\277'"$text" >"$TMP/mark.txt"
printf 'The caf\351 \223open\224\n\nIt is \223open\224, she said.\n' >"$TMP/old.txt"
printf 'title: The caf\351\nbody: Words.\n' >"$TMP/old.yaml"
printf "$text"'And the caf\351\n' >"$TMP/both.txt"
printf "$text"'A\0B\0C\n' >"$TMP/nul.txt"
printf "$text"'“\342\200' >"$TMP/cut.txt"
printf '\377\376A\0 \0W\0o\0r\0d\0\n\0\n\0i\0s\0 \0\034\040a\0\035\040.\0\n\0' >"$TMP/utf-16.txt"
printf '\000A\000 \000W\000o\000r\000d\000\n\000\n\000i\000s\000.\000\n' >"$TMP/unmarked.txt"
printf '\377\376\000\000A\000\000\000\n\000\000\000\n\000\000\000B\000\000\000' >"$TMP/utf-32.txt"
for name in utf-8.txt mark.txt old.txt old.yaml both.txt nul.txt cut.txt utf-16.txt unmarked.txt utf-32.txt; do
    quoin show --width=60 "$TMP/$name" 2>&1 | see
    quoin show --width=60 <"$TMP/$name" 2>&1 | see
done
quoin check "$TMP"/*
echo "= $?"
quoin list "$TMP" | sed 's/  *$//; s/  */ /g'
quoin quotes "$TMP/old.txt"
quoin entities --charset=utf-8 "$TMP/old.txt"
quoin check --charset=windows-1252 "$TMP/old.txt" "$TMP/both.txt"
echo "= $?"
quoin check --charset=utf-8 "$TMP/both.txt"
quoin check --charset=UTF-16BE "$TMP/unmarked.txt"
quoin list --charset=latin1 "$TMP/old.txt" | sed 's/  *$//; s/  */ /g'
# Converted by the system, although the command is confined; where it cannot, it says so.
printf '\360\322\311\327\305\324\n' >"$TMP/koi8.txt"
quoin show --charset=koi8-r "$TMP/koi8.txt" 2>&1 | grep -c -e Привет -e 'not an encoding that this system can convert "koi8-r"'
quoin check --charset=koi8-rr "$TMP/koi8.txt"
echo "= $?"
quoin check --charset=no-such-thing "$TMP/koi8.txt"
quoin check --charset=utf-8//IGNORE "$TMP/koi8.txt"
echo '{"id": 1, "text": ""}' | quoin quotes --from=jsonl --charset=latin1
