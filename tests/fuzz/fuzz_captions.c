/* Any bytes as captions: an article with a text, all of whose blocks lie in it in their order, or an error. */
#include "formats/formats.h"
#include "fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    Text text = {(const char *)bytes, size}, fields[FIELD_COUNT] = {{0}};
    Arena arena = {0};
    size_t end = 0;
    Report report;
    Article *article;
    File file;

    report_init(&report, &arena, TEXT("input.srt"));
    file_from_text(&file, text);
    article = article_read(&arena, &file, &captions_format, &report);
    REQUIRE(article || report.error_count);
    for (size_t i = 0; article && i < article->blocks.count; i++) {
        Range range = article->blocks.items[i].range;

        REQUIRE(range.start >= end && range.start <= range.end && range.end <= article->text.size);
        end = range.end;
    }
    (void)captions_format.recognises(text);
    (void)captions_format.peek(&arena, text, fields);
    file_close(&file);
    arena_release(&arena);
    return 0;
}
