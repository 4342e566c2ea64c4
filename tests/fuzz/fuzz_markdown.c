/*
 * Any bytes as Markdown: what comes of them is blocks in their order, emphases and links within single blocks and apart from one another, and a map
 * that goes on in text and source alike.
 */
#include "formats/formats.h"
#include "formats/markdown/markdown_signs.h"
#include "fuzz/fuzz.h"

/* Is a range within one block that has text? */
static bool is_in_block(const Article *article, Range range)
{
    const Block *block = &article->blocks.items[article_known_block_at(article, range.start)];

    while (range_is_empty(block->range) && block > article->blocks.items)
        block--; /* a rule stands where the text before it ends */
    return !range_is_empty(range) && range.start >= block->range.start && range.end <= block->range.end;
}

static void require_order(const Article *article)
{
    size_t end = 0;

    for (size_t i = 0; i < article->blocks.count; i++) {
        Range range = article->blocks.items[i].range;

        REQUIRE(range.start >= end && range.start <= range.end && range.end <= article->text.size);
        REQUIRE(!range_is_empty(range) || !block_has_text(article->blocks.items[i].kind));
        end = range.end;
    }
}

static void require_inline(const Article *article)
{
    size_t end = 0;

    for (size_t i = 0; i < article->emphases.count; i++) {
        REQUIRE(article->emphases.items[i].range.start >= end && is_in_block(article, article->emphases.items[i].range));
        end = article->emphases.items[i].range.end;
    }
    end = 0;
    for (size_t i = 0; i < article->links.count; i++) {
        const Link *link = &article->links.items[i];

        REQUIRE(link->range.start >= end && is_in_block(article, link->range) && link->url.size);
        REQUIRE(text_equal(link->text, text_slice(article->text, link->range)));
        end = link->range.end;
    }
}

static void require_map(const Article *article, size_t source)
{
    size_t text_end = 0, source_end = 0;

    for (size_t i = 0; i < article->source.spans.count; i++) {
        const OffsetSpan *span = &article->source.spans.items[i];

        REQUIRE(span->text >= text_end && span->source >= source_end && span->text_size && span->source_size);
        text_end = span->text + (size_t)span->text_size;
        source_end = span->source + (size_t)span->source_size;
    }
    REQUIRE(text_end <= article->text.size && source_end <= source);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    Text text = {(const char *)bytes, size}, fields[FIELD_COUNT] = {{0}};
    Arena arena = {0};
    Report report;
    Article *article;
    File file;

    report_init(&report, &arena, TEXT("input.md"));
    file_from_text(&file, text);
    article = article_read(&arena, &file, &markdown_format, &report);
    REQUIRE(article || report.error_count);
    if (article && !article->file) { /* it was not read as plain text */
        require_order(article);
        require_inline(article);
        require_map(article, file.bytes.size);
    }
    (void)markdown_recognises(text);
    (void)markdown_format.peek(&arena, text, fields);
    file_close(&file);
    arena_release(&arena);
    return 0;
}
