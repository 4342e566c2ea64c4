/* What is found in a text and what in another shape of it: the same quotations, by the same speakers, and the same names. */
#ifndef QUOIN_TESTS_SHAPE_COMPARE_H
#define QUOIN_TESTS_SHAPE_COMPARE_H

#include "analysis/analysis.h"
#include "formats/formats.h"
#include "shapes.h"

/* How a text comes in. */
typedef enum ShapeWay {
    WAY_FILE, /* as a file of plain text */
    WAY_BULK, /* as the `text` of a line of JSON, with its quotations counted in bytes of that */
    WAY_COUNT
} ShapeWay;

typedef struct FoundQuote {
    Text words; /* small letters and digits with single blanks; hyphens and marks are left out */
    Text speakers;
    uint32_t first, last; /* its first and last character, which are marks mostly */
    Text given;           /* WAY_BULK: the bytes of what was given that the map of offsets names */
} FoundQuote;

typedef struct Found {
    ARRAY(FoundQuote) quotes; /* that are listed */
    ARRAY(Text) names;        /* of the entities, each with its kind: "person ines farrow" */
    double seconds;           /* of the processor's, for reading and analysing */
} Found;

/* How much of the plain form's is found, and what is besides. */
typedef struct ShapeTally {
    size_t quotes, quotes_kept, speakers_kept, quotes_added;
    size_t names, names_kept, names_added;
    size_t places, places_right; /* WAY_BULK: of what is found, how many name their own words in what was given */
} ShapeTally;

/* Something is not as it is in the plain form. `other` is what stands in its place: another speaker, the bytes that the map names. */
typedef void ShapeLoss(void *context, const char *kind, Text words, Text other);

/* The text of an article as it is read, without anything of its shape. */
ShapeSource shape_source_from_text(Arena *arena, Text text);
ShapeSource shape_source_from_file(Arena *arena, Text bytes, const Format *format);

/* Find the names that are to be set apart. */
void shape_source_names(Arena *arena, ShapeSource *source, const struct TagModel *model);

/* Has the text all words of the plain form, in their order, and no others between them unless it `has_matter`? Else the shape is badly written. */
bool shape_keeps_words(Text plain, Text text, bool has_matter);

void shape_find(Arena *arena, Text text, ShapeWay way, const struct TagModel *model, Found *found);

/* Add one text to a tally. `has_matter`: the shape puts letters between those of the text. `loss` may be NULL. */
void shape_compare(const Found *plain, const Found *other, bool has_matter, ShapeTally *tally, ShapeLoss *loss,
                   void *context);

#endif
