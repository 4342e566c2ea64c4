/*
 * A sentence is a row of items: words, and quotations as one item each:
 *
 *     “We will appeal,” said Ines Farrow, “and win.”
 *     [quotation] said Ines Farrow , [quotation]
 */
#include "analysis/attribution/sentence.h"

#include "base/lower_bound.h"

Sentence attribution_sentence(Attribution *attribution, size_t token)
{
    int32_t last = -1;
    size_t first = token;

    while (first > 0 && !token_starts_sentence(attribution->tokens, first))
        first--;
    attribution->items.count = 0;
    for (token = first; token < attribution_token_count(attribution) &&
                        (token == first || !token_starts_sentence(attribution->tokens, token));
         token++) {
        Item item = {(uint32_t)token, token_span(attribution->tokens, token)};

        if (item.span >= 0 && item.span == last)
            continue;
        last = item.span;
        ARRAY_PUSH(attribution->arena, attribution->items, item);
    }
    return (Sentence){attribution->items.items, attribution->items.count, token};
}

size_t sentence_item(const Sentence *sentence, uint32_t token)
{
    size_t at;

    LOWER_BOUND(at, sentence->count, sentence->items[at].token < token);
    return at;
}

bool token_ends_phrase(const Word *token)
{
    return token->sign == ',' || token->sign == ';' || token->sign == ':' || token->sign == '-' || token->sign == '(' ||
           token->sign == ')' || token->sign == '.' || token->sign == '"' || token->sign == '?' || token->sign == '!';
}
