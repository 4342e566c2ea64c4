/*
 * What was found in an article is written into its file as `quotes:`: in each article of the project that is YAML, with a comment before, within and
 * behind, which stays; written a second time it changes nothing. What cannot be written is refused with a reason.
 */
#include "export/article_quotes.h"

#include "analysis/analysis.h"
#include "article/anchors/repeats.h"
#include "base/unicode/unicode.h"
#include "formats/formats.h"
#include "memory/notes/corrections.h"
#include "random.h"
#include "vectors.h"

static const Analysis *analysed(Arena *arena, Text source)
{
    File *file = ARENA_NEW(arena, File);
    Article *article;
    Analysis *analysis;
    Report report;

    report_init(&report, arena, TEXT("article.yaml"));
    file_from_text(file, source);
    article = article_read(arena, file, NULL, &report);
    if (!article)
        return NULL;
    (void)article_index(article, SIZE_MAX);
    analysis = analysis_new(arena, article, (Range){0, SIZE_MAX});
    analysis_run(analysis);
    return analysis;
}

static size_t listed(const Analysis *analysis)
{
    size_t count = 0;

    for (size_t i = 0; analysis && i < analysis->quotes.count; i++)
        count += quote_is_listed(&analysis->quotes.items[i]);
    return count;
}

static void test_article(const char *name)
{
    Arena arena = {0};
    char path[VECTOR_PATH];
    const Analysis *analysis;
    Text source, result, again;
    Report report;

    vector_path(path, "articles", name);
    ok(vector_read(&arena, path, &source), "%s can be read", name);
    source = arena_join(&arena, (const Text[]){TEXT("# mine: # begins\n"), source, TEXT("# ends\n")}, 3);
    report_init(&report, &arena, text_from(name));
    analysis = analysed(&arena, source);
    if (!ok(analysis != NULL, "… as an article"))
        return;
    result = article_with_quotes(&arena, source, analysis, &report);
    ok(result.size > 0 && text_starts_with(result, TEXT("# mine: # begins\n")) &&
           text_ends_with(result, TEXT("# ends\n")),
       "%s: %zu quotations are written, comments stay", name, listed(analysis));
    if (result.size == 0)
        return;
    analysis = analysed(&arena, result);
    again = article_with_quotes(&arena, result, analysis, &report);
    ok(analysis->article->quotes_given && text_equal(again, result), "… and are the same a second time");
    if (!text_equal(again, result))
        vector_show_difference(result, again);
    arena_release(&arena);
}

/* What somebody wrote into the rows stays, and so do rows that are right by another name of the speaker. */
static void test_rows_there(void)
{
    static const Text
        source = LITERAL(
            "title: A\nbody:\n  - >-\n    “It is late,” said Ann Lee. “We go,” Lee said.\n\nquotes:\n  # the first\n"
            "  - {speaker: lee, text: 'It is late,'} # mine\n  - text: We go,   # hers?\n    speaker: Tom Brekke\n"
            "    note: ask\n    checked: no\n# end\n"),
        expected = LITERAL(
            "title: A\nbody:\n  - >-\n    “It is late,” said Ann Lee. “We go,” Lee said.\n\nquotes:\n  # the first\n"
            "  - {speaker: lee, text: 'It is late,'} # mine\n  - text: We go,   # hers?\n    speaker: Ann Lee\n"
            "    note: ask\n    checked: yes\n# end\n");
    Arena arena = {0};
    Analysis *analysis = ARENA_NEW(&arena, Analysis);
    Report report;
    Text result;

    *analysis = *analysed(&arena, source);
    report_init(&report, &arena, TEXT("article.yaml"));
    ok(text_equal(article_with_quotes(&arena, source, analysis, &report), source),
       "rows that are right are left alone");
    quote_correct_speaker(&arena, analysis, &analysis->quotes.items[1], TEXT("Ann Lee"));
    result = article_with_quotes(&arena, source, analysis, &report);
    ok(text_equal(result, expected), "of a row what was corrected is changed, and nothing else");
    if (!text_equal(result, expected))
        vector_show_difference(result, expected);
    arena_release(&arena);
}

static void test_refused(void)
{
    Arena arena = {0};
    const Analysis *analysis = analysed(&arena, TEXT("title: A\nbody:\n  - >-\n    “It is late,” said Ann Lee.\n"));
    Report report;

    report_init(&report, &arena, TEXT("article.yaml"));
    ok(article_with_quotes(&arena, TEXT("title: A\nbody: [\n"), analysis, &report).size == 0 && report.error_count,
       "a file with a mistake is not written to");
    report_init(&report, &arena, TEXT("article.yaml"));
    ok(article_with_quotes(&arena, TEXT("title: A\nbody:\n  - Another text.\n"), analysis, &report).size == 0 &&
           report.error_count,
       "nor one that has another text by now");
    arena_release(&arena);
}

/* ---- what stands twice ---- */

static bool stands_twice(Text text, Text words)
{
    size_t first = words.size ? text_find(text, words, 0) : TEXT_NOT_FOUND;

    return first != TEXT_NOT_FOUND && text_find(text, words, first + 1) != TEXT_NOT_FOUND;
}

/* Texts of few letters, and parts of them: many begin others, are the same, overlap themselves. */
static void test_repeats(void)
{
    enum { TEXTS = 300, SIZE = 200, NEEDLES = 60 };
    size_t wrong = 0, twice = 0;

    (void)random_begin(1);
    for (size_t seed = 1; seed <= TEXTS; seed++) {
        Arena arena = {0};
        char bytes[SIZE];
        Text needles[NEEDLES];
        const bool *repeats;

        for (size_t i = 0; i < SIZE; i++)
            bytes[i] = "ab\xC3 "[random_below(2 + seed % 3)];
        for (size_t i = 0; i < NEEDLES; i++) {
            size_t start = random_below(SIZE), size = random_below(12);

            needles[i] = text_slice((Text){bytes, SIZE}, (Range){start, start + size < SIZE ? start + size : SIZE});
        }
        repeats = repeats_of(&arena, (Text){bytes, SIZE - seed % 50}, needles, NEEDLES);
        for (size_t i = 0; i < NEEDLES; i++) {
            bool right = stands_twice((Text){bytes, SIZE - seed % 50}, needles[i]);

            wrong += repeats[i] != right;
            twice += right;
        }
        arena_release(&arena);
    }
    ok(wrong == 0 && twice > TEXTS, "what stands twice is found as by looking for each: %zu of %d, %zu wrong", twice,
       TEXTS * NEEDLES, wrong);
}

int main(void)
{
    VectorNames files;

    (void)unicode_init("C.UTF-8");
    vector_list(&files, "articles", "", ".yaml");
    ok(files.count >= 5, "%zu articles", files.count);
    for (size_t i = 0; i < files.count; i++)
        test_article(files.names[i]);
    vector_list_release(&files);
    test_rows_there();
    test_refused();
    test_repeats();
    return tap_done();
}
