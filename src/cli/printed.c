/* Cells as bytes: select graphic rendition (ECMA-48, 8.3.117), colours by number or by value. */
#include "cli/printed.h"

static void print_color(Color color, int base)
{
    if (color.kind == COLOR_INDEX && color.value < 8)
        (void)printf(";%d", base + (int)color.value);
    else if (color.kind == COLOR_INDEX && color.value < 16)
        (void)printf(";%d", base + 60 + (int)color.value - 8);
    else if (color.kind == COLOR_INDEX)
        (void)printf(";%d;5;%u", base + 8, (unsigned)color.value);
    else if (color.kind == COLOR_RGB)
        (void)printf(";%d;2;%u;%u;%u", base + 8, (unsigned)(color.value >> 16 & 255),
                     (unsigned)(color.value >> 8 & 255), (unsigned)(color.value & 255));
}

static void print_style(Style style)
{
    static const struct {
        Attribute attribute;
        int code;
    } codes[] = {{ATTRIBUTE_BOLD, 1},      {ATTRIBUTE_DIM, 2},     {ATTRIBUTE_ITALIC, 3},
                 {ATTRIBUTE_UNDERLINE, 4}, {ATTRIBUTE_REVERSE, 7}, {ATTRIBUTE_STRIKE, 9}};

    (void)fputs("\033[0", stdout);
    for (size_t i = 0; i < sizeof codes / sizeof codes[0]; i++) {
        if (style.set & codes[i].attribute)
            (void)printf(";%d", codes[i].code);
    }
    print_color(style.foreground, 30);
    print_color(style.background, 40);
    (void)fputc('m', stdout);
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

void printed_row(Canvas *canvas, int row, const Printing *printing)
{
    int end = end_of_row(canvas, row, printing->ground);
    RoleStack last = role_stack(ROLE_NONE);
    bool styled = printing->stream.styled;

    for (int column = 0; column < end; column++) {
        const Cell *cell = canvas_cell(canvas, row, column);

        if (cell->columns == 0)
            continue;
        if (styled && !role_stack_same(cell->roles, last)) {
            Style style = theme_resolve(printing->theme, printing->variant, cell->roles, printing->stream.depth);

            if (printing->ground == GROUND_LEFT_OUT)
                style.background = (Color){COLOR_DEFAULT, 0};
            print_style(style);
            last = cell->roles;
        }
        if (cell->length)
            (void)fwrite(cell->bytes, 1, cell->length, stdout);
        else
            (void)fputc(' ', stdout);
    }
    (void)fputs(styled && end ? "\033[0m\n" : "\n", stdout);
}
