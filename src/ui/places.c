/* Places in the text: what of it is on the screen, how to bring an offset there, and what is selected. */
#include "ui/app.h"

#include "ui/body_pane.h"

Range app_visible(const App *app)
{
    const Document *document = &app->document;
    LinePosition last = document->top;
    Range visible = {0, 0};
    const Line *line;

    if (!document->article || !document->layout)
        return visible;
    visible.start = document_position_offset(document, document->top);
    (void)layout_move(document->layout, &last, app->body_rows > 0 ? app->body_rows - 1 : 0);
    line = layout_line(document->layout, last);
    visible.end = line->kind == LINE_TEXT ? line->range.end : layout_offset(document->layout, last);
    return visible.end < visible.start ? (Range){visible.start, visible.start} : visible;
}

size_t app_percent(const App *app)
{
    const Document *document = &app->document;
    size_t size;

    if (!document->article)
        return 0;
    size = document_size(document);
    if (size == document->article->text.size) {
        while (size && ascii_is_blank(document->article->text.bytes[size - 1]))
            size--;
    }
    if (size == 0)
        return 100;
    size = app_visible(app).end * 100 / size;
    return size > 100 ? 100 : size;
}

void app_show_offset(App *app, size_t offset, Align align)
{
    Document *document = &app->document;
    long rows = app->arrangement.panes[PANE_BODY].rows;
    LinePosition position, last;
    long up = 0;

    if (!document->layout)
        return;
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
    body_scroll_to(app, position);
}

Jump app_here(const App *app)
{
    return (Jump){app->document.top_offset, app->choice.focus == PANE_LIBRARY ? PANE_BODY : app->choice.focus};
}

void app_remember_place(App *app)
{
    jumps_push(&app->document.jumps, app_here(app));
}

void app_remember_list(App *app)
{
    if (app->left_at != NO_OFFSET && app->left_at != app->document.top_offset)
        jumps_push(&app->document.jumps, (Jump){app->left_at, PANE_BODY});
    app->left_at = NO_OFFSET;
    app_remember_place(app);
}

void app_jump(App *app, size_t offset, Align align)
{
    app_remember_place(app);
    app_show_offset(app, offset, align);
}

void app_select_quote(App *app, size_t quote, Align align)
{
    Document *document = &app->document;
    size_t row = document_listed_number(document, quote);

    document->quote_start = document->analysis->quotes.items[quote].range.start;
    if (row)
        app->lists[PANE_QUOTES].selected = row - 1;
    app_show_offset(app, document->quote_start, align);
}

void app_select_mention(App *app, size_t mention, Align align)
{
    Document *document = &app->document;

    document->mention_start = document->analysis->mentions.items[mention].range.start;
    app->lists[PANE_ENTITIES].selected = document->analysis->mentions.items[mention].entity;
    app_show_offset(app, document->mention_start, align);
}

void app_relist(App *app)
{
    Document *document = &app->document;
    size_t quote = document_current_quote(document), entity = document_current_entity(document);
    size_t row = quote == NO_INDEX ? 0 : document_listed_number(document, quote);

    app->lists[PANE_QUOTES] = (ListView){.selected = row ? row - 1 : 0};
    app->lists[PANE_ENTITIES] = (ListView){.selected = entity == NO_INDEX ? 0 : entity};
}

void app_set_filter(App *app, Text speaker)
{
    Document *document = &app->document;

    document->filter = arena_copy(&document->arena, speaker);
    document_list_quotes(document);
    app_relist(app);
    if (speaker.size)
        app_say(app, ROLE_STATUS_INFO, "only %.*s: %zu of %zu quotations; Esc lists all", TEXT_ARGS(speaker),
                document->listed_count, document->speech_count);
}
