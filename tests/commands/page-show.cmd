# A web page is read as an article, by its name, by what it is, from standard input, and by --from; lists see its head.
quoin show page-news.html
quoin quotes page-news.html
quoin quotes <page-news.html
quoin list page-news.html
quoin check page-news.html
echo "= $?"
cp page-news.html "$TMP/page"
quoin quotes "$TMP/page"
quoin show --from=text page-news.html | head -n 3
quoin list "$TMP"
