printf 'keys: {body: {"<Spce>": next-quote, "x": nxt-quote}, boddy: {"j": none}}\nmesure: 60\n' >"$TMP/config.yaml"
quoin keys --config="$TMP/config.yaml" >/dev/null
