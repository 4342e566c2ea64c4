/* What the scripts of a page say of its article, in the words of schema.org (JSON-LD, https://www.w3.org/TR/json-ld11/). */
#ifndef QUOIN_HTML_METADATA_LINKED_DATA_H
#define QUOIN_HTML_METADATA_LINKED_DATA_H

#include "base/json/json_tree.h"
#include "html/tree/html_tree.h"

/* How surely an object is about the article that the page shows. */
typedef enum LinkedRank {
    LINKED_NONE,
    LINKED_PAGE,   /* WebPage: a title, dates */
    LINKED_WORK,   /* a recipe, a course, a video: what else is written by somebody at some time */
    LINKED_ARTICLE /* Article, BlogPosting and their kin */
} LinkedRank;

typedef struct LinkedData {
    JsonTree tree;
    size_t best; /* the object that is most about the article; NO_INDEX: none is */
    size_t page; /* the one about the page itself; NO_INDEX */
    LinkedRank rank;
    bool is_news; /* the best one is a NewsArticle: its headline was written to be read */
} LinkedData;

/* Reads all scripts of JSON-LD. */
LinkedData linked_data_read(Arena *arena, const HtmlTree *tree);

/*
 * A member of an object as plain text: of an array its first one, of an object its name, or its @value; following an @id to the object that
 * has it.
 */
Text linked_text(Arena *arena, const LinkedData *data, size_t object, Text key);

/* The value itself where it is a reference by @id: the object that is meant; else `value`. */
size_t linked_target(const LinkedData *data, size_t value);

/* The next of the values that a member has: the items of an array, or the value alone. `*at` is 0 at first. NO_INDEX: there are no more. */
size_t linked_next(const LinkedData *data, size_t member, size_t *at);

/* Is a type of the object named so? */
bool linked_is_a(const LinkedData *data, size_t object, Text type);

#endif
