quoin quotes --format=csv council.yaml
