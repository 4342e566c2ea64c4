/* Any bytes as a file: it is refused, or it is an article whose blocks are in order and within its text. */
#include "article/article.h"
#include "fuzz/fuzz.h"

static void require_order(Article *article)
{
    size_t end = 0;

    while (article_index(article, article->text.size))
        ;
    for (size_t i = 0; i < article->blocks.count; i++) {
        Range range = article->blocks.items[i].range;

        REQUIRE(range.start <= range.end && range.end <= article->text.size);
        if (range.start < range.end) {
            REQUIRE(range.start >= end);
            end = range.end;
        }
    }
    for (size_t i = 0; i < article->quotes.count; i++)
        REQUIRE(article->quotes.items[i].range.end <= article->text.size);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    Arena arena = {0};
    Report report;
    Article *article;
    File file;

    report_init(&report, &arena, TEXT("input"));
    file_from_text(&file, (Text){(const char *)bytes, size});
    article = article_read(&arena, &file, FORMAT_AUTO, &report);
    if (article)
        require_order(article);
    else
        REQUIRE(report.error_count > 0);
    file_close(&file);
    arena_release(&arena);
    return 0;
}
