#include "analysis/ranking/quotation.h"

#include "analysis/attribution/verbs.h"

enum {
    CUES_BACK = 150, /* tokens between a quotation and a cue that is looked at */
    CUES_ON = 80,
    SHORT_WORDS = 4,
    SHORT_TURN = 24 /* tokens */
};

unsigned step_of(size_t words)
{
    static const unsigned char steps[] = {0, 1, 2, 3, 5, 8, 12, 20, 40, 80};
    unsigned step = 0;

    while (step < COUNT_OF(steps) && words > steps[step])
        step++;
    return step;
}

size_t words_between(const Attribution *attribution, uint32_t first, uint32_t end)
{
    size_t words = 0;

    for (uint32_t i = first; i < end; i++)
        words += !token_is_quoted(attribution->tokens, i);
    return words;
}

static void find_cues(const Attribution *attribution, Quotation *quotation, size_t *from)
{
    const TextCue *cues = attribution->text_cues.items;
    size_t count = attribution->text_cues.count;
    uint32_t sentence = quotation->first;

    while (!token_starts_sentence(attribution->tokens, sentence) && quotation->first - sentence < CUES_BACK) {
        sentence--;
        if (!quotation->semicolon && word_at(attribution, sentence)->sign == ';' &&
            !token_is_quoted(attribution->tokens, sentence))
            quotation->semicolon = sentence;
    }
    while (*from < count && cues[*from].token < sentence)
        ++*from;
    quotation->cues = quotation->cue = quotation->cues_end = *from;
    for (; quotation->cues_end < count && cues[quotation->cues_end].token < quotation->end + CUES_ON;
         quotation->cues_end++) {
        const TextCue *cue = &cues[quotation->cues_end];
        unsigned strength = cue->strength >= STRENGTH_ACCORDING ? 2 : 1;
        unsigned *side = cue->token < quotation->first ? &quotation->cues_before : &quotation->cues_after;

        if (token_sentence(attribution->tokens, cue->token) != quotation->sentence)
            break;
        quotation->cue += cue->token < quotation->first;
        *side = strength > *side ? strength : *side;
    }
}

static unsigned shape_of(const Attribution *attribution, const Quotation *quotation, uint32_t *starts, uint32_t *ends)
{
    const TokenList *tokens = attribution->tokens;
    uint32_t first = quotation->first, end = quotation->end;

    *starts =
        first == 0 || token_block(tokens, first - 1) != quotation->block ? 2 : token_starts_sentence(tokens, first);
    *ends = end >= attribution_token_count(attribution) || token_block(tokens, end) != quotation->block
                ? 2
                : token_starts_sentence(tokens, end);
    return SHAPE_INNER + *starts * 3 + *ends;
}

static unsigned last_sign(const Quotation *quotation, size_t words)
{
    switch (quotation->last) {
    case ',':
        return LAST_COMMA;
    case '.':
        return LAST_STOP;
    case '?':
        return LAST_QUESTION;
    case '!':
        return LAST_EXCLAMATION;
    case '-':
        return LAST_DASH;
    case ':':
    case ';':
    case ')':
        return LAST_OTHER;
    default:
        return words <= SHORT_WORDS ? LAST_FEW : LAST_WORD;
    }
}

static size_t words_in(const Attribution *attribution, const Quotation *quotation)
{
    size_t words = 0;

    for (uint32_t i = quotation->first; i < quotation->end && words <= SHORT_WORDS; i++)
        words += word_at(attribution, i)->kind != TOKEN_SIGN;
    return words;
}

Quotation quotation_of(const Attribution *attribution, size_t span, size_t *cue)
{
    Quotation quotation = {.span = span,
                           .first = span_first(attribution, span),
                           .end = span_end(attribution, span),
                           .block = span_block(attribution, span),
                           .last = attribution_last_byte(attribution, span)};
    uint32_t starts, ends;

    quotation.sentence = token_sentence(attribution->tokens, quotation.first);
    quotation.is_short = quotation.end - quotation.first <= SHORT_TURN;
    SET_FACT(&quotation.facts, SHAPE, shape_of(attribution, &quotation, &starts, &ends));
    quotation.is_paragraph = starts == 2 && ends == 2;
    SET_FACT(&quotation.facts, LAST, last_sign(&quotation, words_in(attribution, &quotation)));
    find_cues(attribution, &quotation, cue);
    SET_FACT(&quotation.facts, CUES, CUES_NONE + quotation.cues_before * 3 + quotation.cues_after);
    return quotation;
}
