# An article that came from a page which is none, or in part, says so.
printf 'title: A\nx-quality: 12\nbody: Words of it.\n' >"$TMP/a.yaml"
printf 'title: B\nx-page: consent wall\nbody: Words of it.\n' >"$TMP/b.yaml"
printf 'title: C\nx-quality: 50\nx-page: article\nbody: Words of it.\n' >"$TMP/c.yaml"
cd "$TMP"
quoin check a.yaml b.yaml c.yaml
echo "= $?"
quoin quotes a.yaml
