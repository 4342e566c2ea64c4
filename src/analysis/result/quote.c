/* Speakers are the same if their entity is, or what they are called when they have none. */
#include "analysis/result/quote.h"

Text quote_type_name(QuoteType type)
{
    static const Text names[QUOTE_TYPE_COUNT] = {
#define QUOTE(ID, name) {name, sizeof(name) - 1},
        QUOTE_TYPES(QUOTE)
#undef QUOTE
    };

    return names[type];
}

bool quote_is_speech(const Quote *quote)
{
    return quote->type <= QUOTE_INDIRECT;
}

bool quote_is_by_nobody_known(const Quote *quote)
{
    return quote->source->speaker_count == 0 && quote_is_speech(quote);
}

bool quote_is_listed(const Quote *quote)
{
    return quote->type < QUOTE_INDIRECT || (quote->type == QUOTE_INDIRECT && quote->given);
}

/* A file that calls a speaker unchecked doubts it, however sure the row is. */
bool quote_speaker_is_doubtful(const Quote *quote)
{
    enum { CONFIDENT = 80 };

    return quote_is_speech(quote) && quote->source->speaker_count > 0 && !quote->checked &&
           (quote->confidence < CONFIDENT || (quote->given && quote->inferred));
}

bool quote_is_doubtful(const Quote *quote)
{
    return quote_speaker_is_doubtful(quote) ||
           (quote_is_speech(quote) && quote->source->speaker_count == 0 && !quote->checked);
}

static bool same_speaker(const Speaker *a, const Speaker *b)
{
    if (a->entity != NO_ENTITY || b->entity != NO_ENTITY)
        return a->entity == b->entity;
    return text_equal_ignoring_case(a->name, b->name);
}

bool quote_same_speaker(const Quote *a, const Quote *b)
{
    for (size_t i = 0; i < a->source->speaker_count; i++) {
        for (size_t j = 0; j < b->source->speaker_count; j++) {
            if (same_speaker(&a->source->speakers[i], &b->source->speakers[j]))
                return true;
        }
    }
    return false;
}

Text quote_speaker_names(const Quote *quote, Arena *arena)
{
    size_t count = quote->source->speaker_count;
    TextBuffer names = {0};

    if (count == 0)
        return quote_is_speech(quote) ? TEXT("unknown") : quote_type_name(quote->type);
    if (count == 1)
        return quote->source->speakers[0].name;
    for (size_t i = 0; i < count; i++) {
        text_buffer_add(arena, &names, i == 0 ? (Text){0} : i + 1 == count ? TEXT(" and ") : TEXT(", "));
        text_buffer_add(arena, &names, quote->source->speakers[i].name);
    }
    return text_buffer_text(&names);
}
