# Makes a table of the word lists, as a header: an open-addressing hash table of words with their classes, so that the program looks a word
# up in time linear in its length and builds nothing at start. Works with any POSIX awk in the C locale.
#
#     LC_ALL=C awk -v table=lexicon -f word_tables.awk data/names.tsv data/gazetteer.tsv data/words.tsv > lexicon_table.h
#     LC_ALL=C awk -v table=quotation_words -f word_tables.awk data/quotation-words.tsv data/firstnames.tsv > quotation_words_table.h
#
# A list has rows of a name and its kind ("aarhus", tab, "city"; then other names of the same thing), or of a class and its words
# ("says", tab, "acknowledge acknowledged …").
#
# The keys of the lexicon are folded as lexicon.c folds text: small letters, no accents, no full stops, hyphens as blanks. The words
# before the last one of a longer key are keys too, of the class BEGINS: a search for the longest name stops where there is none.
# A slot holds 65536 times the sign of a key, which tells it from nearly all others, and the number of its entry (base/word_table.h): who looks
# up a word that is in no list reads no entry.
#
# The other table has words as they are, and a number for each word of the class `named`, by which rules call it (WORD_SAID).

BEGIN {
    FS = "\t"
    for (i = 1; i < 256; i++)
        code[sprintf("%c", i)] = i
    count_of_accents = split("À a Á a Â a Ã a Ä a Å a Ç c È e É e Ê e Ë e Ì i Í i Î i Ï i Ñ n Ò o Ó o Ô o Õ o Ö o " \
        "Ù u Ú u Û u Ü u Ý y à a á a â a ã a ä a å a ç c è e é e ê e ë e ì i í i î i ï i ñ n ò o ó o ô o õ o ö o " \
        "ù u ú u û u ü u ý y Ā a ā a ă a ą a ć c Č c č c ē e ę e ğ g ī i İ i ń n ň n ō o ř r ś s Š s š s ş s ș s ț t " \
        "ū u ů u ź z ż z Ž z ž z Ł l ł l Ø o ø o ’ '", accents, " ")
}

# ---- keys and their classes

function constant(text) {
    gsub(/[^A-Za-z0-9]/, "_", text)
    return toupper(text)
}

# The classes of a key, with a blank around each, in the order in which they were added.
function add(key, class) {
    if (key == "")
        return
    if (!(key in classes)) {
        keys[++key_count] = key
        classes[key] = " "
    }
    if (index(classes[key], " " class " ") == 0)
        classes[key] = classes[key] class " "
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

function add_name(name, kind, group,    key, doubtful, rest, at) {
    key = fold(name)
    if (key == "")
        return
    doubtful = sub(/-$/, "", kind)
    # A second row about a name, in another file, adds nothing but its doubt.
    if (!(key in spelled_small)) {
        add(key, toupper(kind))
        if (kind == "country" || kind == "region" || kind == "city")
            add(key, "PLACE")
        if (kind == "team")
            add(key, "ORGANIZATION")
        spelled_small[key] = 0
    }
    if (!in_capitals(name))
        spelled_small[key] = 1
    if (doubtful)
        add(key, "DOUBTFUL")
    if (group && !(key in number))
        number[key] = group
    for (rest = key; (at = index(rest, " ")) > 0; rest = substr(rest, at + 1))
        add(substr(key, 1, length(key) - length(rest) + at - 1), "BEGINS")
}

function add_named(word) {
    add(word, "NAMED")
    if (!(word in number)) {
        number[word] = ++named_count
        named[named_count] = word
    }
}

# ---- lists

FNR == 1 { lists_classes = FILENAME ~ /words\.tsv$/ }
/^#/ || NF < 2 { next }

lists_classes {
    count = split($2, list, " ")
    for (i = 1; i <= count; i++)
        if ($1 == "named")
            add_named(list[i])
        else
            add(table == "lexicon" ? fold(list[i]) : list[i], constant($1))
    next
}

table == "lexicon" {
    count = split($3, others, "; ")
    group = count > 0 ? ++group_count : 0
    for (i = 1; i <= count; i++)
        add_name(others[i], $2, group)
    add_name($1, $2, group)
    next
}

{ add($1, constant($2)) }

# ---- the table

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

function fill_slots(    i, at, h) {
    for (i = 1; i <= key_count; i++) {
        h = hash(keys[i])
        at = h % slot_count
        while (at in slot)
            at = (at + 1) % slot_count
        slot[at] = (h % 32749) * 65536 + i
    }
}

function print_keys(    i, j, line) {
    for (i = 1; i <= key_count; i++) {
        line = "   "
        for (j = 1; j <= length(keys[i]); j++)
            line = line " " code[substr(keys[i], j, 1)] ","
        print line
    }
    print "};\n"
}

# Offset of the key, its size, its number, its classes; the first one is of no key.
function print_entries(prefix,    i, j, offset, line, list, count) {
    offset = 0
    print "    {0, 0, 0, 0},"
    for (i = 1; i <= key_count; i++) {
        line = ""
        count = split(classes[keys[i]], list, " ")
        for (j = 1; j <= count; j++)
            if (list[j] != "NAMED")
                line = line (line == "" ? "" : " | ") prefix list[j]
        printf "    {%d, %d, %d, %s},\n", offset, length(keys[i]), number[keys[i]] + 0, line == "" ? "0" : line
        offset += length(keys[i])
    }
    print "};\n"
}

function print_slots(    at) {
    for (at = 0; at < slot_count; at++)
        printf "%d,%s", slot[at], at % 16 == 15 ? "\n" : " "
    print "\n};"
}

function print_lexicon(    key) {
    for (key in spelled_small)
        if (!spelled_small[key])
            add(key, "CAPITALS")
    for (slot_count = int(key_count * 1.7); !is_prime(slot_count); slot_count++)
        ;
    fill_slots()
    printf "enum { LEXICON_SLOTS = %d, LEXICON_GROUPS = %d };\n\n", slot_count, group_count
    print "static const unsigned char lexicon_keys[] = {"
    print_keys()
    print "static const LexiconEntry lexicon_entries[] = {"
    print_entries("LEXICON_")
    print "static const uint32_t lexicon_slots[LEXICON_SLOTS] = {"
    print_slots()
}

function print_quotation_words(    i) {
    for (slot_count = 1; slot_count < key_count * 2; slot_count *= 2)
        ;
    fill_slots()
    printf "enum { WORD_SLOTS = %d };\n\n", slot_count
    print "static const unsigned char word_keys[] = {"
    print_keys()
    print "static const struct WordEntry {\n    uint16_t offset;\n    uint8_t size;\n    uint8_t number;\n    uint32_t classes;\n} word_entries[] = {"
    print_entries("CLASS_")
    print "static const uint32_t word_slots[WORD_SLOTS] = {"
    print_slots()
    for (i = 1; i <= named_count; i++)
        printf "_Static_assert(WORD_%s == %d, \"quotation_words.h lists the words of the class named in their order\");\n", constant(named[i]), i
}

END {
    print "/* Made by word_tables.awk of the lists in data/: do not edit. */"
    if (table == "lexicon")
        print_lexicon()
    else
        print_quotation_words()
}
