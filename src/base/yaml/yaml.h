/*
 * The one YAML reader: articles, themes and the configuration. A tree of nodes with line and column on each, every
 * scalar as text (no types are resolved). Anchors, aliases, tags, merge keys, further documents and
 * duplicate keys are errors. The home of libyaml.
 */
#ifndef QUOIN_BASE_YAML_YAML_H
#define QUOIN_BASE_YAML_YAML_H

#include "base/report.h"

typedef enum YamlKind { YAML_SCALAR, YAML_SEQUENCE, YAML_MAPPING } YamlKind;
typedef enum YamlStyle {
    YAML_PLAIN, /* of a scalar */
    YAML_QUOTED,
    YAML_BLOCK,
    YAML_LINES,  /* only for writing: a block whose lines stay as they are */
    YAML_NUMBER, /* likewise: plain, and in JSON a number */
    YAML_SWITCH, /* likewise: "yes" or "no", plain; in JSON true or false */
    YAML_APART   /* of a collection, likewise: a blank line goes before it */
} YamlStyle;

typedef struct YamlNode YamlNode;
/* Files may be nothing but nodes: they are kept small. What is parsed has at most MOST_ARTICLE_BYTES. */
struct YamlNode {
    YamlKind kind : 8;
    YamlStyle style : 8;
    uint32_t line, column; /* from 1, in the file; in code points */
    uint32_t from, to;     /* where it stands, in libyaml's characters: see yaml_bytes */
    uint32_t count;        /* of children */
    Text text;             /* of a scalar; in the arena */
    const YamlNode *key;   /* the scalar key, for a value in a mapping; else NULL */
    YamlNode *first;       /* child of a sequence or mapping */
    YamlNode *next;        /* sibling, in the order of the file */
};

#define YAML_EACH(child, node) for (const YamlNode *child = (node) ? (node)->first : NULL; child; child = child->next)

/*
 * Read `source` (UTF-8, a byte order mark accepted) into a tree in `arena`. NULL when nothing could be read; the
 * report then has an error. Syntax errors are told in the words of a person who writes articles: where libyaml's
 * message hides a well-known mistake, the message names the mistake and its cure ("write title: >- …").
 * The tree of what came before the first syntax error is still returned where it is a mapping, so that its
 * other mistakes can be told too; look at report->error_count.
 */
const YamlNode *yaml_parse(Arena *arena, Text source, Report *report);

/*
 * The bytes of `source` that a node was read from: of a quoted text with its marks, of a block text with its indicator and the blank lines after
 * it, of a block mapping up to what follows it. The range of a value that is not written is empty, at the place where the value could be.
 * Takes time linear in the source.
 */
Range yaml_bytes(Text source, const YamlNode *node);

/* The size in bytes of the line end at `at`, of any kind that YAML knows; 0: there is none. */
size_t yaml_line_end(Text source, size_t at);

/* Offset of the first line end at or after `at`, or the source's size. */
size_t yaml_next_line_end(Text source, size_t at);

/* Does it consist of comments and blank lines only, so that yaml_parse would find it empty? */
bool yaml_says_nothing(Text source);

/* The value of `key`, or NULL. Linear: for the few keys of a mapping. */
const YamlNode *yaml_get(const YamlNode *mapping, Text key);

/* Typed getters. False, with an error that says what was expected and what was found: the node is of another kind, or exceeds a limit. */
bool yaml_text(const YamlNode *node, const char *expected, Report *report, Text *text); /* at most MOST_FIELD_BYTES */
/* As long as a file may be. */
bool yaml_long_text(const YamlNode *node, const char *expected, Report *report, Text *text);
bool yaml_bool(const YamlNode *node, Report *report, bool *value); /* true false yes no on off */
bool yaml_int(const YamlNode *node, int least, int most, Report *report, int *value);
bool yaml_choice(const YamlNode *node, const Text *choices, size_t count, Report *report, size_t *index);
bool yaml_expect(const YamlNode *node, YamlKind kind, const char *expected, Report *report);

/* Say that `node`'s key is not one of `names`, with the nearest of them. */
void yaml_unknown_key(const YamlNode *node, const char *where, const Text *names, size_t count, Report *report);

#endif
