lines='{"id":1,"text":"“We go,” said President Ines Farrow. Sen. Tom Okonjo agreed."}
{"id":2,"text":"The International Monetary Fund met. “It is slow,” the IMF said."}'
printf '%s\n' "$lines" | quoin quotes --from=jsonl; printf '%s\n' "$lines" | quoin entities --from=jsonl --flat
