# a reader that closes the pipe ends it, without a word
awk 'BEGIN { for (i = 0; i < 20000; i++) printf "{\"id\":%d,\"text\":\"“Number %d,” said Ines Farrow.\"}\n", i, i }' |
    quoin quotes --from=jsonl | head -n 1
quoin --version >/dev/full
