/* The reader's place is a byte of the text; the first line on the screen comes from it. */
#include "ui/state/scroll.h"

/* No emptier than it has to be: the last line stays at the bottom of the screen or above. */
static void fill_rows(App *app)
{
    Document *document = &app->document;
    LinePosition last = document->top;
    long rows = app->arrangement.panes[PANE_BODY].rows;
    long below = layout_move(document->layout, &last, rows - 1);

    if (below < rows - 1)
        (void)layout_move(document->layout, &document->top, below - (rows - 1));
}

void scroll_settle(App *app)
{
    fill_rows(app);
    app->document.top_offset = document_position_offset(&app->document, app->document.top);
}

void scroll_to(App *app, LinePosition top)
{
    app->document.top = top;
    scroll_settle(app);
}

void scroll_to_place(App *app)
{
    app->document.top = document_offset_position(&app->document, app->document.top_offset);
    fill_rows(app);
}
