# What is piped is read when nothing is named, by each command that reads articles; lists are of what is named, or bundled.
said='“I will go,” said John Smith.'
for command in show quotes entities check; do
    printf '%s\n' "$said" | quoin $command
done
printf '%s\n' "$said" | quoin --width=40
printf '{"id": 1, "text": "%s"}\n' "$said" | quoin quotes --from=jsonl
quoin quotes </dev/null
quoin </dev/null
quoin check </dev/null
quoin list </dev/null | tail -1
