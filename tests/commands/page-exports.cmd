# Exports whose text is a part of a web page: its blocks and links are those of the article, and relative addresses are the article's.
cd "$TMP"
page='<p>The council voted on <b>Monday</b> &amp; the ferry stays.</p><h2>What next</h2><ul><li>One boat</li><li>Two boats</li></ul>'
page=$page'<blockquote>We keep it.</blockquote><figure><img src=a.jpg alt=\"The pier\"><figcaption>The pier. Photo: A. Quill</figcaption></figure>'
page=$page'<p>“We go,” said <a href=\"/people/lise\">Lise Arkwright</a>.</p>'
address=https://register.example/ferry
exported() { # program, JSON in which % stands for the page
    echo "-- $1"
    printf '%s\n' "$2" | sed "s|%|$(printf '%s' "$page" | sed 's/[\\&|]/\\&/g')|" >"$1.json"
    quoin import "$1.json"; echo "= $?"
}
exported readability '{"title": "Ferry stays", "byline": "Lise Arkwright", "dir": "ltr", "siteName": "Register", "length": 100, "content": "<div>%</div>"}'
exported wallabag '{"id": 7, "is_archived": 0, "title": "Ferry stays", "url": "'$address'", "published_at": "2026-11-30T09:30:00+0100", "content": "%"}'
exported trafilatura '{"title": "Ferry stays", "author": "Lise Arkwright", "source": "'$address'", "source-hostname": "Register", "text": "%"}'
exported feed-item '{"id": "a", "url": "'$address'", "title": "Ferry stays", "content_html": "%", "content_text": "Another text."}'
exported ninjs '{"uri": "'$address'", "headline": "Ferry stays", "byline": "Lise Arkwright", "versioncreated": "2026-11-30T09:30:00Z", "body_xhtml": "<div>%</div>"}'
