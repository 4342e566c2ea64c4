# all of them are told, however many
{ echo 'title: T'; echo 'body: [p]'; awk 'BEGIN { for (i = 0; i < 240; i++) printf "wrong%d: x\n", i }'; } >"$TMP/many.yaml"
quoin check "$TMP/many.yaml" | wc -l | tr -d ' '
