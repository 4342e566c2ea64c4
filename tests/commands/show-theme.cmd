quoin show --theme=gruvbx plain.txt
quoin show --theme=zzzzzzzz plain.txt
printf 'theme: paper-drk\n' >"$TMP/config.yaml"
quoin show --config="$TMP/config.yaml" --width=40 plain.txt
