/* What the <meta> elements of a page say, by field. */
#ifndef QUOIN_HTML_METADATA_META_VALUES_H
#define QUOIN_HTML_METADATA_META_VALUES_H

#include "html/tree/html_tree.h"

typedef enum MetaField {
    META_TITLE,
    META_DESCRIPTION,
    META_AUTHOR,
    META_SOURCE,
    META_DATE,
    META_UPDATED,
    META_SECTION,
    META_LANGUAGE,
    META_TAG,
    META_RIGHTS,
    META_URL,
    META_LABEL, /* of a card of X: "Written by", and what it says is the DATUM of the same number */
    META_DATUM
} MetaField;

typedef struct MetaValue {
    unsigned row; /* of meta_names.def, which has the most trusted first */
    MetaField field;
    Text text; /* plain, and not empty */
} MetaValue;

enum { META_VALUES = 1000 }; /* the most that are kept */

typedef struct MetaValues {
    ARRAY(MetaValue) items; /* in the order of trust; those of one name in the order of the page */
} MetaValues;

MetaValues meta_values_read(Arena *arena, const HtmlTree *tree);

/* The next value of a field, the most trusted first: `*at` is 0 at first. NULL: there are no more. */
const MetaValue *meta_next(const MetaValues *values, MetaField field, size_t *at);

/* The most trusted one; empty: none. */
Text meta_first(const MetaValues *values, MetaField field);

#endif
