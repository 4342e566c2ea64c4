/* Rows of the tables in article/article.h, looked up by the keys of a file. */
#include "formats/yaml/yaml_keys.h"

#include "article/web_address.h"

static bool names(Text key, Text name, Text aliases)
{
    return text_equal(name, key) || text_list_has(aliases, key);
}

ArticleField yaml_field_of(Text key)
{
    for (int field = 0; field < FIELD_COUNT; field++) {
        if (names(key, article_field_key((ArticleField)field), article_field_aliases((ArticleField)field)))
            return (ArticleField)field;
    }
    return FIELD_COUNT;
}

ArticlePart yaml_part_of(Text key)
{
    for (int part = 0; part < PART_COUNT; part++) {
        if (names(key, article_part_key((ArticlePart)part), article_part_aliases((ArticlePart)part)))
            return (ArticlePart)part;
    }
    return PART_COUNT;
}

/* Obsidian Clipper and trafilatura write it so. */
ArticleField yaml_field_of_value(ArticleField field, Text value)
{
    return field == FIELD_SOURCE && web_address_scheme_size(value) ? FIELD_URL : field;
}

void yaml_unknown_part(const YamlNode *node, Report *report)
{
    ARRAY(Text) known = {0};
    Text alias;

    for (int field = 0; field < FIELD_COUNT; field++)
        ARRAY_PUSH(report->arena, known, article_field_key((ArticleField)field));
    for (int part = 0; part < PART_COUNT; part++) {
        ARRAY_PUSH(report->arena, known, article_part_key((ArticlePart)part));
        for (size_t at = 0; text_next_part(article_part_aliases((ArticlePart)part), ' ', &at, &alias);)
            ARRAY_PUSH(report->arena, known, alias);
    }
    yaml_unknown_key(node, "an article", known.items, known.count, report);
}

bool yaml_read_texts(const YamlNode *mapping, const char *where, const TextKey *keys, size_t count, Report *report)
{
    Text names[8];
    bool good = true;

    for (size_t i = 0; i < count; i++)
        names[i] = keys[i].name;
    YAML_EACH(child, mapping) {
        size_t i = text_index_of(child->key->text, names, count);

        if (i == count) {
            yaml_unknown_key(child, where, names, count, report);
            good = false;
        } else if (keys[i].value) {
            good = yaml_text(child, "a text", report, keys[i].value) && good;
        }
    }
    return good;
}

bool yaml_wants(const YamlNode *mapping, Text key, Text value, const char *message, Report *report)
{
    const YamlNode *given = yaml_get(mapping, key);

    if (value.size)
        return true;
    if (!given || given->kind == YAML_SCALAR)
        report_add(report, SEVERITY_ERROR, mapping->line, mapping->column, "%s", message);
    return false;
}
