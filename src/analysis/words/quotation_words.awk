# Makes quotation_words_table.h of the word lists: an open-addressing hash table of lower-case words with their classes as bits, and a
# number for each word of the class `named`. Works with any POSIX awk in the C locale.
#
#     LC_ALL=C awk -f quotation_words.awk data/quotation-words.tsv data/firstnames.tsv > quotation_words_table.h

BEGIN {
    FS = "\t"
    for (i = 1; i < 256; i++)
        code[sprintf("%c", i)] = i
}

function add(word, class) {
    if (word == "")
        return
    if (!(word in classes)) {
        words[++word_count] = word
        classes[word] = ""
    }
    if (index(classes[word], " " class " ") == 0)
        classes[word] = classes[word] " " class " "
}

function constant(text) {
    gsub(/[^A-Za-z0-9]/, "_", text)
    return toupper(text)
}

/^#/ || NF < 2 { next }

$2 ~ /^given-/ { add($1, constant($2)); next }

{
    count = split($2, list, " ")
    for (i = 1; i <= count; i++) {
        if ($1 == "named") {
            add(list[i], "NAMED")
            if (!(list[i] in number)) {
                number[list[i]] = ++named_count
                named[named_count] = list[i]
            }
        } else {
            add(list[i], constant($1))
        }
    }
}

function hash(word,    h, i) {
    h = 0
    for (i = 1; i <= length(word); i++)
        h = (h * 31 + code[substr(word, i, 1)]) % 4294967296
    return h
}

END {
    slot_count = 1
    while (slot_count < word_count * 2)
        slot_count *= 2
    offset = 0
    for (i = 1; i <= word_count; i++) {
        at = hash(words[i]) % slot_count
        while (at in slot)
            at = (at + 1) % slot_count
        slot[at] = i
    }
    print "/* Made by quotation_words.awk of the lists in data/: do not edit. */"
    printf "enum { WORD_SLOTS = %d };\n\n", slot_count
    print "static const unsigned char word_keys[] = {"
    for (i = 1; i <= word_count; i++) {
        line = "   "
        for (j = 1; j <= length(words[i]); j++)
            line = line " " code[substr(words[i], j, 1)] ","
        print line
    }
    print "};\n\nstatic const struct WordEntry {\n    uint16_t offset;\n    uint8_t size;\n    uint8_t number;\n    uint32_t classes;\n} word_entries[] = {\n    {0, 0, 0, 0},"
    for (i = 1; i <= word_count; i++) {
        count = split(classes[words[i]], list, " ")
        line = ""
        for (j = 1; j <= count; j++)
            if (list[j] != "NAMED")
                line = line (line == "" ? "" : " | ") "CLASS_" list[j]
        printf "    {%d, %d, %d, %s},\n", offset, length(words[i]), number[words[i]] + 0, line == "" ? "0" : line
        offset += length(words[i])
    }
    print "};\n\nstatic const uint16_t word_slots[WORD_SLOTS] = {"
    for (at = 0; at < slot_count; at++)
        printf "%d,%s", slot[at], (at % 16 == 15) ? "\n" : " "
    print "};"
    for (i = 1; i <= named_count; i++)
        printf "_Static_assert(WORD_%s == %d, \"quotation_words.h lists the words of the class named in their order\");\n", constant(named[i]), i
}
