# "No." is an answer, and of a number only before one.
printf 'ORR: Yes.\n\nLOWE: No. My opponent said last week, “Every driver knows.”\n\nORR: No. 10 did not.\n\nLOWE: No.\n' | quoin quotes -
printf 'The council met.\n\nAnn Lowe said the flat at No.\302\24010 was hers.\n' | quoin quotes --format=jsonl - | sed 's/.*"text": "\([^"]*\)".*/\1/'
