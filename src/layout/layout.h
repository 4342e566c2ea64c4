/*
 * Layout: the lines of an article at a given width. It is lazy: only what is looked at is broken into lines, so a long
 * document costs no more than what is visible of it. Its unit is the section: a block, or a piece of a block that is longer than
 * SECTION_BYTES (cut after a sentence, so that a paragraph of 10 MB is never broken as a whole).
 *
 * Positions that last are byte offsets into article->text. A LinePosition is good only until the next
 * layout of the same article.
 */
#ifndef QUOIN_LAYOUT_LAYOUT_H
#define QUOIN_LAYOUT_LAYOUT_H

#include "article/link_spans.h"
#include "base/unicode/printable.h"

enum { SECTION_BYTES = 16 * 1024 };

typedef enum LineKind {
    LINE_TEXT,
    LINE_BLANK,  /* between blocks */
    LINE_KICKER, /* the section of the paper: the reader writes it */
    LINE_META,   /* source, date, length: the reader writes it */
    LINE_RULE,   /* a rule across the measure */
    LINE_NEXT    /* behind the text, where the page has a next part: the reader writes where */
} LineKind;

typedef struct Line {
    Range range; /* of article->text, without blanks at its end; empty unless LINE_TEXT */
    LineKind kind;
    unsigned char indent; /* columns before the text */
    bool hyphen;          /* broken at a soft hyphen: show "-" at the end */
    bool first;           /* the first line of its block: where a list item's bullet or number goes */
} Line;

typedef struct LinePosition {
    size_t section;
    size_t line;
} LinePosition;

typedef struct Layout Layout;

/* Lines of at most `columns` (>= 1) columns. `article` is indexed further as the layout needs it. Lives in `arena`. */
Layout *layout_new(Arena *arena, Article *article, int columns, Charset charset);

/*
 * Behind the words of each link stands its number, "[12]": lines are set with these, offsets stay those of the text. For a new layout; `links` are of
 * the same article, found further as the layout needs them, and borrowed. layout_numbers: NULL where there are none.
 */
void layout_number_links(Layout *layout, LinkSpans *links);
const LinkSpans *layout_numbers(const Layout *layout);

int layout_columns(const Layout *layout);

/* The line at a position, and the block it belongs to (a blank line: the block below it). The line lives as long as the
 * layout or until lines are forgotten, the block until the article is indexed further. What stands behind the text counts as its last block. */
const Line *layout_line(Layout *layout, LinePosition position);
const Block *layout_block(Layout *layout, LinePosition position);
size_t layout_block_index(Layout *layout, LinePosition position);

/* Free the lines that were looked at; they are laid out again when they are asked for. For callers that go through all of a long text. */
void layout_forget_lines(Layout *layout);

/* Move by `lines`, down or (negative) up, and stop at the first and last line; how many lines it moved, negative for up. */
long layout_move(Layout *layout, LinePosition *position, long lines);

/* Where the byte at `offset` is; past the end: the last line. An offset between lines (a blank) belongs to the line before. */
LinePosition layout_locate(Layout *layout, size_t offset);

/* The offset that keeps a position: of a blank or rule line, that of the text that follows it. */
size_t layout_offset(Layout *layout, LinePosition position);

LinePosition layout_first(Layout *layout);
LinePosition layout_last(Layout *layout); /* indexes the article to its end; lays out only the last section */
int layout_compare(LinePosition a, LinePosition b);

/*
 * Break one paragraph: a minimum-raggedness arrangement (sum of cubes of the slack, the last line free; after Knuth and
 * Plass 1981, with fixed spaces) of text without line ends of its own (any white space is a blank). A word longer than the line is
 * split at a glyph. `numbers`: the links of the text that are numbered, or NULL. Appends to `lines`.
 */
typedef ARRAY(Line) LineList;
void break_lines(Arena *arena, Text text, Range range, int columns, Charset charset, const LinkSpans *numbers,
                 LineList *lines);

/*
 * Preformatted text: the lines of the source, in the columns from `indent` (less than 256) to `columns`. One that is longer goes on below, set
 * in as far as it is itself, or as what follows a term and two blanks ("-c     sort by the clock"), half of the width at most; it is broken
 * between words, inside one only where the word is longer than a line. Appends to `lines`.
 */
void break_verbatim(Arena *arena, Text text, Range range, int indent, int columns, Charset charset,
                    const LinkSpans *numbers, LineList *lines);

/* printable_next for preformatted text: a tab that stands in `column` of the measure goes to the next multiple of TAB_COLUMNS. */
enum { TAB_COLUMNS = 8 };
Glyph verbatim_next(Text text, size_t at, size_t column, Charset charset);

#endif
