printf '%s\n' '{"id":"\u001b[31m\u202e","text":"“We \u001b[31mwill\u202e,” said Ines Farrow."}' | quoin quotes --from=jsonl
