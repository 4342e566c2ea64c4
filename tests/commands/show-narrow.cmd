quoin show --width=20 plain.txt
