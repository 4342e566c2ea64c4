# a byte order mark at the start, CR LF, empty lines, NUL and lone surrogates as escapes, the last line without its end
printf '\357\273\277{"id":1,"text":"a"}\r\n\r\n   \t\r\n\n{"id":2,"text":"\\u0000b\\ud800\\udc00\\udc00\\ud800c"}\n\357\273\277{"id":3,"text":"d"}\n{"id":4,"text":"“Yes,” said Ines Farrow."}' |
    quoin entities --from=jsonl
