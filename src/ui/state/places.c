/* What is on the screen follows from its first line; how much of the text is read, from its last. */
#include "ui/state/places.h"

#include <assert.h>

#include "ui/state/scroll.h"

/* What is on the screen when `top` is its first line. */
static Range visible_from(const App *app, LinePosition top)
{
    const Document *document = &app->document;
    LinePosition last = top;
    Range visible = {document_position_offset(document, top), 0};
    const Line *line;

    (void)layout_move(document->layout, &last, app->body_rows > 0 ? app->body_rows - 1 : 0);
    line = layout_line(document->layout, last);
    visible.end = line->kind == LINE_TEXT ? line->range.end : layout_offset(document->layout, last);
    return visible.end < visible.start ? (Range){visible.start, visible.start} : visible;
}

Range app_visible(const App *app)
{
    if (!app->document.article || !app->document.layout)
        return (Range){0, 0};
    return visible_from(app, app->document.top);
}

Range app_visible_text(const App *app)
{
    return document_article_range(&app->document, app_visible(app));
}

size_t app_eye(const App *app)
{
    Range visible = app_visible(app);

    return range_contains(visible, app->document.acted_at) ? app->document.acted_at : visible.start;
}

size_t app_eye_text(const App *app)
{
    return document_article_range(&app->document, (Range){app_eye(app), app_visible(app).end}).start;
}

/*
 * ---- per cent ----
 *
 * How far one has come between the two ends, wherever the reader is told or asks for it: 0 at the top, 100 where the end is on the screen.
 * Counted are bytes, since the lines of a long text are not known: what is above the screen, of that and what is below it together.
 *
 *     300 bytes above, 500 on the screen, 700 below: 300 of 1000, 30 per cent
 */

/* Bytes of the text, without the blanks at its end. */
static size_t size_to_read(const Document *document)
{
    size_t size = article_size(document->shown);

    if (size == document->shown->text.size) {
        while (size && ascii_is_blank(document->shown->text.bytes[size - 1]))
            size--;
    }
    return size;
}

static size_t percent_from(const App *app, LinePosition top)
{
    size_t size = size_to_read(&app->document);
    Range visible = visible_from(app, top);

    if (visible.end >= size)
        return 100;
    return visible.start * 100 / (visible.start + size - visible.end);
}

size_t app_percent(const App *app)
{
    if (!app->document.article || !app->document.layout)
        return 0;
    return percent_from(app, app->document.top);
}

size_t app_percent_at(const App *app, size_t offset)
{
    if (!app->document.article || !app->document.layout)
        return 0;
    return percent_from(app, document_offset_position(&app->document, offset));
}

static size_t percent_apart(const App *app, LinePosition top, size_t percent)
{
    size_t here = percent_from(app, top);

    return here > percent ? here - percent : percent - here;
}

/* By lines up or down, as long as that comes nearer. */
static void approach_percent(const App *app, LinePosition *top, size_t percent, long lines)
{
    size_t apart = percent_apart(app, *top, percent);
    LinePosition next = *top;

    while (layout_move(app->document.layout, &next, lines) == lines && percent_apart(app, next, percent) < apart) {
        apart = percent_apart(app, next, percent);
        *top = next;
    }
}

/* What stands as far down the screen as the screen is down the text: at half of it, the middle. */
LinePosition app_percent_position(const App *app, size_t percent)
{
    Layout *layout = app->document.layout;
    size_t size = size_to_read(&app->document);
    LinePosition position;

    if (percent == 0)
        return layout_first(layout);
    position = layout_locate(layout, size / 100 * percent + size % 100 * percent / 100);
    (void)layout_move(layout, &position, app->body_rows > 0 ? -(long)percent * (app->body_rows - 1) / 100 : 0);
    approach_percent(app, &position, percent, -1);
    approach_percent(app, &position, percent, +1);
    return position;
}

/* ---- bringing on the screen ---- */

void app_show_offset(App *app, size_t offset, Align align)
{
    Document *document = &app->document;
    long rows = app->arrangement.panes[PANE_BODY].rows;
    LinePosition position, last;
    long up = 0;

    if (!document->layout)
        return;
    document->acted_at = offset;
    passage_move_head(&document->passage, offset); /* a selection goes on to what is brought on the screen */
    position = layout_locate(document->layout, offset);
    if (align == ALIGN_NEAREST) {
        last = document->top;
        (void)layout_move(document->layout, &last, rows > 3 ? rows - 3 : 0);
        if (layout_compare(document->top, position) <= 0 && layout_compare(position, last) <= 0)
            return;
        align = ALIGN_THIRD;
    }
    if (align == ALIGN_THIRD)
        up = rows / 3;
    else if (align == ALIGN_MIDDLE)
        up = rows / 2;
    else if (align == ALIGN_BOTTOM)
        up = rows - 1;
    if (offset == 0)
        position = layout_first(document->layout);
    (void)layout_move(document->layout, &position, -up);
    scroll_to(app, position);
}

void app_show_text(App *app, size_t offset, Align align)
{
    app_show_offset(app, document_shown_offset(&app->document, offset), align);
}

/* A jump remembers the pane by its number; the text is the first. */
static_assert((int)PANE_BODY == (int)JUMP_FROM_TEXT, "a jump from the text");

Jump app_here(const App *app)
{
    return (Jump){app->document.top_offset,
                  pane_is_passing(app->choice.focus) ? JUMP_FROM_TEXT : (int)app->choice.focus};
}

void app_remember_place(App *app)
{
    jumps_push(&app->document.jumps, app_here(app));
}

void app_remember_list(App *app)
{
    if (app->left_at != NO_OFFSET && app->left_at != app->document.top_offset)
        jumps_push(&app->document.jumps, (Jump){app->left_at, JUMP_FROM_TEXT});
    app->left_at = NO_OFFSET;
    app_remember_place(app);
}

void app_jump(App *app, size_t offset, Align align)
{
    app_remember_place(app);
    app_show_offset(app, offset, align);
}
