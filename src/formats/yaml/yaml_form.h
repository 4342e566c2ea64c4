/*
 * The YAML form of an article while it is read: quoin-article(5). A tree of YAML becomes one text with blocks over it. Every mistake is
 * told, and what is left is read.
 */
#ifndef QUOIN_FORMATS_YAML_YAML_FORM_H
#define QUOIN_FORMATS_YAML_YAML_FORM_H

#include "article/article_build.h"
#include "base/yaml/yaml.h"

typedef struct YamlForm {
    Article *article;
    Report *report;
    ArticleBuilder builder;
    const YamlNode *given[FIELD_COUNT]; /* the key that gave each field */
} YamlForm;

/* yaml_fields.c: a field of one text; authors and tags. */
void yaml_read_field(YamlForm *form, const YamlNode *node, ArticleField field);
void yaml_read_authors(YamlForm *form, const YamlNode *node);
void yaml_read_tags(YamlForm *form, const YamlNode *node);

/* yaml_blocks.c: the body. */
void yaml_write_body(YamlForm *form, const YamlNode *body);

/* yaml_annotations.c: entities, quotations and links, for which the article has its text. */
void yaml_read_annotations(Article *article, const YamlNode *root, Report *report);

/* yaml_peek.c: does a file that begins so look like the YAML (or JSON) form: a mapping with a known key? Title, source, date, url from the head of a
 * file, without its body; false: it has no title. */
bool yaml_recognises(Text head);
bool yaml_peek(Arena *arena, Text head, Text fields[FIELD_COUNT]);

/* yaml_map.c: where the text stands in the source that it was read from. */
ArticleMapper yaml_map;

#endif
