quoin quotes --format=json council.yaml
