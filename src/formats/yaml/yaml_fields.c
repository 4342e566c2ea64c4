/* What is known of an article besides its text. A value of the wrong kind is told, and shown all the same. */
#include <string.h>

#include "base/iso_date.h"
#include "formats/yaml/yaml_form.h"
#include "formats/yaml/yaml_keys.h"

/* ---- what values look like ---- */

static bool is_between(Text text, Range digits, size_t least, size_t most)
{
    size_t number;

    return digits.end > text.size || (text_to_number(text_slice(text, digits), most, &number) && number >= least);
}

/* Month, day, hour and minute of a date of the right shape; what it does not have is right. */
static bool is_in_calendar(Text date)
{
    static const unsigned char days[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    size_t month = 1, year = 0, most = 31;

    if (!is_between(date, ISO_MONTH, 1, 12) || !is_between(date, ISO_HOUR, 0, 24) ||
        !is_between(date, ISO_MINUTE, 0, 59))
        return false;
    if (date.size >= ISO_MONTH.end && text_to_number(text_slice(date, ISO_MONTH), 12, &month))
        most = days[month - 1];
    if (month == 2 && text_to_number(text_slice(date, ISO_YEAR), 9999, &year) &&
        (year % 4 != 0 || (year % 100 == 0 && year % 400 != 0)))
        most = 28;
    return is_between(date, ISO_DAY, 1, most);
}

static bool is_date(Text text)
{
    static const char shape[] = "dddd-dd-ddTdd:dd";
    size_t size = text.size < sizeof shape - 1 ? text.size : sizeof shape - 1;

    for (size_t i = 0; i < size; i++) {
        char byte = text.bytes[i];
        bool fits = shape[i] == 'd'   ? ascii_is_digit(byte)
                    : shape[i] == 'T' ? byte == 'T' || byte == ' '
                                      : byte == shape[i];

        if (!fits)
            return false;
    }
    return (size == ISO_YEAR.end || size == ISO_MONTH.end || size == ISO_DAY.end || size == ISO_MINUTE.end) &&
           is_in_calendar(text_slice(text, (Range){0, size}));
}

static bool is_url(Text text)
{
    size_t colon = text_find_byte(text, ':', 0);

    if (text.size && (text.bytes[0] == '/' || text.bytes[0] == '.'))
        return true;
    if (colon == TEXT_NOT_FOUND || colon == 0 || !ascii_is_alpha(text.bytes[0]))
        return false;
    for (size_t i = 0; i < colon; i++) {
        if (!ascii_is_alpha(text.bytes[i]) && !ascii_is_digit(text.bytes[i]) && !strchr("+.-", text.bytes[i]))
            return false;
    }
    return true;
}

static bool is_language(Text text)
{
    size_t part = 0;

    for (size_t i = 0; i < text.size; i++) {
        if (text.bytes[i] == '-' || text.bytes[i] == '_') {
            if (part < 1 || (i == part && part < 2))
                return false;
            part = 0;
        } else if ((!ascii_is_alpha(text.bytes[i]) && !ascii_is_digit(text.bytes[i])) || ++part > 8) {
            return false;
        }
    }
    return text.size >= 2 && part >= 1;
}

static void check_field(const YamlNode *node, ArticleField field, Text value, Report *report)
{
    const char *expected = NULL;

    if ((field == FIELD_DATE || field == FIELD_UPDATED || field == FIELD_ACCESSED) && !is_date(value))
        expected = "a date (2026-11-24 or 2026-11-24T09:30)";
    else if (field == FIELD_URL && !is_url(value))
        expected = "an address (https://…)";
    else if (field == FIELD_LANGUAGE && !is_language(value))
        expected = "a language tag (en, en-GB)";
    else if (field == FIELD_DATELINE && value.size > MOST_DATELINE_BYTES)
        report_over(report, node->line, node->column, LIMIT_DATELINE_BYTES, value.size);
    if (expected)
        report_add(report, SEVERITY_ERROR, node->line, node->column, "expected %s, found \"%.*s\"", expected,
                   TEXT_ARGS(report_quoted(report, value)));
}

/* ---- fields ---- */

void yaml_read_field(YamlForm *form, const YamlNode *node, ArticleField field)
{
    Article *article = form->article;
    char expected[64];
    Text value;

    (void)snprintf(expected, sizeof expected, "a text for \"%.*s\"", TEXT_ARGS(article_field_key(field)));
    if (!yaml_text(node, expected, form->report, &value))
        return;
    value = text_trim(value);
    field = yaml_field_of_value(field, value);
    if (value.size)
        check_field(node, field, value, form->report);
    if (form->given[field])
        report_add(form->report, SEVERITY_ERROR, node->key->line, node->key->column,
                   "\"%.*s\" is another name of \"%.*s\", which stands on line %zu", TEXT_ARGS(node->key->text),
                   TEXT_ARGS(form->given[field]->text), form->given[field]->line);
    else
        form->given[field] = node->key;
    if (article->fields[field].size == 0 && !(field == FIELD_DATELINE && value.size > MOST_DATELINE_BYTES))
        article->fields[field] = value;
}

/* ---- authors, tags ---- */

static void read_author(YamlForm *form, const YamlNode *node)
{
    Author author = {0};
    const TextKey keys[] = {{TEXT("name"), &author.name}, {TEXT("role"), &author.role}, {TEXT("url"), &author.url}};

    if (node->kind == YAML_SCALAR && !yaml_text(node, "a name", form->report, &author.name))
        return;
    if (node->kind != YAML_SCALAR &&
        !yaml_expect(node, YAML_MAPPING, "a name, or a mapping with name, role and url", form->report))
        return;
    author.name = text_trim(author.name);
    (void)yaml_read_texts(node, "an author", keys, 3, form->report);
    if (yaml_wants(node, TEXT("name"), author.name, "an author wants a name", form->report))
        ARRAY_PUSH(form->article->arena, form->article->authors, author);
}

void yaml_read_authors(YamlForm *form, const YamlNode *node)
{
    if (node->kind != YAML_SEQUENCE) {
        read_author(form, node);
        return;
    }
    YAML_EACH(child, node)
        read_author(form, child);
}

void yaml_read_tags(YamlForm *form, const YamlNode *node)
{
    Text tag;

    if (node->kind == YAML_SCALAR) {
        if (yaml_text(node, "a tag", form->report, &tag))
            ARRAY_PUSH(form->article->arena, form->article->tags, tag);
        return;
    }
    if (!yaml_expect(node, YAML_SEQUENCE, "a tag, or a list of tags", form->report))
        return;
    YAML_EACH(child, node) {
        if (yaml_text(child, "a tag", form->report, &tag))
            ARRAY_PUSH(form->article->arena, form->article->tags, tag);
    }
}
