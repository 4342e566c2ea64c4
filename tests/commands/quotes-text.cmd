quoin quotes council.yaml
