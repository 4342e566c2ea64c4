/*
 * A cell that is a link is written again, as it is, with the link around it. Curses writes a cell that changes, and may write one of the same row
 * that does not, on the way of the cursor: without a link. So in a row that was painted all links are written again, in others those alone that are
 * not what they were; and what was a link, and is none, likewise, since curses leaves alone what looks the same. It may not move cells or lines on
 * the screen, which would take their links along (entry.h):
 *
 *     shown   . . A A A . B B     what each cell leads to, by a hash; UNKNOWN: nobody knows
 *     wanted  . . A A A A . .     the last three are written
 *
 * An emoji that curses has left blank is written in the same way, in each frame, since curses may write its blanks again wherever the cursor goes.
 * Both of its cells count as written: what comes in their place may be a blank, too.
 *
 * The cursor and the style are as curses knows them before and afterwards (DECSC, DECRC).
 */
#include "term/paint_links.h"

#include <stdlib.h>

#include "term/written/hyperlinks.h"
#include "term/paint.h"
#include "term/written/style_write.h"

enum { NOWHERE, UNKNOWN, EMOJI, SOMEWHERE };

static struct {
    uint32_t *shown; /* of each cell */
    int rows, columns;
} links;

/* What is written: one after another, as far as it goes. */
typedef struct LinkWriter {
    Sink *out;
    const Canvas *canvas;
    const uint32_t *values; /* of the canvas' links */
    bool hyperlinks;
    bool begun;
    int row, column; /* where the cursor is; -1: elsewhere */
    unsigned open;   /* the link */
    RoleStack roles; /* the style that is set */
} LinkWriter;

void paint_links_close(void)
{
    free(links.shown);
    links.shown = NULL;
}

/* Of a screen of another size nobody knows what the terminal made of it. */
static void fit_shown(const Canvas *canvas)
{
    size_t count = (size_t)canvas->rows * (size_t)canvas->columns;
    bool is_first = !links.shown;

    if (links.shown && links.rows == canvas->rows && links.columns == canvas->columns)
        return;
    links.shown = memory_resize(links.shown, memory_product(count, sizeof *links.shown));
    links.rows = canvas->rows;
    links.columns = canvas->columns;
    for (size_t i = 0; i < count; i++)
        links.shown[i] = is_first ? NOWHERE : UNKNOWN;
}

static uint32_t *values_of(Arena *scratch, const Canvas *canvas)
{
    uint32_t *values = ARENA_ARRAY(scratch, uint32_t, canvas->links.count + 1);

    for (size_t i = 0; i < canvas->links.count; i++) {
        const CellLink *link = &canvas->links.items[i];
        uint32_t hash = hash_pair(text_hash(link->address), (uint32_t)link->id);

        values[i + 1] = hash < SOMEWHERE ? SOMEWHERE : hash;
    }
    return values;
}

/* ---- writing ---- */

static void set_link(LinkWriter *writer, unsigned link)
{
    if (writer->open == link)
        return;
    if (writer->open)
        hyperlink_end(writer->out);
    if (link)
        hyperlink_begin(writer->out, writer->canvas->links.items[link - 1].id,
                        writer->canvas->links.items[link - 1].address);
    writer->open = link;
}

static void move_to(LinkWriter *writer, int row, int column)
{
    if (writer->row == row && writer->column == column)
        return;
    set_link(writer, 0);
    sink_string(writer->out, writer->begun ? "\033[" : "\0337\033[");
    sink_number(writer->out, (size_t)row + 1, 0);
    sink_byte(writer->out, ';');
    sink_number(writer->out, (size_t)column + 1, 0);
    sink_byte(writer->out, 'H');
    writer->begun = true;
}

static void write_cell(LinkWriter *writer, int row, int column, const Cell *cell)
{
    bool is_styled = writer->begun && role_stack_same(writer->roles, cell->roles);

    move_to(writer, row, column);
    if (!is_styled)
        style_write(writer->out, paint_style(cell->roles));
    set_link(writer, writer->hyperlinks ? cell->link : 0);
    if (cell->length)
        sink_text(writer->out, (Text){cell->bytes, cell->length});
    else
        sink_byte(writer->out, ' ');
    writer->roles = cell->roles;
    writer->row = row;
    writer->column = column + cell->columns;
}

static void write_row(LinkWriter *writer, int row)
{
    size_t first = (size_t)row * (size_t)writer->canvas->columns;
    bool changed = paint_row_changed(row), is_right_half = false; /* of an emoji */

    for (int column = 0; column < writer->canvas->columns; column++) {
        const Cell *cell = &writer->canvas->cells[first + (size_t)column];
        uint32_t wanted = writer->hyperlinks ? writer->values[cell->link] : NOWHERE;
        uint32_t *shown = &links.shown[first + (size_t)column];
        bool is_emoji = paint_leaves_blank(cell);

        if (is_emoji || (is_right_half && cell->columns == 0))
            wanted = hash_pair(wanted, EMOJI);
        is_right_half = is_emoji;
        if (cell->columns && (is_emoji || *shown != wanted || (changed && wanted)))
            write_cell(writer, row, column, cell);
        *shown = wanted;
    }
}

void paint_links(Sink *out, const Canvas *canvas, bool hyperlinks)
{
    Arena scratch = {0};
    LinkWriter writer = {
        .out = out, .canvas = canvas, .values = values_of(&scratch, canvas), .hyperlinks = hyperlinks, .row = -1};

    fit_shown(canvas);
    for (int row = 0; row < canvas->rows; row++)
        write_row(&writer, row);
    set_link(&writer, 0);
    if (writer.begun)
        sink_string(out, "\033[0m\0338");
    arena_release(&scratch);
}
