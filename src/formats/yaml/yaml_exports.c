/*
 * A new mapping is made, whose nodes stand where those of the file stand:
 *
 *     {"title": "A", "siteName": "B", "tags": [{"label": "c"}], "textContent": "D", "length": 1}
 *
 *     title: A        source: B        tags: [c]        body: D
 *
 * Dates are read as people and programs write them; a value that is not of its field's kind ("date": "yesterday") is kept as "x-date".
 */
#include "formats/yaml/yaml_exports.h"

#include "article/web_address.h"
#include "base/yaml/yaml_write.h"
#include "formats/yaml/field_values.h"
#include "formats/yaml/yaml_keys.h"

typedef enum ExportKind {
    EXPORT_TEXT,
    EXPORT_ADDRESS,
    EXPORT_FIRST,
    EXPORT_NAMES,
    EXPORT_AUTHORS,
    EXPORT_HTML,
    EXPORT_PLAIN,
    EXPORT_BODIES
} ExportKind;

static const struct ExportRow {
    Text key, target;
    ExportKind kind;
} rows[] = {
#define EXPORT(key, target, kind) {LITERAL(key), LITERAL(target), EXPORT_##kind},
#include "formats/yaml/exports.def"
#undef EXPORT
};

/* Keys of exports alone. */
static const Text telling[] = {
    LITERAL("@context"),     LITERAL("@type"),          LITERAL("textContent"),     LITERAL("content_html"),
    LITERAL("body_html"),    LITERAL("content_text"),   LITERAL("date_published"),  LITERAL("raw_text"),
    LITERAL("hashed_url"),   LITERAL("is_archived"),    LITERAL("reading_time"),    LITERAL("domain_name"),
    LITERAL("word_count"),   LITERAL("lead_image_url"), LITERAL("next_page_url"),   LITERAL("versioncreated"),
    LITERAL("body_text"),    LITERAL("body_xhtml"),     LITERAL("headlines"),       LITERAL("bodies"),
    LITERAL("fingerprint"),  LITERAL("pagetype"),       LITERAL("source-hostname"), LITERAL("versionCreated"),
    LITERAL("external_url"),
};

bool yaml_is_json(Text source)
{
    Text start = text_trim(text_slice(source, (Range){utf8_mark_size(source), source.size}));

    return start.size && (start.bytes[0] == '{' || start.bytes[0] == '[');
}

static bool looks_like_html(Text text)
{
    static const Text signs[] = {LITERAL("</"), LITERAL("<p>"), LITERAL("<p "), LITERAL("<br"), LITERAL("/>")};

    for (size_t i = 0; i < COUNT_OF(signs); i++) {
        if (text_find(text, signs[i], 0) != TEXT_NOT_FOUND)
            return true;
    }
    return false;
}

/* Readability's, without the plain text beside it. */
static bool has_page(const YamlNode *root)
{
    const YamlNode *content = yaml_get(root, TEXT("content"));

    return content && content->kind == YAML_SCALAR && looks_like_html(content->text);
}

bool yaml_is_export(const YamlNode *root)
{
    if (root->kind != YAML_MAPPING || yaml_get(root, TEXT("quoin")))
        return false;
    for (size_t i = 0; i < COUNT_OF(telling); i++) {
        if (yaml_get(root, telling[i]))
            return true;
    }
    return has_page(root);
}

static bool is_list_of_mappings(const YamlNode *node)
{
    return node && node->kind == YAML_SEQUENCE && node->first && node->first->kind == YAML_MAPPING;
}

const YamlNode *yaml_export_items(const YamlNode *root)
{
    const YamlNode *items = root->kind == YAML_MAPPING ? yaml_get(root, TEXT("items")) : root;
    const YamlNode *embedded = root->kind == YAML_MAPPING ? yaml_get(root, TEXT("_embedded")) : NULL;

    if (!items && embedded && embedded->kind == YAML_MAPPING)
        items = yaml_get(embedded, TEXT("items"));
    return is_list_of_mappings(items) && (root->kind == YAML_SEQUENCE || !yaml_get(root, TEXT("body"))) ? items : NULL;
}

/* ---- values ---- */

/* JSON's null, true and false say nothing of an article. */
static bool says_something(const YamlNode *node)
{
    static const Text nothing[] = {LITERAL("null"), LITERAL("true"), LITERAL("false")};

    return node && node->kind == YAML_SCALAR && text_trim(node->text).size > 0 &&
           !(node->style == YAML_PLAIN && TEXT_IS_ONE_OF(node->text, nothing));
}

/* What a thing is called: itself, or what it has as its name. NULL: nothing. */
static const YamlNode *name_of(const YamlNode *node)
{
    static const Text keys[] = {LITERAL("value"), LITERAL("name"), LITERAL("label"), LITERAL("title"), LITERAL("rel")};

    if (!node || node->kind == YAML_SCALAR)
        return says_something(node) ? node : NULL;
    for (size_t i = 0; node->kind == YAML_MAPPING && i < COUNT_OF(keys); i++) {
        const YamlNode *name = yaml_get(node, keys[i]);

        if (says_something(name))
            return name;
    }
    return NULL;
}

static const YamlNode *first_name_of(const YamlNode *node)
{
    if (node->kind != YAML_SEQUENCE)
        return name_of(node);
    YAML_EACH(child, node) {
        const YamlNode *name = name_of(child);

        if (name)
            return name;
    }
    return NULL;
}

/* ---- the mapping ---- */

typedef struct ExportReader {
    YamlList root;
    Text html;
    bool has_body;
} ExportReader;

static void add_at(YamlList *list, Text key, const YamlNode *where, Text text)
{
    YamlNode node = {.kind = YAML_SCALAR, .style = where->style, .line = where->line, .column = where->column};

    node.from = where->from;
    node.to = where->to;
    node.text = text_trim(text);
    yaml_list_add(list, key, &node);
}

/* "Local;Transport" */
static Text first_part(Text text)
{
    return text_slice(text, (Range){0, text_find_byte(text, ';', 0)});
}

/* What names an item may be where it is: then links in it are relative to that. */
static const YamlNode *address_of(const YamlNode *node)
{
    if (node->kind == YAML_MAPPING)
        node = yaml_get(node, TEXT("@id"));
    return node && says_something(node) && web_address_scheme_size(text_trim(node->text)) ? node : NULL;
}

/* A value of a field, or of the key that it is kept by. */
static void add_field(ExportReader *reader, Text target, const YamlNode *node, Text value)
{
    ArticleField field = yaml_field_of(target);

    value = text_trim(value);
    if (field != FIELD_COUNT)
        value = field_value_of(reader->root.arena, field, value);
    if (field == FIELD_URL && !web_address_scheme_size(value))
        target = article_field_key(FIELD_SOURCE);
    else if (field != FIELD_COUNT && field_value_expected(field, value))
        target = arena_join(reader->root.arena, (const Text[]){TEXT("x-"), target}, 2);
    if (!yaml_get(reader->root.node, target))
        add_at(&reader->root, target, node, value);
}

/* "a; b": trafilatura; "a, b" where there is no other sign. */
static void add_parts(YamlList *list, const YamlNode *node)
{
    char separator = text_find_byte(node->text, ';', 0) != TEXT_NOT_FOUND ? ';' : ',';
    Text part;

    for (size_t at = 0; text_next_part(node->text, separator, &at, &part);) {
        if (text_trim(part).size)
            add_at(list, (Text){0}, node, part);
    }
}

static void add_names(ExportReader *reader, Text target, const YamlNode *node)
{
    YamlList names = yaml_list_new(reader->root.arena, YAML_SEQUENCE);

    if (says_something(node))
        add_parts(&names, node);
    YAML_EACH(child, node) {
        if (name_of(child))
            add_at(&names, (Text){0}, child, name_of(child)->text);
    }
    if (names.node->count)
        yaml_list_add(&reader->root, target, names.node);
}

static void add_author(YamlList *authors, const YamlNode *node)
{
    const YamlNode *name = name_of(node), *url = node->kind == YAML_MAPPING ? yaml_get(node, TEXT("url")) : NULL;
    YamlList map;

    if (!name)
        return;
    if (!says_something(url)) {
        add_at(authors, (Text){0}, name, name->text);
        return;
    }
    map = yaml_list_new(authors->arena, YAML_MAPPING);
    add_at(&map, TEXT("name"), name, name->text);
    add_at(&map, TEXT("url"), url, url->text);
    yaml_list_add(authors, (Text){0}, map.node);
}

/* Names have commas of their own: "Jane Doe, Ph.D.". */
static void add_authors(ExportReader *reader, Text target, const YamlNode *node)
{
    YamlList authors = yaml_list_new(reader->root.arena, YAML_SEQUENCE);

    if (says_something(node) && text_find_byte(node->text, ';', 0) != TEXT_NOT_FOUND)
        add_parts(&authors, node);
    else if (node->kind != YAML_SEQUENCE)
        add_author(&authors, node);
    else
        YAML_EACH(child, node)
            add_author(&authors, child);
    if (authors.node->count)
        yaml_list_add(&reader->root, target, authors.node);
}

/* ---- the body ---- */

static bool has_blank_lines(Text text)
{
    bool blank = false;
    Text line;

    text = text_trim(text);
    for (size_t at = 0; !blank && text_next_part(text, '\n', &at, &line);)
        blank = text_trim(line).size == 0;
    return blank;
}

/* Paragraphs on lines of their own, blank lines between: where the text has none of these, each of its lines is one. */
static Text paragraphs_of(Arena *arena, Text text)
{
    bool by_blank_lines = has_blank_lines(text), begun = false;
    TextBuffer body = {0};
    Text line;

    for (size_t at = 0; text_next_part(text, '\n', &at, &line);) {
        Text words = arena_on_one_line(arena, text_trim(line));

        if (words.size == 0) {
            begun = false;
            continue;
        }
        if (body.count)
            text_buffer_add(arena, &body, begun && by_blank_lines ? TEXT(" ") : TEXT("\n\n"));
        text_buffer_add(arena, &body, words);
        begun = true;
    }
    return text_buffer_text(&body);
}

static void add_body(ExportReader *reader, Text target, const YamlNode *node, bool is_html)
{
    if (!says_something(node))
        return;
    if (is_html && reader->html.size == 0)
        reader->html = node->text;
    if (is_html || reader->has_body)
        return;
    add_at(&reader->root, target, node, paragraphs_of(reader->root.arena, node->text));
    reader->has_body = true;
}

static void add_bodies(ExportReader *reader, Text target, const YamlNode *node)
{
    YAML_EACH(child, node) {
        const YamlNode *value = child->kind == YAML_MAPPING ? yaml_get(child, TEXT("value")) : child;

        if (value && value->kind == YAML_SCALAR)
            add_body(reader, target, value, looks_like_html(value->text));
    }
}

/* ---- rows ---- */

static void read_row(ExportReader *reader, const struct ExportRow *row, const YamlNode *node)
{
    switch (row->kind) {
    case EXPORT_TEXT:
        if (name_of(node))
            add_field(reader, row->target, name_of(node), name_of(node)->text);
        break;
    case EXPORT_ADDRESS:
        if (address_of(node))
            add_field(reader, row->target, address_of(node), address_of(node)->text);
        break;
    case EXPORT_FIRST:
        if (first_name_of(node))
            add_field(reader, row->target, first_name_of(node), first_part(first_name_of(node)->text));
        break;
    case EXPORT_NAMES:
        if (!yaml_get(reader->root.node, row->target))
            add_names(reader, row->target, node);
        break;
    case EXPORT_AUTHORS:
        if (!yaml_get(reader->root.node, row->target))
            add_authors(reader, row->target, node);
        break;
    case EXPORT_HTML:
        add_body(reader, row->target, node, true);
        break;
    case EXPORT_PLAIN:
        add_body(reader, row->target, node, node->kind == YAML_SCALAR && looks_like_html(node->text));
        break;
    case EXPORT_BODIES:
        add_bodies(reader, row->target, node);
        break;
    }
}

/* What a feed says of all its items: who publishes them, in which language. */
static void read_feed(ExportReader *reader, const YamlNode *feed)
{
    static const struct ExportRow of_feed[] = {
        {LITERAL("title"), LITERAL("source"), EXPORT_TEXT},
        {LITERAL("language"), LITERAL("language"), EXPORT_TEXT},
        {LITERAL("authors"), LITERAL("authors"), EXPORT_AUTHORS},
        {LITERAL("author"), LITERAL("authors"), EXPORT_AUTHORS},
    };

    for (size_t i = 0; i < COUNT_OF(of_feed); i++) {
        const YamlNode *node = yaml_get(feed, of_feed[i].key);

        if (node && !yaml_get(reader->root.node, of_feed[i].target))
            read_row(reader, &of_feed[i], node);
    }
}

YamlExport yaml_export_read(Arena *arena, const YamlNode *root, const YamlNode *feed)
{
    ExportReader reader = {.root = yaml_list_new(arena, YAML_MAPPING)};

    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        const YamlNode *node = yaml_get(root, rows[i].key);

        if (node)
            read_row(&reader, &rows[i], node);
    }
    if (feed && feed->kind == YAML_MAPPING)
        read_feed(&reader, feed);
    reader.root.node->line = root->line;
    reader.root.node->column = root->column;
    return (YamlExport){reader.root.node, reader.html};
}
