# Every bundled theme is AA on every role; its six speakers are told apart, also by readers who see fewer hues.
quoin themes --format=tsv | sed 1d | cut -f1 | while read -r theme; do
    quoin themes check --format=tsv "$theme" >"$TMP/rows" || echo "$theme: $?"
    awk -F'\t' '$4 ~ /^speaker\.[1-6], / { pairs++; if ($8 != "yes") print } END { print pairs + 0 " pairs" }' "$TMP/rows"
done | sort | uniq -c | sed 's/^ *//'
