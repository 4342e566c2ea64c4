quoin quotes council.yaml plain.txt
