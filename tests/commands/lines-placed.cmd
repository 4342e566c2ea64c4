printf '%s\n' '{"id":1,"text":"The night boat to Skerrow was late. Nobody on Skerrow minded, and the Skerrow pier was dark."}' | quoin entities --from=jsonl --flat
