/* Any text: its quotations, names and mentions are in order, within the text, and refer to what is there. */
#include "analysis/analysis.h"
#include "fuzz/fuzz.h"

static void require_within(const Article *article, Range range)
{
    REQUIRE(range.start <= range.end && range.end <= article->text.size);
}

static void require_quotes(const Analysis *analysis)
{
    for (size_t i = 0; i < analysis->quotes.count; i++) {
        const Quote *quote = &analysis->quotes.items[i];

        require_within(analysis->article, quote->range);
        require_within(analysis->article, quote->mention);
        require_within(analysis->article, quote->cue);
        REQUIRE(quote->range.start <= quote->inner.start && quote->inner.end <= quote->range.end);
        REQUIRE(quote->inner.start <= quote->inner.end);
        REQUIRE(i == 0 || analysis->quotes.items[i - 1].range.start <= quote->range.start);
        REQUIRE(quote->confidence <= 100 && quote->chain <= i);
        for (size_t speaker = 0; speaker < quote->speakers.count; speaker++) {
            size_t entity = quote->speakers.items[speaker].entity;

            REQUIRE(entity == NO_ENTITY || entity < analysis->entities.count);
        }
    }
}

static void require_mentions(const Analysis *analysis)
{
    for (size_t i = 0; i < analysis->mentions.count; i++) {
        const Mention *mention = &analysis->mentions.items[i];

        require_within(analysis->article, mention->range);
        REQUIRE(mention->entity < analysis->entities.count);
        REQUIRE(i == 0 || analysis->mentions.items[i - 1].range.end <= mention->range.start);
    }
    for (size_t i = 0; i < analysis->entities.count; i++) {
        const Entity *entity = &analysis->entities.items[i];

        REQUIRE(entity->mention_count == 0 || entity->first_mention < analysis->mentions.count);
        REQUIRE(entity->name.size > 0);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    Text text = {(const char *)bytes, size};
    Arena arena = {0};
    Analysis *analysis;

    analysis = analysis_new(&arena, article_from_text(&arena, text), (Range){0, SIZE_MAX});
    while (analysis_step(analysis, 512))
        ;
    REQUIRE(analysis->done);
    require_quotes(analysis);
    require_mentions(analysis);
    arena_release(&arena);
    return 0;
}
