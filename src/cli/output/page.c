/*
 * A run of cells of one look is a span; nothing else is used, no script and no other file, so that the page may be shown anywhere.
 *
 *     <span style="color:#d9b87c;background:#16181d;font-weight:bold">Signe Aldous</span>
 *
 * The terminal's own colours, which nobody knows, are shown as xterm's.
 */
#include "cli/output/page.h"

#include "export/markup.h"
#include "theme/color.h"

static void put(Page *page, Text text)
{
    text_buffer_add(page->arena, &page->text, text);
}

static void put_escaped(Page *page, Text text)
{
    for (size_t i = 0; i < text.size; i++) {
        Text entity = markup_entity(text.bytes[i]);

        put(page, entity.size ? entity : text_slice(text, (Range){i, i + 1}));
    }
}

/* ---- cells ---- */

static uint32_t rgb_of(Color color, Variant variant, bool background)
{
    static const uint32_t ansi[] = {0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5,
                                    0x7f7f7f, 0xff0000, 0x00ff00, 0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff};

    if (color.kind == COLOR_RGB)
        return color.value;
    if (color.kind == COLOR_INDEX)
        return color.value < COUNT_OF(ansi) ? ansi[color.value] : color_of_index(color.value);
    return (variant == VARIANT_DARK) == background ? 0x000000 : 0xffffff;
}

/* Dim text: two parts of the one, one of the other. */
static uint32_t between(uint32_t near, uint32_t far)
{
    uint32_t mixed = 0;

    for (int shift = 16; shift >= 0; shift -= 8)
        mixed = mixed << 8 | (2 * (near >> shift & 255) + (far >> shift & 255)) / 3;
    return mixed;
}

static void put_span(Page *page, Style style, Variant variant)
{
    uint32_t foreground = rgb_of(style.foreground, variant, false), background = rgb_of(style.background, variant, true);
    bool reverse = style.set & ATTRIBUTE_REVERSE;

    if (style.set & ATTRIBUTE_DIM)
        foreground = between(foreground, background);
    put(page,
        arena_printf(page->arena, "<span style=\"color:#%06x;background:#%06x",
                     (unsigned)(reverse ? background : foreground), (unsigned)(reverse ? foreground : background)));
    put(page, style.set & ATTRIBUTE_BOLD ? TEXT(";font-weight:bold") : (Text){0});
    put(page, style.set & ATTRIBUTE_ITALIC ? TEXT(";font-style:italic") : (Text){0});
    if (style.set & (ATTRIBUTE_UNDERLINE | ATTRIBUTE_STRIKE))
        put(page, arena_printf(page->arena, ";text-decoration:%s%s", style.set & ATTRIBUTE_UNDERLINE ? "underline" : "",
                               style.set & ATTRIBUTE_STRIKE ? " line-through" : ""));
    put(page, TEXT("\">"));
}

static void put_row(Page *page, Canvas *canvas, int row, Variant variant)
{
    RoleStack last = role_stack(ROLE_NONE);

    for (int column = 0; column < canvas->columns; column++) {
        const Cell *cell = canvas_cell(canvas, row, column);

        if (column == 0 || !role_stack_same(cell->roles, last)) {
            put(page, column ? TEXT("</span>") : (Text){0});
            put_span(page, theme_resolve(page->theme, variant, cell->roles, DEPTH_RGB), variant);
            last = cell->roles;
        }
        if (cell->length)
            put_escaped(page, (Text){cell->bytes, cell->length});
        else if (cell->columns)
            put(page, TEXT(" "));
    }
    put(page, TEXT("</span>\n"));
}

/* ---- the page ---- */

Page page_begin(Arena *arena, const Theme *theme)
{
    Page page = {.arena = arena, .theme = theme};

    put(&page, TEXT("<!DOCTYPE html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>"));
    put_escaped(&page, printable_copy(arena, theme->name, CHARSET_UTF8));
    put(&page, TEXT("</title>\n<style>pre{font:14px/1.25 \"DejaVu Sans "
                    "Mono\",Menlo,Consolas,monospace;display:inline-block;margin:1em;"
                    "border-radius:6px;overflow:hidden}pre span{display:inline-block;height:1.25em}</style>\n"));
    return page;
}

void page_add_screen(Page *page, Canvas *canvas, Variant variant)
{
    put(page, TEXT("<pre>"));
    for (int row = 0; row < canvas->rows; row++)
        put_row(page, canvas, row, variant);
    put(page, TEXT("</pre>\n"));
}

Text page_end(Page *page)
{
    put(page, TEXT("</html>\n"));
    return text_buffer_text(&page->text);
}
