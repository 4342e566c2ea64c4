/*
 * At the start nothing is decided. A span is a range of bytes, and all else asks for tokens: the first of them is noted once, the last is not
 * far from it. Of what is not decided nothing is kept: a text may be nothing but small quotations.
 */
#include "analysis/attribution/attribution.h"

#include "base/lower_bound.h"

void attribution_init(Attribution *attribution, Arena *arena, const TokenList *tokens, People *people, uint64_t left_out)
{
    *attribution = (Attribution){.arena = arena, .tokens = tokens, .people = people, .left_out = left_out};
    attribution->labels = arena_within(arena);
    attribution->noted = arena_within(arena);
    attribution->decided = ARENA_ARRAY(arena, uint32_t, tokens->spans.count + 1);
    attribution->first_of_span = ARENA_ARRAY(arena, uint32_t, tokens->spans.count + 1);
    for (size_t i = tokens->tokens.count; i-- > 0;) {
        int32_t span = token_span(tokens, i);

        if (span >= 0)
            attribution->first_of_span[span] = (uint32_t)i;
    }
}

const Decision *decision_of(const Attribution *attribution, size_t span)
{
    static const Decision nothing = {NO_SUBJECT, NO_CUE, RULE_NONE, 0};
    uint32_t decided = attribution->decided[span];

    return decided ? &attribution->decisions.items[decided - 1] : &nothing;
}

void attribution_decide(Attribution *attribution, size_t span, Decision decision)
{
    uint32_t *decided = &attribution->decided[span];

    if (*decided) {
        attribution->decisions.items[*decided - 1] = decision;
    } else if (decision.subject != NO_SUBJECT) {
        ARRAY_PUSH(attribution->arena, attribution->decisions, decision);
        *decided = (uint32_t)attribution->decisions.count;
    }
}

uint32_t span_end(const Attribution *attribution, size_t span)
{
    const TokenList *tokens = attribution->tokens;
    Range range = range_widen(tokens->spans.items[span].range);
    size_t first = span_first(attribution, span), left = tokens->tokens.count - first, at;

    /* a token has a byte at least */
    LOWER_BOUND(at, left < range_size(range) ? left : range_size(range), token_start(tokens, first + at) < range.end);
    return (uint32_t)(first + at);
}

char attribution_last_byte(const Attribution *attribution, size_t span)
{
    Text inner = text_slice(attribution->tokens->article->text, span_inner(&attribution->tokens->spans.items[span]));

    while (inner.size && (inner.bytes[inner.size - 1] == ' ' || inner.bytes[inner.size - 1] == '"' ||
                          inner.bytes[inner.size - 1] == '\''))
        inner.size--;
    while (inner.size >= 3 &&
           (text_ends_with(inner, TEXT("’")) || text_ends_with(inner, TEXT("”")) || text_ends_with(inner, TEXT("“"))))
        inner.size -= 3;
    if (text_ends_with(inner, TEXT("—")))
        return '-';
    return inner.size ? inner.bytes[inner.size - 1] : '\0';
}
