# a model that cannot be used is told, and rules find the names
mkdir -p "$TMP/data/models"
printf 'QUOINTAG' >"$TMP/data/models/names.model"
QUOIN_DATA=$TMP/data quoin entities --no-config council.yaml
head -c 5000 "$SRCDIR/models/names.model" >"$TMP/data/models/names.model"
echo '{"id": 1, "text": "Ines Farrow left London."}' | QUOIN_DATA=$TMP/data quoin entities --from=jsonl --format=jsonl
rm "$TMP/data/models/names.model"
echo '{"id": 1, "text": "Ines Farrow left London."}' | QUOIN_DATA=$TMP/data quoin entities --from=jsonl --format=jsonl
echo '{"id": 1, "text": "Ines Farrow left London."}' | quoin entities --from=jsonl --format=jsonl
# where no names are looked for, none is read
echo 'Der Rat hat das mit der Stadt in der Nacht besprochen. „Das ist für uns alle nicht zu haben“, sagte Ilse Brandt, die auf der Insel lebt.' | QUOIN_DATA=$TMP/data quoin quotes --no-config
