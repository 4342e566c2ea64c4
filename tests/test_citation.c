/* Citations: what a template makes of what is known, with nothing left over for what is not. */
#include "analysis/analysis.h"
#include "export/citation.h"
#include "formats/text/plain_text.h"
#include "random.h"
#include "tap.h"

/* Of a row: "field=value" by blanks, "_" for one. */
typedef struct Row {
    const char *form, *known, *citation;
} Row;

static void set_field(Article *article, Text name, Text value)
{
    for (int field = 0; field < FIELD_COUNT; field++) {
        if (text_equal(article_field_key((ArticleField)field), name))
            article->fields[field] = value;
    }
    if (text_equal(name, TEXT("authors"))) {
        for (size_t at = 0; text_next_part(value, '+', &at, &name);)
            ARRAY_PUSH(article->arena, article->authors, ((Author){.name = name}));
    }
}

static Text with_blanks(Arena *arena, Text word)
{
    char *bytes = arena_alloc(arena, word.size + 1);

    for (size_t i = 0; i < word.size; i++)
        bytes[i] = word.bytes[i];
    for (size_t i = 0; i < word.size; i++)
        bytes[i] = bytes[i] == '_' ? ' ' : bytes[i];
    return (Text){bytes, word.size};
}

/* An article whose text, and whose one passage, is "text". */
static Text cite(Arena *arena, const char *form, const char *known)
{
    Article *article = article_new(arena);
    CitationForms forms = {text_from(form), text_from(form)};
    CitationSource source = {.article = article, .quote = NO_INDEX};
    Text part, all = text_from(known);

    for (size_t at = 0; text_next_part(all, ' ', &at, &part);) {
        size_t sign = text_find_byte(part, '=', 0);
        Text name = text_slice(part, (Range){0, sign}),
             value = with_blanks(arena, text_slice(part, (Range){sign + 1, part.size}));

        if (text_equal(name, TEXT("text"))) {
            article->text = value;
            source.passage = (Range){0, value.size};
            article_add_block(article, (Block){.range = source.passage, .kind = BLOCK_PARAGRAPH}, value);
        } else {
            set_field(article, name, value);
        }
    }
    return citation_write(arena, &forms, &source);
}

static const Row rows[] = {
    {CITATION_DEFAULT_ARTICLE, "authors=A_B title=Boats source=Courier date=2024-03-09 url=https://e.org/a",
     "A B, “Boats” (Courier, 9 March 2024, https://e.org/a)"},
    {CITATION_DEFAULT_ARTICLE, "title=“No,”_he_says", "“‘No,’ he says”"},
    {CITATION_DEFAULT_ARTICLE, "title=„Nein“,_sagt_er", "“‚Nein‘, sagt er”"},
    {CITATION_DEFAULT_ARTICLE, "title=The_\"best\"_boat", "“The 'best' boat”"},
    {CITATION_DEFAULT_ARTICLE, "authors=A+B+C title=Boats", "A, B and C, “Boats”"},
    {CITATION_DEFAULT_ARTICLE, "title=Boats source=Courier", "“Boats” (Courier)"},
    {CITATION_DEFAULT_ARTICLE, "title=Boats date=2024-03-09", "“Boats” (9 March 2024)"},
    {CITATION_DEFAULT_ARTICLE, "title=Boats source=Courier url=u:x", "“Boats” (Courier, u:x)"},
    {CITATION_DEFAULT_ARTICLE, "byline=By_Lise_Ark title=Boats", "Lise Ark, “Boats”"},
    {CITATION_DEFAULT_PASSAGE, "text=We_came. source=Courier", "“We came.” (Courier)"},
    {CITATION_DEFAULT_PASSAGE, "text=We_came.", "“We came.”"},
    {CITATION_DEFAULT_PASSAGE, "text=“Yes,”_he_said.", "“‘Yes,’ he said.”"},
    {"{authors}: {title}. {source}, {date}.", "title=Why? date=2024", "Why?, 2024."},
    {"{authors}: {title}. {source}, {date}.", "title=Boats source=St._Ives_Ltd.", "Boats. St. Ives Ltd."},
    {"{authors}: {title}. {source}, {date}.", "authors=A title=Boats", "A: Boats."},
    {"{title}, {source}, {date}; {url}", "title=Boats url=u", "Boats; u"},
    {"By {authors}: {title}", "title=Boats", "Boats"},
    {"{title} by {authors}", "title=The_\u202Eharbor\u202C authors=A\u2066B", "The harbor by AB"},
    {"{text}", "text=The_\u202Eharbor\u202C", "“The harbor”"},
    {"By {authors}: {title}", "authors=A title=Boats", "By A: Boats"},
    {"{title} [{source} ({date})] {url}", "title=T date=2024-03-01", "T [(1 March 2024)]"},
    {"{title} [{source} ({date})] {url}", "title=T source=S url=U", "T [S] U"},
    {"{title} [{source} ({date})] {url}", "title=T url=U", "T U"},
    {"{title} (sic), {source}", "title=T source=S", "T (sic), S"},
    {"{title} (sic), {source}", "title=T", "T"},
    {"{title} {{x}} {iso-date}", "title=T date=2024-03-09", "T {x} 2024-03-09"},
    {"{title} ({source}", "title=T source=S", "T (S"},
    {"{title} ({source}", "title=T", "T"},
    {"no field (at all)", "title=T", "no field (at all)"},
    {"{source}", "title=T", ""},
    {"", "title=T", ""},
    {"{title", "title=T", "{title"},
    {"{titel} {title}", "title=T", "{titel} T"},
    {"((((((((((({title})))))))))))", "title=T", "((((((((((({title})))))))))))"},
};

static void test_rows(void)
{
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        Arena arena = {0};
        const char *expected = i + 1 == COUNT_OF(rows) ? "(((((((((((T)))))))))))" : rows[i].citation;
        Text found = cite(&arena, rows[i].form, rows[i].known);

        if (!ok(text_equal(found, text_from(expected)), "%s with %s", rows[i].form, rows[i].known))
            printf("# found: %.*s\n", TEXT_ARGS(found));
        arena_release(&arena);
    }
}

static void test_problems(void)
{
    static const struct {
        const char *form, *problem;
    } cases[] = {
        {CITATION_DEFAULT_PASSAGE, ""},
        {CITATION_DEFAULT_ARTICLE, ""},
        {"{{text}}", ""},
        {"{speker}", "there is no field \"speker\"; did you mean \"speaker\"?"},
        {"{}", "there is no field \"\"; the manual lists them, and \"{{\" is a brace"},
        {"{text", "a \"{\" without the other brace; \"{{\" is a brace"},
        {"text}", "a \"}\" without the other brace; \"}}\" is a brace"},
    };

    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        Arena arena = {0};
        Text problem = citation_problem(&arena, text_from(cases[i].form));

        if (!ok(text_equal(problem, text_from(cases[i].problem)), "what is told of %s", cases[i].form))
            printf("# %.*s\n", TEXT_ARGS(problem));
        arena_release(&arena);
    }
}

/* ---- quotations ---- */

static const char story[] =
    "Boats sail again\n\nMarch 9 — “We remembered,” said Signe Aldous. A “slow” boat came. Aldous said it was late.\n\n"
    "“We had forgotten it. “That was all right,” the sign said.\n";

static void test_quotations(void)
{
    static const char *const expected[] = {"“We remembered,” said Signe Aldous (Courier)",
                                           "“‘We remembered,’ said Signe” (Courier)"};
    Arena arena = {0};
    Article *article = article_from_plain_text(&arena, text_from(story));
    CitationForms forms = citation_default_forms();
    Analysis *analysis = analysis_new(&arena, article, (Range){0, SIZE_MAX});
    CitationSource source = {.article = article, .analysis = analysis};
    size_t at = text_find(article->text, TEXT("“We remembered,” said Signe"), 0);
    Text found;

    analysis_run(analysis);
    article->fields[FIELD_SOURCE] = TEXT("Courier");
    found = citation_write(&arena, &forms, &source);
    if (!ok(text_equal(found, text_from(expected[0])), "a quotation with its speaker"))
        printf("# %.*s\n", TEXT_ARGS(found));
    source.quote = NO_INDEX;
    source.passage = (Range){at, at + strlen("“We remembered,” said Signe")};
    found = citation_write(&arena, &forms, &source);
    if (!ok(text_equal(found, text_from(expected[1])), "a passage with a quotation in it"))
        printf("# %.*s\n", TEXT_ARGS(found));
    source.passage = (Range){0, 0};
    found = citation_write(&arena, &forms, &source);
    if (!ok(text_equal(found, TEXT("“Boats sail again” (Courier)")), "the article as a whole"))
        printf("# %.*s\n", TEXT_ARGS(found));
    arena_release(&arena);
}

/* ---- any template ---- */

static bool has(Text text, const char *what)
{
    return text_find(text, text_from(what), 0) != TEXT_NOT_FOUND;
}

/* Of sound templates, with any fields known: no brackets around nothing, no commas in a row or at an end. */
static void test_any(void)
{
    static const char *const parts[] = {"{title}",     "{source}",          "{date}",     "{url}",
                                        "({authors})", "({section}, {id})", "[{source}]", "“{title}”"};
    static const char *const names[] = {"title", "source", "date", "url", "authors", "section", "id"};
    unsigned long seed = random_begin(11);
    size_t sound = 0;
    enum { TRIES = 3000 };

    for (size_t i = 0; i < TRIES; i++) {
        char form[200] = "", known[200] = "";
        size_t used = 0, count = 1 + random_below(5);
        Arena arena = {0};
        Text found;

        for (size_t part = 0; part < count; part++)
            used += (size_t)snprintf(form + used, sizeof form - used, "%s%s", part ? ", " : "",
                                     parts[random_below(COUNT_OF(parts))]);
        used = (size_t)snprintf(known, sizeof known, "language=en");
        for (size_t name = 0; name < COUNT_OF(names); name++) {
            if (random_below(2))
                used += (size_t)snprintf(known + used, sizeof known - used, " %s=V", names[name]);
        }
        found = cite(&arena, form, known);
        if (has(found, "()") || has(found, "[]") || has(found, "“”") || has(found, ",,") || has(found, ", ,") ||
            has(found, "(,") || text_starts_with(found, TEXT(",")) || text_ends_with(found, TEXT(",")) ||
            has(found, "{"))
            printf("# %s with %s: %.*s\n", form, known, TEXT_ARGS(found));
        else
            sound++;
        arena_release(&arena);
    }
    ok(sound == TRIES, "%zu of %d templates with any fields known (seed %lu)", sound, TRIES, seed);
}

int main(void)
{
    test_rows();
    test_problems();
    test_quotations();
    test_any();
    return tap_done();
}
