quoin quotes --from=jsonl --format=tsv
quoin quotes --from=jsonl council.yaml
quoin show --from=jsonl
