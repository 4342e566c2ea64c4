/* Writing of a model; only the program that trains one does. */
#ifndef QUOIN_ANALYSIS_TAG_MODEL_WRITE_H
#define QUOIN_ANALYSIS_TAG_MODEL_WRITE_H

#include "analysis/tags/tag_model.h"
#include "base/arena.h"

/* Entries of a table, in any order: a key and its value. Of two with one key the first stays. */
typedef struct TagEntry {
    uint32_t key;
    unsigned char value[TAG_WEIGHTS_SIZE];
} TagEntry;

typedef ARRAY(TagEntry) TagEntries;

/* The bytes of a model; sorts the entries. `moves` are cut to 16 bits. */
Text tag_model_write(Arena *arena, const TagMoves *moves, TagEntries tables[TAG_TABLE_COUNT]);

#endif
