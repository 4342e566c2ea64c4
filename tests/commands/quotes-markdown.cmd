quoin quotes --format=markdown council.yaml
