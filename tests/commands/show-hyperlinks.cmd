printf 'hyperlinks: yes\n' >"$TMP/yes.yaml"
printf 'hyperlinks: maybe\n' >"$TMP/maybe.yaml"
links="--color=always --width=50 ../screens/links.yaml"
quoin show --config="$TMP/yes.yaml" $links | tr '\033' '^'
quoin show --config="$TMP/yes.yaml" --color=never --width=50 ../screens/links.yaml | grep -c '\]8;'
quoin show --config="$TMP/maybe.yaml" $links 2>&1 | grep -c '\]8;'
quoin show $links | grep -c '\]8;'
