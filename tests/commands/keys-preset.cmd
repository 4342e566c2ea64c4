quoin keys --preset=w3m --format=tsv | head -16
quoin keys --preset=wm3
quoin keys --preset
