/*
 * An open-addressing hash table with linear probing that word_tables.awk has laid out (Knuth, The Art of
 * Computer Programming, volume 3, section 6.4, algorithm L). It has no pointers, so that the loader has
 * nothing to relocate.
 */
#include "analysis/words/quotation_words.h"

#include <string.h>

#include "analysis/words/quotation_words_table.h"

enum { WORD_LONGEST = 40 }; /* bytes; longer ones are not in the lists */

WordInfo word_info(Text word, uint32_t hash)
{
    for (size_t slot = hash & (WORD_SLOTS - 1); word_slots[slot]; slot = (slot + 1) & (WORD_SLOTS - 1)) {
        const struct WordEntry *entry = &word_entries[word_slots[slot]];

        if (entry->size == word.size && memcmp(word_keys + entry->offset, word.bytes, word.size) == 0)
            return (WordInfo){entry->classes, entry->number};
    }
    return (WordInfo){0, WORD_NONE};
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
