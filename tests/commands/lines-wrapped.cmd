printf '%s\n' '{"id":1,"text":"The talks in Geneva were led by Ines Maria\nFarrow of the Harbor Board, who left for New\nYork at noon."}' | quoin entities --from=jsonl --flat
