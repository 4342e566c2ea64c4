quoin themes --format=tsv | sed 1d | cut -f1 | while read -r theme; do quoin themes check --format=jsonl "$theme" >/dev/null || echo "$theme: $?"; done
