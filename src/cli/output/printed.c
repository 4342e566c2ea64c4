/* Cells as bytes, one row after another. */
#include "cli/output/printed.h"

#include "term/written/hyperlinks.h"
#include "term/written/style_write.h"

static int end_of_row(Canvas *canvas, int row, Ground ground)
{
    int end = canvas->columns;
    const Cell *cell;

    while (ground == GROUND_LEFT_OUT && end && (cell = canvas_cell(canvas, row, end - 1))->columns == 1 &&
           (cell->length == 0 || cell->bytes[0] == ' '))
        end--;
    return end;
}

/* The link that the cell before had ends where this one has another. */
static void put_link(Sink *out, const Canvas *canvas, unsigned *open, unsigned link)
{
    if (*open == link)
        return;
    if (*open)
        hyperlink_end(out);
    if (link)
        hyperlink_begin(out, canvas->links.items[link - 1].id, canvas->links.items[link - 1].address);
    *open = link;
}

void printed_row(Canvas *canvas, int row, const Printing *printing)
{
    int end = end_of_row(canvas, row, printing->ground);
    RoleStack last = role_stack(ROLE_NONE);
    bool styled = printing->stream.styled;
    unsigned open = 0;

    for (int column = 0; column < end; column++) {
        const Cell *cell = canvas_cell(canvas, row, column);

        if (cell->columns == 0)
            continue;
        if (styled && !role_stack_same(cell->roles, last)) {
            Style style = theme_resolve(printing->theme, printing->variant, cell->roles, printing->stream.depth);

            if (printing->ground == GROUND_LEFT_OUT)
                style.background = (Color){COLOR_DEFAULT, 0};
            style_write(printing->out, style);
            last = cell->roles;
        }
        put_link(printing->out, canvas, &open, styled ? cell->link : 0);
        if (cell->length)
            sink_text(printing->out, (Text){cell->bytes, cell->length});
        else
            sink_byte(printing->out, ' ');
    }
    put_link(printing->out, canvas, &open, 0);
    sink_string(printing->out, styled && end ? "\033[0m\n" : "\n");
}
