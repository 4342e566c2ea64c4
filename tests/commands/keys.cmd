quoin keys | head -12
quoin keys --format=tsv | head -3
quoin keys nonsense
