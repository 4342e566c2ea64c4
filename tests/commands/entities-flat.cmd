quoin entities --flat council.yaml
