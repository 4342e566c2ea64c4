quoin entities --format=tsv council.yaml
