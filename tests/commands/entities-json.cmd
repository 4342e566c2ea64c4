quoin entities --format=json council.yaml
