/* Select graphic rendition (ECMA-48, 8.3.117), colours by number or by value. */
#include "term/written/style_write.h"

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

void style_write(Sink *out, Style style)
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
