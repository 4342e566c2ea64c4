# Every bundled theme is AA on every role; its six speakers are told apart, also by readers who see fewer hues. Doubt is quieter than the text.
quoin themes --format=tsv | sed 1d | cut -f1 | while read -r theme; do
    quoin themes check --format=tsv "$theme" >"$TMP/rows" || echo "$theme: $?"
    awk -F'\t' '$4 ~ /^speaker\.[1-6], / { pairs++; if ($8 != "yes") print } END { print pairs + 0 " pairs" }' "$TMP/rows"
    awk -F'\t' '$4 == "text" || $4 == "quote.current" { sure[$2, $4] = $6 }
        $4 ~ /^entity.doubtful/ { seen++; if ($6 + 0 > sure[$2, $4 ~ / in / ? "quote.current" : "text"] + 0) print }
        END { print seen + 0 " of doubt" }' "$TMP/rows"
done | sort | uniq -c | sed 's/^ *//'
