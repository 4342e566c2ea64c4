/*
 * What holds for the analysis of any text, for property tests and the fuzzer: each function returns NULL, or says what is
 * broken.
 */
#ifndef QUOIN_TESTS_ANALYSIS_CHECKS_H
#define QUOIN_TESTS_ANALYSIS_CHECKS_H

#include <string.h>

#include "analysis/analysis.h"

/* Is `at` inside a code point? Bytes that are not UTF-8 are one by one. */
static inline bool cuts_character(Text text, size_t at)
{
    size_t size;

    for (size_t back = 1; back <= 3 && back <= at && at < text.size; back++) {
        (void)utf8_decode(text, at - back, &size);
        if (size > back)
            return true;
    }
    return false;
}

static inline bool is_sound_range(Text text, Range range)
{
    return range.start <= range.end && range.end <= text.size &&
           (range_is_empty(range) || (!cuts_character(text, range.start) && !cuts_character(text, range.end)));
}

/* One inside another lies wholly in it, behind its first byte, and apart from those before it there; all others are apart. */
static inline bool is_in_place(const Analysis *analysis, size_t index)
{
    const Quote *quotes = analysis->quotes.items, *quote = &quotes[index];
    size_t outer = index - 1;

    if (quote->given)
        return quote->range.start >= quotes[index - 1].range.start;
    while (outer > 0 && quotes[outer].inner)
        outer--;
    if (!quote->inner)
        return quote->range.start >= quotes[outer].range.end && quote->range.start >= quotes[index - 1].range.end;
    return quotes[outer].type == QUOTE_TURN && quote->range.start > quotes[outer].range.start &&
           quote->range.end <= quotes[outer].range.end &&
           (outer == index - 1 || quote->range.start >= quotes[index - 1].range.end);
}

static inline const char *broken_quote(const Analysis *analysis, size_t index)
{
    const Quote *quote = &analysis->quotes.items[index];
    Text text = analysis->article->text;

    if (range_is_empty(range_widen(quote->range)) || !is_sound_range(text, range_widen(quote->range)))
        return "a quotation is a piece of the text";
    if (!is_sound_range(text, quote_inner(quote)) || quote_inner(quote).start < quote->range.start ||
        quote_inner(quote).end > quote->range.end)
        return "what is quoted is inside the marks";
    if (index > 0 && !is_in_place(analysis, index))
        return "quotations are in order, and apart unless they are given or in a turn";
    if (!is_sound_range(text, range_widen(quote->source->mention)) ||
        !is_sound_range(text, range_widen(quote->source->cue)))
        return "mention and cue are pieces of the text";
    if (quote->source->speaker_count && !quote->given && range_is_empty(range_widen(quote->source->mention)))
        return "a speaker is mentioned";
    if (quote->confidence > 100 || !quote->source->rule || quote->type >= QUOTE_TYPE_COUNT)
        return "a quotation has a type, a rule and a confidence of at most 100";
    for (size_t i = 0; i < quote->source->speaker_count; i++) {
        const Speaker *speaker = &quote->source->speakers[i];

        if (speaker->name.size == 0)
            return "a speaker has a name";
        if (speaker->entity != NO_ENTITY && speaker->entity >= analysis->entities.count)
            return "a speaker is one of the entities";
    }
    return NULL;
}

static inline const char *broken_quotes(const Analysis *analysis)
{
    for (size_t i = 0; i < analysis->quotes.count; i++) {
        const char *broken = broken_quote(analysis, i);

        if (broken)
            return broken;
    }
    return NULL;
}

static inline const char *broken_entities(const Analysis *analysis)
{
    size_t mentions = 0;

    for (size_t i = 0; i < analysis->mentions.count; i++) {
        const Mention *mention = &analysis->mentions.items[i];

        if (range_is_empty(range_widen(mention->range)) ||
            !is_sound_range(analysis->article->text, range_widen(mention->range)))
            return "a mention is a piece of the text";
        if (i > 0 && mention->range.start < mention[-1].range.end)
            return "mentions are in order and apart";
        if (mention->entity >= analysis->entities.count)
            return "a mention is of an entity";
    }
    for (size_t i = 0; i < analysis->entities.count; i++) {
        const Entity *entity = &analysis->entities.items[i];

        mentions += entity->mention_count;
        if (entity->name.size == 0)
            return "an entity has a name";
        if (entity->mention_count && (entity->first_mention >= analysis->mentions.count ||
                                      analysis->mentions.items[entity->first_mention].entity != i))
            return "an entity knows its first mention";
    }
    return mentions == analysis->mentions.count ? NULL : "mentions are counted";
}

static inline const char *broken_analysis(const Analysis *analysis)
{
    const char *broken = analysis->done ? broken_quotes(analysis) : "the analysis is complete";

    return broken ? broken : broken_entities(analysis);
}

static inline bool same_range(Range a, Range b)
{
    return a.start == b.start && a.end == b.end;
}

static inline bool same_speakers(const Quote *a, const Quote *b)
{
    if (a->source->speaker_count != b->source->speaker_count)
        return false;
    for (size_t i = 0; i < a->source->speaker_count; i++) {
        if (a->source->speakers[i].entity != b->source->speakers[i].entity ||
            !text_equal(a->source->speakers[i].name, b->source->speakers[i].name))
            return false;
    }
    return true;
}

static inline bool same_quote(const Quote *a, const Quote *b)
{
    return same_range(range_widen(a->range), range_widen(b->range)) && same_range(quote_inner(a), quote_inner(b)) &&
           a->type == b->type && same_speakers(a, b) &&
           same_range(range_widen(a->source->mention), range_widen(b->source->mention)) &&
           same_range(range_widen(a->source->cue), range_widen(b->source->cue)) && a->confidence == b->confidence &&
           strcmp(a->source->rule, b->source->rule) == 0 && a->inferred == b->inferred;
}

/* Two analyses of one text that are to be the same. */
static inline const char *different_analysis(const Analysis *a, const Analysis *b)
{
    if (a->quotes.count != b->quotes.count)
        return "as many quotations";
    for (size_t i = 0; i < a->quotes.count; i++) {
        if (!same_quote(&a->quotes.items[i], &b->quotes.items[i]))
            return "the same quotations";
    }
    if (a->entities.count != b->entities.count || a->mentions.count != b->mentions.count)
        return "as many entities and mentions";
    for (size_t i = 0; i < a->mentions.count; i++) {
        if (!same_range(range_widen(a->mentions.items[i].range), range_widen(b->mentions.items[i].range)) ||
            a->mentions.items[i].entity != b->mentions.items[i].entity)
            return "the same mentions";
    }
    for (size_t i = 0; i < a->entities.count; i++) {
        if (!text_equal(a->entities.items[i].name, b->entities.items[i].name) ||
            a->entities.items[i].type != b->entities.items[i].type ||
            a->entities.items[i].quote_count != b->entities.items[i].quote_count)
            return "the same entities";
    }
    return NULL;
}

#endif
