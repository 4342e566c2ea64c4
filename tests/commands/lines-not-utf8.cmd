printf '{"id":1,"text":"\377"}\n{"id":2,"text":"x"}\n' | quoin entities --from=jsonl
