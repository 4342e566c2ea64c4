/*
 * Results, tables and lists have names and numbers, and hardly a word that makes a sentence:
 *
 *     Halden 2 Norvane 1 (Brekke 12, Lund 80)         clubs, beside their goals
 *     K. Hupper 1 goal. Osas Osare 3 goals            who has made them
 */
#include "analysis/names/span_shapes.h"

enum {
    REACH = 12 /* tokens on each side of a name */,
    SMALL_MOST = 1,
    NUMBERS_FEWEST = 2,
    GOALS_LONGEST = 2 /* digits */
};

static const Word *word_at(const NameScan *scan, size_t token)
{
    return tokens_word(scan->tokens, token);
}

bool span_in_results(const NameScan *scan, TokenRange name)
{
    unsigned small = CLASS_PREPOSITION | CLASS_DETERMINER | CLASS_CONJUNCTION | CLASS_AUXILIARY | CLASS_PRONOUN |
                     CLASS_CUE | CLASS_FINITE;
    size_t first = name.first > REACH ? name.first - REACH : 0, smalls = 0, numbers = 0, capitals = 0, words = 0;

    for (size_t i = first; i < name.end + REACH && i < scan->token_count && smalls <= SMALL_MOST; i++) {
        const Word *word = word_at(scan, i);

        if (token_block(scan->tokens, i) != token_block(scan->tokens, name.first))
            continue;
        smalls += word->kind == TOKEN_WORD && !word->capital && (word->classes & small);
        numbers += word->kind == TOKEN_NUMBER;
        capitals += word->kind == TOKEN_WORD && word->capital;
        words += word->kind == TOKEN_WORD;
    }
    return smalls <= SMALL_MOST && numbers >= NUMBERS_FEWEST && 2 * capitals >= words;
}

size_t span_number_in_results(const NameScan *scan, size_t first, size_t end)
{
    for (size_t i = first + 1; i < end; i++) {
        if (word_at(scan, i)->kind == TOKEN_NUMBER && word_at(scan, i)->size <= GOALS_LONGEST &&
            (i + 1 == end ? i > first + 1 && !span_has_score(scan, i) : scan_is_capitalised(scan, i + 1)) &&
            span_in_results(scan, (TokenRange){(uint32_t)first, (uint32_t)end}))
            return i;
    }
    return end;
}

bool span_has_score(const NameScan *scan, size_t token)
{
    static const Text units[] = {LITERAL("assist"), LITERAL("assists"), LITERAL("goal"),     LITERAL("goals"),
                                 LITERAL("points"), LITERAL("pts"),     LITERAL("rebounds"), LITERAL("runs"),
                                 LITERAL("tries"),  LITERAL("try"),     LITERAL("wickets"),  LITERAL("yards")};

    return token + 1 < scan->token_count && word_at(scan, token)->kind == TOKEN_NUMBER &&
           token_block(scan->tokens, token) == token_block(scan->tokens, token + 1) &&
           TEXT_IS_ONE_OF(scan_text(scan, token + 1), units);
}

size_t span_scorer_end(const NameScan *scan, size_t first)
{
    size_t end = first;

    if (!word_at(scan, first)->capital)
        return first;
    while (end < scan->token_count && end < first + 3 && scan_is_capitalised(scan, end) &&
           (end == first || scan_follows_directly(scan, end)))
        end++;
    return end > first && scan_follows_directly(scan, end) && span_has_score(scan, end) ? end : first;
}
