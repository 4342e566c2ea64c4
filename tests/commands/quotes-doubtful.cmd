# What is said to be in doubt is what the list marks with ~, indirect speech too.
text='Ferry to stay\n\nThe board of the harbour in Norvane noted the ferry will stay for one more winter.\n\nInes Farrow met Bea Marsh. Tom Brekke came later. “Nobody asked us.”\n'
printf "$text" | quoin quotes
printf "$text" | quoin quotes --format=jsonl | sed 's/.*"type": "\([a-z]*\)".*"confidence": \([0-9]*\).*"doubtful": \([a-z]*\).*/\1 \2 \3/'
