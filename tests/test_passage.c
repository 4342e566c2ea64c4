/* Passages: what is selected from where to where, which sentence is around a place, and the words of a passage as they are taken out. */
#include <string.h>

#include "article/plain_text.h"
#include "article/text_fragment.h"
#include "formats/formats.h"
#include "reading/passage.h"
#include "reading/passage_move.h"
#include "tap.h"

static Article *article_of(Arena *arena, File *file, const char *text)
{
    Article *article;
    Report report;

    report_init(&report, arena, TEXT("test.txt"));
    file_from_text(file, text_from(text));
    article = article_read(arena, file, format_of_name(TEXT("test.txt")), &report);
    (void)article_index(article, SIZE_MAX);
    return article;
}

static bool says(Text text, const char *expected)
{
    if (text_equal(text, text_from(expected)))
        return true;
    printf("# is     \"%.*s\"\n# should \"%s\"\n", TEXT_ARGS(text), expected);
    return false;
}

/* ---- sentences ---- */

static const char sentences[] =
    "The talks\n\nMr. Aldous said he would go. “We remembered,” said Signe Aldous. “We will\n"
    "not forget.” Nobody spoke of the U.S. ship.\n\nIt left on Monday.\n";

static void test_sentences(void)
{
    static const struct {
        const char *at, *sentence;
    } rows[] = {
        {"would", "Mr. Aldous said he would go."},
        {"Mr.", "Mr. Aldous said he would go."},
        {"Signe", "“We remembered,” said Signe Aldous."},
        {"forget", "“We will not forget.”"},
        {"U.S.", "Nobody spoke of the U.S. ship."},
        {"Monday", "It left on Monday."},
        {"talks", "The talks"},
    };
    Arena arena = {0};
    File file;
    Article *article = article_of(&arena, &file, sentences);

    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        size_t at = text_find(article->text, text_from(rows[i].at), 0);

        ok(says(text_slice(article->text, passage_sentence(article, at)), rows[i].sentence),
           "the sentence around \"%s\"", rows[i].at);
    }
    arena_release(&arena);
}

/* ---- passages and their words ---- */

static const char blocks[] =
    "A title of some words\n\nThe first para\u00ADgraph is set\nin two lines, e\u0301te and "
    "\u05D3\u05D1\u05E8.\n\nThe second one has \u6771\u4EAC in it.\n\n- one\n- two\n- three\n\n"
    "Here is the last para\agraph.\n";

static void test_passages(void)
{
    static const struct {
        PassageUnit unit;
        const char *anchor, *head, *words;
    } rows[] = {
        {PASSAGE_CHARACTERS, "first", "in two", "first paragraph is set i"},
        {PASSAGE_CHARACTERS, "in two", "first", "first paragraph is set i"},
        {PASSAGE_CHARACTERS, "e\u0301", "e\u0301", "e\u0301"},
        {PASSAGE_CHARACTERS, "\u05E8", "second", "\u05E8.\n\nThe s"},
        {PASSAGE_CHARACTERS, "\u4EAC", "\u6771", "\u6771\u4EAC"},
        {PASSAGE_CHARACTERS, "one\n", "ee", "one\ntwo\nthre"},
        {PASSAGE_PARAGRAPHS, "two lines", "two lines",
         "The first paragraph is set in two lines, e\u0301te and \u05D3\u05D1\u05E8."},
        {PASSAGE_PARAGRAPHS, "three", "the last", "three\n\nHere is the last paragraph."},
        {PASSAGE_NONE, "three", "the last", ""},
    };
    Arena arena = {0};
    File file;
    Article *article = article_of(&arena, &file, blocks);

    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        Passage passage = {rows[i].unit, text_find(article->text, text_from(rows[i].anchor), 0),
                           text_find(article->text, text_from(rows[i].head), 0), 0};

        ok(says(plain_text(&arena, article, passage_range(&passage, article)), rows[i].words), "from \"%s\" to \"%s\"",
           rows[i].anchor, rows[i].head);
    }
    arena_release(&arena);
}

/* ---- links to passages ---- */

static const char twice[] =
    "A page of some words\n\nShe said it is over, and left. He said it is over, but stayed.\n\nThe tide, which "
    "does most of the work - so they say - at that hour & day, was late.\n\nNobody was there to see it.\n";

static void test_fragments(void)
{
    static const struct {
        const char *start, *end, *link;
    } rows[] = {
        {"Nobody", "there", "https://example.org/a#:~:text=Nobody%20was"},
        {"obody", "as there", "https://example.org/a#:~:text=Nobody%20was"},
        {"it is over,", ", and left", "https://example.org/a#:~:text=said-,it%20is%20over,-%2C%20and"},
        {"it is over, but", ", but", "https://example.org/a#:~:text=said-,it%20is%20over,-%2C%20but"},
        {"work - so", ", was",
         "https://example.org/a#:~:text=work%20%2D%20so%20they%20say%20%2D%20at%20that%20hour%20%26%20day"},
        {"left", "stayed", "https://example.org/a#:~:text=left.%20He%20said%20it%20is%20over%2C%20but"},
        {"He said", "see", "https://example.org/a#:~:text=He%20said%20it%20is%20over%2C%20but,Nobody%20was%20there%20to"},
        {", and", "and left", ""},
    };
    Arena arena = {0};
    File file;
    Article *article = article_of(&arena, &file, twice);

    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        Range range = {text_find(article->text, text_from(rows[i].start), 0),
                       text_find(article->text, text_from(rows[i].end), 0)};

        ok(says(text_fragment_link(&arena, article, TEXT("https://example.org/a"), range), rows[i].link),
           "a link to \"%s\" up to \"%s\"", rows[i].start, rows[i].end);
    }
    ok(says(text_fragment_link(&arena, article, TEXT("https://example.org/a#b"), (Range){2, 6}),
            "https://example.org/a#b:~:text=page"),
       "the address may have a fragment");
    arena_release(&arena);
}

/* ---- blanks ---- */

static void test_blanks(void)
{
    enum { BLANKS = 400 * 1000 };
    Arena arena = {0};
    char *bytes = ARENA_ARRAY(&arena, char, BLANKS);
    Text text = {bytes, BLANKS};

    memset(bytes, ' ', BLANKS);
    ok(passage_last_character(text, (Range){0, BLANKS}) == 0, "only blanks: the first");
    bytes[3] = 'a';
    ok(passage_last_character(text, (Range){0, BLANKS}) == 3, "the last character is before any number of blanks");
    ok(passage_last_character(text, (Range){5, 5}) == 5, "and of nothing its start");
    bytes[5] = '\xCC'; /* U+0301 */
    bytes[6] = '\x81';
    ok(passage_last_character(text, (Range){0, 9}) == 3, "a blank with an accent is one");
    arena_release(&arena);
}

int main(void)
{
    test_sentences();
    test_passages();
    test_fragments();
    test_blanks();
    return tap_done();
}
