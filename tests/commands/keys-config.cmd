printf 'keys: {body: {"<Space>": next-quote, "gX": zen}, all: {"j": none}}\n' >"$TMP/config.yaml"
quoin keys --config="$TMP/config.yaml" | grep -e next-quote -e zen -e scroll-down
