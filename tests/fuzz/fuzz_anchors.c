/*
 * Any words looked for in any text: what is found is a piece of the text, of whole characters; a paragraph is found as it stands, or what is
 * beside it is told to belong to it. The input: sizes of exact, prefix and suffix and the block hint, these texts, and the text that
 * they are looked for in.
 */
#include "article/anchors/anchors.h"
#include "base/unicode/fold.h"
#include "formats/text/plain_text.h"
#include "fuzz/fuzz.h"

static bool cuts_character(Text text, size_t at)
{
    return at < text.size && ((unsigned char)text.bytes[at] & 0xC0) == 0x80;
}

/* Whatever was found or refused lies in the text, and what differs in it and in the words that were looked for. */
static void require_inside(const AnchorSearch *search, const AnchorResult *result)
{
    REQUIRE(result->range.start <= result->range.end && result->range.end <= search->article->text.size);
    REQUIRE(result->compared.there.start <= result->compared.there.end &&
            result->compared.there.end <= search->article->text.size);
    REQUIRE(result->compared.given.start <= result->compared.given.end &&
            result->compared.given.end <= result->given.size);
    REQUIRE(result->outcome > ANCHOR_AMBIGUOUS || !range_is_empty(result->range));
}

/* A paragraph is there word for word. */
static void require_own_words(AnchorSearch *search)
{
    const Article *article = search->article;

    for (size_t i = 0; i < article->blocks.count && i < 3; i++) {
        Anchor anchor = {.exact = article_block_text(article, i), .is_quotation = i % 2 == 0};
        AnchorResult result = anchor_find(search, &anchor);

        require_inside(search, &result);
        if (result.outcome <= ANCHOR_AMBIGUOUS && result.match == MATCH_EXACT)
            REQUIRE(text_equal(text_slice(article->text, result.range), text_trim(anchor.exact)));
        else
            REQUIRE(result.outcome != ANCHOR_MISSING || result.compared.refusal != REFUSED_TOO_MUCH);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    Choices choices = {{(const char *)bytes, size}};
    Arena arena = {0};
    AnchorSearch search;
    Article *article;
    Anchor anchor;
    AnchorResult result;

    anchor = (Anchor){.exact = choose_text(&choices, 255)};
    anchor.prefix = choose_text(&choices, 40);
    anchor.suffix = choose_text(&choices, 40);
    anchor.block = choose(&choices, 8);
    article = article_from_text(&arena, choices.left);
    while (article_index(article, article->text.size))
        ;
    anchor_search_init(&search, &arena, article);
    if (utf8_find_invalid(choices.left, 0) == TEXT_NOT_FOUND) {
        anchor.is_quotation = anchor.block % 2 == 0;
        anchor.speaker = anchor.prefix;
        result = anchor_find(&search, &anchor);
        require_inside(&search, &result);
        if (utf8_find_invalid(anchor.exact, 0) == TEXT_NOT_FOUND)
            REQUIRE(!cuts_character(article->text, result.range.start) &&
                    !cuts_character(article->text, result.range.end));
        require_own_words(&search);
    }
    arena_release(&arena);
    return 0;
}
