#!/bin/sh
# What somebody wants to know of an article, in tmux on two sizes of terminal: five questions, with the keys that the help names. They are counted,
# without the words that are typed: no answer takes more than six.
set -u
: "${SRCDIR:?}" "${BUILDDIR:?}"
. "$SRCDIR/tests/tmux.sh"
most=6

# task WHAT SIZE SHOWN GONE key… — the screen has SHOWN then, and not GONE (if that is something). A word that is typed is written =word.
task() {
    what="$1, at $2" columns=${2%x*} rows=${2#*x} shown=$3 gone=$4 pressed=0
    shift 4
    start_in "$columns" "$rows" "quoin --no-config --no-memory $SRCDIR/articles/70-free-buses.yaml; sleep 60"
    shows ' 20 '; ok $? "$what: the article, and how many quotations it has"
    for key; do
        case $key in
        =*) keys -l "${key#=}" ;;
        *) keys "$key" && pressed=$((pressed + 1)) ;;
        esac
    done
    shows "$shown"; ok $? "$what: $shown"
    [ -z "$gone" ] || ! screen | grep -qF -- "$gone"; ok $? "$what: nothing else"
    [ "$pressed" -le "$most" ]; ok $? "$what: $pressed keys"
}

for size in 80x24 46x15; do
    task 'who said what about tickets' $size '10/20' '' g q / =ticket Enter
    task 'all that Rook says' $size 'only Annelise Rook: 6 of 20' '' g n =rook Enter F
    task 'where the University of Tarn occurs' $size 'University of Tarn: 1 mention' '' g e / =tarn Enter Enter
    task 'the text alone' $size 'the city of Marlow' 'uotes' z n
    task 'a word, and then the quotation after it' $size '4/20' '' / =diary Enter .
done

# The cursor of the terminal is where somebody is: in a list on the selected row.
start_in 80 24 "quoin --no-config --no-memory $SRCDIR/articles/70-free-buses.yaml; sleep 60"
shows ' 20 '; ok $? "the cursor: the article, and how many quotations it has"
keys g q j j
shows '3/20'; ok $? "the cursor: the third quotation"
row=$(screen | grep -nF '▶  3' | cut -d: -f1)
[ "$(tmux -S "$socket" display-message -p '#{cursor_x} #{cursor_y} #{cursor_flag}')" = "0 $((row - 1)) 0" ]
ok $? "the cursor: is on it, unseen"
tap_done
