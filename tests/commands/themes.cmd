quoin themes
quoin themes --format=tsv | cut -f 1,2
