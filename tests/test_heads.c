/*
 * Heads of articles in plain text. Sets of texts of our own: rules were made on tests/vectors/heads/dev, and measured on the others, each of which
 * was written before the rules that it measured for the first time. A text follows the lines that say what is right in it:
 *
 *     %% title: Ferry line to close          title, byline, date: empty if not said
 *     %% body: The council voted             what the body begins with
 *
 * and others that are asked only where they are said. Then tables of single lines.
 */
#include "base/unicode/unicode.h"
#include "formats/formats.h"
#include "formats/text/forms/furniture.h"
#include "formats/text/forms/head.h"
#include "reading/article_meta.h"
#include "vectors.h"

enum { LINES_MOST = 200 };

typedef struct Score {
    size_t texts, titles, bylines, dates, heads, bodies, others, others_asked;
} Score;

typedef struct HeadText {
    Text expected[40], lines[LINES_MOST];
    size_t expected_count, line_count;
} HeadText;

/* The next text of a file: false after the last. */
static bool next_text(Text file, size_t *at, HeadText *text)
{
    Text line;

    *text = (HeadText){.line_count = 0};
    for (size_t next = *at; text_next_part(file, '\n', &next, &line); *at = next) {
        bool says = text_starts_with(line, TEXT("%% "));

        if (says && text->line_count)
            return true;
        if (says)
            text->expected[text->expected_count++] = text_slice(line, (Range){3, line.size});
        else
            text->lines[text->line_count++] = text_trim(line);
    }
    return text->line_count > 0;
}

static Text expected_value(const HeadText *text, Text key, bool *asked)
{
    *asked = false;
    for (size_t i = 0; i < text->expected_count; i++) {
        size_t colon = text_find_byte(text->expected[i], ':', 0);

        if (text_equal(text_slice(text->expected[i], (Range){0, colon}), key)) {
            *asked = true;
            return text_trim(text_slice(text->expected[i], (Range){colon + 1, SIZE_MAX}));
        }
    }
    return (Text){0};
}

static Text joined_authors(Arena *arena, const HeadFields *head)
{
    TextBuffer names = {0};

    for (size_t i = 0; i < head->authors.count; i++) {
        if (i)
            text_buffer_add(arena, &names, TEXT("; "));
        text_buffer_add(arena, &names, head->authors.items[i].name);
    }
    return text_buffer_text(&names);
}

static bool check_value(const char *name, Text key, Text expected, Text found)
{
    if (text_equal(expected, found))
        return true;
    printf("# %s: %.*s: expected \"%.*s\", found \"%.*s\"\n", name, TEXT_ARGS(key), TEXT_ARGS(expected),
           TEXT_ARGS(found));
    return false;
}

static Text first_line_from(const HeadText *text, size_t line)
{
    while (line < text->line_count && text->lines[line].size == 0)
        line++;
    return line < text->line_count ? text->lines[line] : (Text){0};
}

static void check_others(Arena *arena, const char *name, const HeadText *text, const HeadFields *head, Text first,
                         Score *score)
{
    static const struct {
        Text key;
        ArticleField field;
    } rows[] = {
        {LITERAL("subtitle"), FIELD_SUBTITLE}, {LITERAL("description"), FIELD_DESCRIPTION},
        {LITERAL("source"), FIELD_SOURCE},     {LITERAL("updated"), FIELD_UPDATED},
        {LITERAL("url"), FIELD_URL},           {LITERAL("section"), FIELD_SECTION},
    };
    Range place, source;
    bool asked;
    Text expected;

    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        expected = expected_value(text, rows[i].key, &asked);
        score->others_asked += asked;
        score->others += asked && check_value(name, rows[i].key, expected, head->fields[rows[i].field]);
    }
    expected = expected_value(text, TEXT("authors"), &asked);
    score->others_asked += asked;
    score->others += asked && check_value(name, TEXT("authors"), expected, joined_authors(arena, head));
    expected = expected_value(text, TEXT("dateline"), &asked);
    score->others_asked += asked;
    score->others += asked && check_value(name, TEXT("dateline"), expected,
                                          text_slice(first, (Range){0, head_dateline(first, &place, &source, NULL)}));
}

static void check_text(Arena *arena, const char *name, const HeadText *text, Score *score)
{
    HeadPart parts[LINES_MOST];
    HeadFields head;
    size_t body = head_recognise(text->lines, text->line_count, parts);
    Text first = first_line_from(text, body);
    Range place, source, written;
    bool asked, title, byline, date;
    Text start = expected_value(text, TEXT("body"), &asked);

    head_read(arena, text->lines, parts, body, &head);
    (void)head_dateline(first, &place, &source, &written);
    if (head.fields[FIELD_DATE].size == 0) /* what was written that day tells when: "ARDEN, May 6, 1911." */
        head.fields[FIELD_DATE] = head_date(arena, text_slice(first, written));
    title = check_value(name, TEXT("title"), expected_value(text, TEXT("title"), &asked), head.fields[FIELD_TITLE]);
    byline = check_value(name, TEXT("byline"), expected_value(text, TEXT("byline"), &asked), head.fields[FIELD_BYLINE]);
    date = check_value(name, TEXT("date"), expected_value(text, TEXT("date"), &asked), head.fields[FIELD_DATE]);
    score->texts++;
    score->titles += title;
    score->bylines += byline;
    score->dates += date;
    score->heads += title && byline && date;
    score->bodies += check_value(name, TEXT("body"), start, text_slice(first, (Range){0, start.size}));
    check_others(arena, name, text, &head, first, score);
}

/* ---- what the reader sees of it ---- */

/* Words that say what the others are. */
static bool is_label_word(Text line, Text word)
{
    static const Text labels[] = {LITERAL("published"),
                                  LITERAL("posted"),
                                  LITERAL("date"),
                                  LITERAL("publication"),
                                  LITERAL("originally"),
                                  LITERAL("on"),
                                  LITERAL("issued"),
                                  LITERAL("release"),
                                  LITERAL("dated"),
                                  LITERAL("filed"),
                                  LITERAL("released"),
                                  LITERAL("first"),
                                  LITERAL("th"),
                                  LITERAL("st"),
                                  LITERAL("the"),
                                  LITERAL("from"),
                                  LITERAL("source"),
                                  LITERAL("first"),
                                  LITERAL("added"),
                                  LITERAL("story"),
                                  LITERAL("sent"),
                                  LITERAL("by"),
                                  LITERAL("of"),
                                  LITERAL("debated"),
                                  LITERAL("article"),
                                  LITERAL("publié"),
                                  LITERAL("le"),
                                  LITERAL("am"),
                                  LITERAL("veröffentlicht"),
                                  LITERAL("aired"),
                                  LITERAL("created"),
                                  LITERAL("time"),
                                  LITERAL("for"),
                                  LITERAL("immediate"),
                                  LITERAL("this")};
    size_t behind = (size_t)(word.bytes - line.bytes) + word.size;
    Text start = text_slice(line, (Range){0, (size_t)(word.bytes - line.bytes)});

    for (size_t i = 0; i < COUNT_OF(labels); i++) {
        if (text_equal_ignoring_case(word, labels[i]))
            return true;
    }
    return text_starts_with(text_trim(text_slice(line, (Range){behind, line.size})), TEXT(":")) ||
           (text_find_byte(line, ':', 0) < 30 && text_find_byte(line, ':', 0) > start.size);
}

static bool is_weekday_or_month(Text word)
{
    static const Text names[] = {LITERAL("mon"), LITERAL("tue"), LITERAL("wed"), LITERAL("thu"), LITERAL("fri"),
                                 LITERAL("sat"), LITERAL("sun"), LITERAL("jan"), LITERAL("feb"), LITERAL("mar"),
                                 LITERAL("apr"), LITERAL("may"), LITERAL("jun"), LITERAL("jul"), LITERAL("aug"),
                                 LITERAL("sep"), LITERAL("oct"), LITERAL("nov"), LITERAL("dec"), LITERAL("fév"),
                                 LITERAL("déc"), LITERAL("abr"), LITERAL("okt"), LITERAL("dic"), LITERAL("aoû")};

    for (size_t i = 0; i < COUNT_OF(names); i++) {
        if (word.size >= names[i].size && text_equal_ignoring_case(text_slice(word, (Range){0, names[i].size}), names[i]))
            return true;
    }
    return false;
}

static bool is_letter_at(Text line, size_t at)
{
    size_t size;

    return at < line.size && unicode_is_letter(utf8_decode(line, at, &size));
}

/* The next run of letters, or of figures; not "[12]", the number of a link. */
static bool next_bare_word(Text line, size_t *at, Text *word)
{
    size_t start = *at, size;

    for (; start < line.size && !is_letter_at(line, start) && !ascii_is_digit(line.bytes[start]); start += size) {
        (void)utf8_decode(line, start, &size);
        while (line.bytes[start] == '[' && start + size < line.size && ascii_is_digit(line.bytes[start + size]))
            size++;
    }
    for (*at = start; *at < line.size && is_letter_at(line, *at) == is_letter_at(line, start) &&
                      (is_letter_at(line, *at) || ascii_is_digit(line.bytes[*at]));
         *at += size)
        (void)utf8_decode(line, *at, &size);
    *word = text_slice(line, (Range){start, *at});
    return word->size > 0;
}

/* All that is drawn: the text, and the rows of the head that have none of their own. */
static Text shown_text(Arena *arena, const Article *article)
{
    bool kicker = false, meta = false;

    for (size_t i = 0; i < article->blocks.count; i++) {
        kicker |= article->blocks.items[i].kind == BLOCK_KICKER;
        meta |= article->blocks.items[i].kind == BLOCK_META;
    }
    return arena_join(arena,
                      (const Text[]){article->text, TEXT(" "), kicker ? article->fields[FIELD_SECTION] : (Text){0},
                                     TEXT(" "), meta ? article_meta(article, arena, DATE_LONG) : (Text){0}, TEXT(" "),
                                     meta ? text_slice(article->fields[FIELD_DATE], (Range){0, 10}) : (Text){0}},
                      7);
}

/* Does the reader see each word of the lines? A word is looked for anywhere: that most are there says that the line is. */
static void check_shown(const char *name, const HeadText *text)
{
    Arena arena = {0};
    TextBuffer source = {0};
    Article *article;
    Text word, shown;
    Report report;
    File file;

    report_init(&report, &arena, text_from(name));
    for (size_t i = 0; i < text->line_count; i++) {
        text_buffer_add(&arena, &source, text->lines[i]);
        text_buffer_add(&arena, &source, TEXT("\n"));
    }
    file_from_text(&file, text_buffer_text(&source));
    article = article_read(&arena, &file, &text_format, &report);
    (void)article_index(article, SIZE_MAX);
    shown = shown_text(&arena, article);
    for (size_t i = 0; i < text->line_count; i++) {
        Text line = text->lines[i];
        size_t marker;
        unsigned number;

        for (size_t at = list_item(line, &marker, &number) ? marker : 0; next_bare_word(line, &at, &word);) {
            bool is_shown = text_find(shown, word, 0) != TEXT_NOT_FOUND || is_label_word(line, word) ||
                            is_weekday_or_month(word) || (word.size <= 2 && word.bytes[0] == '0') ||
                            text_starts_with(line, TEXT("-end"));

            if (!is_shown)
                ok(false, "%s: \"%.*s\" of \"%.*s\" is shown", name, TEXT_ARGS(word), TEXT_ARGS(line));
        }
    }
    arena_release(&arena);
}

static void check_file(const char *folder, const char *file_name, Score *score)
{
    char path[VECTOR_PATH], name[VECTOR_PATH];
    Arena arena = {0};
    HeadText text;
    Text file = {0};
    unsigned number = 0;

    vector_path(path, folder, file_name);
    if (!ok(vector_read(&arena, path, &file), "%s/%s is read", folder, file_name))
        return;
    for (size_t at = 0; next_text(file, &at, &text);) {
        (void)snprintf(name, sizeof name, "%s/%s %u", strrchr(folder, '/') + 1, file_name, ++number);
        check_text(&arena, name, &text, score);
        check_shown(name, &text);
    }
    arena_release(&arena);
}

static void check_share(const char *folder, const char *what, size_t right, size_t all, double floor)
{
    double share = all ? (double)right / (double)all : 0;

    ok(share >= floor, "%s: %s right in %zu of %zu: %.3f, at least %.3f", folder, what, right, all, share, floor);
}

typedef struct Floors {
    const char *folder;
    size_t texts, styles; /* at least */
    double titles, bylines, dates, heads, bodies, others;
} Floors;

static void check_folder(const Floors *floors)
{
    VectorNames names;
    Score score = {0};

    vector_list(&names, floors->folder, "", ".txt");
    for (size_t i = 0; i < names.count; i++)
        check_file(floors->folder, names.names[i], &score);
    ok(names.count >= floors->styles && score.texts >= floors->texts, "%s: %zu texts of %zu styles", floors->folder,
       score.texts, names.count);
    check_share(floors->folder, "titles", score.titles, score.texts, floors->titles);
    check_share(floors->folder, "bylines", score.bylines, score.texts, floors->bylines);
    check_share(floors->folder, "dates", score.dates, score.texts, floors->dates);
    check_share(floors->folder, "title, byline and date", score.heads, score.texts, floors->heads);
    check_share(floors->folder, "the start of the body", score.bodies, score.texts, floors->bodies);
    check_share(floors->folder, "what else is asked", score.others, score.others_asked, floors->others);
    vector_list_release(&names);
}

/*
 * What is reached, less a text. The texts in kept were written after the rules and measured once: then .906 of the titles, .984 of the bylines and
 * .969 of the dates were right, all three in .875. What that showed has been mended. Those in third, of other styles, were measured next: .809,
 * .897, .941, and all three in .706; then those in fourth: .892, .831, .892, and all three in .723;
 * those in fifth: .923, .954, .969, and all three in .862; those in sixth, forty of them: .900, .900, .950, and all three in .775.
 */
static const Floors floors[] = {
    {"tests/vectors/heads/dev", 300, 20, .99, .99, .99, .99, .99, .99},
    {"tests/vectors/heads/kept", 60, 12, .98, .98, .98, .98, .98, .96},
    {"tests/vectors/heads/third", 60, 12, .98, .98, .98, .98, .97, .95},
    {"tests/vectors/heads/fourth", 60, 12, .97, .98, .97, .95, .97, .90},
    {"tests/vectors/heads/fifth", 60, 12, .96, .95, .98, .93, .94, .88},
    {"tests/vectors/heads/sixth", 40, 9, .9, .92, .92, .82, .92, .8},
};

/* ---- single lines ---- */

static void test_dates(void)
{
    static const char *const rows[][2] = {
        {"2022-01-10", "2022-01-10"},
        {"2022-01-10T14:05:09Z", "2022-01-10T14:05Z"},
        {"2022-01-10T14:05:09.120+01:00", "2022-01-10T14:05+01:00"},
        {"2022-01-10 14:05", "2022-01-10T14:05"},
        {"2022/01/10", "2022-01-10"},
        {"January 10, 2022", "2022-01-10"},
        {"Jan. 10, 2022", "2022-01-10"},
        {"Jan 10th 2022", "2022-01-10"},
        {"JANUARY 10, 2022", "2022-01-10"},
        {"Sept. 3, 2021", "2021-09-03"},
        {"10 Jan 2022, 14:05 GMT", "2022-01-10T14:05Z"},
        {"10 Jan 2022, 14:05 GMT+7", "2022-01-10T14:05+07:00"},
        {"10 Jan 2022, 14:05 UTC-3:30", "2022-01-10T14:05-03:30"},
        {"January 10, 2022 02:05 PM Eastern Standard Time", "2022-01-10T14:05-05:00"},
        {"10 January 2022", "2022-01-10"},
        {"10th January, 2022", "2022-01-10"},
        {"Monday 10 January 2022", "2022-01-10"},
        {"Mon 10 Jan 2022 14.05 GMT", "2022-01-10T14:05Z"},
        {"Published: January 10, 2022 at 2:05 p.m. ET", "2022-01-10T14:05"},
        {"Posted on January 10, 2022", "2022-01-10"},
        {"Updated 12:05 AM EST, Mon January 10, 2022", "2022-01-10T00:05-05:00"},
        {"Mon, 10 Jan 2022 14:05:00 +0000", "2022-01-10T14:05Z"},
        {"Mon Jan 10 14:05:00 2022 +0100", "2022-01-10T14:05"},
        {"13/01/2022", "2022-01-13"},
        {"01/13/2022", "2022-01-13"},
        {"10/01/2022", ""},
        {"10/10/2022", "2022-10-10"},
        {"10.01.2022, 14:05 Uhr", "2022-01-10T14:05"},
        {"10. Januar 2022", "2022-01-10"},
        {"Publié le 10 janvier 2022 à 14h05", "2022-01-10T14:05"},
        {"10. maj 2022", "2022-05-10"},
        {"Oppdatert 10. desember 2022", "2022-12-10"},
        {"tisdag 10 augusti 2022", "2022-08-10"},
        {"wtorek, 10 października 2022", "2022-10-10"},
        {"10 września 2022", "2022-09-10"},
        {"1er février 2022", "2022-02-01"},
        {"10 de enero de 2022", "2022-01-10"},
        {"January 2022", "2022-01"},
        {"31 February 2022", ""},
        {"29 February 2022", ""},
        {"29 February 2024", "2024-02-29"},
        {"10 January", ""},
        {"10 January 22", ""},
        {"3 hours ago", ""},
        {"In May 2022 the ferry", "2022-05"},
        {"10 January 20224", ""},
        {"", ""},
    };

    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        Arena arena = {0};
        Text found = head_date(&arena, text_from(rows[i][0]));

        ok(text_equal(found, text_from(rows[i][1])), "the date in \"%s\": \"%.*s\"", rows[i][0], TEXT_ARGS(found));
        arena_release(&arena);
    }
}

static void test_date_lines(void)
{
    static const struct {
        const char *line;
        DateLine form;
    } rows[] = {
        {"Published: Jan. 10, 2022", DATE_LINE_DATE},
        {"Last updated on 10 January 2022 at 14:05 GMT", DATE_LINE_UPDATED},
        {"Published Jan. 10, 2022 | Updated Jan. 11, 2022", DATE_LINE_DATE},
        {"Mon 10 Jan 2022 14.05 GMT Last modified on Tue 11 Jan 2022 09.30 GMT", DATE_LINE_DATE},
        {"Veröffentlicht am 10.01.2022 um 14:05 Uhr", DATE_LINE_DATE},
        {"October 8, 1987, Thursday, Final Edition", DATE_LINE_DATE},
        {"January 10, 2022 02:05 PM Eastern Standard Time", DATE_LINE_DATE},
        {"News Release 29-Nov-2022", DATE_LINE_DATE},
        {"Publicerad 8 mars 2023", DATE_LINE_DATE},
        {"3 hours ago", DATE_LINE_TIME},
        {"Updated 14:05 GMT", DATE_LINE_TIME},
        {"On January 10, 2022, the ferry sank", DATE_LINE_NONE},
        {"The ferry sank", DATE_LINE_NONE},
        {"By Jane Doe, January 10, 2022", DATE_LINE_NONE},
        {"", DATE_LINE_NONE},
    };

    for (size_t i = 0; i < COUNT_OF(rows); i++)
        ok(head_date_line(text_from(rows[i].line)) == rows[i].form, "as a line of a date: \"%s\"", rows[i].line);
}

static void test_bylines(void)
{
    static const struct {
        const char *line, *printed, *authors, *source;
    } rows[] = {
        {"By Jane Doe and John Roe, Staff Writers", "By Jane Doe and John Roe, Staff Writers", "Jane Doe; John Roe", ""},
        {"BY JANE DOE", "BY JANE DOE", "Jane Doe", ""},
        {"By JAN VAN DER BERG and MARY O'NEILL-BURKE", "By JAN VAN DER BERG and MARY O'NEILL-BURKE",
         "Jan van der Berg; Mary O'Neill-Burke", ""},
        {"Jane Doe | The Courier", "Jane Doe | The Courier", "Jane Doe", "The Courier"},
        {"Words by Jane Doe", "Words by Jane Doe", "Jane Doe", ""},
        {"Jane Doe reports from Port Hallam", "Jane Doe reports from Port Hallam", "Jane Doe", ""},
        {"— Jane Doe", "— Jane Doe", "Jane Doe", ""},
        {"Author: Jane Doe", "Author: Jane Doe", "Jane Doe", ""},
        {"Von Jana Reh und Uwe Kolm", "Von Jana Reh und Uwe Kolm", "Jana Reh; Uwe Kolm", ""},
        {"Par Jeanne Roux", "Par Jeanne Roux", "Jeanne Roux", ""},
        {"Por Juana Díaz", "Por Juana Díaz", "Juana Díaz", ""},
        {"By Jane Doe, January 10, 2022", "By Jane Doe", "Jane Doe", ""},
        {"Posted by Jane Doe on January 10, 2022", "Posted by Jane Doe", "Jane Doe", ""},
        {"By JANE DOE, Associated Press", "By JANE DOE, Associated Press", "Jane Doe", "Associated Press"},
        {"By The Associated Press", "By The Associated Press", "", "The Associated Press"},
        {"By Jane Doe for The Courier", "By Jane Doe for The Courier", "Jane Doe", "The Courier"},
        {"Jane Doe Environment correspondent", "Jane Doe Environment correspondent", "Jane Doe", ""},
        {"Jane Doe in Port Hallam and John Roe", "Jane Doe in Port Hallam and John Roe", "Jane Doe; John Roe", ""},
        {"By Bagehot", "By Bagehot", "Bagehot", ""},
        {"**By Jane Doe**", "By Jane Doe", "Jane Doe", ""},
        {"By [12]Jane Doe", "By [12]Jane Doe", "Jane Doe", ""},
        {"Staff Reports", "Staff Reports", "", ""},
        {"By Ludwig von Reh", "By Ludwig von Reh", "Ludwig von Reh", ""},
        {"Words and pictures by Jane Doe", "Words and pictures by Jane Doe", "Jane Doe", ""},
        {"Story & photos by Jane Doe", "Story & photos by Jane Doe", "Jane Doe", ""},
        {"Reviewed by Jane Doe", "Reviewed by Jane Doe", "Jane Doe", ""},
        {"A guest essay by Jane Doe", "A guest essay by Jane Doe", "Jane Doe", ""},
        {"Posted by janedoe", "Posted by janedoe", "janedoe", ""},
        {"By Court Reporter Jane Doe", "By Court Reporter Jane Doe", "Jane Doe", ""},
        {"By political reporter Jane Doe and John Roe", "By political reporter Jane Doe and John Roe",
         "Jane Doe; John Roe", ""},
        {"Written by Jane Doe, Staff Engineer", "Written by Jane Doe, Staff Engineer", "Jane Doe", ""},
        {"By Jane Doe, Principal Scientist, The Courier", "By Jane Doe, Principal Scientist, The Courier", "Jane Doe",
         "The Courier"},
        {"By Jane Doe, Field Level Sports", "By Jane Doe, Field Level Sports", "Jane Doe", "Field Level Sports"},
        {"By Jane Doe/Norvane Images", "By Jane Doe/Norvane Images", "Jane Doe", "Norvane Images"},
        {"by Jane Doe ’24", "by Jane Doe ’24", "Jane Doe", ""},
        {"Recipe by Jane Doe", "Recipe by Jane Doe", "Jane Doe", ""},
        {"by Jane Doe » Mon Aug 24, 2020 10:10 pm", "by Jane Doe", "Jane Doe", ""},
        {"Posted by janedoe 3 days ago", "Posted by janedoe", "janedoe", ""},
        {"January 10, 2022 by Jane Doe Leave a Comment", "by Jane Doe", "Jane Doe", ""},
        {"BY A LADY", "BY A LADY", "", ""},
        {"By a lady, in the sea", NULL, "", ""},
        {"Port Hallam, Norvane", NULL, "", ""},
        {"World Oceans Day, Port Hallam", NULL, "", ""},
        {"Photographs by Jane Doe", NULL, "", ""},
        {"Additional reporting by Jane Doe", NULL, "", ""},
        {"Report by the committee", NULL, "", ""},
        {"By Jane Doe, who was there", NULL, "", ""},
        {"Written in Stone", NULL, "", ""},
        {"By Dr. Jane Q. Doe Jr.", "By Dr. Jane Q. Doe Jr.", "Dr. Jane Q. Doe Jr.", ""},
        {"By noon the ferry had gone", NULL, "", ""},
        {"By Monday, the council had voted", NULL, "", ""},
        {"By the sea", NULL, "", ""},
        {"By Far the Best Ferry", NULL, "", ""},
        {"The council voted", NULL, "", ""},
        {"Political editor", NULL, "", ""},
        {"", NULL, "", ""},
    };

    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        Arena arena = {0};
        HeadByline byline;
        HeadFields head = {.authors = {0}};
        bool found = head_byline(&arena, text_from(rows[i].line), &byline);

        for (size_t author = 0; author < byline.authors.count; author++)
            ARRAY_PUSH(&arena, head.authors, byline.authors.items[author]);
        ok(found == (rows[i].printed != NULL) &&
               (!found || (text_equal(byline.printed, text_from(rows[i].printed)) &&
                           text_equal(joined_authors(&arena, &head), text_from(rows[i].authors)) &&
                           text_equal(byline.source, text_from(rows[i].source)))),
           "byline \"%s\": \"%.*s\", %.*s, %.*s", rows[i].line, TEXT_ARGS(byline.printed),
           TEXT_ARGS(joined_authors(&arena, &head)), TEXT_ARGS(byline.source));
        arena_release(&arena);
    }
}

static void test_datelines(void)
{
    static const struct {
        const char *paragraph, *dateline, *place, *source, *date;
    } rows[] = {
        {"GENEVA, Jan. 10 (UPI) — The talks", "GENEVA, Jan. 10 (UPI) —", "GENEVA", "UPI", "Jan. 10"},
        {"BAAR, SWITZERLAND (AP) -- The talks", "BAAR, SWITZERLAND (AP) --", "BAAR, SWITZERLAND", "AP", ""},
        {"PORT HALLAM, March 9 — The talks", "PORT HALLAM, March 9 —", "PORT HALLAM", "", "March 9"},
        {"LONDON — The talks", "LONDON —", "LONDON", "", ""},
        {"LONDON: The talks", "LONDON:", "LONDON", "", ""},
        {"(Reuters) - The talks", "(Reuters) -", "", "Reuters", ""},
        {"PORT HALLAM, Norvane, Jan 10 (Reuters) - The talks", "PORT HALLAM, Norvane, Jan 10 (Reuters) -",
         "PORT HALLAM, Norvane", "Reuters", "Jan 10"},
        {"Port Hallam (AFP) – The talks", "Port Hallam (AFP) –", "Port Hallam", "AFP", ""},
        {"PORT HALLAM, Jan. 10, 2022 /PRNewswire/ -- The talks", "PORT HALLAM, Jan. 10, 2022 /PRNewswire/ --",
         "PORT HALLAM", "PRNewswire", "Jan. 10, 2022"},
        {"PORT HALLAM, Jan. 10.—The talks", "PORT HALLAM, Jan. 10.—", "PORT HALLAM", "", "Jan. 10"},
        {"PORT-AU-PRINCE, Haiti (AP) — The talks", "PORT-AU-PRINCE, Haiti (AP) —", "PORT-AU-PRINCE, Haiti", "AP", ""},
        {"BAAR, SWITZERLAND", "BAAR, SWITZERLAND", "BAAR, SWITZERLAND", "", ""},
        {"ST. HALLAM — The talks", "ST. HALLAM —", "ST. HALLAM", "", ""},
        {"FERRY SUNK, CREW SAFE", "", "", "", ""},
        {"SMITH: We ask the minister", "", "", "", ""},
        {"Ms. Quill: We ask the minister", "", "", "", ""},
        {"NATO—the alliance—met", "", "", "", ""},
        {"SIR – I read with surprise that the ferry is to stop", "", "", "", ""},
        {"DEAR SIR - I read with surprise that the ferry is to stop", "", "", "", ""},
        {"CORRECTION — An earlier version of this article", "", "", "", ""},
        {"The ferry — once white — sank", "", "", "", ""},
        {"He said — and meant it", "", "", "", ""},
        {"Port Hallam — once a town of ferries", "", "", "", ""},
        {"10 January 2022 – The talks", "", "", "", ""},
        {"“No” — Jane Doe", "", "", "", ""},
        {"- an item", "", "", "", ""},
        {"", "", "", "", ""},
    };

    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        Text paragraph = text_from(rows[i].paragraph);
        Range place, source, date;
        size_t size = head_dateline(paragraph, &place, &source, &date);

        ok(text_equal(text_slice(paragraph, (Range){0, size}), text_from(rows[i].dateline)) &&
               text_equal(text_slice(paragraph, place), text_from(rows[i].place)) &&
               text_equal(text_slice(paragraph, source), text_from(rows[i].source)) &&
               text_equal(text_slice(paragraph, date), text_from(rows[i].date)),
           "dateline of \"%s\": %zu bytes", rows[i].paragraph, size);
    }
}

int main(void)
{
    (void)unicode_init("C.UTF-8");
    for (size_t i = 0; i < COUNT_OF(floors); i++)
        check_folder(&floors[i]);
    test_dates();
    test_date_lines();
    test_bylines();
    test_datelines();
    return tap_done();
}
