/*
 * Any bytes as an article, of any form: what is written of it has no mistakes, and reads back as the same article, of which the same bytes
 * are written again.
 */
#include "formats/formats.h"
#include "formats/yaml/article_writer.h"
#include "fuzz/fuzz.h"
#include "written_article.h"

static void require_written(Arena *arena, const Article *article, bool is_good)
{
    Text source = written_yaml(arena, article), again;
    const Article *read;
    Report report;

    report_init(&report, arena, TEXT("written"));
    read = written_read(arena, source, &report);
    REQUIRE(read && report.error_count == 0);
    if (!is_good) /* what is not in its body is looked for again, and may be found elsewhere */
        return;
    REQUIRE(report.problems.count == 0 && written_difference(arena, article, read) == NULL);
    again = written_yaml(arena, read);
    REQUIRE(text_equal(again, source));
}

static void write_as(Text text, const Format *format)
{
    Arena arena = {0};
    Article *article;
    Report report;
    File file;

    report_init(&report, &arena, TEXT("input"));
    file_from_text(&file, text);
    article = article_read(&arena, &file, format, &report);
    if (article)
        (void)article_index(article, SIZE_MAX);
    if (article && article_has_body(article))
        require_written(&arena, article, report.problems.count == 0);
    if (article)
        REQUIRE(written_json(&arena, article).size > 0);
    file_close(&file);
    arena_release(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    Text text = {(const char *)bytes, size};
    size_t count;
    const Format *const *formats = formats_all(&count);

    for (size_t i = 0; i < count; i++)
        write_as(text, formats[i]);
    return 0;
}
