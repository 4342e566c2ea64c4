/*
 * What was found in an article is written into its file as `quotes:`: in each article of the project that is YAML, with a comment before, within and
 * behind, which stays; written a second time it changes nothing. What cannot be written is refused with a reason.
 */
#include "export/article_quotes.h"

#include "analysed_article.h"
#include "article/anchors/repeats.h"
#include "base/unicode/unicode.h"
#include "memory/notes/corrections.h"
#include "random.h"
#include "vectors.h"

static const Analysis *analysed(Arena *arena, Text source)
{
    return analysed_article(arena, source, "article.yaml");
}

static size_t listed(const Analysis *analysis)
{
    size_t count = 0;

    for (size_t i = 0; analysis && i < analysis->quotes.count; i++)
        count += quote_is_listed(&analysis->quotes.items[i]);
    return count;
}

/* A list that was written, with a comment above each row and one in it; of three rows one is left out. */
static Text with_comments(Arena *arena, Text source, size_t *comments)
{
    bool in_list = false, left_out = false;
    TextBuffer buffer = {0};
    size_t row = 0;
    Text line;

    *comments = 0;
    for (size_t at = 0; text_next_part(source, '\n', &at, &line);) {
        bool begins = in_list && text_starts_with(line, TEXT("  - text:"));

        in_list = text_equal(line, TEXT("quotes:")) || (in_list && text_starts_with(line, TEXT("  ")));
        left_out = in_list && (begins ? row++ % 3 == 1 : left_out);
        if (left_out)
            continue;
        if (begins)
            text_buffer_add(arena, &buffer, TEXT("  # mine\n"));
        text_buffer_add(arena, &buffer, line);
        if (in_list && text_starts_with(line, TEXT("    type:")))
            text_buffer_add(arena, &buffer, TEXT(" # mine"));
        text_buffer_add(arena, &buffer, TEXT("\n"));
        *comments += begins ? 2 : 0;
    }
    return text_buffer_text(&buffer);
}

static size_t comments_in(Text source)
{
    size_t count = 0;

    for (size_t at = 0; (at = text_find(source, TEXT("# mine\n"), at)) != TEXT_NOT_FOUND; at++)
        count++;
    return count;
}

/* Rows that are missing come back between the others, whose comments stay. */
static void test_missing_rows(Arena *arena, Text whole, const Analysis *analysis)
{
    size_t comments;
    Text part = with_comments(arena, whole, &comments), result;
    Report report;

    report_init(&report, arena, TEXT("article.yaml"));
    result = article_with_quotes(arena, part, analysis, &report);
    if (!ok(report.problems.count == 0 && comments_in(result) == comments &&
                listed(analysed(arena, result)) == listed(analysis),
            "… rows that are missing come back between others, which keep %zu comments", comments))
        printf("# %zu comments, %zu rows of %zu\n", comments_in(result), listed(analysed(arena, result)),
               listed(analysis));
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
    test_missing_rows(&arena, result, analysis);
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

/* Quotations that have no row get one between the others, rows of what is none go: the others keep their comments. */
static void test_rows_come_and_go(void)
{
    static const Text
        source = LITERAL(
            "title: A\nbody:\n  - >-\n    “It is late,” said Ann Lee. “We go,” Lee said. “No way,” said Tom Brekke.\n\n"
            "quotes: # by hand\n  # the first\n  - {speaker: lee, text: 'It is late,'} # mine\n  # hers?\n"
            "  -\n    # in it\n    text: We go,\n    speaker: Ann Lee # sure\n  # the last\n  - text: No way,\n"
            "    speaker: Tom Brekke # his\n# end\n"),
        without = LITERAL(
            "title: A\nbody:\n  - >-\n    “It is late,” said Ann Lee. “We go,” Lee said. “No way,” said Tom Brekke.\n\n"
            "quotes: # by hand\n  # the first\n  - {speaker: lee, text: 'It is late,'} # mine\n  # hers?\n"
            "  # the last\n  - text: No way,\n    speaker: Tom Brekke # his\n# end\n"),
        last = LITERAL(
            "title: A\nbody:\n  - >-\n    “It is late,” said Ann Lee. “We go,” Lee said. “No way,” said Tom Brekke.\n\n"
            "quotes: # by hand\n  # the last\n  - text: No way,\n    speaker: Tom Brekke # his\n# end\n"),
        none = LITERAL(
            "title: A\nbody:\n  - >-\n    “It is late,” said Ann Lee. “We go,” Lee said. “No way,” said Tom Brekke.\n\n"
            "quotes:\n  # mine\n  - text: late\n"),
        both = LITERAL(
            "title: A\nbody:\n  - >-\n    “It is late,” said Ann Lee. “We go,” Lee said. “No way,” said Tom Brekke.\n\n"
            "quotes: # by hand\n  - text: >-\n      It is late,\n    speaker: Ann Lee\n    type: direct\n"
            "    block: 1\n  - text: >-\n      We go,\n    speaker: Ann Lee\n    type: direct\n    block: 1\n"
            "  # the last\n  - text: No way,\n    speaker: Tom Brekke # his\n# end\n");
    Arena arena = {0};
    Report report;
    Text result;

    report_init(&report, &arena, TEXT("article.yaml"));
    result = article_with_quotes(&arena, source, analysed(&arena, without), &report);
    if (!ok(text_equal(result, without), "the row of what is no quotation any more goes, with what is in it"))
        vector_show_difference(without, result);
    result = article_with_quotes(&arena, without, analysed(&arena, source), &report);
    ok(text_find(result, TEXT("# hers?\n  # the last\n"), 0) != TEXT_NOT_FOUND &&
           text_find(result, TEXT("# mine\n  - text: >-\n      We go,\n"), 0) != TEXT_NOT_FOUND,
       "that of a new one stands behind the one before");
    result = article_with_quotes(&arena, last, analysed(&arena, source), &report);
    if (!ok(text_equal(result, both), "or before the first, and its comments"))
        vector_show_difference(both, result);
    ok(report.problems.count == 0, "nothing is lost by that");
    result = article_with_quotes(&arena, none, analysed(&arena, source), &report);
    ok(result.size && report.error_count == 0 && report.problems.count == 1,
       "a list of other rows is written anew; that its comments are not kept is told");
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
    test_rows_come_and_go();
    test_refused();
    test_repeats();
    return tap_done();
}
