/*
 * A paragraph is read into pieces, the stretches between two places where a line may break, and the pieces are put on
 * lines so that the right margin is as even as can be: the sum of the cubes of the columns left free, the last line not
 * counted, is the least possible (Knuth and Plass, "Breaking Paragraphs into Lines", 1981, with fixed spaces):
 *
 *     columns 6                pieces  aaa bb cc ddddd
 *     greedy   aaa bb          0 free, 0³ = 0
 *              cc              4 free, 4³ = 64
 *              ddddd           last
 *     chosen   aaa             3 free, 3³ = 27
 *              bb cc           1 free, 1³ = 1
 *              ddddd           last
 *
 * least[j], the least sum for the pieces before j, is the least over i of least[i] and the line of pieces i to j-1: a
 * piece costs as many looks back as words fit on a line. When these become too many (very wide lines, very long
 * paragraphs) each line takes what it can.
 */
#include "layout/layout.h"

#include <limits.h>
#include <string.h>

#include "base/unicode/unicode.h"
#include "layout/line_glyphs.h"

enum {
    MOST_LOOKS = 4 * 1000 * 1000, /* some 10 ms */
    MOST_FREE = 20000             /* columns; keeps the cubes' sum in 64 bits */
};

typedef struct Piece {
    size_t start, end; /* in the paragraph, without the blanks at its end */
    size_t columns;    /* of [start, end) */
    size_t gap;        /* columns of the blanks after it */
    bool hyphen;       /* a soft hyphen ends it: a column more at the end of a line */
} Piece;

typedef ARRAY(Piece) PieceList;

/* Blanks at which a line may end; they are not shown there. No-break spaces are letters here. */
static bool is_blank(Text text, size_t at)
{
    unsigned char byte = (unsigned char)text.bytes[at];
    uint32_t code_point;
    size_t size;

    if (byte < 0x80)
        return byte == ' ' || (byte >= '\t' && byte <= '\r');
    if (byte != 0xC2 && (byte < 0xE1 || byte > 0xE3))
        return false;
    code_point = utf8_decode(text, at, &size);
    return unicode_is_space(code_point) && code_point != 0xA0 && code_point != 0x2007 && code_point != 0x202F;
}

/*
 * Size and columns of what stands at `at`; most of it is an ASCII letter before another. `*blank`: a blank was drawn before it, and it is
 * one itself, which is not drawn again (line_glyphs.h).
 */
static size_t measure(Text text, size_t at, Charset charset, bool *blank, size_t *columns)
{
    unsigned char byte = (unsigned char)text.bytes[at];
    Glyph glyph;

    if (byte > ' ' && byte < 0x7F && at + 1 < text.size && (unsigned char)text.bytes[at + 1] < 0x80) {
        *blank = false;
        *columns = 1;
        return 1;
    }
    glyph = printable_next(text, at, charset);
    *columns = *blank && glyph_is_blank(&glyph) ? 0 : glyph.columns;
    if (glyph.columns > 0)
        *blank = glyph_is_blank(&glyph);
    return glyph.size;
}

/* Must `piece` end before the glyph of `width` columns whose break kind is `kind`? */
static bool ends_before(const Piece *piece, unsigned char kind, bool blank, size_t width, size_t columns)
{
    if (piece->end == piece->start)
        return false;
    if (kind == BREAK_SOFT_HYPHEN && piece->columns < columns)
        return true;
    if (kind == BREAK_ALLOWED || kind == BREAK_MANDATORY)
        return true;
    return !blank && piece->columns + piece->gap + width > columns; /* a word longer than a line */
}

/* Split `text` into pieces. */
static void read_pieces(Arena *arena, Text text, size_t columns, Charset charset, PieceList *pieces)
{
    unsigned char *kinds = arena_alloc(arena, text.size);
    Piece piece = {0};
    bool drawn_blank = false;
    size_t size, width;

    unicode_line_breaks(text, kinds);
    for (size_t at = 0; at < text.size; at += size) {
        bool blank = is_blank(text, at);

        size = measure(text, at, charset, &drawn_blank, &width);
        if (ends_before(&piece, kinds[at], blank, width, columns)) {
            piece.hyphen = kinds[at] == BREAK_SOFT_HYPHEN && piece.columns < columns;
            ARRAY_PUSH(arena, *pieces, piece);
            piece = (Piece){.start = at, .end = at};
        }
        if (!blank) {
            if (piece.end == piece.start)
                piece.start = at;
            piece.columns += piece.gap + width; /* a gap inside it is one without a break */
            piece.gap = 0;
            piece.end = at + size;
        } else if (piece.end > piece.start) {
            piece.gap += width;
        } else if (pieces->count > 0) {
            pieces->items[pieces->count - 1].gap += width;
        }
    }
    if (piece.end > piece.start)
        ARRAY_PUSH(arena, *pieces, piece);
}

/* ---- arrangement ---- */

/* `breaks[j]`: the piece that begins the line which ends before piece j, for each j that ends a line. */
typedef struct Arrangement {
    const Piece *pieces;
    size_t count;
    size_t *offsets; /* columns before a piece if all stood on one line; count + 1 of them */
    size_t *breaks;  /* count + 1 */
} Arrangement;

/* Columns of the line of pieces [first, end). */
static size_t line_columns(const Arrangement *arrangement, size_t first, size_t end)
{
    const Piece *last = &arrangement->pieces[end - 1];

    return arrangement->offsets[end] - arrangement->offsets[first] - last->gap + last->hyphen;
}

static void arrange_greedily(Arrangement *arrangement, size_t columns)
{
    size_t first = 0;

    for (size_t end = 1; end <= arrangement->count; end++) {
        if (end - first > 1 && line_columns(arrangement, first, end) > columns)
            first = end - 1;
        arrangement->breaks[end] = first;
    }
}

static uint64_t cost_of(size_t free)
{
    uint64_t capped = free < MOST_FREE ? free : MOST_FREE;

    return capped * capped * capped;
}

/* False: too much work. */
static bool arrange_evenly(Arena *arena, Arrangement *arrangement, size_t columns)
{
    uint64_t *least = ARENA_ARRAY(arena, uint64_t, arrangement->count + 1);
    size_t looks = 0;

    for (size_t end = 1; end <= arrangement->count; end++) {
        least[end] = UINT64_MAX;
        for (size_t first = end; first-- > 0; looks++) {
            size_t used = line_columns(arrangement, first, end);
            uint64_t cost = least[first];

            if (used > columns && end - first > 1)
                break;
            if (end < arrangement->count && used < columns)
                cost += cost_of(columns - used);
            if (cost < least[end]) {
                least[end] = cost;
                arrangement->breaks[end] = first;
            }
        }
        if (looks > MOST_LOOKS)
            return false;
    }
    return true;
}

static void arrange(Arena *arena, Arrangement *arrangement, size_t columns)
{
    const Piece *pieces = arrangement->pieces;

    arrangement->breaks = ARENA_ARRAY(arena, size_t, arrangement->count + 1);
    arrangement->offsets = ARENA_ARRAY(arena, size_t, arrangement->count + 1);
    for (size_t i = 0; i < arrangement->count; i++)
        arrangement->offsets[i + 1] = arrangement->offsets[i] + pieces[i].columns + pieces[i].gap;
    if (!arrange_evenly(arena, arrangement, columns))
        arrange_greedily(arrangement, columns);
}

/* The lines, found from the last to the first; `start` is the paragraph's. */
static void append_lines(Arena *arena, const Arrangement *arrangement, size_t start, LineList *lines)
{
    size_t count = 0, index;

    for (size_t end = arrangement->count; end > 0; end = arrangement->breaks[end])
        count++;
    index = lines->count + count;
    for (size_t i = 0; i < count; i++)
        ARRAY_PUSH(arena, *lines, (Line){.kind = LINE_TEXT});
    for (size_t end = arrangement->count; end > 0; end = arrangement->breaks[end]) {
        const Piece *last = &arrangement->pieces[end - 1];
        const Piece *first = &arrangement->pieces[arrangement->breaks[end]];

        index--;
        lines->items[index].range = (Range){start + first->start, start + last->end};
        lines->items[index].hyphen = last->hyphen;
    }
}

void break_lines(Arena *arena, Text text, Range range, int columns, Charset charset, LineList *lines)
{
    Arena scratch = {0};
    PieceList pieces = {0};
    Arrangement arrangement = {0};
    size_t width = columns > 1 ? (size_t)columns : 1;

    read_pieces(&scratch, text_slice(text, range), width, charset, &pieces);
    arrangement.pieces = pieces.items;
    arrangement.count = pieces.count;
    arrange(&scratch, &arrangement, width);
    append_lines(arena, &arrangement, range.start, lines);
    arena_release(&scratch);
}

/* ---- preformatted text ---- */

Glyph verbatim_next(Text text, size_t at, size_t column, Charset charset)
{
    Glyph glyph = printable_next(text, at, charset);

    if (text.bytes[at] == '\t') {
        glyph.length = glyph.columns = (unsigned char)(TAB_COLUMNS - column % TAB_COLUMNS);
        memset(glyph.bytes, ' ', TAB_COLUMNS);
    }
    return glyph;
}

static size_t end_without_blanks(Text text, Range range)
{
    while (range.end > range.start && ascii_is_blank(text.bytes[range.end - 1]))
        range.end--;
    return range.end;
}

/* Columns of the blanks before a line of the source, as far as its further lines are set in by them. */
static size_t hanging_columns(Text text, Range range, size_t columns, Charset charset)
{
    size_t most = columns / 2 < UCHAR_MAX ? columns / 2 : UCHAR_MAX, column = 0;

    for (size_t at = range.start; at < range.end && ascii_is_blank(text.bytes[at]); at++)
        column += verbatim_next(text, at, column, charset).columns;
    return column < most ? column : most;
}

/* One line of the source; blanks where it is broken and at its end are not part of it. */
static void break_source_line(Arena *arena, Text text, Range range, size_t columns, Charset charset, LineList *lines)
{
    size_t hanging = hanging_columns(text, range, columns, charset), column = 0;
    size_t word = range.start; /* where the last word began */
    Line line = {.kind = LINE_TEXT, .range.start = range.start};

    range.end = end_without_blanks(text, range);
    for (size_t at = range.start; at < range.end;) {
        Glyph glyph = verbatim_next(text, at, column, charset);
        bool blank = ascii_is_blank(text.bytes[at]);

        if (!blank && column > line.indent && column + glyph.columns > columns) {
            at = word > line.range.start ? word : at;
            line.range.end = end_without_blanks(text, (Range){line.range.start, at});
            if (line.range.end > line.range.start)
                ARRAY_PUSH(arena, *lines, line);
            line.range.start = at;
            line.indent = (unsigned char)hanging;
            column = hanging;
            continue;
        }
        column += glyph.columns;
        at += glyph.size;
        if (blank)
            word = at;
    }
    line.range.end = range.end;
    ARRAY_PUSH(arena, *lines, line);
}

void break_verbatim(Arena *arena, Text text, Range range, int columns, Charset charset, LineList *lines)
{
    size_t width = columns > 1 ? (size_t)columns : 1;
    Text block = text_slice(text, range);

    for (size_t at = 0; at < block.size;) {
        size_t end = text_find_byte(block, '\n', at);

        if (end == TEXT_NOT_FOUND)
            end = block.size;
        break_source_line(arena, text, (Range){range.start + at, range.start + end}, width, charset, lines);
        at = end + 1;
    }
}
