# a thousand lines come back in their order, whatever is in them
awk 'BEGIN { for (i = 0; i < 1000; i++) printf "{\"id\":%d,\"text\":\"“Number %d,” said Ines Farrow.\"}\n", i, i }' |
    quoin quotes --from=jsonl | awk -F'[:,]' '$2 + 0 != NR - 1 { print "line " NR ": " $0 } END { print NR " lines" }'
