quoin show --color=always --width=60 plain.txt | od -c | head -12
NO_COLOR=1 quoin show --color=always --width=60 plain.txt | head -1 | od -c | head -4
quoin show --color=auto --width=60 plain.txt | head -1
