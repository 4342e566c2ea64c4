# a day that there is not is told, and cited by its words, not as a date
for date in 2024-02-29 2023-02-29 2024-02-30 2024-04-31 2024-13-01 2024-03-09x '2024-03-09 10:00' 2024-03 2024; do
    printf 'title: Ferry\ndate: %s\naccessed: %s\nurl: https://e.org/\nbody:\n  - “It left,” she said.\n' "$date" "$date" >"$TMP/a.yaml"
    echo "--- $date"
    quoin check "$TMP/a.yaml" 2>&1 | sed 's/.*yaml://'
    for form in csl-json bibtex; do
        quoin cite --format=$form "$TMP/a.yaml" 2>/dev/null | grep -o '"issued.*}\|year.*\|month.*\|day =.*\|note.*\|urldate.*'
    done
    for form in html claim-review; do
        quoin export --format=$form "$TMP/a.yaml" 2>/dev/null | grep -o '[a-z:]*published_time[^>]*\|"datePublished": "[^"]*"'
    done
done
