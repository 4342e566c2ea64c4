# However the program that reads pages ends, there is a message with what can be done, and the other articles are still read.
try() { # what, a script in place of the program
    printf '#!/bin/sh\n%s\n' "$2" >"$TMP/reader"
    chmod +x "$TMP/reader"
    echo "== $1"
    QUOIN_HTML=$TMP/reader quoin quotes --no-confine page-news.html council.yaml | tail -n 1
    QUOIN_HTML=$TMP/reader quoin check --no-confine page-news.html
    echo "= $?"
}
try "no article" 'echo "page: is an empty page" >&2; exit 1'
try "two messages" 'printf "page:3:4: warning: one\npage:2:1: two\n" >&2; exit 1'
try "no word" 'exit 1'
try "memory" 'echo "this page takes more than 1 GiB" >&2; exit 2'
try "processor time" 'kill -XCPU $$'
try "a crash" 'kill -SEGV $$'
try "what is no article" 'echo "{"'
try "nothing" ':'
try "without end" 'exec yes'
try "what does not read" 'exec <&-; echo "{title: A, body: B}"'
echo "== a program that is none"
chmod -x "$TMP/reader"
QUOIN_HTML=$TMP/reader quoin check page-news.html
echo "== a program that is not there"
QUOIN_HTML=/nonexistent/quoin-html quoin check page-news.html
echo "== what is no page, by whatever name"
head -c 5000 /dev/zero >"$TMP/nul.html"
quoin check "$TMP/nul.html"
quoin show "$TMP/nul.html"
