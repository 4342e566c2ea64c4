/* The keys of the YAML form, and small mappings of texts. */
#ifndef QUOIN_FORMATS_YAML_YAML_KEYS_H
#define QUOIN_FORMATS_YAML_YAML_KEYS_H

#include "article/article.h"
#include "base/yaml/yaml.h"

/* The field or the part that a key or one of its aliases names; FIELD_COUNT, PART_COUNT: none. */
ArticleField yaml_field_of(Text key);
ArticlePart yaml_part_of(Text key);

/* Where a value of a field belongs: a source that is an address is the url. */
ArticleField yaml_field_of_value(ArticleField field, Text value);

/* A key of an article that is neither: told, with the nearest that is. */
void yaml_unknown_part(const YamlNode *node, Report *report);

/* A key of a mapping of texts, and where its text goes; NULL: it is read elsewhere. */
typedef struct TextKey {
    Text name;
    Text *value;
} TextKey;

/* False: an unknown key, or something that is no text. */
bool yaml_read_texts(const YamlNode *mapping, const char *where, const TextKey *keys, size_t count, Report *report);

/* A text that a mapping must have; else false, and the message is told. A key that has something else was told of already. */
bool yaml_wants(const YamlNode *mapping, Text key, Text value, const char *message, Report *report);

#endif
