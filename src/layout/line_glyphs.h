/*
 * The glyphs of a line as they are drawn, each with its column: what draws a line and what finds the place of a click both go by this.
 * In flowing text a run of white space is one blank; in preformatted text a tab goes to the next multiple of TAB_COLUMNS.
 */
#ifndef QUOIN_LAYOUT_LINE_GLYPHS_H
#define QUOIN_LAYOUT_LINE_GLYPHS_H

#include "base/unicode/scripts/text_order.h"
#include "layout/layout.h"

/* What went before a glyph, as far as a blank at its place depends on it. */
typedef enum BlankBefore { BLANK_NONE, BLANK_NO_BREAK, BLANK_PLAIN } BlankBefore;

/* The numbers of links in a stretch of text, from its front to its end. */
typedef struct LinkNumbers {
    const LinkSpans *links; /* NULL: none are numbered */
    size_t next;            /* the link whose sign comes next, */
    size_t place;           /* … behind the glyph that ends there or goes on over it; NO_OFFSET: there is none */
} LinkNumbers;

LinkNumbers link_numbers(const LinkSpans *links, size_t offset);

/* Where the glyph that ends at `end` has the end of a link in it: bytes, and columns, of the sign behind it; else 0. Then the next is looked for, or,
 * by the second, not yet. */
size_t link_numbers_take(LinkNumbers *numbers, size_t end, char sign[LINK_NUMBER_BYTES]);
size_t link_numbers_columns(const LinkNumbers *numbers, size_t end);

/* Of a line with more glyphs all stand as they are read. */
enum { ORDERED_MOST = 256 };

typedef struct LineGlyphs {
    Text text;   /* of the article */
    Range range; /* what is left of the line */
    Charset charset;
    bool verbatim;
    BlankBefore before;
    size_t column; /* of the next glyph, from the first column of the measure */
    size_t last;   /* offset of the glyph before */
    LinkNumbers numbers;
    char sign[LINK_NUMBER_BYTES]; /* the number that is being given out, */
    unsigned char sign_size, sign_at;
    unsigned short places[ORDERED_MOST]; /* where they stand, in the order in which they are read, */
    bool mirrored[ORDERED_MOST];         /* … and which of them look as from the other side */
    size_t ordered, at;                  /* how many there are, and which is next; 0: they stand as they are read */
} LineGlyphs;

typedef struct PlacedGlyph {
    Glyph glyph;
    size_t offset; /* of its first byte in the text of the article */
    size_t column;
    bool is_number; /* no glyph of the text, but one of the number of the link that it stands behind */
} PlacedGlyph;

/*
 * Is `glyph` drawn in flowing text: neither a second blank nor one that has no columns? A no-break space beside a blank is one with it; several of
 * them alone are meant. `*before` becomes what the next one has before it.
 */
bool glyph_is_drawn(const Glyph *glyph, BlankBefore *before);

/* Before the first glyph of `line`, a line of a block of kind `kind`. */
LineGlyphs line_glyphs(Text text, const Line *line, BlockKind kind, Charset charset);

/* With the numbers of links; NULL: there are none. */
void line_glyphs_number(LineGlyphs *glyphs, const LinkSpans *links);

/*
 * Let the glyphs stand where those who read from right to left look for them, as far as the terminal does not see to that itself. They still come in
 * the order in which they are read. Before the first one, and after line_glyphs_number; preformatted lines stay as they are.
 */
void line_glyphs_order(LineGlyphs *glyphs, TextOrder order);

/* The next glyph that is drawn. False: the line is at its end. */
bool line_glyphs_next(LineGlyphs *glyphs, PlacedGlyph *placed);

/* What is left of the line as one text, in the arena: for who puts a line as a whole, and has room for what was measured. */
Text line_glyphs_text(Arena *arena, LineGlyphs glyphs);

#endif
