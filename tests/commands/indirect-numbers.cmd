# Indirect speech with money and thousands in it: their comma parts nothing, and a sign of money may begin it.
printf 'The council met.\n\nAnn Lee said the missing £14,000 had been paid.\n\nAnn Lee said $2,500 was too much.\n\nAnn Lee said 14,000 people came.\n' |
    quoin quotes --format=jsonl - | sed 's/.*"type": "\([a-z]*\)".*"text": "\([^"]*\)".*/\1: \2/'
