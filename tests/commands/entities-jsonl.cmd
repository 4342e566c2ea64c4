quoin entities --format=jsonl council.yaml
