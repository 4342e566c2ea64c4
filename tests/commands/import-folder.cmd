# A folder of articles: the same address is the same article, and nothing else is written over.
cd "$TMP"
article() { # address, text, name
    printf 'title: >-\n  Ferry to close\ndate: 2026-11-30\nurl: %s\nbody:\n  - >-\n    %s\n' "$1" "$2" >"$3"
}
article https://example.org/ferry "The ferry closes." a.yaml
article "http://example.org/ferry/?utm_source=feed#top" "The ferry closes." b.yaml
article https://example.org/other "The other ferry closes." c.yaml
printf 'A text without address\n\nIts paragraph.\n' >d.txt
printf 'A text without address\n\nAnother paragraph.\n' >e.txt
quoin import -o kept a.yaml b.yaml c.yaml d.txt e.txt; echo "= $?"
ls kept
echo "-- some are nothing"
quoin import -o some a.yaml www.example.org/x not-there.yaml; echo "= $?"
echo "-- again"
quoin import --output=kept a.yaml b.yaml c.yaml d.txt e.txt; echo "= $?"
echo "-- changed"
article https://example.org/ferry "The ferry stays." a.yaml
quoin import -okept a.yaml | sed 's/updated: 20.*/updated: …/'; echo "= $?"
find kept | sort
sed 's/updated: 20.*Z$/updated: …/' kept/2026-11-30-ferry-to-close.yaml
tail -n 1 kept/versions/*.1.yaml
article https://example.org/ferry "The ferry closes." a.yaml
quoin import -o kept a.yaml; echo "= $?"
ls kept/versions
echo "-- others' files stay"
rm -r kept
mkdir kept
echo mine >kept/2026-11-30-ferry-to-close.yaml
echo outside >outside
ln -s ../outside kept/2026-11-30-ferry-to-close-2.yaml
ln -s nowhere kept/2026-11-30-ferry-to-close-3.yaml
quoin import -o kept/ a.yaml; echo "= $?"
cat kept/2026-11-30-ferry-to-close.yaml outside
ls kept
echo "-- a folder of versions that leads elsewhere"
mkdir elsewhere
ln -s ../elsewhere kept/versions
article https://example.org/ferry "The ferry stays." a.yaml
quoin import -o kept a.yaml; echo "= $?"
ls elsewhere
echo "-- one bad source does not stop the others"
printf 'title: [\n' >bad.yaml
quoin import -o kept bad.yaml not-there.txt c.yaml; echo "= $?"
echo "-- an article with a mistake is written too, and once"
article https://example.org/mistake "A text with a mistake." mistake.yaml
sed 's,title: >-,colour: red\n&,; s/Ferry to close/Mistake/' mistake.yaml >mistaken.yaml
quoin import -o mistakes mistaken.yaml mistaken.yaml; echo "= $?"
ls mistakes
echo "-- a folder as a source, JSON, a file"
mkdir more && cp c.yaml d.txt more
quoin import --format=json -o json more; echo "= $?"
ls json
quoin import -o json/all.json more; echo "= $?"
wc -l <json/all.json
quoin import -o one.yaml more; echo "= $?"
quoin import -o one.yaml c.yaml; echo "= $?"
quoin check one.yaml json/*text*.json; echo "= $?"
quoin import -o not/there/one.yaml c.yaml; echo "= $?"
quoin import -o bad.yaml/in c.yaml; echo "= $?"
echo "-- folders are as the umask says"
(umask 027 && quoin import -o shared/articles a.yaml && article https://example.org/ferry "The ferry is gone." f.yaml && quoin import -o shared/articles f.yaml)
ls -ld shared shared/articles shared/articles/versions | cut -c1-10
echo "-- a kept file that becomes a link meanwhile is not followed"
echo outside >outside
echo 'fetch: [sh, -c, "ln -sf ../../outside shared/articles/2026-11-30-ferry-to-close.yaml; cat a.yaml"]' >swap.yaml
article https://example.org/ferry "The ferry is back." a.yaml
quoin import --config=swap.yaml -o shared/articles http://127.0.0.1/ferry; echo "= $?"
cat outside
