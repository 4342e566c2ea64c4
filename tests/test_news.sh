#!/bin/sh
# The form of the open corpus (tests/news), and nothing of what is found in it: each text has its marks, its row in index.tsv and a licence that is
# described; each row of marks is in the form of GUIDELINE, and its words stand in the text.
set -u
: "${SRCDIR:?}" "${BUILDDIR:?}"
news=$SRCDIR/tests/news
work=$BUILDDIR/tests/news.tmp
. "$SRCDIR/tests/tap.sh"
rm -rf "$work"
mkdir -p "$work"
tab=$(printf '\t')

tap_why() {
    sed 20q "$work/output"
}

# Rows of marks that are in no such form, with the reason. $1: the text; $2: its marks.
wrong_rows() {
    LC_ALL=C awk -F '\t' '
    function is_there(words, number) { # in the text, at least that often
        number = 1
        if (match(words, /#[0-9]+$/)) {
            number = substr(words, RSTART + 1) + 0
            words = substr(words, 1, RSTART - 1)
        }
        for (rest = text; number > 0 && (at = index(rest, words)) > 0; number--)
            rest = substr(rest, at + 1)
        return words != "" && number == 0
    }
    function all_are_there(list, count, i) {
        count = split(list, people, "; ")
        for (i = 1; i <= count; i++) {
            if (!is_there(people[i]) && index(tolower(text), tolower(people[i])) == 0)
                return 0
        }
        return count > 0
    }
    function has_marks(words) { # at one end at least: a paragraph may go on, and a mark may be lost
        sub(/#[0-9]+$/, "", words)
        return words ~ /^("|\047|“|”|‘|’)/ || words ~ /("|\047|“|”|‘|’)$/
    }
    function is_finer() { return $4 ~ /^(nationality|event|work|law|product|award|ship|religion|language|other)$/ }
    function wrong(why) { print FILENAME ", line " FNR ": " why ": " $0 }
    FNR == NR { text = text $0 "\n"; next }
    /^#/ || $1 == "turn" { next }
    $1 ~ /^(direct|mixed|fragment|indirect)$/ {
        if (!is_there($2)) wrong("words")
        if ($3 != "?" && !all_are_there($3)) wrong("who")
        if ($4 != "?" && !is_there($4)) wrong("the words that name the speaker")
        if (($3 == "?") != ($4 == "?")) wrong("nobody, or somebody")
        if ($1 == "indirect" ? NF != 5 || !is_there($5) : NF > 5 || (NF == 5 && $5 != "unsure")) wrong("column five")
        if ($1 == "indirect" ? $2 ~ /^ |[ .,;]$/ : !has_marks($2)) wrong("where the words end")
        next
    }
    $1 ~ /^(person|org|place|misc)$/ {
        if (!is_there($2)) wrong("words")
        if ($3 != "-" && !is_there($3)) wrong("identity")
        if ($1 == "misc" ? NF != 4 || !is_finer() : NF != 3) wrong("finer kind")
        if (seen[$2]++) wrong("twice")
        next
    }
    { wrong("kind") }' "$1" "$2"
}

# Texts whose row in index.tsv does not tell whose they are, and on which terms.
cat >"$work/terms" <<'END'
Wikinews	CC BY 2.5
Wikinews	public domain (Wikinews before 2005-09-25)
NASA	public domain (US government work)
US Congress	public domain (US government work)
END
LC_ALL=C awk -F '\t' 'FNR == NR { terms[$0]; next } NF != 7 || $4 == "" || $6 == "" || !(($3 "\t" $7) in terms)' \
    "$work/terms" "$news/index.tsv" | sed '/^part\t/d' >"$work/output"
[ ! -s "$work/output" ]; ok $? "each text has a source, an address and a licence"
sed 1d "$news/index.tsv" | while IFS=$tab read -r part file source title rest; do
    [ "$title" = "$(sed q "$news/$part/$file")" ] && [ -f "$news/$part/${file%.txt}.marks" ] || echo "$part/$file"
done >"$work/output"
[ ! -s "$work/output" ]; ok $? "each text of index.tsv is there, under its title, with its marks"
(cd "$news" && ls -d ./*/*) | sed 's,^\./,,; s/\.marks$/.txt/' | sort -u >"$work/files"
sed 1d "$news/index.tsv" | awk -F '\t' '{ print $1 "/" $2 }' | sort | comm -3 - "$work/files" >"$work/output"
[ ! -s "$work/output" ]; ok $? "each file is in index.tsv"
for source in 'Wikinews=Wikinews (English)' 'NASA=NASA' 'US Congress=Members of the United States Congress'; do
    texts=$(awk -F '\t' -v source="${source%%=*}" '$3 == source { texts++ } END { print texts + 0 }' "$news/index.tsv")
    grep "^${source#*=}, " "$news/LICENCES" >"$work/output"
    grep -qx "${source#*=}, $texts texts" "$work/output"; ok $? "LICENCES: $texts texts of ${source%%=*}"
done
for part in "$news"/*/; do
    for text in "$part"*.txt; do
        wrong_rows "$text" "${text%.txt}.marks"
    done >"$work/output"
    [ ! -s "$work/output" ]; ok $? "$(basename "$part"): each row of marks is in the form of GUIDELINE, and its words are in the text"
done
rm -rf "$work"
tap_done
