# Makes lexicon_table.h of the word lists: an open-addressing hash table of folded names and words, so that the program
# looks a name up in time linear in its length and builds nothing at start. Works with any POSIX awk in the C locale.
#
#     LC_ALL=C awk -f lexicon.awk data/names.tsv data/gazetteer.tsv data/words.tsv > lexicon_table.h
#
# A key is folded as lexicon.c folds text: small letters, no accents, no full stops, hyphens as blanks. The words before
# the last one of a longer key are keys too, marked LEXICON_BEGINS: a search for the longest name stops where there is none.

BEGIN {
    FS = "\t"
    for (i = 1; i < 256; i++)
        code[sprintf("%c", i)] = i
    count_of_accents = split("À a Á a Â a Ã a Ä a Å a Ç c È e É e Ê e Ë e Ì i Í i Î i Ï i Ñ n Ò o Ó o Ô o Õ o Ö o " \
        "Ù u Ú u Û u Ü u Ý y à a á a â a ã a ä a å a ç c è e é e ê e ë e ì i í i î i ï i ñ n ò o ó o ô o õ o ö o " \
        "ù u ú u û u ü u ý y Ā a ā a ă a ą a ć c Č c č c ē e ę e ğ g ī i İ i ń n ň n ō o ř r ś s Š s š s ş s ș s ț t " \
        "ū u ů u ź z ż z Ž z ž z Ł l ł l Ø o ø o ’ '", accents, " ")
}

function fold(name,    i) {
    if (name ~ /[\200-\377]/)
        for (i = 1; i < count_of_accents; i += 2)
            gsub(accents[i], accents[i + 1], name)
    name = tolower(name)
    gsub(/\./, "", name)
    gsub(/-/, " ", name)
    gsub(/  +/, " ", name)
    return name
}

# Is the name written in capitals, so that small letters in the text are another word?
function in_capitals(name) {
    return name ~ /[A-Z]/ && name !~ /[a-z\200-\377]/ && length(name) <= 9
}

function add_flag(key, flag) {
    if (!(key in flags)) {
        keys[++key_count] = key
        flags[key] = ""
    }
    if (index(" " flags[key] " ", " " flag " ") == 0)
        flags[key] = flags[key] (flags[key] == "" ? "" : " ") flag
}

function add_name(name, kind, group,    key, flag, doubtful, prefix, rest, at) {
    key = fold(name)
    if (key == "")
        return
    doubtful = sub(/-$/, "", kind)
    flag = toupper(kind)
    # A second row about a name, in another file, adds nothing but its doubt.
    if (!(key in kind_of)) {
        kind_of[key] = flag
        add_flag(key, flag)
        if (kind == "country" || kind == "region" || kind == "city")
            add_flag(key, "PLACE")
        if (kind == "team")
            add_flag(key, "ORGANIZATION")
        spelled_small[key] = !in_capitals(name)
    } else if (!in_capitals(name)) {
        spelled_small[key] = 1
    }
    if (doubtful)
        add_flag(key, "DOUBTFUL")
    if (group && !(key in group_of))
        group_of[key] = group
    for (rest = key; (at = index(rest, " ")) > 0; rest = substr(rest, at + 1)) {
        prefix = substr(key, 1, length(key) - length(rest) + at - 1)
        add_flag(prefix, "BEGINS")
    }
}

FNR == 1 { in_words = FILENAME ~ /words\.tsv$/ }
/^#/ || NF < 2 { next }

in_words {
    flag = toupper($1)
    gsub(/-/, "_", flag)
    word_count = split($2, words, " ")
    for (i = 1; i <= word_count; i++)
        add_flag(fold(words[i]), flag)
    next
}

{
    group = 0
    other_count = split($3, others, "; ")
    if (other_count > 0) {
        group = ++group_count
        for (i = 1; i <= other_count; i++)
            add_name(others[i], $2, group)
    }
    add_name($1, $2, group)
}

function is_prime(n,    d) {
    for (d = 3; d * d <= n; d += 2)
        if (n % d == 0)
            return 0
    return n % 2 == 1
}

function hash(key,    h, i) {
    h = 0
    for (i = 1; i <= length(key); i++)
        h = (h * 31 + code[substr(key, i, 1)]) % 4294967296
    return h
}

END {
    slot_count = int(key_count * 1.7)
    while (!is_prime(slot_count))
        slot_count++
    offset = 0
    for (i = 1; i <= key_count; i++) {
        key = keys[i]
        at = hash(key) % slot_count
        while (at in slot)
            at = (at + 1) % slot_count
        slot[at] = i
        offset_of[i] = offset
        offset += length(key)
    }
    print "/* Made by lexicon.awk of the lists in data/: do not edit. */"
    printf "enum { LEXICON_SLOTS = %d, LEXICON_GROUPS = %d };\n\n", slot_count, group_count
    print "static const unsigned char lexicon_keys[] = {"
    for (i = 1; i <= key_count; i++) {
        line = "   "
        for (j = 1; j <= length(keys[i]); j++)
            line = line " " code[substr(keys[i], j, 1)] ","
        print line
    }
    print "};\n\nstatic const LexiconEntry lexicon_entries[] = {"
    print "    {0, 0, 0, 0},"
    for (i = 1; i <= key_count; i++) {
        key = keys[i]
        if ((key in kind_of) && !spelled_small[key])
            add_flag(key, "CAPITALS")
        line = ""
        n = split(flags[key], list, " ")
        for (j = 1; j <= n; j++)
            line = line (j > 1 ? " | " : "") "LEXICON_" list[j]
        printf "    {%d, %d, %d, %s},\n", offset_of[i], length(key), group_of[key] + 0, line
    }
    print "};\n\nstatic const uint16_t lexicon_slots[LEXICON_SLOTS] = {"
    for (at = 0; at < slot_count; at++)
        printf "%d,%s", slot[at], (at % 16 == 15) ? "\n" : " "
    print "\n};"
}
