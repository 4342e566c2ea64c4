quoin show --from=text --width=60 wrong.yaml
