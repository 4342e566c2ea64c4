/*
 * A source in YAML with some of its values changed, and all else as it was: comments, order, blanks, line ends. Changes are collected, and
 * made all at once. YAML has many forms, and some of them this does not know: so whoever edits reads the result again, and looks whether it
 * says what it should.
 */
#ifndef QUOIN_BASE_YAML_YAML_EDIT_H
#define QUOIN_BASE_YAML_YAML_EDIT_H

#include "base/yaml/yaml.h"

typedef struct YamlPatch {
    Range range; /* of the source */
    Text by;
    size_t order; /* of several at one place the one that was made first stands first */
} YamlPatch;

/* A place in a source, as libyaml counts and in bytes. */
typedef struct YamlPlace {
    size_t character, byte;
} YamlPlace;

typedef struct YamlEdit {
    Arena *arena;
    Text source;
    Text line_end;         /* that of its first line; LF where it has none */
    bool joined;           /* of each pair of surrogates libyaml counts one escape */
    YamlPlace begun, near; /* where the mapping begins that is being changed, and what was looked up last */
    ARRAY(YamlPatch) patches;
} YamlEdit;

/* `source` must outlive the edit; what it makes lies in `arena`. */
void yaml_edit_init(YamlEdit *edit, Arena *arena, Text source);

/*
 * Let `mapping`, of the tree that was read from the source, have another text at `key`; an empty one takes it out. A new one goes behind the child
 * `after`, NULL: before the first. Mappings are changed in the order of the source, else it takes a walk from its start each time.
 */
void yaml_edit_set(YamlEdit *edit, const YamlNode *mapping, const YamlNode *after, Text key, Text value,
                   YamlStyle style);

/* Add `items`, a list that was made (yaml_write.h), to the end of the list at `key` of the outermost mapping `root`, which comes in at its
 * end where * there is none. `root` NULL: the source says nothing. */
void yaml_edit_append(YamlEdit *edit, const YamlNode *root, Text key, const YamlNode *items);

/*
 * Add an item that was made to `list`, of the tree that was read, behind its item `after`; NULL: before the first. Take one out, with the comments
 * within its lines; those above it stay. False: the list is one in brackets, and nothing was changed. What is changed within an item is changed
 * before.
 */
bool yaml_edit_insert_item(YamlEdit *edit, const YamlNode *list, const YamlNode *after, const YamlNode *item);
bool yaml_edit_remove_item(YamlEdit *edit, const YamlNode *list, const YamlNode *item);

/* Let `key` of the outermost mapping be the list `items`, whatever it was; it comes in at the end where it is not there. */
void yaml_edit_replace_list(YamlEdit *edit, const YamlNode *root, Text key, const YamlNode *items);

/* The source with all changes; in the arena. */
Text yaml_edit_result(YamlEdit *edit);

/* As JSON writes a text, which is YAML too, on one line; in the arena. */
Text yaml_quoted(Arena *arena, Text text);

/* `range` without the blanks and line ends at its end. */
Range yaml_without_blank_end(Text source, Range range);

/* Do two trees say the same? Either may be NULL. */
bool yaml_same(const YamlNode *a, const YamlNode *b);

#endif
