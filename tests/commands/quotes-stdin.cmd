quoin quotes - <plain.txt
