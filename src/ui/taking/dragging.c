/* Nothing is selected until the mouse has come to another character than the one it was pressed on: a hand that trembles only clicks. */
#include "ui/taking/dragging.h"

#include <limits.h>

#include "base/unicode/unicode.h"
#include "ui/state/geometry.h"
#include "ui/state/scroll.h"
#include "ui/taking/caret.h"
#include "ui/taking/selecting.h"

enum { SCROLL_MS = 60 };

/* The character at a place of the screen, or the nearest in its line; where the line has no text, the end of the text above it. */
static size_t offset_at(const App *app, int row, int column)
{
    const Document *document = &app->document;
    LinePosition position = document->top;
    size_t offset;

    (void)layout_move(document->layout, &position, row - app->arrangement.panes[PANE_BODY].row);
    offset = caret_offset(document, position, column - app_text_column(app));
    while (offset == NO_OFFSET && layout_move(document->layout, &position, -1) != 0)
        offset = caret_offset(document, position, INT_MAX);
    return offset;
}

void dragging_begin(App *app, Mouse mouse)
{
    app->drag = (DragState){.anchor = NO_OFFSET};
    if (!app->document.layout || !app->document.article)
        return;
    selecting_end(app);
    app->drag = (DragState){.held = true, .at = mouse, .anchor = offset_at(app, mouse.row, mouse.column)};
}

/* Lines that the mouse is above (negative) or below the pane. */
static int beyond(const App *app)
{
    Rect area = app->arrangement.panes[PANE_BODY];

    if (app->drag.at.row < area.row)
        return app->drag.at.row - area.row;
    return app->drag.at.row >= area.row + area.rows ? app->drag.at.row - (area.row + area.rows) + 1 : 0;
}

static void select_to_mouse(App *app)
{
    Rect area = app->arrangement.panes[PANE_BODY];
    int row = app->drag.at.row;
    size_t offset;

    row = row < area.row ? area.row : row >= area.row + area.rows ? area.row + area.rows - 1 : row;
    offset = offset_at(app, row, app->drag.at.column);
    if (offset == NO_OFFSET || (app->document.passage.unit == PASSAGE_NONE && offset == app->drag.anchor))
        return;
    app->document.passage = (Passage){.unit = PASSAGE_CHARACTERS, .anchor = app->drag.anchor, .head = offset};
}

static void scroll_on(App *app, int64_t now_ms)
{
    (void)layout_move(app->document.layout, &app->document.top, beyond(app) < 0 ? -1 : +1);
    scroll_settle(app);
    app->drag.scrolled_ms = now_ms;
}

void dragging_move(App *app, Mouse mouse, int64_t now_ms)
{
    if (!app->drag.held || app->drag.anchor == NO_OFFSET || !app->document.layout)
        return;
    app->drag.at = mouse;
    app->drag.moved = true;
    if (beyond(app) != 0)
        scroll_on(app, now_ms);
    select_to_mouse(app);
}

void dragging_end(App *app)
{
    app->drag.held = false;
}

bool dragging_select_word(App *app, Mouse mouse)
{
    Article *shown = app->document.shown;
    size_t size, offset = app->document.layout ? offset_at(app, mouse.row, mouse.column) : NO_OFFSET, start, end;

    if (offset == NO_OFFSET || offset >= shown->text.size || !unicode_is_alnum(utf8_decode(shown->text, offset, &size)))
        return false;
    end = passage_word_end(shown, offset);
    start = passage_word_start(shown, offset);
    selecting_take(app, (Range){start, unicode_cluster_end(shown->text, end)});
    app->drag.anchor = start;
    return true;
}

int dragging_timeout_ms(const App *app, int64_t now_ms)
{
    int64_t left = app->drag.scrolled_ms + SCROLL_MS - now_ms;

    if (!app->drag.held || !app->drag.moved || beyond(app) == 0)
        return -1;
    return left < 0 ? 0 : left > SCROLL_MS ? SCROLL_MS : (int)left;
}

void dragging_tick(App *app, int64_t now_ms)
{
    if (dragging_timeout_ms(app, now_ms) != 0 || !app->document.layout)
        return;
    scroll_on(app, now_ms);
    select_to_mouse(app);
}
