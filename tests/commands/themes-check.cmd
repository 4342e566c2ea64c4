cat >"$TMP/dusk.yaml" <<'T'
quoin-theme: 1
name: Dusk
variant: dark
palette: {bg: "#20242a", fg: "#c8ccd2", dim: "#5a6068", warm: "#d09060", warmer: "#d08c5c"}
roles:
  text: {fg: fg, bg: bg}
  text.muted: dim
  entity.person: warm
  entity.org: warmer
  border: dim
T
quoin themes check "$TMP/dusk.yaml" | grep -E 'dusk|less|close'
quoin themes check --format=tsv "$TMP/dusk.yaml" | head -3
sed 's/warm}/wram}/; s/person: warm/person: wram/' "$TMP/dusk.yaml" >"$TMP/mistaken.yaml"
quoin themes check "$TMP/mistaken.yaml"; echo "$?"
quoin themes check dusk; echo "$?"
quoin themes check; echo "$?"
quoin themes chekc nord
