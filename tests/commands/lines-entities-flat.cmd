printf '%s\n' '{"id":1,"text":"In Geneva, Mayor Ines Farrow met NATO. Farrow smiled."}' | quoin entities --from=jsonl --flat
