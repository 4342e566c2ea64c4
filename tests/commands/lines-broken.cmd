# the id is in the answer where it came before what is wrong, whatever that is; the next line is answered
deep=$(printf '%80s' '' | tr ' ' '[')
printf '%s\n' '{"id":1,"text":"x' '{"id":2,"text":"\q"}' '{"id":3,"text":"\u12"}' '{"id":"four", x' "{\"id\":5,\"x\":$deep" '{"id":6,"text":"x"} {' \
    '{"id":7' '{"id":' '{"text":1,"id":8}' '{"id":null,"text":9}' '{"id":"\u202e10\"","text":' '{"id":true,"text":"“Yes,” said Ines Farrow."}' |
    quoin quotes --from=jsonl
printf '{"id":13,"x":"\377","text":"y"}\n{"id":14,"text":"y"}\n{"id":15,"text":"\001"}\n{"id":16,"text":"\000"}\n' | quoin quotes --from=jsonl
