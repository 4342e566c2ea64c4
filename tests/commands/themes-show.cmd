quoin themes show nord --color=never
quoin themes show no-such
quoin themes show --color=always paper-dark | sed -n 14,18p
quoin themes preview --html "$TMP/page.html" gruvbox
grep -c '<span' "$TMP/page.html" | sed 's/^[0-9]*$/spans/'
grep -o '<title>.*\|<pre>\|#fabd2f' "$TMP/page.html" | sort | uniq -c | sed 's/^ *//'
printf 'quoin-theme: 1\nname: <Mine> & yours\nvariant: light\n' >"$TMP/mine.yaml"
quoin themes preview --html "$TMP/mine.yaml" | sed 3q
quoin themes preview --html "$TMP/mine.yaml" | grep -c '<pre>'
quoin themes preview gruvbox | grep -c '<pre>'
quoin themes preview --html "$TMP/mine.yaml" gruvbox
quoin themes preview --html /dev/null gruvbox && test -c /dev/null && echo "still a device"
quoin themes show --format=json --color=never mono | sed 1q
quoin themes check --html "$TMP/page.html" mono
quoin themes --from nord
quoin themes preview
quoin themes preview --html "$TMP/no-such-folder/page.html" gruvbox
