/* Cells as bytes: select graphic rendition (ECMA-48, 8.3.117), colours by number or by value. */
#include "cli/output/printed.h"

#include <stdio.h>

#include "term/hyperlinks.h"

static void put_code(Sink *out, unsigned code)
{
    sink_byte(out, ';');
    sink_number(out, code, 0);
}

static void put_color(Sink *out, Color color, unsigned base)
{
    if (color.kind == COLOR_INDEX && color.value < 8) {
        put_code(out, base + color.value);
    } else if (color.kind == COLOR_INDEX && color.value < 16) {
        put_code(out, base + 60 + color.value - 8);
    } else if (color.kind != COLOR_DEFAULT) {
        put_code(out, base + 8);
        put_code(out, color.kind == COLOR_INDEX ? 5 : 2);
        for (int shift = color.kind == COLOR_INDEX ? 0 : 16; shift >= 0; shift -= 8)
            put_code(out, color.value >> shift & 255);
    }
}

static void put_style(Sink *out, Style style)
{
    static const struct {
        Attribute attribute;
        unsigned code;
    } codes[] = {{ATTRIBUTE_BOLD, 1},      {ATTRIBUTE_DIM, 2},     {ATTRIBUTE_ITALIC, 3},
                 {ATTRIBUTE_UNDERLINE, 4}, {ATTRIBUTE_REVERSE, 7}, {ATTRIBUTE_STRIKE, 9}};

    sink_string(out, "\033[0");
    for (size_t i = 0; i < COUNT_OF(codes); i++) {
        if (style.set & codes[i].attribute)
            put_code(out, codes[i].code);
    }
    put_color(out, style.foreground, 30);
    put_color(out, style.background, 40);
    sink_byte(out, 'm');
}

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
    char id[24];

    if (*open == link)
        return;
    if (*open)
        hyperlink_end(out);
    if (link)
        hyperlink_begin(out, (Text){id, (size_t)snprintf(id, sizeof id, "q%zx", canvas->links.items[link - 1].id)},
                        canvas->links.items[link - 1].address);
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
            put_style(printing->out, style);
            last = cell->roles;
        }
        put_link(printing->out, canvas, &open, cell->link);
        if (cell->length)
            sink_text(printing->out, (Text){cell->bytes, cell->length});
        else
            sink_byte(printing->out, ' ');
    }
    put_link(printing->out, canvas, &open, 0);
    sink_string(printing->out, styled && end ? "\033[0m\n" : "\n");
}
