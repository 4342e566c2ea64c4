# a speaker who is not known is "unknown", and nothing was worked out about it
printf 'The quay\n\nNobody knew who it was. “I will not have it,” was heard on the quay at night.\n' >"$TMP/quay.txt"
quoin quotes "$TMP/quay.txt"
for form in markdown text html; do
    quoin export --format=$form "$TMP/quay.txt" | grep -e 'unknown' | sed 's/<span.*//'
done
