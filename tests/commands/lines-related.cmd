printf '%s\n' '{"id":1,"text":"Ukrainian ships left. The U.S. talked; American farmers and two Swedes listened."}' | quoin entities --from=jsonl
