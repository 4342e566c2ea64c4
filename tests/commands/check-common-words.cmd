# Quotations of which all words are as common as those of the text: the search for them ends, and says so once.
awk 'BEGIN {
    printf "title: T\nbody:\n  - >-\n    the";
    for (i = 0; i < 50000; i++) printf " a b";
    printf "\nquotes:\n";
    for (i = 0; i < 40; i++) print "  - {text: a b a b b a b a, speaker: Bob Jones}";
}' >"$TMP/common.yaml"
cd "$TMP"
quoin check common.yaml | sed 's/"a b a b.*/…/' | tail -2
