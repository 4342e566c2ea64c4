quoin entities --format=markdown council.yaml
