/* What is known of an article besides its text. A value of the wrong kind is told, and shown all the same. */
#include "formats/yaml/field_values.h"
#include "formats/yaml/yaml_form.h"
#include "formats/yaml/yaml_keys.h"

static void check_field(const YamlNode *node, ArticleField field, Text value, Report *report)
{
    const char *expected = field_value_expected(field, value);

    if (field == FIELD_DATELINE && value.size > MOST_DATELINE_BYTES)
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
                   "\"%.*s\" is another name of \"%.*s\", which stands on line %u", TEXT_ARGS(node->key->text),
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
