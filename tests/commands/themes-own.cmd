mkdir -p "$HOME/.config/quoin/themes"
printf 'quoin-theme: 1\nname: Mine\ninherits: mono\nroles: {titel: {fg: red}}\n' >"$HOME/.config/quoin/themes/mine.yaml"
quoin themes | grep -e mine -e mono
rm -r "$HOME/.config"
