/*
 * At the start nothing is decided. The tokens of each quotation are looked up once, since a span is a range of bytes
 * and all else asks for tokens.
 */
#include "analysis/attribution/attribution.h"

void attribution_init(Attribution *attribution, Arena *arena, const TokenList *tokens, People *people, uint64_t left_out)
{
    size_t spans = tokens->spans.count;

    *attribution = (Attribution){.arena = arena, .tokens = tokens, .people = people, .left_out = left_out};
    attribution->decisions = ARENA_ARRAY(arena, Decision, spans + 1);
    attribution->span_first = ARENA_ARRAY(arena, uint32_t, spans + 1);
    attribution->span_end = ARENA_ARRAY(arena, uint32_t, spans + 1);
    for (size_t i = 0; i < spans; i++)
        attribution->decisions[i] = (Decision){NO_SUBJECT, RULE_NONE, NO_CUE};
    for (size_t i = 0; i < tokens->tokens.count; i++) {
        int32_t span = token_span(tokens, i);

        if (span < 0)
            continue;
        if (attribution->span_end[span] == 0)
            attribution->span_first[span] = (uint32_t)i;
        attribution->span_end[span] = (uint32_t)i + 1;
    }
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
