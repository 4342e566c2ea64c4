/* Screens as a page of HTML, with all colours by value. */
#ifndef QUOIN_CLI_OUTPUT_PAGE_H
#define QUOIN_CLI_OUTPUT_PAGE_H

#include "theme/theme.h"
#include "ui/cells/canvas.h"

typedef struct Page {
    Arena *arena;
    const Theme *theme;
    TextBuffer text;
} Page;

Page page_begin(Arena *arena, const Theme *theme);
void page_add_screen(Page *page, Canvas *canvas, Variant variant);
Text page_end(Page *page); /* the whole of it, in the arena */

#endif
