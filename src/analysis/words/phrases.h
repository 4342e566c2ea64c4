/* A name of several tokens, built up token by token, to find the longest name of a table that begins at a place. */
#ifndef QUOIN_ANALYSIS_WORDS_PHRASES_H
#define QUOIN_ANALYSIS_WORDS_PHRASES_H

#include "analysis/words/lexicon.h"
#include "analysis/words/tokens.h"

typedef struct Phrase {
    const TokenList *tokens;
    size_t token_count;
    size_t first, end; /* tokens; none at first */
    FoldedName folded; /* what they are, with what stands between them */
    bool last;         /* no row of the lexicon goes on from here */
} Phrase;

Phrase phrase_at(const TokenList *tokens, size_t token_count, size_t first); /* of the first `token_count` tokens */

/* One token more. False: the block or the tokens end here, or it is longer than any name. */
bool phrase_grow(Phrase *phrase);

/* One token more, if the lexicon has that, or what begins with it; NULL: it has not. */
const LexiconEntry *phrase_grow_known(Phrase *phrase);

Range phrase_range(const Phrase *phrase);

#endif
