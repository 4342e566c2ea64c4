# What a page says of its encoding counts, but valid UTF-8 wins; what nobody can read is replaced and told.
cd "$TMP"
page() { # file, charset, bytes
    printf '<!DOCTYPE html><meta charset="%s"><title>A title</title><h1>A title</h1><p>%b</p>' "$2" "$3" >"$1"
    echo "== $2"
    quoin show "$1" | tail -n 1
    quoin check "$1"
}
page a.html iso-8859-1 'One caf\0351, two caf\0351s, and a third one.'
page b.html iso-8859-1 'One caf\0303\0251, two caf\0303\0251s, and a third one.'
page c.html Shift_JIS '\0223\0372\0226\0173\0214\0352 and more words of it.'
page d.html gb2312 '\0326\0320\0316\0304 and more words of it.'
page e.html euc-kr '\0307\0321\0261\0333 and more words of it.'
page f.html utf-8 'One caf\0351, which is no UTF-8.'
page g.html no-such-charset 'One caf\0351, and who knows.'
page h.html koi8-r '\0320\0322\0311\0327\0305\0324 and more words of it.'
page i.html utf-8 'A NUL \0 in it, and more words.'
page j.html x-user-defined 'One caf\0351, two.'
printf '<!DOCTYPE html><title>A title</title><h1>A title</h1><p>Sixteen bits each.</p>' | iconv -f UTF-8 -t UTF-16 >k.html
quoin show k.html | tail -n 1
printf '<!DOCTYPE html><title>A</title><h1>A</h1><p>\320\322\311\327\305\324</p>' >l.html
quoin show --charset=koi8-r l.html | tail -n 1
printf '<!DOCTYPE html><title>A</title><h1>A</h1><p>caf\202 and more words</p>' >m.html
quoin show --charset=cp437 m.html | tail -n 1
quoin list .
