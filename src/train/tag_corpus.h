/* Annotated texts to train a tagger on, and to measure it. Part of the program that makes models. */
#ifndef QUOIN_ANALYSIS_TAG_CORPUS_H
#define QUOIN_ANALYSIS_TAG_CORPUS_H

#include "analysis/tags/tag_words.h"

enum { TAG_TYPE_COUNT = 4, TAG_TYPE_MISC = 3 }; /* person, organisation, place, misc */

typedef struct TagGold {
    Range range;
    int type;
} TagGold;

typedef struct TagDocument {
    Text source;
    uint32_t source_key; /* a feature of training only */
    TokenList tokens;
    TagText text;
    ARRAY(TagGold) names;
    unsigned char *gold, *labels; /* one for each token: what is right, what was found, */
    int32_t *margins;             /* as is this */
    bool partial;                 /* misc is not marked: there a misc found is no error */
} TagDocument;

typedef ARRAY(TagDocument) TagDocuments;

/* Which texts, and how. */
typedef struct TagSelection {
    const char *sources,
        *without;      /* only those whose sources begin with one of these, none of those: "a,b"; NULL: all, none */
    unsigned left_out; /* groups of features, as bits */
    size_t copies;     /* of so many short texts one once more in capitals and one in title case; 0: none */
} TagSelection;

/* A whole file. What cannot be read ends the program with a message, as all that is wrong with its input does. */
Text tag_load(Arena *arena, const char *path);
void tag_refuse(const char *path, const char *why);

/*
 * Add the texts of a file: a JSON object a line, {"src": …, "text": …, "entities": [{"start", "end", "type"}]}, offsets in bytes; types
 * person, org, place, misc. Sources whose names begin with "btc" or "uner" mark no misc.
 */
void tag_corpus_read(Arena *arena, const char *path, const TagSelection *selection, const TagModel *lists,
                     TagDocuments *documents);

#endif
