quoin entities --format=csv council.yaml
