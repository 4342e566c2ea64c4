# a page to "-" goes to standard output, and no file of that name is made
cd "$TMP"
quoin themes preview --html=- mono | sed -n 1p
quoin themes preview --html - mono | grep -c '<pre>'
quoin themes preview --html=- mono >page.html
quoin themes preview --html=./page-2.html mono
cmp page.html page-2.html && echo "the same page"
ls -A
