# Of all that is said no byte is a control character but the line end, whatever the article has, and no sign is one of ours.
keys='gg                              ......,,]s[sFFgegq2ge*#/the\nnN50%%G?\007:5\nZJ '
for file in "$SRCDIR"/articles/*.yaml "$SRCDIR"/articles/*.txt "$SRCDIR"/tests/vectors/articles/*; do
    case $file in
    *.expected | *.html) continue ;;
    esac
    printf "$keys" | quoin --linear --no-memory --width=40 "$file" 2>/dev/null >"$TMP/said"
    LC_ALL=C tr -d '\n' <"$TMP/said" | LC_ALL=C grep -q '[[:cntrl:]]' && echo "$file: a control character"
    grep -l '[▶●◆▲■□│▕█░~]' "$TMP/said" >/dev/null && grep -q '[▶●◆▲■□│▕█░]' "$TMP/said" && echo "$file: a sign"
    awk 'length($0) > 160' "$TMP/said" | head -1
done | head -20
