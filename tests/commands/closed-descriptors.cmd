# a command that was started without one of its streams says so where it can; nothing else gets the stream's number, and nothing is success
quoin --version >&-; echo "version: $?"
quoin list --format=tsv >&-; echo "list: $?"
quoin quotes plain.txt >&-; echo "quotes: $?"
quoin check council.yaml >&-; echo "check, with nothing to say: $?"
quoin quotes - <&-; echo "quotes: $?"
quoin no-such.yaml 2>&-; echo "without standard error: $?"
