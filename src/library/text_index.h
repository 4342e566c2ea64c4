/* Texts by which others are found: a hash table that grows. */
#ifndef QUOIN_LIBRARY_TEXT_INDEX_H
#define QUOIN_LIBRARY_TEXT_INDEX_H

#include "base/arena.h"

/* Zeroes but for the arena, in which it lies and which must outlive it, as keys and values must. */
typedef struct TextIndex {
    Arena *arena;
    ARRAY(struct IndexedText) items;
    uint32_t *slots; /* 1 + index of an item; 0: free */
    size_t slot_count;
} TextIndex;

/* The value of a key, which may be set, until the next text is entered; NULL: it is not there. */
Text *text_index_find(const TextIndex *index, Text key);

/* The last value of a key counts. */
void text_index_enter(TextIndex *index, Text key, Text value);

#endif
