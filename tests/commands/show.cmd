quoin show --width=60 council.yaml
