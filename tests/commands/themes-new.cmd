# A new theme looks as the one that it was made from; nothing is written over.
quoin themes new dusk
quoin themes new dusk
quoin themes new midnight --from gruvbox
cat "$HOME/.config/quoin/themes/midnight.yaml"
quoin themes | grep -e dusk -e midnight
quoin themes check --format=jsonl dusk >"$TMP/dusk"; echo "check: $?"
quoin themes check --format=jsonl paper >"$TMP/paper"
sed 's/"dusk"/"paper"/' "$TMP/dusk" | cmp - "$TMP/paper" && echo "as paper"
quoin themes new
quoin themes new one two
quoin themes new a/b
quoin themes new other --from gruvbx
quoin themes new other --from "$HOME/.config/quoin/themes/dusk.yaml"
cp "$HOME/.config/quoin/themes/dusk.yaml" "$TMP/elsewhere.yaml"
quoin themes new another --from "$TMP/elsewhere.yaml"
quoin themes neww
rm -r "$HOME/.config"
