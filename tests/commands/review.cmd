# what is doubtful is asked, the least sure first, and what was answered goes into the article's own file; answers are piped
# what is in doubt is told by the files, not by weights that are learned, but for the order of what is found itself
cp review.yaml review-found.yaml plain.txt "$TMP"
cd "$TMP" || exit
HOME=$TMP; export HOME
article=bridge.yaml
cp review.yaml "$article"
printf 'c\nHarbour Authority\nnys' | quoin review --width=80 "$article"
diff review.yaml "$article"
quoin check "$article"
# what was skipped is asked again, and only that; a wrong key, a number, an empty name
printf 'x\nc\n\nc9\nc1\n' | quoin review "$article"
tail -6 "$article"
quoin review "$article"
# a line for each answer, an empty one accepts; q keeps what was decided
cp review.yaml "$article"
printf '\ny\nq\n' | quoin review "$article" plain.txt | tail -1
grep -c 'checked: yes' "$article"
grep -c 'checked: no' "$article"
quoin quotes --format=tsv "$article" | cut -f3-5,10-12 | head -4
quoin import "$article" | grep checked
quoin import --format=json "$article" | tr , '\n' | grep checked
# u goes back to the question before, whose answer is forgotten
cp review.yaml "$article"
printf 'uynuunsq' | quoin review "$article" | grep -v '^Before\|^Why'
grep -c 'checked: yes' "$article"
# answers that end without one: nothing is written
cp review.yaml "$article"
quoin review "$article" | tail -1
cmp review.yaml "$article"
# what the reader corrected (gs) holds, and is not asked
notes=.local/share/quoin/notes/46
mkdir -p "$notes"
cat >"$notes/46671391304a87658ee6e6b3b40f868f.yaml" <<END
quoin-notes: 1
article: {id: review-of-notes}
corrections:
- {id: c37907b844df, text: “Nobody asked us.”, prefix: "Tom Brekke spoke last. ", at: 96, speaker: Ines Farrow, made: 2026-11-30T10:07:42Z}
END
cat >noted.yaml <<END
id: review-of-notes
title: Bridge vote
body:
  - “We will appeal,” said Ines Farrow. A statement called it “unsafe at any speed”.
  - Tom Brekke spoke last. “Nobody asked us.”
END
printf y | quoin review noted.yaml
tail -9 noted.yaml
# who was found: the least sure first; all of it becomes quotes: of the file
printf 'ssss' | quoin review --width=500 review-found.yaml | sed -n 's/.*right in \([0-9]*\) of 100.*/\1/p' >sure
sort -nc sure && grep -c . sure
printf 'yyyy' | quoin review review-found.yaml | tail -2
grep -c 'checked: yes' review-found.yaml
grep -v 'speaker:\|cue:' review-found.yaml | tail -14
# nothing to ask
printf 'title: T\nquotes: []\nbody:\n  - Ann Lee said so.\n' >none.yaml
quoin review none.yaml
# what has no place for answers: they are kept with the notes, hold from then on, and are not asked again
printf 'Bridge vote\n\nA statement called the bridge “unsafe at any speed”.\n\nA report called the harbour “empty for half of the year”.\n' >talks.txt
printf 'nc\nInes Farrow\n' | quoin review talks.txt
grep -h -A30 '^corrections' .local/share/quoin/notes/*/*.yaml | grep 'text:\|speaker:\|speech:'
quoin quotes talks.txt
quoin review talks.txt
printf y | HOME= quoin review plain.txt
echo "= $?"
# what would lose something is told before the first question
printf 'title: T\nbody: ["Ann Lee spoke. “We will.”"]\nquotes: [{text: Nothing}, {text: We will.}]\n' >lost.yaml
printf 'y' | quoin review lost.yaml
echo "= $?"
printf 'y' | quoin review no-such-file.yaml
echo "= $?"
quoin review
echo "= $?"
quoin review - <review.yaml
