quoin list --format=tsv | cut -f 2,4
