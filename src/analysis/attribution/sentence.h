/* Sentences as rows of items, words and whole quotations, as the rules look at them. */
#ifndef QUOIN_ANALYSIS_ATTRIBUTION_SENTENCE_H
#define QUOIN_ANALYSIS_ATTRIBUTION_SENTENCE_H

#include "analysis/attribution/attribution.h"

typedef struct Sentence {
    const Item *items;
    size_t count;
    size_t end; /* the token after it */
} Sentence;

/* The sentence that `token` is in, from its first token on. Good until the next is asked for. */
Sentence attribution_sentence(Attribution *attribution, size_t token);

/* The first item at or after a token of the sentence. */
size_t sentence_item(const Sentence *sentence, uint32_t token);

/* What an item is; all false for a quotation, and behind the last. */
static inline const Word *item_token(const Attribution *attribution, const Sentence *sentence,
                                     size_t at) /* NULL for these */
{
    return at >= sentence->count || sentence->items[at].span >= 0 ? NULL
                                                                  : word_at(attribution, sentence->items[at].token);
}

static inline bool item_has(const Attribution *attribution, const Sentence *sentence, size_t at, uint32_t classes)
{
    const Word *token = item_token(attribution, sentence, at);

    return token && (token->classes & classes);
}

static inline bool item_is(const Attribution *attribution, const Sentence *sentence, size_t at, unsigned number)
{
    const Word *token = item_token(attribution, sentence, at);

    return token && token->number == number;
}

static inline bool item_sign(const Attribution *attribution, const Sentence *sentence, size_t at, char sign)
{
    const Word *token = item_token(attribution, sentence, at);

    return token && token->sign == (unsigned char)sign;
}

static inline bool item_possessive(const Attribution *attribution, const Sentence *sentence, size_t at)
{
    const Word *token = item_token(attribution, sentence, at);

    return token && token->possessive;
}

/* A sign that no noun phrase goes over. */
bool token_ends_phrase(const Word *token);

#endif
