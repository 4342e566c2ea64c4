/* What is asked of tokens; tokenizer.c makes them. */
#include "analysis/words/tokens.h"

#include "analysis/words/lower_word.h"

enum {
    HEADLINE_SHORT = 3, /* bytes of a word that says nothing */
    HEADLINE_WORDS = 4,
    TITLE_CASE_WORDS = 3,
    TITLE_CASE_REACH = 60 /* tokens on either side that are looked at: a sentence may be as long as it likes */
};

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
    for (size_t last = end; last > first && last + 2 > end; last--) { /* a stop, or one before a quotation mark */
        if (tokens_word(list, last - 1)->sign == '.')
            return false;
    }
    for (size_t i = first; i < end; i++) {
        const Word *word = tokens_word(list, i);

        if (word->kind == TOKEN_WORD && word->size > HEADLINE_SHORT) {
            words++;
            capitals += word->capital;
        }
    }
    return words >= HEADLINE_WORDS && capitals * 4 >= words * 3;
}

/* The long words of a sentence, and those with a small letter. */
typedef struct Letters {
    size_t words, small;
    size_t all_words, all_small; /* with what is quoted */
    bool verb;                   /* one that is in no name has a capital: "Said", "That" */
} Letters;

/* Count a token; false: it is as good as sure that capitals tell something. */
static bool count_letters(const TokenList *list, size_t token, Letters *letters)
{
    enum {
        NO_NAME = CLASS_CUE | CLASS_FINITE | CLASS_AUXILIARY | CLASS_PREPOSITION | CLASS_CONJUNCTION |
                  CLASS_DETERMINER | CLASS_PRONOUN
    };
    const Word *word = tokens_word(list, token);
    bool quoted = token_is_quoted(list, token);

    letters->verb =
        letters->verb || (word->capital && word->size > 1 && (word->classes & NO_NAME) &&
                          !(word->classes & CLASS_PARTICLE) && !token_starts_sentence(list, token) && !quoted);
    if (word->kind != TOKEN_WORD || word->size <= HEADLINE_SHORT)
        return true;
    letters->all_words++;
    letters->all_small += !word->capital;
    letters->words += !quoted;
    letters->small += !quoted && !word->capital;
    if (letters->small && letters->all_small > 2)
        return false;
    return letters->small < 2 || letters->small * 10 <= letters->words;
}

bool tokens_are_title_case(const TokenList *list, size_t token)
{
    Letters letters = {.verb = false};
    size_t first = token;

    while (!token_starts_sentence(list, first) && first > 0 && token - first < TITLE_CASE_REACH)
        first--;
    for (size_t i = first; i < list->tokens.count && i < token + TITLE_CASE_REACH; i++) {
        if ((i > first && token_starts_sentence(list, i)) || !count_letters(list, i, &letters))
            break;
    }
    if (letters.words < TITLE_CASE_WORDS) /* “We Will Appeal,” Farrow Said. */
        return letters.verb && letters.all_words >= TITLE_CASE_WORDS && letters.all_small * 10 <= letters.all_words;
    return letters.verb && letters.small * 10 <= letters.words;
}

bool token_is_half_of_day(const TokenList *list, size_t token)
{
    static const Text halves[] = {LITERAL("am"), LITERAL("pm"), LITERAL("a.m."), LITERAL("p.m.")};
    Text word = tokens_text(list, token);

    if (token == 0 || word.size > 4 || tokens_word(list, token - 1)->kind != TOKEN_NUMBER)
        return false;
    return TEXT_IS_ONE_OF(word, halves);
}
