printf '%s\n' '{"id":1,"text":"“We will,” said Ines Farrow."}' '' '{"text":"no quotations"}' '{"id":"a\u0009b","text":"caf\u00e9 \ud83d\ude00 “Yes,” said Ines Farrow.","more":{"x":[1,2]}}' |
    quoin quotes --from=jsonl --format=jsonl
