/* Writing a tree as YAML that reads back as the same tree, and that one likes to look at. */
#ifndef QUOIN_BASE_YAML_YAML_WRITE_H
#define QUOIN_BASE_YAML_YAML_WRITE_H

#include "base/sink.h"
#include "base/yaml/yaml.h"

/* A collection that is being made, in an arena. Texts are borrowed. */
typedef struct YamlList {
    Arena *arena;
    YamlNode *node;
    YamlNode *last;
} YamlList;

YamlList yaml_list_new(Arena *arena, YamlKind kind);

/* A text, as the next of a list; `key`: of a mapping, else empty. YAML_PLAIN is plain only where that is safe, and a number is plain. */
void yaml_list_add_text(YamlList *list, Text key, Text text, YamlStyle style);
void yaml_list_add_number(YamlList *list, Text key, size_t number);
void yaml_list_add_switch(YamlList *list, Text key, bool on); /* "yes" or "no" */

/* A tree that was made or read, likewise; it is copied, what is in it is not. */
void yaml_list_add(YamlList *list, Text key, const YamlNode *node);

/*
 * Write a mapping as one document, in lines of about 80 columns: a text by its style where that reads back as the same bytes, else in double
 * quotes. Control characters, which no source may have, become U+FFFD. The tree is no deeper than one that was read may be.
 */
void yaml_write(Sink *out, const YamlNode *root);
Text yaml_to_text(Arena *arena, const YamlNode *root); /* the same, in the arena */

/* A text without what no source may have; in the arena, or the text itself. */
Text yaml_writable(Arena *arena, Text text);

/* The code point at `at` as it may stand in a source: U+FFFD for those that may not. */
uint32_t yaml_written_code_point(Text text, size_t at, size_t *size);

#endif
