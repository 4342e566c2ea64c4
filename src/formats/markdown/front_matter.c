/*
 * Jekyll's and Hugo's, Obsidian's and trafilatura's: all have keys of their own beside those that say something of an article, and write dates as
 * they like. So this is no YAML form of ours: it is read as far as it can be understood.
 *
 *     ---
 *     title: "The ferry: a history"
 *     author: "[[Ada Quill]]"               Obsidian's link to a page of that name
 *     published: true                       Jekyll's: no date
 *     date: 2026-11-23 09:30:00 +0100
 *     ---
 */
#include "formats/markdown/front_matter.h"

#include "base/yaml/yaml.h"
#include "formats/text/words/head_date.h"
#include "formats/yaml/yaml_keys.h"

enum { FRONT_MATTER_LONGEST = 64 * 1024 };

/* The end of the line that begins at `at`; `*next` is where the next one does. */
static Text line_at(Text source, size_t at, size_t *next)
{
    size_t end = text_find_byte(source, '\n', at);

    *next = end == TEXT_NOT_FOUND ? source.size : end + 1;
    end = end == TEXT_NOT_FOUND ? source.size : end;
    while (end > at && ascii_is_blank(source.bytes[end - 1]))
        end--;
    return text_slice(source, (Range){at, end});
}

/* Does it begin as a mapping: a key, on the first line that says anything? A rule at the start of a text has no key below it. */
static bool begins_with_key(Text yaml)
{
    Text line;

    for (size_t at = 0, next; at < yaml.size; at = next) {
        size_t colon;

        line = line_at(yaml, at, &next);
        if (line.size == 0 || line.bytes[0] == '#' || text_equal(line, TEXT("---")))
            continue;
        colon = text_find_byte(line, ':', 0);
        for (size_t i = 0; colon != TEXT_NOT_FOUND && i < colon; i++) {
            if (!ascii_is_alnum(line.bytes[i]) && !strchr("-_ \"'", line.bytes[i]))
                return false;
        }
        return colon != TEXT_NOT_FOUND && colon && (colon + 1 == line.size || ascii_is_blank(line.bytes[colon + 1]));
    }
    return false;
}

FrontMatter front_matter_find(Text source)
{
    FrontMatter front = {.end = utf8_mark_size(source)};
    size_t start = front.end, at;
    bool toml;
    Text line = line_at(source, start, &at);

    toml = text_equal(line, TEXT("+++"));
    if (!toml && !text_equal(line, TEXT("---")))
        return front;
    for (size_t next; at < source.size && at < FRONT_MATTER_LONGEST; at = next) {
        line = line_at(source, at, &next);
        if (!text_equal(line, toml ? TEXT("+++") : TEXT("---")) && (toml || !text_equal(line, TEXT("..."))))
            continue;
        if (toml)
            return (FrontMatter){.toml = 1, .end = next};
        if (!begins_with_key(text_slice(source, (Range){start, at})))
            break;
        return (FrontMatter){.yaml = text_slice(source, (Range){start, at}), .end = next};
    }
    return front;
}

/* ---- keys and values ---- */

/* Hugo's, Jekyll's and others', besides those of the YAML form. */
static const struct {
    Text name;
    ArticleField field;
} keys[] = {
    {LITERAL("lastmod"), FIELD_UPDATED},  {LITERAL("last_modified_at"), FIELD_UPDATED},
    {LITERAL("modified"), FIELD_UPDATED}, {LITERAL("canonical_url"), FIELD_URL},
    {LITERAL("canonicalURL"), FIELD_URL}, {LITERAL("permalink"), FIELD_URL},
    {LITERAL("category"), FIELD_SECTION}, {LITERAL("site"), FIELD_SOURCE},
    {LITERAL("hostname"), FIELD_SOURCE},  {LITERAL("sitename"), FIELD_SOURCE},
    {LITERAL("copyright"), FIELD_RIGHTS}, {LITERAL("pubDate"), FIELD_DATE},
    {LITERAL("publishDate"), FIELD_DATE}, {LITERAL("publish_date"), FIELD_DATE},
};

static bool is_key(Text key, Text name, Text aliases)
{
    Text alias;

    if (text_equal_ignoring_case(key, name))
        return true;
    for (size_t at = 0; text_next_part(aliases, ' ', &at, &alias);) {
        if (text_equal_ignoring_case(key, alias))
            return true;
    }
    return false;
}

static ArticleField field_of(Text key)
{
    for (int field = 0; field < FIELD_COUNT; field++) {
        if (is_key(key, article_field_key((ArticleField)field), article_field_aliases((ArticleField)field)))
            return (ArticleField)field;
    }
    for (size_t i = 0; i < COUNT_OF(keys); i++) {
        if (text_equal_ignoring_case(key, keys[i].name))
            return keys[i].field;
    }
    return FIELD_COUNT;
}

static bool is_part(Text key, ArticlePart part)
{
    return is_key(key, article_part_key(part), article_part_aliases(part));
}

static bool is_date_field(ArticleField field)
{
    return field == FIELD_DATE || field == FIELD_UPDATED || field == FIELD_ACCESSED;
}

/* "2026-11-23 …" stays as it is, "November 23, 2026" becomes that; empty: it is no date ("true"). */
static Text date_of(Arena *arena, Text value)
{
    Text year = text_slice(value, (Range){0, 4});
    size_t number;

    if (text_to_number(year, 9999, &number) && year.size == 4 && (value.size == 4 || value.bytes[4] == '-'))
        return value;
    return head_date(arena, value);
}

/* "[[Ada Quill]]", "[[people/ada|Ada Quill]]": what a link of Obsidian shows. */
static Text without_brackets(Text value)
{
    size_t bar;

    if (!text_starts_with(value, TEXT("[[")) || !text_ends_with(value, TEXT("]]")) || value.size < 4)
        return value;
    value = text_slice(value, (Range){2, value.size - 2});
    bar = text_find_byte(value, '|', 0);
    return text_trim(bar == TEXT_NOT_FOUND ? value : text_slice(value, (Range){bar + 1, value.size}));
}

static void set_field(Article *article, ArticleField field, Text value)
{
    value = arena_on_one_line(article->arena, text_trim(value));
    field = yaml_field_of_value(field, value);
    if (is_date_field(field))
        value = date_of(article->arena, value);
    if (value.size > MOST_FIELD_BYTES || field == FIELD_DATELINE || article->fields[field].size ||
        (field == FIELD_URL && text_find(value, TEXT("://"), 0) == TEXT_NOT_FOUND)) /* Jekyll's "/:year/:title/" */
        return;
    article->fields[field] = arena_copy(article->arena, value);
}

static void add_author(Article *article, const YamlNode *node)
{
    const YamlNode *name = node->kind == YAML_MAPPING ? yaml_get(node, TEXT("name")) : node;
    const YamlNode *role = yaml_get(node, TEXT("role")), *url = yaml_get(node, TEXT("url"));
    Author author = {{0}, {0}, {0}};

    if (!name || name->kind != YAML_SCALAR)
        return;
    author.name = without_brackets(text_trim(name->text));
    author.role = role && role->kind == YAML_SCALAR ? text_trim(role->text) : (Text){0};
    author.url = url && url->kind == YAML_SCALAR ? text_trim(url->text) : (Text){0};
    if (author.name.size)
        ARRAY_PUSH(article->arena, article->authors, author);
}

static void add_author_name(Article *article, Text name)
{
    name = without_brackets(text_trim(name));
    if (name.size)
        ARRAY_PUSH(article->arena, article->authors, ((Author){.name = name}));
}

static void add_tag(Article *article, Text tag)
{
    tag = text_trim(tag);
    if (tag.size)
        ARRAY_PUSH(article->arena, article->tags, tag);
}

/* A list, or one text of several: "boats, tides". */
static void add_tags(Article *article, const YamlNode *node)
{
    Text tag;

    for (size_t at = 0; node->kind == YAML_SCALAR && text_next_part(node->text, ',', &at, &tag);)
        add_tag(article, tag);
    YAML_EACH(child, node) {
        if (child->kind == YAML_SCALAR)
            add_tag(article, child->text);
    }
}

static void read_key(Article *article, const YamlNode *node)
{
    Text key = node->key->text;
    ArticleField field = field_of(key);

    if (is_part(key, PART_AUTHORS)) {
        if (node->kind != YAML_SEQUENCE)
            add_author(article, node);
        YAML_EACH(child, node) {
            if (node->kind == YAML_SEQUENCE)
                add_author(article, child);
        }
    } else if (is_part(key, PART_TAGS)) {
        add_tags(article, node);
    } else if (field != FIELD_COUNT && node->kind == YAML_SCALAR) {
        set_field(article, field, without_brackets(text_trim(node->text)));
    } else if (field == FIELD_SECTION && node->kind == YAML_SEQUENCE && node->first && node->first->kind == YAML_SCALAR) {
        set_field(article, field, node->first->text);
    }
}

/* ---- the whole ---- */

/* "title: The ferry: a history" is no YAML, and clear all the same. */
static void read_lines(Article *article, Text yaml)
{
    for (size_t at = 0, next; at < yaml.size; at = next) {
        Text line = line_at(yaml, at, &next), value, key;
        size_t colon = text_find_byte(line, ':', 0);
        ArticleField field;

        if (colon == TEXT_NOT_FOUND)
            continue;
        key = text_slice(line, (Range){0, colon});
        value = text_trim(text_slice(line, (Range){colon + 1, line.size}));
        if (value.size > 1 && (value.bytes[0] == '"' || value.bytes[0] == '\'') &&
            value.bytes[value.size - 1] == value.bytes[0])
            value = text_slice(value, (Range){1, value.size - 1});
        if (value.size == 0 || strchr("|>[{&*", value.bytes[0]))
            continue;
        field = field_of(key);
        if (field != FIELD_COUNT)
            set_field(article, field, value);
        else if (is_part(key, PART_AUTHORS) && article->authors.count == 0)
            add_author_name(article, arena_copy(article->arena, value));
    }
}

void front_matter_read(Article *article, const FrontMatter *front, Report *report)
{
    const YamlNode *root;
    Arena scratch = {0};
    Report told;

    if (front->toml)
        report_add(report, SEVERITY_WARNING, front->toml, 1,
                   "the front matter is TOML, which is not read; write it in YAML, between lines of \"---\"");
    if (front->yaml.size == 0)
        return;
    report_init(&told, &scratch, report->path);
    root = yaml_parse(article->arena, front->yaml, &told);
    if (told.error_count) {
        const Problem *first = report_first(&told);

        report_add(report, SEVERITY_WARNING, first->line, first->column, "front matter: %.*s",
                   TEXT_ARGS(first->message));
        read_lines(article, front->yaml);
    }
    YAML_EACH(child, root) {
        if (root->kind == YAML_MAPPING &&
            !(told.error_count && is_part(child->key->text, PART_AUTHORS) && article->authors.count))
            read_key(article, child);
    }
    arena_release(&scratch);
}
