/* What is asked of tokens; tokenizer.c makes them. */
#include "analysis/words/tokens.h"

#include "analysis/words/lower_word.h"

enum { HEADLINE_SHORT = 3 /* bytes of a word that says nothing */, HEADLINE_WORDS = 4 };

Text tokens_text(const TokenList *list, size_t token)
{
    return (Text){list->article->text.bytes + token_start(list, token), tokens_word(list, token)->size};
}

static uint32_t count_bits(uint32_t bits)
{
    bits -= bits >> 1 & 0x55555555;
    bits = (bits & 0x33333333) + (bits >> 2 & 0x33333333);
    return ((bits + (bits >> 4)) & 0x0F0F0F0F) * 0x01010101u >> 24;
}

uint32_t token_sentence(const TokenList *list, size_t token)
{
    const TokenGroup *group = token_group(list, token);

    return group->sentence + count_bits(group->starts & UINT32_MAX >> (TOKENS_A_GROUP - 1 - token % TOKENS_A_GROUP));
}

int32_t token_quoted_span(const TokenList *list, size_t token)
{
    uint32_t span = token_group(list, token)->span;

    while (list->spans.items[span].range.end <= token_start(list, token))
        span++;
    return (int32_t)span;
}

bool tokens_beside(const TokenList *list, size_t a, size_t b)
{
    return tokens_same_sentence(list, a, b) && tokens_same_span(list, a, b);
}

Range tokens_range(const TokenList *list, size_t first, size_t end)
{
    return (Range){token_start(list, first), token_end(list, end - 1)};
}

bool tokens_same_word(const TokenList *list, size_t a, size_t b)
{
    LowerWord first, second;

    if (list->tokens.items[a].word == list->tokens.items[b].word)
        return true;
    if (tokens_word(list, a)->hash != tokens_word(list, b)->hash)
        return false;
    first = lower_word(tokens_text(list, a));
    second = lower_word(tokens_text(list, b));
    return text_equal((Text){first.bytes, first.size}, (Text){second.bytes, second.size});
}

bool tokens_are_headline(const TokenList *list, size_t first, size_t end)
{
    size_t words = 0, capitals = 0;

    if (block_is_headline(list->article->blocks.items[token_block(list, first)].kind))
        return true;
    if (tokens_word(list, end - 1)->sign == '.')
        return false;
    for (size_t i = first; i < end; i++) {
        const Word *word = tokens_word(list, i);

        if (word->kind == TOKEN_WORD && word->size > HEADLINE_SHORT) {
            words++;
            capitals += word->capital;
        }
    }
    return words >= HEADLINE_WORDS && capitals * 4 >= words * 3;
}
