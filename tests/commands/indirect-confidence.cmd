# How sure indirect speech is, its clause and its speaker together: a plain verb and a name most, what stands before who says it; other verbs, "it"
# and who stands far off least.
text='The pier\n\nInes Farrow said that the pier would go. The pier would go, Farrow said. According to Farrow, the boats would go.\n\n'
more='Farrow noted the pier would go.\n\nHarbour Week is new. It noted the pier would go. Officials said the pier would go.\n\n'
last='Farrow, who had come by the old night boat from the town of Varn, noted the pier would go.\n'
printf "$text$more$last" | quoin quotes --format=jsonl |
  sed 's/.*"speaker": "\([^"]*\)".*"cue": "\([^"]*\)", "confidence": \([0-9]*\).*/\3 \1, \2/'
