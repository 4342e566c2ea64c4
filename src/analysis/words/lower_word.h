/* A word in lower case, as the word lists and the hashes of words have it. */
#ifndef QUOIN_ANALYSIS_WORDS_LOWER_WORD_H
#define QUOIN_ANALYSIS_WORDS_LOWER_WORD_H

#include "base/text.h"

enum { LONGEST_WORD = 48 /* bytes; no word of the lists is as long */ };

typedef struct LowerWord {
    char bytes[LONGEST_WORD + 4]; /* what is longer than any word of the lists is cut, and keeps its hashes */
    size_t size;
    uint32_t table_hash; /* of the word lists, see word_info */
    uint32_t hash;       /* of Word, see tokens.h */
    unsigned capitals;   /* letters of ASCII, large ones, … */
    unsigned small;      /* … and small ones */
    bool ascii;          /* it has no others */
    bool folded;         /* it is what the lexicon makes of it, and its table_hash is that of the lexicon too */
} LowerWord;

/* Small letters, a straight apostrophe, no final full stop. */
LowerWord lower_word(Text word);

#endif
