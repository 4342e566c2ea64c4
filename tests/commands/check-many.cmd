# a hundred are told, the others counted
{ echo 'title: T'; echo 'body: [p]'; awk 'BEGIN { for (i = 0; i < 240; i++) printf "wrong%d: x\n", i }'; } >"$TMP/many.yaml"
quoin check "$TMP/many.yaml" | tail -n 2 | sed "s|.*/||"
