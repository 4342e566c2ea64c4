/*
 * What a tagger sees of a token, as hashes: its word, its form, its neighbours, what the word lists say of it, and what the same word does
 * elsewhere in the text. Only integers; the same on every machine.
 */
#ifndef QUOIN_ANALYSIS_TAG_FEATURES_H
#define QUOIN_ANALYSIS_TAG_FEATURES_H

#include "analysis/tag_model.h"
#include "analysis/tokens.h"

enum { FEATURES_MOST = 200, TAG_SEGMENT_LONGEST = 200 /* tokens */ };

/* Lists of names that the model knows phrases from. */
enum {
    TAG_LIST_CITY = 1 << 0,
    TAG_LIST_PLACE = 1 << 1,
    TAG_LIST_PERSON = 1 << 2, /* a full name */
    TAG_LIST_KNOWN = 1 << 3,  /* the last name of such a person */
    TAG_LIST_GROUP = 1 << 4,
    TAG_LIST_LAST_NAME = 1 << 5, /* a common one */
    TAG_LIST_OTHER = 1 << 6
};

/* What is worked out once for each token. */
typedef struct TagWord {
    uint32_t form;            /* hash of the word as it is written */
    uint32_t shape;           /* "Xx", "X.X." … each run of a kind once */
    uint32_t long_shape;      /* each letter */
    uint32_t lexicon;         /* LEXICON_ flags of the word, */
    uint32_t phrase;          /* and of the phrases of several words that it is part of */
    unsigned short few, many; /* classes of the word, see TagWordClasses */
    int32_t next; /* the next token with the same lower-case word, around the text's end; -1: none */
    unsigned char list,
        phrase_list; /* TAG_LIST_ bits of the word, and of phrases of several words that it is part of */
    bool capital, in_capitals, digit, small_elsewhere, capital_elsewhere, headline;
    bool candidate; /* may begin or end a name */
} TagWord;

typedef struct TagText {
    const TokenList *tokens;
    const TagModel *model;
    TagWord *words; /* one for each token */
} TagText;

/* Tokens [first, end): a stretch of one sentence that is tagged at once. */
typedef struct TagSegment {
    size_t first, end;
} TagSegment;

/* The key of a word in the model's tables, and that of a phrase: its words' one after the other, from 0. */
uint32_t tag_word_key(Text word);
uint32_t tag_phrase_key(uint32_t phrase, uint32_t word);

void tag_text_init(TagText *text, Arena *arena, const TokenList *tokens, const TagModel *model);

/* The next segment at or after a token; false: there is none. What is in none is no name. */
bool tag_next_segment(const TagText *text, size_t from, TagSegment *segment);

/* The features of a token that depend on its word alone, and those of its place; how many, together at most FEATURES_MOST. */
size_t tag_own_features(const TagText *text, size_t token, uint32_t *features);
size_t tag_context_features(const TagText *text, const TagSegment *segment, size_t token, uint32_t *features);

#endif
