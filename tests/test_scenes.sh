#!/bin/sh
# What people do with quoin, from beginning to end, in tmux: somebody reads an article in three sittings on two sizes of terminal; somebody who does not
# see follows who said what by lines. Each step is a key and what the screen then has.
set -u
: "${SRCDIR:?}" "${BUILDDIR:?}"
. "$SRCDIR/tests/tmux.sh"
cp "$SRCDIR/articles/10-night-boat.yaml" "$work/boat.yaml"

start() { # columns rows command
    start_in "$1" "$2" "$3; echo has-ended; sleep 60"
}
step() { # what the screen has then, the words, keys…
    what=$1 words=$2
    shift 2
    keys "$@"
    shows "$words"; ok $? "$what"
}

# --- by lines: 40 columns, 12 rows
start 40 12 "quoin --linear $work/boat.yaml"
shows 'More.'; ok $? "by lines: the head of the article, as much as fits"
step "… and the rest of it" 'keys, q quits.' Space
step "… the first paragraph" 'two vans of mail, a piano' Space
step "… a quotation and who said it" 'Quotation 1, Signe Aldous: “We' Space
shows 'Quotation 2, Signe'; ok $? "… and the next one in it"
step "… the next one" 'Quotation 3 of 21' .
step "… the next one of somebody else" 'Quotation 4 of 21, Effie Marr' .
step "… the same speaker's next" 'Quotation 5 of 21, Effie Marr' ']' s
step "… one that is in doubt" 'Quotation 19 of 21, probably' 14 .
step "… who all is there" '2, Roderick Pym, person, named 3' g e
step "… the second of them" 'Quotation 10, Roderick Pym:' 2 g e
step "… a question is asked" 'Search for:' /
step "… and answered" 'Match 1 of 1, paragraph 12' porridge Enter
step "… what said it" '‘porridge’ across it.”' Enter
step "… keys are told in words" 'left bracket s' '?' Space
step "… and it ends where it began" 'has-ended' q
start 40 12 "quoin --linear --lines=100 $work/boat.yaml"
shows 'You were at paragraph 12 of 15'; ok $? "… and goes on where it was left"
step "… with what comes next" 'Winifred Oake in the galley' Space
step "… ended" 'has-ended' q
start 60 14 "PS1='shell> ' ENV= sh -i"
step "by lines, in a shell" 'keys, q quits.' "quoin --linear --no-memory $work/boat.yaml" Enter
tmux -S "$socket" resize-window -x 30 -y 14 2>/dev/null
step "… lines are as wide as the terminal is by now" 'a piano, and a harbor pilot' Space
step "… a question" 'Search for:' /
step "… of what is pasted nothing is obeyed" 'a31mé' "$(printf 'a\302\23331m\303\251')"
step "… and a character is erased as one" 'a31x' BSpace BSpace x
step "… a line too" 'porri' C-u porri
step "… and stopped" 'Stopped' C-z
step "… gone on: the question is there again" 'Search for:' 'clear; fg' Enter
shows 'porri'; ok $? "… with what was typed"
step "… which goes on" 'paragraph 12' x BSpace dge Enter
step "… ended" 'shell>' q
rm -rf "$work/home/.local"

# --- a bundled article that was begun is offered, and stands in the list once
QUOIN_DATA=$SRCDIR
export QUOIN_DATA
start 80 24 'quoin'
shows 'article 1/9'; ok $? "the articles that come with quoin"
step "… the second of them" 'PORT HALLAM' g a j Enter
step "… is begun" 'has-ended' Space Space Q
start 80 24 'quoin'
step "… and offered first" 'continue: The night boat' g a
shows 'article 1/9'; ok $? "… as one of the nine"
step "… ended" 'has-ended' Q
unset QUOIN_DATA
rm -rf "$work/home/.local"

# --- a program that takes its time
start 80 24 "quoin --no-memory $work/boat.yaml"
shows 'PORT HALLAM'; ok $? "a program that is given the article"
step "… goes on, which is told" 'sleep is running' '|' sleep Space 600 Enter
tmux -S "$socket" resize-window -x 120 -y 40 2>/dev/null
shows '┬'; ok $? "… on a larger terminal too"
step "… until ^C" 'sleep was stopped' C-c
step "… ended" 'has-ended' Q
start 80 24 "(while :; do echo 'text is here to be read'; sleep 0.2; done) | quoin --no-memory"
shows 'text is here'; ok $? "a program that is given a text which is coming still"
step "… ends by itself" 'sleep has the article' '|' sleep Space 1 Enter
step "… ended" 'has-ended' Q

# --- three sittings: a small terminal, a large one, the small one again
start 80 24 "quoin $work/boat.yaml"
shows 'PORT HALLAM'; ok $? "first sitting: the article"
step "… the seventh quotation" 'quote 7/21' 7 g Q
step "… a narrower measure, until the end" 'measure=50' :set Space measure=50 Enter
step "… what was typed comes back" ':set measure=50' : s Up
step "… and is left" 'quote 7/21' Escape
step "… a note on it" 'note:' a
step "… which is written" 'noted' who Space is Space with Space him '?' Enter
step "… a mark, and the end" 'has-ended' m a q
start 120 40 "quoin $work/boat.yaml"
shows 'I am tired'; ok $? "second sitting, on a larger terminal: where it was left"
step "… to another place" 'Forty-one nights' / Forty-one Enter
step "… and back to the mark" 'I am tired' "'" a
step "… the notes" 'who is with him?' g N
step "… on by two" 'quote 9/21' 9 g Q
step "… left" 'has-ended' Q
start 80 24 'quoin'
shows 'continue'; ok $? "third sitting: it is offered to be continued"
step "… and goes on" 'Sunday dinner at ten' Enter
step "… another note, on the ninth quotation" 'noted' 9 g Q a cannot Space sleep Enter
step "… one on the tenth" 'noted' 1 0 g Q a by Space whom '?' Enter
step "… the fourth, on the twelfth" 'noted' 1 2 g Q a good Space line Enter
step "… the fifth, on the sixteenth" 'noted' 1 6 g Q a the Space porridge Enter
step "… [n says the one before" '4 of 5: good line' '[' n
step "… the ropes were not applauded by two" 'Calum Breck' 1 9 g Q g s Calum Space Breck Enter
step "… the page for a colleague" 'saved the article as html' : export Space html Space "$work/boat.html" Enter
step "… who said what, for a table" 'saved the article as tsv' : export Space "$work/boat.tsv" Enter
step "… the same to edit" 'saved the article as markdown' : export Space "$work/boat.md" Enter
step "… ended" 'has-ended' Q


file_has() { # file, words
    grep -qF -- "$2" "$work/$1"; ok $? "… $1 has \"$2\""
}
file_has boat.html 'who is with him?'
file_has boat.html 'Jonah Strand'
file_has boat.html 'cannot sleep'
grep -q '^19	Calum Breck	' "$work/boat.tsv"; ok $? "… the speaker that was corrected is that of the table"
file_has boat.md 'by whom?'
[ "$(sed -n '/^## Notes/,$p' "$work/boat.md" | grep -c '^> — ')" -eq 5 ]; ok $? "… five notes, each with who speaks"
file_has boat.md 'The night boat to Skerrow sails again'
quoin cite --format=bibtex "$work/boat.yaml" >"$work/boat.bib"
file_has boat.bib 'Arkwright'
file_has boat.bib '2024'
if command -v pandoc >/dev/null 2>&1; then
    printf -- '---\nnocite: "@*"\n---\n\n' >"$work/cited.md"
    pandoc --citeproc --bibliography "$work/boat.bib" -t plain "$work/cited.md" >"$work/cited.txt" 2>/dev/null
    file_has cited.txt 'The night boat to Skerrow'
else
    count=$((count + 1))
    echo "ok $count # SKIP pandoc is not installed"
fi

# --- a folder that one may not write to: told once, and what was written is not lost without a word
way=
[ "$(id -u)" -eq 0 ] && way='setpriv --reuid=65534 --regid=65534 --clear-groups'
if [ -z "$way" ] || $way true 2>/dev/null; then
    chmod 755 "$work" && mkdir -p "$work/other/.local/share/quoin/notes" && chmod 555 "$work/other/.local/share/quoin/notes"
    start 80 24 "HOME=$work/other $way quoin --no-memory $work/boat.yaml"
    shows 'PORT HALLAM'; ok $? "notes that may not be written"
    step "… which is said" 'not kept: its folder cannot be made: Permission denied' 7 g Q a mine Enter
    step "… reading goes on" 'quote 8/21' .
    step "… and said once more at the end, with the words" 'notes: not kept: mine' Q
else
    count=$((count + 1))
    echo "ok $count # SKIP nobody else can be tried here"
fi

# --- a FIFO whose writer waits for a reader: it is opened once
mkfifo "$work/fifo"
printf 'Ferry\n\n“We sail,” said Ines Farrow.\n' >"$work/fifo" 2>/dev/null &
start 80 24 "quoin --no-memory $work/fifo"
shows 'said Ines Farrow'; ok $? "a FIFO that somebody writes into already"
step "… ended" 'has-ended' Q
tap_done
