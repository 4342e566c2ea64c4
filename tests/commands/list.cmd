quoin list council.yaml plain.txt broken.yaml no-such-file.yaml
quoin list --format=json council.yaml
