/* The confidence of a quotation is that of the choice times that of this step, so that the latter is what is left of it. */
#include "analysis/explained_step.h"

#include "analysis/ranking/weights.h"

enum { NEARER_MOST = 2 /* names */, MENTIONS_MOST = 1000 /* that are looked at */ };

static bool is_quoted(const Analysis *analysis, size_t offset)
{
    size_t quote = analysis_quote_from(analysis, offset);

    return quote < analysis->quotes.count && analysis->quotes.items[quote].range.start <= offset;
}

/* The last mention of somebody before some words, outside of quotations; NO_INDEX: there is none near enough. */
static size_t last_named(const Analysis *analysis, size_t entity, Range words)
{
    size_t from = analysis_mention_from(analysis, words.start), limit = from > MENTIONS_MOST ? from - MENTIONS_MOST : 0;

    for (size_t i = from; i > limit; i--) {
        const Mention *mention = &analysis->mentions.items[i - 1];

        if (mention->entity == entity && !is_quoted(analysis, mention->range.start))
            return i - 1;
    }
    return NO_INDEX;
}

static Text place_of(Arena *arena, const Article *article, size_t mention, size_t words)
{
    size_t back = article_known_block_at(article, words) - article_known_block_at(article, mention);

    if (back > 1)
        return arena_printf(arena, "%zu paragraphs back", back);
    return back ? TEXT("in the paragraph before") : TEXT("in the same paragraph");
}

/* "; nearer is Chidi Okafor, Steve Brandreth": other people who are named since. */
static Text names_since(Arena *arena, const Analysis *analysis, size_t mention, Range words)
{
    size_t whom = analysis->mentions.items[mention].entity, found[NEARER_MOST], count = 0;
    TextBuffer nearer = {0};

    for (size_t i = analysis_mention_from(analysis, words.start); i > mention + 1 && count < NEARER_MOST; i--) {
        size_t entity = analysis->mentions.items[i - 1].entity;

        if (entity == whom || analysis->entities.items[entity].type != ENTITY_PERSON || (count && found[0] == entity) ||
            is_quoted(analysis, analysis->mentions.items[i - 1].range.start))
            continue;
        text_buffer_add(arena, &nearer, count ? TEXT(", ") : TEXT("; nearer is "));
        text_buffer_add(arena, &nearer, analysis->entities.items[entity].name);
        found[count++] = entity;
    }
    return text_buffer_text(&nearer);
}

/* Of a hundred such steps so many are right. */
static unsigned percent_of_step(const Quote *quote, const ExplainedQuote *explained)
{
    enum { FULL = 100 };
    unsigned choice = ranker_percent_right(explained->speakers[0].probability);
    unsigned step = choice ? (quote->confidence * FULL + choice - 1) / choice : FULL;

    return step < FULL ? step : FULL;
}

static bool is_named(const Analysis *analysis, Range words, size_t entity)
{
    size_t mention = analysis_mention_from(analysis, words.start);

    return mention < analysis->mentions.count && analysis->mentions.items[mention].range.start < words.end &&
           analysis->mentions.items[mention].range.end >= words.end &&
           analysis->mentions.items[mention].entity == entity;
}

ExplainedStep explanation_step(Arena *arena, const Analysis *analysis, const Quote *quote,
                               const ExplainedQuote *explained)
{
    Range words = explained->speakers[0].words;
    const Speaker *speaker = quote->source->speakers;
    Text phrase = arena_on_one_line(arena, text_slice(analysis->article->text, words));
    ExplainedStep step = {0};
    size_t mention;

    if (quote->source->speaker_count != 1 || text_equal_ignoring_case(phrase, speaker->name) ||
        (speaker->entity != NO_ENTITY && is_named(analysis, words, speaker->entity)))
        return step;
    step.words = arena_printf(arena, "“%.*s” is taken for %.*s: right in about %u of 100", TEXT_ARGS(phrase),
                              TEXT_ARGS(speaker->name), percent_of_step(quote, explained));
    mention = speaker->entity == NO_ENTITY ? NO_INDEX : last_named(analysis, speaker->entity, words);
    if (mention != NO_INDEX)
        step.named = arena_printf(
            arena, "last named %.*s%.*s",
            TEXT_ARGS(place_of(arena, analysis->article, analysis->mentions.items[mention].range.start, words.start)),
            TEXT_ARGS(names_since(arena, analysis, mention, words)));
    return step;
}
