# a key that stands twice means two things: an error, with the id that came first; also where it is written with an escape. Other keys may.
printf '%s\n' '{"id":1,"text":"x","text":"“Yes,” said Ines Farrow."}' '{"id":2,"text":"x","id":3}' '{"id":4,"\u0074ext":"x","text":"y"}' \
    '{"id":5,"x":1,"x":2,"text":""}' '{"id":6,"x":{"text":1,"text":2},"text":""}' | quoin quotes --from=jsonl
