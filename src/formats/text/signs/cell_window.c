/*
 * One cell a column, as a terminal has them, with what printers made of letters struck over one another:
 *
 *     N BS N        N, bold                _ BS x, x BS _    x, underlined
 *     + BS o        a bullet               a BS b            b: the last one stays
 *     10% CR 20%    20%
 *
 * Overstriking is within one passage of the line: after CR what was there is only written over. A cell that is two columns wide may
 * be gone back over by one backspace or by two, as programs do it differently (groff goes by columns, less by characters).
 *
 * At the end the cells are the line's pieces. Mostly their letters stand in the order of the source, and what shows nothing is
 * between them; else the source is shared out to them from the front.
 *
 * No terminal is WINDOW_COLUMNS wide: of longer lines the start is settled, and the rest is written over as far as KEPT_COLUMNS back.
 */
#include "formats/text/signs/cell_window.h"

#include "base/unicode/unicode.h"
#include "formats/text/signs/control_sequence.h"

enum { WINDOW_COLUMNS = 8192, KEPT_COLUMNS = 2048, TAB_STOP = 8, CELL_BYTES = 64 };

typedef struct Cell {
    Text text;             /* what it shows */
    size_t first;          /* where the first letter of those struck over one another stands */
    size_t start, end;     /* of the last one */
    Text link;             /* as it was when that was written */
    uint32_t last;         /* that one */
    unsigned passage;      /* in which it was written */
    unsigned char styles;  /* by SGR */
    unsigned char struck;  /* by overstriking, EMPHASIS_… */
    unsigned char columns; /* 0: goes on from the one before */
    bool made;             /* `text` is not the source from start to end */
    bool together;         /* it is what two letters are together */
    bool filled;           /* not written at all: a blank between others */
    bool doubled;          /* "_" over "_", which is bold or underlined as those beside it are */
} Cell;

struct CellWindow {
    Arena *arena;
    Text line;
    ARRAY(Cell) cells;
    size_t cursor;  /* a column; may be behind the last cell */
    size_t settled; /* bytes of the line that pieces cover */
    unsigned passage;
};

CellWindow *cell_window_new(Arena *arena)
{
    CellWindow *window = ARENA_NEW(arena, CellWindow);

    window->arena = arena;
    return window;
}

void cell_window_begin(CellWindow *window, Text line)
{
    window->line = line;
    window->cells.count = window->cursor = window->settled = 0;
    window->passage = 0;
}

/* ---- the pieces of cells ---- */

/* Does `cell` look as `first` does, or is it the rest of one that does? */
static bool goes_on(const Cell *cell, const Cell *first)
{
    return cell->columns == 0 ||
           (cell->styles == first->styles && cell->struck == first->struck && text_equal(cell->link, first->link));
}

static void add_piece(CellWindow *window, ControlState *state, const Cell *cell, Range source, Text text)
{
    control_state_add(
        state, window->line,
        (ControlPiece){
            .source = source, .text = text, .styles = control_styles(cell->styles) | cell->struck, .link = cell->link},
        window->arena);
    window->settled = source.end;
}

/* What shows nothing, up to `end`. */
static void add_nothing(CellWindow *window, ControlState *state, size_t end)
{
    static const Cell nothing;

    if (end > window->settled)
        add_piece(window, state, &nothing, (Range){window->settled, end}, (Text){0});
}

/* Do the first `count` cells stand in the order of the source, behind what is settled? */
static bool are_in_order(const CellWindow *window, size_t count)
{
    size_t at = window->settled;

    for (size_t i = 0; i < count; i++) {
        const Cell *cell = &window->cells.items[i];

        if (cell->columns == 0)
            continue;
        if (cell->filled || cell->start < at)
            return false;
        at = cell->end;
    }
    return true;
}

static void add_in_order(CellWindow *window, ControlState *state, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const Cell *cell = &window->cells.items[i];
        size_t start = cell->first > window->settled ? cell->first : window->settled;

        if (cell->columns == 0)
            continue;
        if (cell->first == cell->start && !cell->made) {
            add_nothing(window, state, cell->start);
            add_piece(window, state, cell, (Range){cell->start, cell->end}, cell->text);
        } else {
            add_nothing(window, state, start);
            add_piece(window, state, cell, (Range){start, cell->end}, cell->text);
        }
    }
}

/* One look a piece, one character of the source each, and the rest to the last: there are as many, since each look was written. */
static void add_shared_out(CellWindow *window, ControlState *state, size_t count, size_t end)
{
    for (size_t i = 0, next; i < count; i = next) {
        const Cell *cell = &window->cells.items[i];
        size_t size = 0, at = window->settled;
        TextBuffer text = {0};

        for (next = i; next < count && goes_on(&window->cells.items[next], cell); next++)
            text_buffer_add(window->arena, &text, window->cells.items[next].text);
        if (at < end)
            (void)utf8_decode(window->line, at, &size);
        add_piece(window, state, cell, (Range){at, next < count && at + size < end ? at + size : end},
                  text_buffer_text(&text));
    }
}

/* An underscore twice is what the letters beside it are: "__init__" in bold, or underlined. */
static void settle_doubled(CellWindow *window, size_t count)
{
    for (size_t i = 0, end; i < count; i = end + 1) {
        unsigned before = i > 0 ? window->cells.items[i - 1].struck : 0, struck;

        for (end = i; end < count && window->cells.items[end].doubled;)
            end++;
        struck = before ? before : end < count ? window->cells.items[end].struck : 0;
        for (; i < end; i++) {
            window->cells.items[i].struck |= (unsigned char)(struck ? struck : EMPHASIS_BOLD);
            window->cells.items[i].doubled = false;
        }
    }
}

/* Pieces of the first `count` cells, which are then gone; they cover the line up to `end`. */
static void settle(CellWindow *window, ControlState *state, size_t count, size_t end)
{
    if (count == 0)
        return;
    settle_doubled(window, count);
    if (are_in_order(window, count))
        add_in_order(window, state, count);
    else
        add_shared_out(window, state, count, end);
    window->cells.count -= count;
    memmove(window->cells.items, window->cells.items + count, window->cells.count * sizeof *window->cells.items);
    window->cursor -= count;
}

void cell_window_finish(CellWindow *window, ControlState *state)
{
    while (window->cells.count > 0 && window->cells.items[window->cells.count - 1].filled)
        window->cells.count--;
    window->cursor = window->cells.count;
    settle(window, state, window->cells.count, window->line.size);
    add_nothing(window, state, window->line.size);
}

/* ---- writing ---- */

/* The column in which the cell at `column` begins. */
static size_t head_of(const CellWindow *window, size_t column)
{
    while (column > 0 && window->cells.items[column].columns == 0)
        column--;
    return column;
}

/* The window is too wide: its start is settled, up to what was written last where that stands in order. */
static void settle_start(CellWindow *window, ControlState *state)
{
    size_t count = head_of(window, window->cells.count - KEPT_COLUMNS), end = 0;

    for (size_t i = 0; i < count; i++)
        end = window->cells.items[i].end > end ? window->cells.items[i].end : end;
    settle(window, state, count, end > window->settled ? end : window->settled);
}

static void push_cell(CellWindow *window, ControlState *state, Cell cell)
{
    if (window->cells.count >= WINDOW_COLUMNS)
        settle_start(window, state);
    ARRAY_PUSH(window->arena, window->cells, cell);
    for (unsigned i = 1; i < cell.columns; i++)
        ARRAY_PUSH(window->arena, window->cells, (Cell){0});
}

/* The cell at `column` of which one column is written over: blanks. */
static void split(CellWindow *window, size_t column)
{
    size_t head = head_of(window, column);
    Cell blank = window->cells.items[head];
    size_t columns = blank.columns;

    if (columns < 2)
        return;
    blank.text = TEXT(" ");
    blank.columns = 1;
    blank.made = blank.filled = true;
    blank.last = ' ';
    for (size_t i = 0; i < columns; i++)
        window->cells.items[head + i] = blank;
}

/* Blanks up to the cursor, where it went past the end. */
static void fill(CellWindow *window, ControlState *state)
{
    const Cell blank = {.text = LITERAL(" "), .columns = 1, .made = true, .filled = true, .last = ' '};

    while (window->cells.count < window->cursor)
        push_cell(window, state, blank);
}

void cell_window_back(CellWindow *window)
{
    if (window->cursor > 0)
        window->cursor--;
}

void cell_window_return(CellWindow *window)
{
    window->cursor = 0;
    window->passage++;
}

void cell_window_erase(CellWindow *window, bool whole_line)
{
    if (whole_line) {
        window->cells.count = 0;
    } else if (window->cursor < window->cells.count) {
        split(window, window->cursor);
        window->cells.count = window->cursor;
    }
}

/* ---- overstriking ---- */

/* Letters that are one together, as groff makes them for printers that have no more than ASCII (tty-char.tmac). */
static const struct Overstrike {
    char one, other;
    uint32_t both;
} overstrikes[] = {{'+', 'o', 0x2022}, {'/', 'O', 0xD8}, {'/', 'o', 0xF8}, {'/', 'L', 0x141}, {'/', 'l', 0x142}};

static const struct Accent {
    char sign;
    uint16_t mark;
} accents[] = {{'`', 0x300}, {'\'', 0x301}, {'^', 0x302}, {'~', 0x303}, {'"', 0x308}, {',', 0x327}};

static uint32_t accented(uint32_t letter, uint32_t sign)
{
    for (size_t i = 0; i < COUNT_OF(accents); i++) {
        if (letter < 0x80 && ascii_is_alpha((char)letter) && (unsigned char)accents[i].sign == sign)
            return unicode_compose_pair(letter, accents[i].mark);
    }
    return 0;
}

/* What both are together, in either order; 0: nothing. */
static uint32_t struck_together(uint32_t a, uint32_t b)
{
    uint32_t both = accented(a, b);

    for (size_t i = 0; i < COUNT_OF(overstrikes); i++) {
        uint32_t one = (unsigned char)overstrikes[i].one, other = (unsigned char)overstrikes[i].other;

        if ((a == one && b == other) || (a == other && b == one))
            return overstrikes[i].both;
    }
    return both ? both : accented(b, a);
}

/* A mark that is struck over itself, as groff does it for a bold "é": e BS e ´ BS ´. The letter before the cursor is then another. */
static bool repeat_mark(CellWindow *window, size_t at, Text mark)
{
    const Cell *cell;

    if (window->cursor >= window->cells.count)
        return false;
    cell = &window->cells.items[head_of(window, window->cursor)];
    if (cell->end + 1 != at || cell->text.size <= mark.size || !text_ends_with(cell->text, mark))
        return false;
    window->cursor = head_of(window, window->cursor) + cell->columns;
    return true;
}

/* A mark belongs to the letter before the cursor. False: there is none, or it has too many. */
static bool put_mark(CellWindow *window, size_t at, size_t size)
{
    Text mark = text_slice(window->line, (Range){at, at + size});
    Cell *cell;

    if (repeat_mark(window, at, mark))
        return true;
    if (window->cursor == 0 || window->cursor > window->cells.count)
        return false;
    cell = &window->cells.items[head_of(window, window->cursor - 1)];
    if (cell->text.size >= CELL_BYTES)
        return false;
    if (cell->end == at && !cell->made) {
        cell->text.size += size;
    } else {
        cell->text = arena_join(window->arena, (Text[]){cell->text, mark}, 2);
        cell->made = true;
    }
    if (at + size > cell->end)
        cell->end = at + size;
    return true;
}

/* A tab goes over what is there, and leaves a blank of its own width at the end of a line. */
static void put_tab(CellWindow *window, ControlState *state, Cell cell)
{
    unsigned columns = TAB_STOP - (unsigned)(window->cursor % TAB_STOP);

    if (window->cursor < window->cells.count) {
        window->cursor += columns;
        return;
    }
    fill(window, state);
    cell.columns = (unsigned char)columns;
    push_cell(window, state, cell);
    window->cursor = window->cells.count;
}

/* An underscore below what is there. */
static void underline(Cell *cell)
{
    if (cell->last == '_')
        cell->doubled = true;
    else
        cell->struck |= EMPHASIS_UNDERLINE;
}

/* `cell` as it is when it is struck over `old`. */
static Cell struck_over(CellWindow *window, const Cell *old, Cell cell)
{
    uint32_t both = struck_together(old->last, cell.last);
    char bytes[4];

    if (old->last == '_')
        cell.struck = old->struck | EMPHASIS_UNDERLINE;
    else if (old->last == cell.last)
        cell.struck = cell.last == ' ' ? old->struck : old->struck | EMPHASIS_BOLD;
    else if (both)
        cell.struck = old->struck;
    else
        return cell;
    cell.first = old->first;
    if (both || (old->last == cell.last && old->together)) {
        cell.made = cell.together = true;
        cell.text = both ? arena_copy(window->arena, (Text){bytes, utf8_encode(both, bytes)}) : old->text;
    }
    return cell;
}

/* A cell over what is at the cursor. */
static void put_over(CellWindow *window, Cell cell)
{
    size_t column = window->cursor, head = head_of(window, column);
    Cell *old = &window->cells.items[head];

    if (cell.last == '_' && old->passage == window->passage && !old->filled && old->last != '\t') {
        underline(old);
        window->cursor++;
        return;
    }
    if (head < column && cell.columns == 2 && old->columns == 2)
        column = head; /* one backspace for a wide one */
    if (head < column || old->columns > cell.columns)
        split(window, column);
    old = &window->cells.items[column];
    if (old->passage == window->passage && !old->filled)
        cell = struck_over(window, old, cell);
    if (cell.columns == 2) {
        if (column + 1 == window->cells.count)
            ARRAY_PUSH(window->arena, window->cells, (Cell){0});
        else if (window->cells.items[column + 1].columns > 1)
            split(window, column + 1);
        window->cells.items[column + 1] = (Cell){0};
    }
    window->cells.items[column] = cell;
    window->cursor = column + cell.columns;
}

void cell_window_put(CellWindow *window, ControlState *state, size_t at, size_t size)
{
    size_t decoded;
    uint32_t code_point = utf8_decode(window->line, at, &decoded);
    int width = code_point < 0x7F ? 1 : unicode_width(code_point);
    Cell cell = {.text = text_slice(window->line, (Range){at, at + size}),
                 .first = at,
                 .start = at,
                 .end = at + size,
                 .link = state->link,
                 .last = code_point,
                 .passage = window->passage,
                 .styles = (unsigned char)state->styles,
                 .columns = width == 2 ? 2 : 1};

    if (width == 0 && put_mark(window, at, size))
        return;
    if (code_point == '\t') {
        put_tab(window, state, cell);
    } else if (window->cursor < window->cells.count) {
        put_over(window, cell);
    } else {
        fill(window, state);
        push_cell(window, state, cell);
        window->cursor += cell.columns;
    }
}
