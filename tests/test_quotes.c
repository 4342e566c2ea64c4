/*
 * Who said what: each text of tests/vectors/quotes with its quotations beside it, one a line:
 * type | speakers | mention | cue | rule | words. Scare quotes are among them.
 */
#include "analysis/analysis.h"
#include "base/unicode.h"
#include "vectors.h"

static char folder[] = "tests/vectors/quotes";

static Text part(const Analysis *analysis, Range range)
{
    return range_is_empty(range) ? TEXT("-") : text_slice(analysis->article->text, range);
}

static Text describe(Arena *arena, const Analysis *analysis)
{
    Text lines = {0};

    for (size_t i = 0; i < analysis->quotes.count; i++) {
        const Quote *quote = &analysis->quotes.items[i];

        lines = arena_printf(arena, "%.*s%.*s | %.*s | %.*s | %.*s | %s | %.*s\n", TEXT_ARGS(lines),
                             TEXT_ARGS(quote_type_name(quote->type)), TEXT_ARGS(quote_speaker_names(quote, arena)),
                             TEXT_ARGS(part(analysis, quote->mention)), TEXT_ARGS(part(analysis, quote->cue)),
                             quote->rule, TEXT_ARGS(part(analysis, quote->inner)));
    }
    return lines.size ? lines : TEXT("none\n");
}

static void test_file(const char *name)
{
    Arena arena = {0};
    Text stem = text_slice(text_from(name), (Range){0, strlen(name) - strlen(".txt")});
    char path[VECTOR_PATH];
    Analysis *analysis;
    Text text;

    vector_path(path, folder, name);
    if (!vector_read(&arena, path, &text)) {
        ok(false, "%s can be read", name);
        return;
    }
    analysis = analysis_new(&arena, article_from_text(&arena, text), (Range){0, SIZE_MAX});
    analysis_run(analysis);
    vector_check(&arena, folder, arena_printf(&arena, "%.*s.expected", TEXT_ARGS(stem)).bytes, describe(&arena, analysis));
    arena_release(&arena);
}

int main(void)
{
    VectorNames files;

    (void)unicode_init("C.UTF-8");
    vector_list(&files, folder, "", ".txt");
    ok(files.count > 40, "%zu files", files.count);
    for (size_t i = 0; i < files.count; i++)
        test_file(files.names[i]);
    vector_list_release(&files);
    return tap_done();
}
