quoin quotes --format=jsonl council.yaml
