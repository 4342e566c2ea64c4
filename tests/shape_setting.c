/*
 * Paragraphs become lines. A paragraph is cut into pieces, which are words and, where these may be divided, their parts; a table holds for each
 * piece where the line ends that begins with it:
 *
 *     width 12    the | har|bour | wall      line from "the": 3 + 1 + 3 + 1 (its hyphen) = 8, "bour" does not fit any more
 *                                            the har-
 *                                            bour wall
 *
 * Greedy fitting takes as many pieces as go in; the ragged one takes, from the back, what leaves the least sum of squares.
 */
#include "base/unicode/unicode.h"
#include "shape_steps.h"

/* What a line may be broken behind. */
typedef struct Piece {
    Text text;
    size_t columns, gap; /* columns of the blanks behind it, where it does not end its line; 0: its word goes on */
    bool is_divided;     /* at the end of a line a hyphen is added */
} Piece;

typedef struct Pieces {
    Piece *items;
    size_t count, capacity;
} Pieces;

/* As a terminal shows it: escapes and what is overstruck take none. */
static size_t columns_of(Text text)
{
    size_t columns = 0, size;

    for (size_t at = 0; at < text.size; at += size) {
        uint32_t code_point = utf8_decode(text, at, &size);
        size_t escape = shape_escape_size(text, at);

        if (escape)
            size = escape;
        else if (code_point == '\b')
            columns -= columns > 0;
        else if (!unicode_is_ignorable(code_point))
            columns += code_point == '\t' ? 8 - columns % 8 : 1;
    }
    return columns;
}

static void add_piece(Arena *arena, Pieces *pieces, Text text, size_t gap, bool is_divided)
{
    const Piece piece = {.text = text, .columns = columns_of(text), .gap = gap, .is_divided = is_divided};

    if (text.size)
        ARRAY_PUSH(arena, *pieces, piece);
}

static void add_divided(Arena *arena, Pieces *pieces, Text word, size_t gap)
{
    size_t begin = 0, start = 0;

    for (size_t at = 0; at < word.size; at += at < word.size) {
        Text letters;

        start = at;
        at = shape_letters_end(word, at);
        letters = text_slice(word, (Range){start, at});
        for (size_t division = 0; (division = shape_division(letters, division)) != 0; begin = start + division)
            add_piece(arena, pieces, text_slice(word, (Range){begin, start + division}), 0, true);
    }
    add_piece(arena, pieces, text_slice(word, (Range){begin, word.size}), gap, false);
}

/* "Jean-Luc": behind a hyphen with letters at both sides. */
static void add_hyphened(Arena *arena, Pieces *pieces, Text word, size_t gap)
{
    size_t begin = 0;

    for (size_t at = 1; at + 1 < word.size; at++) {
        if (word.bytes[at] != '-' || !ascii_is_alpha(word.bytes[at - 1]) || !ascii_is_alpha(word.bytes[at + 1]))
            continue;
        add_piece(arena, pieces, text_slice(word, (Range){begin, at + 1}), 0, false);
        begin = at + 1;
    }
    add_piece(arena, pieces, text_slice(word, (Range){begin, word.size}), gap, false);
}

/* Has it what no line is broken in: escapes, overstriking, entities, addresses? */
static bool is_whole(Text word)
{
    for (size_t i = 0; i < word.size; i++) {
        if (strchr("\033\b&/@", word.bytes[i]))
            return true;
    }
    return false;
}

static Pieces pieces_of(Arena *arena, Text text, ShapeFit fit)
{
    Pieces pieces = {0};
    size_t end;

    for (size_t at = 0; at < text.size; at = end) {
        size_t gap = 0;
        Text word;

        for (end = at; end < text.size && text.bytes[end] != ' '; end++) {
            size_t escape = shape_escape_size(text, end);

            end += escape ? escape - 1 : 0;
        }
        word = text_slice(text, (Range){at, end});
        for (; end < text.size && text.bytes[end] == ' '; end++)
            gap++;
        if (fit == FIT_HYPHENATED && !is_whole(word))
            add_divided(arena, &pieces, word, gap);
        else if (fit == FIT_AT_HYPHENS && !is_whole(word))
            add_hyphened(arena, &pieces, word, gap);
        else
            add_piece(arena, &pieces, word, gap, false);
    }
    return pieces;
}

/* The piece behind the last that fits with that which begins a line of `width`. */
static size_t greedy_end(const Pieces *pieces, size_t begin, size_t width)
{
    size_t end = begin, columns = 0, fits = begin + 1;

    for (; end < pieces->count; end++) {
        const Piece *piece = &pieces->items[end];

        columns += piece->columns;
        if (columns > width)
            break;
        if (columns + piece->is_divided <= width)
            fits = end + 1;
        columns += piece->gap;
    }
    return fits > begin ? fits : begin + 1;
}

/* ends[i]: where the line from piece i ends, for the least sum of squares; the last line costs nothing. */
static size_t *ragged_ends(Arena *arena, const Pieces *pieces, size_t width)
{
    size_t *ends = ARENA_ARRAY(arena, size_t, pieces->count + 1), *costs = ARENA_ARRAY(arena, size_t, pieces->count + 1);

    for (size_t begin = pieces->count; begin-- > 0;) {
        size_t columns = 0;

        costs[begin] = SIZE_MAX;
        for (size_t end = begin;
             end < pieces->count && (end == begin || columns + pieces->items[end].columns <= width);) {
            size_t lack, cost;

            columns += pieces->items[end].columns;
            lack = columns < width ? width - columns : 0;
            columns += pieces->items[end].gap;
            end++;
            cost = costs[end] + (end < pieces->count ? lack * lack : 0);
            if (cost <= costs[begin]) {
                costs[begin] = cost;
                ends[begin] = end;
            }
        }
    }
    return ends;
}

/* One line of pieces; `spread` blanks more between them, from the left and from the right in turn. */
static Text line_of(Arena *arena, const char *prefix, const Pieces *pieces, Range range, size_t spread, bool from_right)
{
    TextBuffer line = {0};
    size_t gaps = range_size(range) - 1;

    text_buffer_add(arena, &line, text_from(prefix));
    for (size_t i = range.start; i < range.end; i++) {
        const Piece *piece = &pieces->items[i];
        size_t nth = from_right ? range.end - 2 - i : i - range.start;
        size_t blanks =
            i + 1 == range.end ? 0 : piece->gap + spread / (gaps ? gaps : 1) + (nth < spread % (gaps ? gaps : 1));

        text_buffer_add(arena, &line, piece->text);
        for (size_t blank = 0; blank < blanks; blank++)
            ARRAY_PUSH(arena, line, ' ');
    }
    if (pieces->items[range.end - 1].is_divided)
        ARRAY_PUSH(arena, line, '-');
    return text_buffer_text(&line);
}

static size_t columns_of_range(const Pieces *pieces, Range range)
{
    size_t columns = 0;

    for (size_t i = range.start; i < range.end; i++)
        columns += pieces->items[i].columns + (i + 1 < range.end ? pieces->items[i].gap : 0);
    return columns;
}

static void add_blank_lines(Arena *arena, ShapeLines *lines, size_t count)
{
    for (size_t i = 0; i < count; i++)
        ARRAY_PUSH(arena, *lines, ((Text){0}));
}

static void set_paragraph(Arena *arena, Text text, const ShapeSetting *setting, bool is_title, ShapeLines *lines)
{
    Pieces pieces = pieces_of(arena, text, setting->fit);
    size_t width = setting->width ? setting->width : SIZE_MAX;
    size_t *ragged = setting->fit == FIT_RAGGED ? ragged_ends(arena, &pieces, width) : NULL, begin = 0, end;

    for (size_t number = 0; begin < pieces.count; begin = end, number++) {
        const char *prefix = is_title ? "" : number ? setting->next : setting->first;
        size_t room, columns, spread = 0;

        prefix = prefix ? prefix : "";
        room = setting->width ? width - columns_of(text_from(prefix)) : SIZE_MAX;
        end = ragged ? ragged[begin] : greedy_end(&pieces, begin, room);
        columns = columns_of_range(&pieces, (Range){begin, end});
        if (setting->fit == FIT_JUSTIFIED && end < pieces.count && end - begin > 1 && columns < room)
            spread = room - columns;
        if (number)
            add_blank_lines(arena, lines, setting->line_gaps);
        ARRAY_PUSH(arena, *lines, line_of(arena, prefix, &pieces, (Range){begin, end}, spread, number % 2));
    }
}

static size_t width_of(const ShapeSource *source)
{
    enum { NARROWEST = 40, WIDEST = 160 };

    return NARROWEST +
           (source->paragraphs.count ? text_hash(source->paragraphs.items[0]) % (WIDEST - NARROWEST + 1) : 0);
}

void shape_set(Arena *arena, const ShapeSource *source, const ShapeSetting *wanted, ShapeLines *lines)
{
    const ShapeSetting *setting = wanted;
    ShapeSetting with_width = *wanted;
    TextBuffer joined = {0};

    if (wanted->width == SHAPE_ANY_WIDTH) {
        with_width.width = width_of(source);
        setting = &with_width;
    }
    if (source->title.size) {
        set_paragraph(arena, source->title, setting, true, lines);
        add_blank_lines(arena, lines, setting->blank_lines ? setting->blank_lines : 1);
    }
    for (size_t i = 0; i < source->paragraphs.count; i++) {
        Text paragraph = source->paragraphs.items[i];

        if (setting->joined) {
            text_buffer_add(arena, &joined, i ? TEXT(" ") : (Text){0});
            text_buffer_add(arena, &joined, paragraph);
            continue;
        }
        add_blank_lines(arena, lines, i ? setting->blank_lines : 0);
        set_paragraph(arena, paragraph, setting, false, lines);
    }
    if (setting->joined)
        set_paragraph(arena, text_buffer_text(&joined), setting, false, lines);
}
