# Captions are read as what is said in them, with who says it; a file of them is imported as any other.
articles=$SRCDIR/tests/vectors/articles
quoin quotes "$articles/captions-call.vtt" "$articles/captions-interview.srt"; echo "= $?"
quoin import <"$articles/captions-rolling.vtt"; echo "= $?"
