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
 *
 * Addresses of the web are one piece where they fit a line, so that they can be copied; longer ones are broken at their signs.
 */
#include "layout/layout.h"

#include <limits.h>
#include <string.h>

#include "article/web_address.h"
#include "base/unicode/scripts/spaceless.h"
#include "base/unicode/unicode.h"
#include "layout/line_glyphs.h"

enum {
    MOST_LOOKS = 4 * 1000 * 1000, /* some 10 ms */
    MOST_FREE = 20000,            /* columns; keeps the cubes' sum in 64 bits */
    MOST_HOST = 264,              /* bytes of "https://" and a name, which has 253 at most (RFC 1035, 2.3.4) */
    MOST_AROUND = 64              /* bytes that may stand before or after an address without a blank: brackets, marks */
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
 * Size and columns of what stands at `at`; most of it is an ASCII letter before another. `*before`: what was drawn before it; a second blank is
 * not drawn (line_glyphs.h).
 */
static size_t measure(Text text, size_t at, Charset charset, BlankBefore *before, size_t *columns)
{
    unsigned char byte = (unsigned char)text.bytes[at];
    Glyph glyph;

    if (byte > ' ' && byte < 0x7F && at + 1 < text.size && (unsigned char)text.bytes[at + 1] < 0x80) {
        *before = BLANK_NONE;
        *columns = 1;
        return 1;
    }
    glyph = printable_next(text, at, charset);
    *columns = glyph_is_drawn(&glyph, before) ? glyph.columns : 0;
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

/* ---- addresses of the web ---- */

static bool is_address_sign(char byte)
{
    return byte != '\0' && strchr("/?&=-.", byte);
}

/* Where the path of an address begins: nothing before it is broken at its signs, neither "https://" nor the host. */
static size_t path_start(Text text, Range address)
{
    Text start = text_slice(text, (Range){address.start, address.start + MOST_HOST});
    size_t scheme = text_find(text_slice(start, (Range){0, strlen("https://")}), TEXT("://"), 0);
    size_t slash = text_find_byte(start, '/', scheme == TEXT_NOT_FOUND ? 0 : scheme + strlen("://"));

    return slash == TEXT_NOT_FOUND ? address.start + start.size : address.start + slash;
}

/* May an address that is longer than a line be broken before `at`: after a sign in its path, but not between two? */
static bool breaks_address(Text text, Range address, size_t at)
{
    return at > address.start && at < address.end && is_address_sign(text.bytes[at - 1]) &&
           !is_address_sign(text.bytes[at]) && at > path_start(text, address);
}

static bool fits(Text text, Range range, size_t columns, Charset charset)
{
    return printable_width(text_slice(text, range), charset) <= columns;
}

/* The address and what stands around it without a break. */
static Range word_around(Text text, Range address, const unsigned char *kinds)
{
    Range word = address;

    while (word.start > 0 && kinds[word.start] == BREAK_NONE && address.start - word.start < MOST_AROUND)
        word.start--;
    while (word.end < text.size && kinds[word.end] == BREAK_NONE && word.end - address.end < MOST_AROUND)
        word.end++;
    while (word.end > address.end && ascii_is_blank(text.bytes[word.end - 1]))
        word.end--;
    return word;
}

/* Where the line may break in an address that fits one: nowhere, but around it, where it would not fit with what is there: "(", ")." */
static void keep_address(Text text, Range address, size_t columns, Charset charset, unsigned char *kinds)
{
    Range word = word_around(text, address, kinds);

    memset(kinds + address.start + 1, BREAK_NONE, range_size(address) - 1);
    if (!fits(text, (Range){word.start, address.end}, columns, charset)) {
        word.start = address.start;
        kinds[address.start] = BREAK_ALLOWED;
    }
    if (!fits(text, word, columns, charset))
        kinds[address.end] = BREAK_ALLOWED;
}

static void break_address(Text text, Range address, unsigned char *kinds)
{
    for (size_t at = address.start + 1; at < address.end; at++)
        kinds[at] = breaks_address(text, address, at) ? BREAK_ALLOWED : BREAK_NONE;
}

/* What a line has for the address that ends there, beside its number. */
static size_t room_for(LinkNumbers *numbers, size_t end, size_t columns)
{
    char sign[LINK_NUMBER_BYTES];
    size_t size;

    while (numbers->place < end)
        (void)link_numbers_take(numbers, end, sign);
    size = link_numbers_columns(numbers, end);
    return size < columns ? columns - size : columns;
}

/* `start`: of the paragraph in the text whose links are numbered. */
static void settle_addresses(Text text, size_t start, LinkNumbers numbers, size_t columns, Charset charset,
                             unsigned char *kinds)
{
    Range address;
    size_t room;

    for (size_t at = 0; at < text.size; at = range_is_empty(address) ? at + 1 : address.end) {
        address = web_address_at(text, at);
        if (range_is_empty(address))
            continue;
        room = room_for(&numbers, start + address.end, columns);
        if (fits(text, address, room, charset))
            keep_address(text, address, room, charset, kinds);
        else
            break_address(text, address, kinds);
    }
}

/* ---- pieces ---- */

#define NO_BREAK_SPACE TEXT("\xC2\xA0")

/* Is the no-break space that ends at `end` beside a blank, so that it is drawn as one with it, and has no mark upon it? */
static bool is_beside_blank(Text text, size_t end)
{
    size_t start = end - NO_BREAK_SPACE.size, size;

    if (end < text.size && (ascii_is_blank(text.bytes[end]) || unicode_is_mark(utf8_decode(text, end, &size))))
        return ascii_is_blank(text.bytes[end]);
    return start > 0 && ascii_is_blank(text.bytes[start - 1]);
}

static bool has_no_break_space(Text text, size_t end)
{
    return end >= NO_BREAK_SPACE.size && text_ends_with((Text){text.bytes, end}, NO_BREAK_SPACE);
}

/* No-break spaces beside a blank, and those beside them, become plain: `bytes` are the text's. */
static void make_plain(Text text, char *bytes)
{
    if (text_find(text, NO_BREAK_SPACE, 0) == TEXT_NOT_FOUND)
        return;
    for (size_t end = NO_BREAK_SPACE.size; end <= text.size; end++) {
        if (has_no_break_space(text, end) && is_beside_blank(text, end))
            memset(bytes + end - NO_BREAK_SPACE.size, ' ', NO_BREAK_SPACE.size);
    }
    for (size_t end = text.size; end >= NO_BREAK_SPACE.size; end--) {
        if (has_no_break_space(text, end) && is_beside_blank(text, end))
            memset(bytes + end - NO_BREAK_SPACE.size, ' ', NO_BREAK_SPACE.size);
    }
}

/* The text, all its blanks plain: UAX 14 has other rules for tabs and line ends, which are none here. As many bytes. */
static Text with_plain_blanks(Arena *arena, Text text)
{
    char *bytes = arena_alloc(arena, text.size);

    for (size_t at = 0; at < text.size; at++)
        bytes[at] = text.bytes[at] >= '\t' && text.bytes[at] <= '\r' ? ' ' : text.bytes[at];
    text.bytes = bytes;
    make_plain(text, bytes);
    return text;
}

/* In any character set: a zero-width space, a mark of direction. */
static bool is_invisible(Text text, size_t at)
{
    size_t size;

    return unicode_width(utf8_decode(text, at, &size)) <= 0;
}

static void add_to_piece(Piece *piece, Range glyph, size_t columns)
{
    if (piece->end == piece->start)
        piece->start = glyph.start;
    piece->columns += piece->gap + columns; /* a gap inside it is one without a break */
    piece->gap = 0;
    piece->end = glyph.end;
}

/* Split `text`, which begins at `start` of the one whose links are numbered, into pieces. */
static void read_pieces(Arena *arena, Text text, size_t start, LinkNumbers numbers, size_t columns, Charset charset,
                        PieceList *pieces)
{
    char sign[LINK_NUMBER_BYTES];
    unsigned char *kinds = arena_alloc(arena, text.size);
    Piece piece = {0};
    BlankBefore before = BLANK_NONE;
    bool blank = true;
    size_t size, width;
    Text plain = with_plain_blanks(arena, text);

    unicode_line_breaks(plain, kinds);
    spaceless_breaks(plain, kinds, columns);
    settle_addresses(plain, start, numbers, columns, charset, kinds);
    for (size_t at = 0; at < text.size; at += size) {
        bool white = is_blank(plain, at);

        size = measure(text, at, charset, &before, &width);
        blank = white || (blank && width == 0 && is_invisible(text, at)); /* behind a blank that is no word */
        if (start + at + size >= numbers.place)
            width += link_numbers_take(&numbers, start + at + size, sign);
        if (ends_before(&piece, kinds[at], blank, width, columns)) {
            piece.hyphen = kinds[at] == BREAK_SOFT_HYPHEN && piece.columns < columns;
            ARRAY_PUSH(arena, *pieces, piece);
            piece = (Piece){.start = at, .end = at};
        }
        if (!blank)
            add_to_piece(&piece, (Range){at, at + size}, width);
        else if (piece.end > piece.start)
            piece.gap += width;
        else if (pieces->count > 0)
            pieces->items[pieces->count - 1].gap += width;
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

void break_lines(Arena *arena, Text text, Range range, int columns, Charset charset, const LinkSpans *numbers,
                 LineList *lines)
{
    Arena scratch = {0};
    PieceList pieces = {0};
    Arrangement arrangement = {0};
    size_t width = columns > 1 ? (size_t)columns : 1;

    read_pieces(&scratch, text_slice(text, range), range.start, link_numbers(numbers, range.start), width, charset,
                &pieces);
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

/* How it is set: in columns `indent` to `columns`, which is where tabs count from too. */
typedef struct Setting {
    Text text;
    size_t indent, columns;
    Charset charset;
    const LinkSpans *numbers;
} Setting;

/* Columns of what stands before a line's words, as far as its further lines are set in by it: blanks, and a term with two blanks behind it. */
static size_t hanging_columns(const Setting *setting, Range range)
{
    size_t most = setting->columns / 2 < UCHAR_MAX ? setting->columns / 2 : UCHAR_MAX;
    size_t column = setting->indent, blanks = 0, margin = SIZE_MAX, size;

    for (size_t at = range.start; at < range.end && column <= most; at += size) {
        Glyph glyph = verbatim_next(setting->text, at, column, setting->charset);
        bool blank = ascii_is_blank(setting->text.bytes[at]);

        if (!blank && margin == SIZE_MAX)
            margin = column;
        else if (!blank && blanks > 1)
            return column;
        blanks = blank ? blanks + glyph.columns : 0;
        column += glyph.columns;
        size = glyph.size;
    }
    return margin < most ? margin : most;
}

/* The same for the line that begins at `at`: less where an address of the web fits the line only so. */
static size_t hanging_before(const Setting *setting, size_t at, size_t hanging)
{
    Range address = web_address_at(setting->text, at);
    size_t width = printable_width(text_slice(setting->text, address), setting->charset);

    return width > setting->columns || width + hanging <= setting->columns ? hanging : setting->columns - width;
}

/* One line of the source; blanks where it is broken and at its end are not part of it. */
static void break_source_line(Arena *arena, const Setting *setting, Range range, LineList *lines)
{
    Text text = setting->text;
    size_t hanging = hanging_columns(setting, range), column = setting->indent;
    size_t word = range.start, sign = word; /* where the last word began, and what follows a sign in an address */
    Range address = {range.start, range.start};
    LinkNumbers numbers = link_numbers(setting->numbers, range.start);
    Line line = {.kind = LINE_TEXT, .range.start = range.start, .indent = (unsigned char)column};
    char number[LINK_NUMBER_BYTES];

    range.end = end_without_blanks(text, range);
    for (size_t at = range.start; at < range.end;) {
        Glyph glyph = verbatim_next(text, at, column, setting->charset);
        size_t width = glyph.columns + link_numbers_columns(&numbers, at + glyph.size);
        bool blank = ascii_is_blank(text.bytes[at]);

        if (!blank && column > line.indent && column + width > setting->columns) {
            at = word > line.range.start ? word : sign > line.range.start ? sign : at;
            line.range.end = end_without_blanks(text, (Range){line.range.start, at});
            if (line.range.end > line.range.start)
                ARRAY_PUSH(arena, *lines, line);
            line.range.start = at;
            column = hanging_before(setting, at, hanging);
            line.indent = (unsigned char)column;
            numbers = link_numbers(setting->numbers, at);
            continue;
        }
        if (at >= address.end)
            address = web_address_at(text, at);
        column += width;
        at += glyph.size;
        (void)link_numbers_take(&numbers, at, number);
        if (blank)
            word = at;
        else if (breaks_address(text, address, at))
            sign = at;
    }
    line.range.end = range.end;
    ARRAY_PUSH(arena, *lines, line);
}

void break_verbatim(Arena *arena, Text text, Range range, int indent, int columns, Charset charset,
                    const LinkSpans *numbers, LineList *lines)
{
    Setting setting = {text, (size_t)indent, columns > 1 ? (size_t)columns : 1, charset, numbers};
    Text block = text_slice(text, range);

    for (size_t at = 0; at < block.size;) {
        size_t end = text_find_byte(block, '\n', at);

        if (end == TEXT_NOT_FOUND)
            end = block.size;
        break_source_line(arena, &setting, (Range){range.start + at, range.start + end}, lines);
        at = end + 1;
    }
}
