/*
 * The shapes in which one text reaches a reader: wrapped, quoted by a mail program, with its entities left in, through a pager … A row of the table
 * (shapes.c) writes an article in one shape; any two rows that go together do so in turn. What is found in a text must not depend on its shape, so
 * a test needs no annotation: it compares each shape with the plain form (shape_compare.h).
 *
 * A text is written in four stages, of which a shape changes one or more:
 *
 *     paragraphs  --content-->  paragraphs  --setting-->  lines  --lines-->  lines  --ends-->  bytes
 */
#ifndef QUOIN_TESTS_SHAPES_H
#define QUOIN_TESTS_SHAPES_H

#include "base/arena.h"
#include "random.h"

/* An article: its paragraphs are clean, without line ends and with single blanks. */
typedef struct ShapeSource {
    Text title; /* empty: it has none */
    ARRAY(Text) paragraphs;
    ARRAY(Text) names; /* that are set apart where a shape does so, the longest first */
} ShapeSource;

/* Lines without their ends; an empty one is a blank line. */
typedef struct ShapeLines {
    Text *items;
    size_t count, capacity;
} ShapeLines;

/* One paragraph, or the title, written otherwise. */
typedef Text ShapeContent(Arena *arena, const ShapeSource *source, Text text, bool is_title, const char *argument);

typedef enum ShapeFit {
    FIT_GREEDY,
    FIT_RAGGED,     /* the least sum of squares of what lines lack, as fmt does */
    FIT_JUSTIFIED,  /* blanks spread to the full width, as man and pdftotext -layout do */
    FIT_HYPHENATED, /* long words are divided, with a hyphen */
    FIT_AT_HYPHENS  /* words that have a hyphen are divided there */
} ShapeFit;

/* Some width from 40 to 160, another for each text, so that nothing is made for those of the table. */
#define SHAPE_ANY_WIDTH SIZE_MAX

/* How paragraphs become lines. */
typedef struct ShapeSetting {
    const char *first, *next; /* what the first line of a paragraph begins with, and the others */
    size_t width;             /* columns; 0: a paragraph is one line; or SHAPE_ANY_WIDTH */
    ShapeFit fit;
    size_t blank_lines; /* between paragraphs */
    size_t line_gaps;   /* blank lines between the lines of one */
    bool joined;        /* all of them are one paragraph */
} ShapeSetting;

typedef void ShapeLineStep(Arena *arena, ShapeLines *lines, const char *argument);

/* What a shape takes for itself: two that take the same do not go together. */
enum {
    TAKES_SETTING = 1 << 0,
    TAKES_ENDS = 1 << 1,
    TAKES_NAMES = 1 << 2,  /* sets names apart */
    TAKES_QUOTES = 1 << 3, /* sets quotations apart */
    TAKES_ENTITIES = 1 << 4,
    TAKES_INVISIBLE = 1 << 5, /* characters inside words */
    TAKES_GAPS = 1 << 6,      /* what stands between words */
    TAKES_MARGIN = 1 << 7,
    TAKES_PREFIX = 1 << 8,
    TAKES_PAGES = 1 << 9,
    TAKES_LINE_TAILS = 1 << 10,
    TAKES_BLANK_LINES = 1 << 11,
    TAKES_BLOCKS = 1 << 12 /* headings, code */
};

typedef struct Shape {
    const char *name;
    unsigned takes;  /* TAKES_…, or-ed */
    bool has_matter; /* it puts letters or digits between those of the text */
    ShapeContent *content;
    const char *content_argument;
    ShapeSetting setting; /* if it takes that */
    ShapeLineStep *lines;
    const char *lines_argument;
    const char *ends; /* of lines; NULL: "\n" */
} Shape;

/* The first one is the plain form: a paragraph is a line, with a blank line between two. */
extern const Shape shapes[];
extern const size_t shape_count;

/* NULL: there is none of that name. */
const Shape *shape_named(Text name);

bool shapes_go_together(const Shape *a, const Shape *b);

/* The text in that shape, or in both (`other` may be NULL), in the arena. */
Text shape_write(Arena *arena, const ShapeSource *source, const Shape *shape, const Shape *other);

/* Draw two that go together; in the order of the table. */
static inline void shape_pair_draw(const Shape *pair[2])
{
    size_t a, b;

    do {
        a = 1 + random_below(shape_count - 1);
        b = 1 + random_below(shape_count - 1);
    } while (a >= b || !shapes_go_together(&shapes[a], &shapes[b]));
    pair[0] = &shapes[a];
    pair[1] = &shapes[b];
}

#endif
