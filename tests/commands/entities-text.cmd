quoin entities council.yaml plain.txt
