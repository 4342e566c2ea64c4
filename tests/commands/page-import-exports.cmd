# What other programs keep of articles: one in a file, or many, each of which becomes a file of its own.
articles=$SRCDIR/tests/vectors/articles
quoin import --format=json "$articles"/good-export-*.json "$articles"/good-page-export-*.json | cut -c 1-150; echo "= $?"
cd "$TMP"
quoin import -o kept "$articles/warn-export-feed.json" "$articles/warn-export-wallabag.json"; echo "= $?"
ls kept
cat kept/2026-11-30-ferry-to-skerrow-stays-open.yaml kept/*bell*
quoin check kept/*; echo "check $?"
quoin import "$articles/warn-export-feed.json"; echo "= $?"
printf '{"version": "https://jsonfeed.org/version/1.1", "items": [{"title": "Cut", "content_text": "All of it."}, {"title": "Off", "content_te' | quoin import --format=json; echo "= $?"
