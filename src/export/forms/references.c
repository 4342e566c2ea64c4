/*
 * An article as an entry of a bibliography: CSL-JSON (https://docs.citationstyles.org/en/stable/specification.html, which Zotero and pandoc read),
 * BibTeX, and one line after the template of the configuration. How names are taken apart is told in authors/author_name.h.
 */
#include "article/link_address.h"
#include "base/iso_date.h"
#include "base/json/json.h"
#include "base/unicode/harmless.h"
#include "export/authors/author_line.h"
#include "export/export_forms.h"
#include "formats/yaml/article_writer.h"
#include "library/article_name.h"

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

static void put_csl_name(Sink *out, const AuthorName *name)
{
    sink_string(out, name->family.size ? "{\"family\": " : "{\"literal\": ");
    json_write_text(out, name->family.size ? name->family : name->whole);
    if (name->family.size) {
        put_member(out, "given", name->given);
        put_member(out, "non-dropping-particle", name->particle);
        put_member(out, "suffix", name->suffix);
    }
    sink_byte(out, '}');
}

static void put_authors(Sink *out, Arena *arena, const Article *article)
{
    AuthorNames names = article_author_names(arena, article);

    for (size_t i = 0; i < names.count; i++) {
        sink_string(out, i ? ", " : ", \"author\": [");
        put_csl_name(out, &names.items[i]);
    }
    sink_string(out, names.count ? "]" : "");
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

    text = harmless_copy(&scratch, text, LINES_JOINED);
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

/* "van Gogh, Vincent", "King, Jr., Martin Luther", "{Courier Staff}" */
static void put_tex_name(Sink *out, const AuthorName *name)
{
    if (name->family.size == 0) {
        sink_byte(out, '{');
        put_tex(out, name->whole);
        sink_byte(out, '}');
        return;
    }
    put_tex(out, name->particle);
    sink_string(out, name->particle.size ? " " : "");
    put_tex(out, name->family);
    sink_string(out, ", ");
    put_tex(out, name->suffix);
    sink_string(out, name->suffix.size ? ", " : "");
    put_tex(out, name->given);
}

static void put_tex_authors(Sink *out, Arena *arena, const Article *article)
{
    AuthorNames names = article_author_names(arena, article);

    for (size_t i = 0; i < names.count; i++) {
        sink_string(out, i ? " and " : ",\n  author = {");
        put_tex_name(out, &names.items[i]);
    }
    sink_string(out, names.count ? "}" : "");
}

/* The headline in two pairs of braces keeps its capitals. An address is no text of TeX's. */
static void add_bibtex(Export *export, const ExportSource *source)
{
    const Article *article = source->article;
    Text container = article_field(article, FIELD_SOURCE), url = article_field(article, FIELD_URL);
    Sink *out = export->out;
    Text told = article_field(article, FIELD_DATE);
    IsoDate date;
    Arena scratch = {0};
    bool has_date = iso_date_parse(told, &date);

    SINK_TEXTS(out, export->articles ? TEXT("\n@") : TEXT("@"), container.size ? TEXT("article{") : TEXT("misc{"),
               key_of(export, &scratch, article), TEXT(",\n  title = {{"));
    put_tex(out, text_trim(arena_on_one_line(&scratch, article_headline(&scratch, article))));
    sink_string(out, "}}");
    put_tex_authors(out, &scratch, article);
    put_entry(out, "journal", container);
    put_number(out, "year", has_date ? date.year : 0);
    put_number(out, "month", has_date ? date.month : 0);
    put_number(out, "day", has_date ? date.day : 0);
    put_entry(out, "note", has_date ? (Text){0} : told);
    put_entry(out, "urldate", text_slice(iso_date_or_none(article_field(article, FIELD_ACCESSED)), ISO_WHOLE_DATE));
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

    harmless_write(export->out, citation_write(&scratch, export->cite, &cited), LINES_JOINED);
    sink_byte(export->out, '\n');
    arena_release(&scratch);
}

const ExportForm reference_form = {.add = add_reference};
