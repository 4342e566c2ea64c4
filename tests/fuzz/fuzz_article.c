/*
 * Any bytes as a file, of any form: it is refused, or it is an article whose blocks are in order and within its text, whose annotations are
 * ranges of it, and which can be analysed.
 */
#include "analysis_checks.h"
#include "formats/formats.h"
#include "fuzz/fuzz.h"

static void require_order(const Article *article)
{
    size_t end = 0;

    for (size_t i = 0; i < article->blocks.count; i++) {
        Range range = article->blocks.items[i].range;

        REQUIRE(range.start <= range.end && range.end <= article->text.size &&
                article->blocks.items[i].kind < BLOCK_KIND_COUNT);
        if (range.start < range.end) {
            REQUIRE(range.start >= end);
            end = range.end;
        }
    }
}

/* The range lies in one block, which is `*block` or behind it. */
static void require_within_block(const Article *article, Range range, size_t *block)
{
    const Block *blocks = article->blocks.items;

    while (*block < article->blocks.count && blocks[*block].range.end <= range.start)
        ++*block;
    REQUIRE(*block < article->blocks.count && range.start < range.end && range.start >= blocks[*block].range.start &&
            range.end <= blocks[*block].range.end);
}

/* In order and apart, and each within one block. */
static void require_emphases(const Article *article)
{
    size_t block = 0;

    for (size_t i = 0; i < article->emphases.count; i++) {
        REQUIRE(i == 0 || article->emphases.items[i].range.start >= article->emphases.items[i - 1].range.end);
        require_within_block(article, article->emphases.items[i].range, &block);
    }
}

/* Those whose place is known likewise, behind the others; and what they say is what stands there. */
static void require_links(const Article *article)
{
    size_t block = 0;
    Range last = {0, 0};

    for (size_t i = 0; i < article->links.count; i++) {
        const Link *link = &article->links.items[i];

        REQUIRE(range_is_empty(last) || link->range.start >= last.end);
        if (range_is_empty(link->range))
            continue;
        require_within_block(article, link->range, &block);
        REQUIRE(text_equal(link->text, text_slice(article->text, link->range)));
        last = link->range;
    }
}

static void require_annotations(const Article *article)
{
    REQUIRE(is_sound_range(article->text, article->dateline));
    for (size_t i = 0; i < article->quotes.count; i++) {
        REQUIRE(!range_is_empty(article->quotes.items[i].range) &&
                is_sound_range(article->text, article->quotes.items[i].range));
        REQUIRE(i == 0 || article->quotes.items[i].range.start >= article->quotes.items[i - 1].range.start);
    }
    for (size_t i = 0; i < article->entities.count; i++)
        REQUIRE(article->entities.items[i].name.size > 0 && article->entities.items[i].type.size > 0);
    for (int field = 0; field < FIELD_COUNT && !article->file; field++)
        REQUIRE(utf8_find_invalid(article->fields[field], 0) == TEXT_NOT_FOUND);
}

static void require_article(Arena *arena, Article *article)
{
    Analysis *analysis;

    while (article_index(article, article->text.size))
        ;
    require_order(article);
    require_emphases(article);
    require_links(article);
    require_annotations(article);
    analysis = analysis_new(arena, article, (Range){0, SIZE_MAX});
    analysis_run(analysis);
    REQUIRE(broken_analysis(analysis) == NULL);
}

static void read_as(Text text, const Format *format)
{
    Text fields[FIELD_COUNT];
    Arena arena = {0};
    Report report;
    Article *article;
    File file;

    report_init(&report, &arena, TEXT("input"));
    file_from_text(&file, text);
    article = article_read(&arena, &file, format, &report);
    if (article)
        require_article(&arena, article);
    else
        REQUIRE(report.error_count > 0);
    for (size_t i = 0; i < report.problems.count; i++)
        REQUIRE(report_line(&report, &report.problems.items[i], &arena).size > 0);
    (void)(format ? format->peek(&arena, file.bytes, fields) : article_peek(&arena, report.path, &file, fields));
    file_close(&file);
    arena_release(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    Text text = {(const char *)bytes, size};
    size_t count;
    const Format *const *formats = formats_all(&count);

    read_as(text, NULL);
    for (size_t i = 0; i < count; i++)
        read_as(text, formats[i]);
    return 0;
}
