# Given quotations that stand in the text in other words, or in several places: the list, a table, JSON, and what check says.
cd ../vectors/articles
quoin quotes differs-quotes-words.yaml 2>/dev/null
quoin quotes --format=tsv differs-quotes-number.yaml 2>/dev/null
quoin quotes --format=jsonl differs-quotes-words.yaml 2>/dev/null
quoin check differs-quotes-words.yaml differs-quotes-places.yaml bad-quote-lookalike.yaml
