/*
 * A sentence is a row of items: words, and quotations as one item each:
 *
 *     “We will appeal,” said Ines Farrow, “and win.”
 *     [quotation] said Ines Farrow , [quotation]
 */
#include "analysis/speech/sentence.h"

#include "analysis/speech/attribution_work.h"

Sentence attribution_sentence(Attribution *attribution, size_t token)
{
    AttributionWork *work = attribution->work;
    int32_t last = -1;
    size_t first = token;

    while (first > 0 && !token_starts_sentence(attribution->tokens, first))
        first--;
    work->items.count = 0;
    for (token = first; token < work_token_count(attribution) &&
                        (token == first || !token_starts_sentence(attribution->tokens, token));
         token++) {
        Item item = {(uint32_t)token, token_span(attribution->tokens, token)};

        if (item.span >= 0 && item.span == last)
            continue;
        last = item.span;
        ARRAY_PUSH(attribution->arena, work->items, item);
    }
    return (Sentence){work->items.items, work->items.count, token};
}

size_t sentence_item(const Sentence *sentence, uint32_t token)
{
    size_t low = 0, high = sentence->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (sentence->items[middle].token < token)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const Word *item_token(const Attribution *attribution, const Sentence *sentence, size_t at)
{
    const Item *item = &sentence->items[at];

    return item->span >= 0 ? NULL : work_token(attribution, item->token);
}

bool item_has(const Attribution *attribution, const Sentence *sentence, size_t at, uint32_t classes)
{
    const Word *token = item_token(attribution, sentence, at);

    return token && (token->classes & classes);
}

bool item_is(const Attribution *attribution, const Sentence *sentence, size_t at, unsigned number)
{
    const Word *token = item_token(attribution, sentence, at);

    return token && token->number == number;
}

bool item_sign(const Attribution *attribution, const Sentence *sentence, size_t at, char sign)
{
    const Word *token = item_token(attribution, sentence, at);

    return token && token->sign == (unsigned char)sign;
}

bool item_possessive(const Attribution *attribution, const Sentence *sentence, size_t at)
{
    const Word *token = item_token(attribution, sentence, at);

    return token && token->possessive;
}

const NameRun *mention_at(const Attribution *attribution, uint32_t token)
{
    int32_t mention = people_mention(attribution->people, token);

    return mention < 0 ? NULL : &attribution->people->mentions.items[mention];
}

/* ---- words ---- */

bool word_is_verb_like(const Attribution *attribution, uint32_t token)
{
    const Word *word = work_token(attribution, token);
    Text text = tokens_text(attribution->tokens, token);

    return (word->classes & (CLASS_FINITE | CLASS_CUE)) ||
           (text.size > 4 && text_ends_with(text, TEXT("ed")));
}

bool word_ends_in_ly(const Attribution *attribution, uint32_t token)
{
    Text text = tokens_text(attribution->tokens, token);

    return text.size > 4 && text_ends_with(text, TEXT("ly")) &&
           !(work_token(attribution, token)->classes & CLASS_CUE);
}

bool word_ends_in_ing(const Attribution *attribution, uint32_t token)
{
    return text_ends_with(tokens_text(attribution->tokens, token), TEXT("ing"));
}

bool token_ends_phrase(const Word *token)
{
    return token->sign == ',' || token->sign == ';' || token->sign == ':' || token->sign == '-' ||
           token->sign == '(' || token->sign == ')' || token->sign == '.' || token->sign == '"' ||
           token->sign == '?' || token->sign == '!';
}
