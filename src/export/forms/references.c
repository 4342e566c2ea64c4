/*
 * An article as an entry of a bibliography: CSL-JSON (https://docs.citationstyles.org/en/stable/specification.html, which Zotero and pandoc read),
 * BibTeX, and one line after the template of the configuration.
 *
 * A bibliography sorts by family names, and an article has names as they are printed. What looks like a person's name is taken apart before its
 * last word, or before a particle; everything else is kept whole:
 *
 *     Lise Arkwright        family Arkwright, given Lise
 *     Vincent van Gogh      family van Gogh, given Vincent
 *     Courier Staff         literal
 */
#include "article/link_address.h"
#include "base/iso_date.h"
#include "base/json/json.h"
#include "export/export_forms.h"
#include "formats/yaml/article_writer.h"
#include "library/article_name.h"

/* ---- names ---- */

typedef struct PersonName {
    Text family, given; /* no family: it is no person's, and all of it is in `given` */
} PersonName;

static bool is_word_of_offices(Text word)
{
    static const Text words[] = {
        LITERAL("staff"),    LITERAL("desk"),  LITERAL("team"),    LITERAL("news"),      LITERAL("newsroom"),
        LITERAL("agency"),   LITERAL("press"), LITERAL("editor"),  LITERAL("editors"),   LITERAL("board"),
        LITERAL("agencies"), LITERAL("wire"),  LITERAL("service"), LITERAL("reporters"), LITERAL("correspondents"),
        LITERAL("the"),      LITERAL("and"),   LITERAL("of"),      LITERAL("for")};

    return TEXT_IS_ONE_OF(word, words);
}

static bool is_particle(Text word)
{
    return word.size > 0 && word.size <= 4 && ascii_is_lower(word.bytes[0]);
}

static PersonName split_name(Text name)
{
    PersonName whole = {.given = name};
    size_t words = 0, family = 0;
    Text word, before = {0};

    for (size_t at = 0, start = 0; text_next_part(name, ' ', &at, &word); start = at) {
        if (word.size == 0 || is_word_of_offices(word))
            return whole;
        if (!is_particle(before) || words <= 1)
            family = start;
        before = word;
        words++;
    }
    if (words < 2 || words > 5 || family == 0 || is_particle(before))
        return whole;
    return (PersonName){text_slice(name, (Range){family, name.size}), text_trim(text_slice(name, (Range){0, family}))};
}

/* The authors, or the line of authors as one; in the arena. */
static const PersonName *authors_of(Arena *arena, const Article *article, size_t *count)
{
    PersonName *names = ARENA_ARRAY(arena, PersonName, article->authors.count + 1);

    *count = article->authors.count;
    for (size_t i = 0; i < *count; i++)
        names[i] = split_name(text_trim(arena_on_one_line(arena, article->authors.items[i].name)));
    if (*count == 0) {
        names[0] = split_name(text_trim(arena_on_one_line(arena, citation_authors(arena, article))));
        *count = names[0].given.size > 0;
    }
    return names;
}

static void take_key(Export *export, Text key, size_t number)
{
    text_index_enter(&export->keys, arena_copy(&export->arena, key), arena_printf(&export->arena, "%zu", number));
}

/* "2024-03-09-the-night-boat": what an entry is known by, "…-2" if there is such a one; in the arena. */
static Text key_of(Export *export, Arena *arena, const Article *article)
{
    Text name = article_name(arena, article_field(article, FIELD_DATE), article_headline(arena, article)), key = name;
    const Text *known;
    size_t number = 1;

    export->keys.arena = &export->arena;
    known = text_index_find(&export->keys, name);
    if (known && text_to_number(*known, SIZE_MAX / 2, &number)) {
        do
            key = arena_printf(arena, "%.*s-%zu", TEXT_ARGS(name), ++number);
        while (text_index_find(&export->keys, key));
        take_key(export, name, number);
    }
    take_key(export, key, 1);
    return key;
}

/* ---- CSL-JSON ---- */

static void put_member(Sink *out, const char *key, Text value)
{
    if (value.size == 0)
        return;
    SINK_TEXTS(out, TEXT(", \""), text_from(key), TEXT("\": "));
    json_write_text(out, value);
}

static void put_date(Sink *out, const char *key, Text iso)
{
    IsoDate date;

    if (!iso_date_parse(iso, &date)) {
        if (iso.size) {
            SINK_TEXTS(out, TEXT(", \""), text_from(key), TEXT("\": {\"literal\": "));
            json_write_text(out, iso);
            sink_byte(out, '}');
        }
        return;
    }
    SINK_TEXTS(out, TEXT(", \""), text_from(key), TEXT("\": {\"date-parts\": [["));
    sink_number(out, date.year, 0);
    for (int i = 0; i < 2; i++) {
        size_t part = i == 0 ? date.month : date.day;

        if (part == 0)
            break;
        sink_string(out, ", ");
        sink_number(out, part, 0);
    }
    sink_string(out, "]]}");
}

static void put_authors(Sink *out, Arena *arena, const Article *article)
{
    size_t count;
    const PersonName *names = authors_of(arena, article, &count);

    if (count == 0)
        return;
    sink_string(out, ", \"author\": [");
    for (size_t i = 0; i < count; i++) {
        sink_string(out, i ? ", {\"" : "{\"");
        sink_string(out, names[i].family.size ? "family\": " : "literal\": ");
        json_write_text(out, names[i].family.size ? names[i].family : names[i].given);
        if (names[i].family.size) {
            sink_string(out, ", \"given\": ");
            json_write_text(out, names[i].given);
        }
        sink_byte(out, '}');
    }
    sink_byte(out, ']');
}

static void begin_csl(Export *export)
{
    sink_byte(export->out, '[');
}

static void add_csl(Export *export, const ExportSource *source)
{
    const Article *article = source->article;
    Sink *out = export->out;
    Arena scratch = {0};

    sink_string(out, export->articles ? ",\n  {\"id\": " : "\n  {\"id\": ");
    json_write_text(out, key_of(export, &scratch, article));
    put_member(out, "type", article_field(article, FIELD_SOURCE).size ? TEXT("article-newspaper") : TEXT("webpage"));
    put_member(out, "title", text_trim(arena_on_one_line(&scratch, article_headline(&scratch, article))));
    put_authors(out, &scratch, article);
    put_member(out, "container-title", article_field(article, FIELD_SOURCE));
    put_member(out, "section", article_field(article, FIELD_SECTION));
    put_date(out, "issued", article_field(article, FIELD_DATE));
    put_date(out, "accessed", article_field(article, FIELD_ACCESSED));
    put_member(out, "URL", article_field(article, FIELD_URL));
    put_member(out, "language", article_field(article, FIELD_LANGUAGE));
    put_member(out, "abstract", article_field(article, FIELD_DESCRIPTION));
    sink_byte(out, '}');
    arena_release(&scratch);
}

static void end_csl(Export *export)
{
    sink_string(export->out, export->articles ? "\n]\n" : "]\n");
}

const ExportForm csl_form = {.begin = begin_csl, .add = add_csl, .end = end_csl};

/* ---- BibTeX ---- */

/* What means something to TeX; the rest is UTF-8, as biber and today's BibTeX read it. */
static void put_tex(Sink *out, Text text)
{
    static const struct {
        char byte;
        const char *written;
    } escapes[] = {{'\\', "\\textbackslash{}"},
                   {'{', "\\{"},
                   {'}', "\\}"},
                   {'%', "\\%"},
                   {'#', "\\#"},
                   {'$', "\\$"},
                   {'&', "\\&"},
                   {'_', "\\_"},
                   {'~', "\\textasciitilde{}"},
                   {'^', "\\textasciicircum{}"}};
    Arena scratch = {0};

    text = printable_copy(&scratch, text, CHARSET_UTF8);
    for (size_t at = 0; at < text.size; at++) {
        size_t i = 0;

        while (i < COUNT_OF(escapes) && escapes[i].byte != text.bytes[at])
            i++;
        if (i < COUNT_OF(escapes))
            sink_string(out, escapes[i].written);
        else
            sink_byte(out, text.bytes[at]);
    }
    arena_release(&scratch);
}

static void put_entry(Sink *out, const char *key, Text value)
{
    if (value.size == 0)
        return;
    SINK_TEXTS(out, TEXT(",\n  "), text_from(key), TEXT(" = {"));
    put_tex(out, value);
    sink_byte(out, '}');
}

static void put_number(Sink *out, const char *key, size_t number)
{
    if (number == 0)
        return;
    SINK_TEXTS(out, TEXT(",\n  "), text_from(key), TEXT(" = "));
    sink_number(out, number, 0);
}

/* "Arkwright, Lise and {Courier Staff}" */
static void put_tex_authors(Sink *out, Arena *arena, const Article *article)
{
    size_t count;
    const PersonName *names = authors_of(arena, article, &count);

    for (size_t i = 0; i < count; i++) {
        sink_string(out, i ? " and " : ",\n  author = {");
        if (names[i].family.size) {
            put_tex(out, names[i].family);
            sink_string(out, ", ");
            put_tex(out, names[i].given);
        } else {
            sink_byte(out, '{');
            put_tex(out, names[i].given);
            sink_byte(out, '}');
        }
    }
    sink_string(out, count ? "}" : "");
}

/* The headline in two pairs of braces keeps its capitals. An address is no text of TeX's. */
static void add_bibtex(Export *export, const ExportSource *source)
{
    const Article *article = source->article;
    Text container = article_field(article, FIELD_SOURCE), url = article_field(article, FIELD_URL);
    Sink *out = export->out;
    IsoDate date = {0};
    Arena scratch = {0};

    (void)iso_date_parse(article_field(article, FIELD_DATE), &date);
    SINK_TEXTS(out, export->articles ? TEXT("\n@") : TEXT("@"), container.size ? TEXT("article{") : TEXT("misc{"),
               key_of(export, &scratch, article), TEXT(",\n  title = {{"));
    put_tex(out, text_trim(arena_on_one_line(&scratch, article_headline(&scratch, article))));
    sink_string(out, "}}");
    put_tex_authors(out, &scratch, article);
    put_entry(out, "journal", container);
    put_number(out, "year", date.year);
    put_number(out, "month", date.month);
    put_number(out, "day", date.day);
    put_entry(out, "urldate", text_slice(article_field(article, FIELD_ACCESSED), ISO_DATE));
    put_entry(out, "language", article_field(article, FIELD_LANGUAGE));
    if (url.size)
        SINK_TEXTS(out, TEXT(",\n  url = {"), link_address(&scratch, (Text){0}, url), TEXT("}"));
    sink_string(out, "\n}\n");
    arena_release(&scratch);
}

const ExportForm bibtex_form = {.add = add_bibtex};

/* ---- one line ---- */

static void add_reference(Export *export, const ExportSource *source)
{
    Arena scratch = {0};
    CitationSource cited = {.article = source->article, .quote = NO_INDEX};

    printable_write(export->out, citation_write(&scratch, export->cite, &cited), CHARSET_UTF8, LINES_JOINED);
    sink_byte(export->out, '\n');
    arena_release(&scratch);
}

const ExportForm reference_form = {.add = add_reference};
