printf '%s\n' '{"id":1}' '{"id":2,"text":3}' 'nothing' '{"id":01,"text":"x"}' '{"id":[1],"text":"x"}' '{"id":6,"text":"x" ' '{"id":7,"text":"“Yes,” said Ines Farrow."}' |
    quoin quotes --from=jsonl
