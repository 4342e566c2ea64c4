quoin show --ascii --width=70 council.yaml
