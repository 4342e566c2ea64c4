/*
 * Any bytes as a text: its quotations and entities are in order, within the text, and the same when found in slices: with the model of
 * names, and by rules alone. A part of the text, asked for alone, has what is in it.
 */
#include "analysis_checks.h"
#include "formats/text/plain_text.h"
#include "fuzz/fuzz.h"

static Analysis *analyse(Arena *arena, const Article *article, Range window, const struct TagModel *model, size_t slice)
{
    Analysis *analysis = analysis_new(arena, article, window);

    analysis_use_model(analysis, model);
    while (analysis_step(analysis, slice))
        ;
    return analysis;
}

static void require_inside(const Analysis *analysis, Range window)
{
    for (size_t i = 0; i < analysis->quotes.count; i++)
        REQUIRE(analysis->quotes.items[i].range.start >= window.start &&
                analysis->quotes.items[i].range.end <= window.end);
    for (size_t i = 0; i < analysis->mentions.count; i++)
        REQUIRE(analysis->mentions.items[i].range.start >= window.start &&
                analysis->mentions.items[i].range.end <= window.end);
}

/* What the reader asks: the first that ends after an offset. */
static void require_places(const Analysis *analysis)
{
    for (size_t i = 0; i < analysis->quotes.count; i++)
        REQUIRE(analysis_quote_from(analysis, analysis->quotes.items[i].range.start) == i);
    for (size_t i = 0; i < analysis->mentions.count; i++)
        REQUIRE(analysis_mention_from(analysis, analysis->mentions.items[i].range.start) == i);
}

static void check(const Article *article, const struct TagModel *model)
{
    Range all = {0, SIZE_MAX}, part = {article->text.size / 3, article->text.size / 2};
    Arena arena = {0};
    Analysis *whole = analyse(&arena, article, all, model, SIZE_MAX / 2);

    REQUIRE(broken_analysis(whole) == NULL);
    require_places(whole);
    REQUIRE(different_analysis(whole, analyse(&arena, article, all, model, 1 + article->text.size / 5)) == NULL);
    whole = analyse(&arena, article, part, model, SIZE_MAX / 2);
    REQUIRE(broken_analysis(whole) == NULL);
    require_inside(whole, whole->window);
    arena_release(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    Arena arena = {0};
    Text text = {(const char *)bytes, size};
    const Article *article = article_from_text(&arena, text);

    check(article, source_model());
    check(article, NULL);
    arena_release(&arena);
    return 0;
}
