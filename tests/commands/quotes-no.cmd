# "No." is an answer, and of a number only before one.
printf 'ORR: Yes.\n\nLOWE: No. My opponent said last week, “Every driver knows.”\n\nORR: No. 10 did not.\n\nLOWE: No.\n' | quoin quotes -
