/*
 * A wide character takes two cells: the left one holds it (columns 2), the right one says so (columns 0). Whoever
 * writes over one half turns the other into a blank, also outside the clip: half a character cannot be shown.
 *
 *     | 日 ← | 本 ← | a |    writing "x" at column 1 gives    |   | x | 本 ← | a |
 */
#include "ui/cells/canvas.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

void canvas_init(Canvas *canvas, Charset charset)
{
    *canvas = (Canvas){.charset = charset, .signs = &signs_usual, .cursor_row = -1};
}

void canvas_resize(Canvas *canvas, int rows, int columns)
{
    int count;

    if (rows < 0)
        rows = 0;
    if (columns < 0)
        columns = 0;
    if (columns > 0 && rows > INT_MAX / columns)
        rows = INT_MAX / columns;
    count = rows * columns;
    if (count > canvas->capacity) {
        canvas->cells = memory_resize(canvas->cells, memory_product((size_t)count, sizeof *canvas->cells));
        canvas->capacity = count;
    }
    canvas->rows = rows;
    canvas->columns = columns;
    canvas_clear(canvas, ROLE_NONE);
}

void canvas_release(Canvas *canvas)
{
    free(canvas->cells);
    arena_release(&canvas->link_arena);
    canvas_init(canvas, canvas->charset);
}

void canvas_clear(Canvas *canvas, Role role)
{
    arena_reset(&canvas->link_arena);
    memset(&canvas->links, 0, sizeof canvas->links);
    canvas->cursor_row = -1;
    canvas->cursor_shown = false;
    canvas_fill(canvas, (Rect){0, 0, canvas->rows, canvas->columns}, role);
}

Cell *canvas_cell(Canvas *canvas, int row, int column)
{
    if (row < 0 || row >= canvas->rows || column < 0 || column >= canvas->columns)
        return NULL;
    return &canvas->cells[row * canvas->columns + column];
}

Rect rect_intersect(Rect a, Rect b)
{
    int row = a.row > b.row ? a.row : b.row;
    int column = a.column > b.column ? a.column : b.column;
    int end_row = a.row + a.rows < b.row + b.rows ? a.row + a.rows : b.row + b.rows;
    int end_column = a.column + a.columns < b.column + b.columns ? a.column + a.columns : b.column + b.columns;

    return (Rect){row, column, end_row > row ? end_row - row : 0, end_column > column ? end_column - column : 0};
}

bool rect_contains(Rect area, int row, int column)
{
    return row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns;
}

/* ---- cells ---- */

/* A blank that keeps its roles. */
static void blank_cell(Cell *cell)
{
    cell->length = 0;
    cell->columns = 1;
    cell->link = 0;
}

/* Before the columns [column, end) of a row, `cells`, are written, which are inside the canvas: the halves that would stay behind become
 * blanks. */
static inline void free_columns(const Canvas *canvas, Cell *cells, int column, int end)
{
    if (column > 0 && cells[column].columns == 0)
        blank_cell(&cells[column - 1]);
    if (end < canvas->columns && cells[end].columns == 0)
        blank_cell(&cells[end]);
}

/* One character of `columns` 1 or 2, all of it inside the canvas. */
static void write_cell(Canvas *canvas, int row, int column, const char *bytes, unsigned char length,
                       unsigned char columns, RoleStack roles)
{
    Cell *cells = &canvas->cells[(size_t)row * (size_t)canvas->columns], *cell = cells + column;

    free_columns(canvas, cells, column, column + columns);
    cell->length = length;
    cell->columns = columns;
    if (length == 1) /* most are */
        cell->bytes[0] = *bytes;
    else
        memcpy(cell->bytes, bytes, length);
    cell->roles = roles;
    cell->link = 0;
    if (columns == 2) {
        cell[1].length = 0;
        cell[1].columns = 0;
        cell[1].roles = roles;
        cell[1].link = 0;
    }
}

static Rect clip_to_canvas(const Canvas *canvas, Rect clip)
{
    return rect_intersect(clip, (Rect){0, 0, canvas->rows, canvas->columns});
}

/* A wide character that the clip cuts in two: its visible half is a blank. */
static void write_cut_glyph(Canvas *canvas, Rect clip, int row, int column, int columns, RoleStack roles)
{
    for (int at = column; at < column + columns; at++) {
        if (rect_contains(clip, row, at))
            write_cell(canvas, row, at, " ", 0, 1, roles);
    }
}

/* A character of one column, which is inside the canvas. */
static inline void write_narrow(Canvas *canvas, int row, int column, const Glyph *glyph, RoleStack roles)
{
    bool blank = glyph->length == 1 && glyph->bytes[0] == ' ';

    write_cell(canvas, row, column, glyph->bytes, blank ? 0 : glyph->length, 1, roles);
}

/* As canvas_put_glyph; `clip` lies in the canvas. */
static void put_glyph(Canvas *canvas, Rect clip, int row, int column, const Glyph *glyph, RoleStack roles)
{
    int columns = glyph->columns;

    if (columns == 1) {
        if (rect_contains(clip, row, column))
            write_narrow(canvas, row, column, glyph, roles);
    } else if (columns == glyph->length && (unsigned char)glyph->bytes[0] < 0x80) { /* a spelling: a cell each */
        for (int i = 0; i < columns; i++) {
            if (rect_contains(clip, row, column + i))
                write_cell(canvas, row, column + i, &glyph->bytes[i], glyph->bytes[i] != ' ', 1, roles);
        }
    } else if (rect_contains(clip, row, column) && rect_contains(clip, row, column + columns - 1)) {
        write_cell(canvas, row, column, glyph->bytes, glyph->length, glyph->columns, roles);
    } else {
        write_cut_glyph(canvas, clip, row, column, columns, roles);
    }
}

int canvas_put_glyph(Canvas *canvas, Rect clip, int row, int column, const Glyph *glyph, RoleStack roles)
{
    if (glyph->columns == 0)
        return 0;
    if (glyph->columns == 1 && rect_contains(clip, row, column) && canvas_cell(canvas, row, column)) { /* most are */
        write_narrow(canvas, row, column, glyph, roles);
        return 1;
    }
    clip = clip_to_canvas(canvas, clip);
    put_glyph(canvas, clip, row, column, glyph, roles);
    if (!rect_contains(clip, row, column) || !rect_contains(clip, row, column + glyph->columns - 1))
        return 0;
    return glyph->columns;
}

/* In more columns text is given as it is read. */
enum { COLUMNS_ORDERED = 256 };

static bool orders(const Canvas *canvas, Text text)
{
    return canvas->order != ORDER_OF_TERMINAL && text_order_matters(text);
}

/* A sign that the text is cut stands where it would go on: it goes the way of what is before it. */
static void turn_sign(OrderedGlyph *ordered, size_t count)
{
    enum { ELLIPSIS = 0x2026 };

    if (count > 1 && ordered[count - 1].code_point == ELLIPSIS)
        ordered[count - 1].code_point = ordered[count - 2].code_point;
}

/* The same as canvas_put, for a text with letters that go from right to left: as much of it as has room, each glyph in its place. */
static int put_in_order(Canvas *canvas, Rect clip, int row, int column, Text text, RoleStack roles)
{
    OrderedGlyph ordered[COLUMNS_ORDERED];
    Glyph glyphs[COLUMNS_ORDERED];
    int columns = 0, room = clip.column + clip.columns - column;
    size_t count = 0, size;

    for (size_t at = 0; at < text.size && columns < room;) {
        Glyph glyph = printable_next(text, at, canvas->charset);

        at += glyph.size;
        if (glyph.columns == 0)
            continue;
        ordered[count] = (OrderedGlyph){.code_point = utf8_decode((Text){glyph.bytes, glyph.length}, 0, &size),
                                        .columns = glyph.columns};
        glyphs[count++] = glyph;
        columns += glyph.columns;
    }
    turn_sign(ordered, count);
    text_order_find(ordered, count, canvas->order, BASE_LEFT);
    for (size_t i = 0; i < count; i++) {
        uint32_t mirror = ordered[i].mirrored ? text_order_mirror(ordered[i].code_point) : ordered[i].code_point;

        if (mirror != ordered[i].code_point)
            glyphs[i].length = (unsigned char)utf8_encode(mirror, glyphs[i].bytes);
        put_glyph(canvas, clip, row, column + ordered[i].place, &glyphs[i], roles);
    }
    return columns < room ? column + columns : clip.column + clip.columns;
}

int canvas_put(Canvas *canvas, Rect clip, int row, int column, Text text, RoleStack roles)
{
    int end;

    clip = clip_to_canvas(canvas, clip);
    end = clip.column + clip.columns;
    if (column < end && end - column <= COLUMNS_ORDERED && orders(canvas, text))
        return put_in_order(canvas, clip, row, column, text, roles);
    for (size_t at = 0; at < text.size && column < end;) {
        Glyph glyph = printable_next(text, at, canvas->charset);

        at += glyph.size;
        if (glyph.columns == 0)
            continue;
        put_glyph(canvas, clip, row, column, &glyph, roles);
        column += glyph.columns;
    }
    return column < end ? column : end;
}

/* As one text, whose order is found at once. */
static int put_joined(Canvas *canvas, Rect clip, int row, int column, Text text, Text sign, RoleStack roles)
{
    Arena scratch = {0};

    column = canvas_put(canvas, clip, row, column, arena_join(&scratch, (const Text[]){text, sign}, 2), roles);
    arena_release(&scratch);
    return column;
}

int canvas_put_cut(Canvas *canvas, Rect clip, int row, int column, int columns, Text text, Role role)
{
    static const char ellipsis[] = "\xE2\x80\xA6"; /* … */
    Text sign = {ellipsis, sizeof ellipsis - 1};
    size_t used, room = columns > 0 ? (size_t)columns : 0;
    size_t sign_columns = printable_width(sign, canvas->charset);

    clip = rect_intersect(clip, (Rect){clip.row, column, clip.rows, columns > 0 ? columns : 0});
    if (printable_fit(text, room, canvas->charset, &used) == text.size)
        return canvas_put(canvas, clip, row, column, text, role_stack(role));
    text.size = printable_fit(text, room > sign_columns ? room - sign_columns : 0, canvas->charset, &used);
    while (text.size > 0 && text.bytes[text.size - 1] == ' ') /* "the …" reads better as "the…" */
        text.size--;
    if (orders(canvas, text))
        return put_joined(canvas, clip, row, column, text, sign, role_stack(role));
    column = canvas_put(canvas, clip, row, column, text, role_stack(role));
    return canvas_put(canvas, clip, row, column, sign, role_stack(role));
}

/* ---- links ---- */

unsigned canvas_add_link(Canvas *canvas, size_t id, Text address)
{
    if (canvas->links.count >= USHRT_MAX)
        return 0;
    ARRAY_PUSH(&canvas->link_arena, canvas->links, ((CellLink){id, arena_copy(&canvas->link_arena, address)}));
    return (unsigned)canvas->links.count;
}

void canvas_link(Canvas *canvas, Rect clip, int row, int column, int columns, unsigned link)
{
    Rect area = rect_intersect(clip_to_canvas(canvas, clip), (Rect){row, column, 1, columns});

    for (int at = area.column; at < area.column + area.columns && area.rows; at++)
        canvas_cell(canvas, row, at)->link = (unsigned short)link;
}

/* ---- areas ---- */

void canvas_fill(Canvas *canvas, Rect area, Role role)
{
    area = clip_to_canvas(canvas, area);
    for (int row = area.row; row < area.row + area.rows && area.columns > 0; row++) {
        Cell *cells = &canvas->cells[(size_t)row * (size_t)canvas->columns];

        free_columns(canvas, cells, area.column, area.column + area.columns);
        for (int column = area.column; column < area.column + area.columns; column++) {
            blank_cell(&cells[column]);
            cells[column].roles = role_stack(role);
        }
    }
}

void canvas_overlay(Canvas *canvas, Rect area, Layer layer, Role role)
{
    area = clip_to_canvas(canvas, area);
    for (int row = area.row; row < area.row + area.rows; row++) {
        for (int column = area.column; column < area.column + area.columns; column++)
            role_stack_set(&canvas_cell(canvas, row, column)->roles, layer, role);
    }
}

/* ---- the cursor ---- */

static void put_cursor(Canvas *canvas, int row, int column)
{
    if (row < 0 || row >= canvas->rows || column < 0 || canvas->columns == 0)
        return;
    canvas->cursor_row = row;
    canvas->cursor_column = column < canvas->columns ? column : canvas->columns - 1;
}

void canvas_show_cursor(Canvas *canvas, int row, int column)
{
    put_cursor(canvas, row, column);
    canvas->cursor_shown = true;
}

void canvas_rest_cursor(Canvas *canvas, int row, int column)
{
    if (!canvas->cursor_shown)
        put_cursor(canvas, row, column);
}

void canvas_select_row(Canvas *canvas, Rect row)
{
    canvas_overlay(canvas, row, LAYER_TOP, ROLE_LIST_CURSOR);
    canvas_rest_cursor(canvas, row.row, row.column);
}

/* ---- lines ---- */

int canvas_put_sign(Canvas *canvas, Rect clip, int row, int column, Sign sign, RoleStack roles)
{
    return canvas_put(canvas, clip, row, column, sign_form(canvas->signs, sign, canvas->charset), roles);
}

void canvas_line_sign(Canvas *canvas, int row, int column, Sign sign, Role role)
{
    (void)canvas_put_sign(canvas, (Rect){row, column, 1, 1}, row, column, sign, role_stack(role));
}

void canvas_horizontal(Canvas *canvas, int row, int column, int columns, Role role)
{
    Rect area = {row, column, 1, columns};
    Glyph line = printable_next(sign_form(canvas->signs, SIGN_HORIZONTAL, canvas->charset), 0, canvas->charset);

    for (int i = 0; i < columns && column + i < canvas->columns; i++)
        (void)canvas_put_glyph(canvas, area, row, column + i, &line, role_stack(role));
}

void canvas_vertical(Canvas *canvas, int row, int column, int rows, Role role)
{
    for (int i = 0; i < rows && row + i < canvas->rows; i++)
        canvas_line_sign(canvas, row + i, column, SIGN_VERTICAL, role);
}

void canvas_box(Canvas *canvas, Rect area, Role role)
{
    int bottom = area.row + area.rows - 1;
    int right = area.column + area.columns - 1;

    if (area.rows < 2 || area.columns < 2)
        return;
    canvas_horizontal(canvas, area.row, area.column + 1, area.columns - 2, role);
    canvas_horizontal(canvas, bottom, area.column + 1, area.columns - 2, role);
    canvas_vertical(canvas, area.row + 1, area.column, area.rows - 2, role);
    canvas_vertical(canvas, area.row + 1, right, area.rows - 2, role);
    canvas_line_sign(canvas, area.row, area.column, SIGN_TOP_LEFT, role);
    canvas_line_sign(canvas, area.row, right, SIGN_TOP_RIGHT, role);
    canvas_line_sign(canvas, bottom, area.column, SIGN_BOTTOM_LEFT, role);
    canvas_line_sign(canvas, bottom, right, SIGN_BOTTOM_RIGHT, role);
}
