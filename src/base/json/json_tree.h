/*
 * JSON as a tree, read from whatever somebody calls JSON: for what web pages say of themselves in scripts. Values stand in the order of the source,
 * each before what is in it, so that what is in an array or an object is one run of values: from the one after it to `end`.
 */
#ifndef QUOIN_BASE_JSON_JSON_TREE_H
#define QUOIN_BASE_JSON_JSON_TREE_H

#include "base/arena.h"

typedef enum JsonKind {
    JSON_WORD, /* a number, true, false, null, or a word that is none of these */
    JSON_STRING,
    JSON_ARRAY,
    JSON_OBJECT
} JsonKind;

typedef struct JsonValue {
    JsonKind kind;
    uint32_t end; /* index after the last value inside it; of a word or a string, its own + 1 */
    Text key;     /* in an object, decoded; empty: it has none */
    Text text;    /* of a string: decoded; of a word: as written */
} JsonValue;

typedef struct JsonTree {
    ARRAY(JsonValue) values; /* the first is an array that is in no source: all that was read lies in it */
} JsonTree;

enum { JSON_TREE_VALUES = 100000 }; /* the most that a tree keeps */

/*
 * Add what `source` holds: any number of values, one after the other. It never fails. Comments, CDATA and what HTML once hid scripts with are passed
 * over; commas may lack or be one too many, brackets may be left open or closed in the wrong order, keys and strings may lack their quotation marks;
 * strings may have line ends, unknown escapes, and quotation marks in them, where what follows does not look like their end. Bytes that are no UTF-8
 * stay. What is nested deeper than MOST_JSON_LEVELS and what is more than JSON_TREE_VALUES is left out.
 *
 * It takes time linear in the source. Texts are slices of the source where nothing is escaped, else the arena's.
 */
void json_tree_add(Arena *arena, JsonTree *tree, Text source);

/* The member of an object; the last one, if there are several of the name. NO_INDEX: it has none, or `value` is NO_INDEX or no object. */
size_t json_tree_member(const JsonTree *tree, size_t value, Text key);

/* Of a string its text; of everything else, and of NO_INDEX, empty. */
Text json_tree_string(const JsonTree *tree, size_t value);

#endif
