quoin plain.txt
