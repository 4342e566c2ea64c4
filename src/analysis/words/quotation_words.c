/* A hash table that word_tables.awk has laid out (base/word_table.h). It has no pointers, so that the loader has nothing to relocate. */
#include "analysis/words/quotation_words.h"

#include <string.h>

#include "base/word_table.h"

#include "analysis/words/quotation_words_table.h"

enum { WORD_LONGEST = 40 }; /* bytes; longer ones are not in the lists */

WordInfo word_info(Text word, uint32_t hash)
{
    uint32_t sign = word_table_sign(hash);

    for (size_t slot = hash & (WORD_SLOTS - 1); word_slots[slot]; slot = (slot + 1) & (WORD_SLOTS - 1)) {
        uint32_t number = word_table_entry(word_slots[slot], sign);
        const struct WordEntry *entry = &word_entries[number];

        if (number && entry->size == word.size && memcmp(word_keys + entry->offset, word.bytes, word.size) == 0)
            return (WordInfo){entry->classes, entry->number};
    }
    return (WordInfo){0, WORD_NONE};
}

void word_info_expect(uint32_t hash)
{
    word_table_expect(&word_slots[hash & (WORD_SLOTS - 1)]);
}

uint32_t word_classes(Text word)
{
    char lower[WORD_LONGEST];
    uint32_t hash = 0;

    if (word.size > WORD_LONGEST)
        return 0;
    for (size_t i = 0; i < word.size; i++) {
        lower[i] = ascii_to_lower(word.bytes[i]);
        hash = hash * 31 + (unsigned char)lower[i];
    }
    return word_info((Text){lower, word.size}, hash).classes;
}

bool word_is_person_plural(Text word)
{
    return word.size > 1 && word.bytes[word.size - 1] == 's' &&
           (word_classes((Text){word.bytes, word.size - 1}) & CLASS_PERSON_NOUN);
}
