/*
 * Any words looked for in any text: what is found is a piece of the text, of whole characters; words that stand in it are found as they
 * stand. The input: sizes of exact, prefix and suffix and the block hint, these texts, and the text that they are looked for in.
 */
#include "article/anchors.h"
#include "base/fold.h"
#include "fuzz/fuzz.h"

static bool cuts_character(Text text, size_t at)
{
    return at < text.size && ((unsigned char)text.bytes[at] & 0xC0) == 0x80;
}

/* A paragraph's beginning: it is there word for word. */
static void require_own_words(AnchorSearch *search)
{
    const Article *article = search->article;

    for (size_t i = 0; i < article->blocks.count && i < 3; i++) {
        Anchor anchor = {.exact = text_slice(article_block_text(article, i), (Range){0, 300})};
        Range range;

        while (anchor.exact.size && cuts_character(article->text, article->blocks.items[i].range.start + anchor.exact.size))
            anchor.exact.size--;
        if (anchor.exact.size == 0 || search->exhausted)
            continue;
        REQUIRE(anchor_find(search, &anchor, &range) || search->exhausted);
        REQUIRE(search->exhausted || text_equal(text_slice(article->text, range), anchor.exact));
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    Choices choices = {{(const char *)bytes, size}};
    Arena arena = {0};
    AnchorSearch search;
    Article *article;
    Anchor anchor;
    Range range = {0, 0};

    anchor = (Anchor){.exact = choose_text(&choices, 255)};
    anchor.prefix = choose_text(&choices, 40);
    anchor.suffix = choose_text(&choices, 40);
    anchor.block = choose(&choices, 8);
    article = article_from_text(&arena, choices.left);
    while (article_index(article, article->text.size))
        ;
    anchor_search_init(&search, &arena, article);
    if (utf8_find_invalid(choices.left, 0) == TEXT_NOT_FOUND) {
        if (anchor_find(&search, &anchor, &range)) {
            REQUIRE(range.start < range.end && range.end <= article->text.size);
            if (utf8_find_invalid(anchor.exact, 0) == TEXT_NOT_FOUND)
                REQUIRE(!cuts_character(article->text, range.start) && !cuts_character(article->text, range.end));
        }
        require_own_words(&search);
    }
    arena_release(&arena);
    return 0;
}
