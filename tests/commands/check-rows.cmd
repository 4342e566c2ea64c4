# All that is wrong with a row at once, in the order of lines; an unknown key does not cost the row.
quoin check rows.yaml
echo "= $?"
quoin quotes --format=csv rows.yaml 2>/dev/null
