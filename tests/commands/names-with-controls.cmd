cp plain.txt "$TMP/$(printf 'a\033[31mb\nc').txt"
quoin list --format=tsv "$TMP" | cut -f 1 | sed 's|.*/||'
quoin quotes "$(printf '/no\033[31m/such')"
