/*
 * Speech, or words in quotation marks that nobody says: scare quotes, titles of works. A quotation with a cue
 * of its own is speech, unless it reads like the title of a work; one without needs some length.
 */
#include "analysis/attribution_work.h"

static bool is_small_word(Text word)
{
    static const Text words[] = {{"the", 3}, {"of", 2}, {"a", 1},   {"an", 2}, {"and", 3},
                                 {"to", 2},  {"in", 2}, {"for", 3}, {"on", 2}, {"with", 4},
                                 {"at", 2},  {"by", 2}, {"or", 2},  {"is", 2}};

    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (text_equal_ignoring_case(word, words[i]))
            return true;
    }
    return false;
}

typedef struct Wording {
    size_t words;
    bool title_case; /* all its longer words begin with a capital or a digit */
} Wording;

static Wording wording_of(const Attribution *attribution, size_t span)
{
    Range inner = attribution->tokens->spans.items[span].inner;
    Wording wording = {0, true};
    bool any = false;

    for (uint32_t i = attribution->work->span_first[span]; i < attribution->work->span_end[span]; i++) {
        const Token *token = work_token(attribution, i);

        if (token->kind == TOKEN_SIGN || token->range.start < inner.start)
            continue;
        wording.words++;
        if (is_small_word(tokens_text(attribution->tokens, i)))
            continue;
        any = true;
        wording.title_case = wording.title_case && (token->capital || token->kind == TOKEN_NUMBER);
    }
    wording.title_case = wording.title_case && any;
    return wording;
}

/* A word that names what follows in quotation marks: "the film “…”", "her book “…”". */
static bool announces_work(const Attribution *attribution, size_t span)
{
    static const Text words[] = {{"on", 2},      {"the", 3},   {"of", 2},   {"show", 4},     {"book", 4},
                                 {"film", 4},    {"movie", 5}, {"song", 4}, {"called", 6},   {"titled", 6},
                                 {"program", 7}, {"host", 4},  {"in", 2},   {"entitled", 8}, {"named", 5}};
    uint32_t first = attribution->work->span_first[span];

    if (first == 0 || work_token(attribution, first - 1)->block != work_token(attribution, first)->block)
        return false;
    if (work_token(attribution, first - 1)->possessive)
        return true;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (text_equal_ignoring_case(tokens_text(attribution->tokens, first - 1), words[i]))
            return true;
    }
    return false;
}

bool attribution_is_speech(const Attribution *attribution, size_t span)
{
    RuleId rule = attribution->decisions[span].rule;
    Wording wording = wording_of(attribution, span);

    if (rule_has_cue(rule) || rule == RULE_SPLIT) {
        char last = attribution_last_byte(attribution, span);
        bool stopped = last == '!' || last == '?' || last == '.' || last == ',';

        return !rule_is_on(attribution, RULE_TITLES) || !(wording.title_case && wording.words >= 2 && wording.words <= 7 && !stopped &&
                 announces_work(attribution, span));
    }
    if (!rule_is_on(attribution, RULE_SCARE))
        return true;
    if (wording.words <= 3 && rule != RULE_SAME_PARAGRAPH && rule != RULE_CHAIN_BACK &&
        rule != RULE_CHAIN_FORWARD)
        return false;
    return !(wording.title_case && wording.words <= 8);
}
