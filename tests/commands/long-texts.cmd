# What a user wrote comes out whole where it is data, of whatever length; where it is quoted in a message, it is cut with a sign, and the cure stays.
long() { awk -v count="$1" -v text="$2" 'BEGIN { for (i = 0; i < count; i++) printf "%s", text }'; }
longest() { awk '{ if (length($0) > most) most = length($0) } END { print most }'; }
{
    echo "title: $(long 2000 'title')"
    echo "quotes:"
    echo "  - {text: “We shall see”, speaker: $(long 2000 Smith)}"
    echo "entities:"
    echo "  - name: Ann Parker"
    echo "    type: person"
    echo "    aliases: [Ann$(awk 'BEGIN { for (i = 1; i <= 300; i++) printf ", Parker-Of-The-Long-Name-Number-%d", i }')]"
    echo "body: |"
    echo "  “We shall see”, she said. Ann Parker went. Ann Parker came."
    awk 'BEGIN { for (i = 1; i <= 300; i++) printf "  Parker-Of-The-Long-Name-Number-%d was there.\n", i }'
} >"$TMP/long.yaml"
quoin list --format=json "$TMP/long.yaml" | grep -o '[title]*title' | longest
quoin quotes "$TMP/long.yaml" | grep -o '[Smith]*Smith' | longest
for format in json jsonl csv tsv markdown; do
    echo "$format: $(quoin quotes --format=$format "$TMP/long.yaml" | grep -o '[Smith]*Smith' | longest)" \
        "$(quoin entities --format=$format "$TMP/long.yaml" | grep -o 'Number-[0-9]*' | sort -u | grep -c .)"
done
echo "text: $(quoin entities "$TMP/long.yaml" | grep -o 'Number-[0-9]*' | sort -u | grep -c .)"
path=/$(long 1000 "folder/")file.yaml
quoin show "$path" 2>&1 | sed "s|^$path|PATH|"
{
    echo "$(long 51 'keyé'): value"
    echo "date: $(long 3000 'keyé')"
    cat "$TMP/long.yaml"
} >"$TMP/wrong.yaml"
quoin check "$TMP/wrong.yaml" | sed 's/\(keyé\)*/&\n/' | sed 's/^.*wrong/wrong/; s/keyé\(keyé\)*/KEY/g'
quoin check "$TMP/wrong.yaml" | iconv -f UTF-8 -t UTF-8 >"$TMP/out" && echo "whole characters"
printf 'theme: %s\n' "$(long 3000 é)" >"$TMP/config.yaml"
quoin keys --config="$TMP/config.yaml" 2>&1 >"$TMP/out" | sed 's/é\(é\)*/LONG/g'
printf 'quoin-theme: 1\nname: x\nroles:\n  text: %s\n' "$(long 3000 ü)" >"$TMP/theme.yaml"
quoin themes check "$TMP/theme.yaml" 2>&1 | sed 's/ü\(ü\)*/LONG/g' | grep LONG
quoin themes show "$(long 3000 name)" 2>&1 | longest
