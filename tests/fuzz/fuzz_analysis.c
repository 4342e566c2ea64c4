/* Any bytes as a text: its quotations and entities are in order, within the text, and the same when found in slices. */
#include "analysis_checks.h"
#include "fuzz/fuzz.h"

static Analysis *analyse(Arena *arena, const Article *article, size_t slice)
{
    Analysis *analysis = analysis_new(arena, article, (Range){0, SIZE_MAX});

    while (analysis_step(analysis, slice))
        ;
    return analysis;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    Arena arena = {0};
    Text text = {(const char *)bytes, size};
    const Article *article = article_from_text(&arena, text);
    Analysis *whole = analyse(&arena, article, SIZE_MAX / 2);

    REQUIRE(broken_analysis(whole) == NULL);
    REQUIRE(different_analysis(whole, analyse(&arena, article, 1 + size / 5)) == NULL);
    arena_release(&arena);
    return 0;
}
