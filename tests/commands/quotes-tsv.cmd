quoin quotes --format=tsv council.yaml
