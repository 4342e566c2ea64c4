/*
 * When to show what has come: at once when it fills the first screen, or when it is all; else when it has been silent for SILENT_MS, or some time
 * after the last time, which is longer for a longer text, so that reading it from its beginning takes a small part of the time:
 *
 *     0 ms   2 KB come     a screenful: shown
 *     30     90 KB more
 *     110                  shown: 100 ms and 0 for the 2 KB before
 *     120    the end       shown
 *
 * The analysis costs more than that, and is done again when nothing has come for longer.
 */
#include "ui/opening/streaming.h"

#include "ui/state/geometry.h"
#include "ui/opening/opening.h"
#include "ui/opening/pages.h"
#include "ui/opening/remembering.h"
#include "ui/state/scroll.h"
#include "ui/state/selection.h"

enum {
    SILENT_MS = 100,
    READ_BYTES_A_MS = 8 * 1024, /* to be waited for so long: a multiple of what reading takes */
    REST_MS = 250,
    ANALYSED_BYTES_A_MS = 2 * 1024
};

void streaming_begin(App *app)
{
    app->streaming = (Streaming){.follow = NO_OFFSET};
}

int streaming_descriptor(const App *app)
{
    if (pages_descriptor(app) >= 0)
        return pages_descriptor(app);
    return app->document.stream ? app->document.stream->descriptor : -1;
}

void streaming_take(App *app, int64_t now_ms)
{
    File *stream = app->library->entries.count ? app->library->entries.items[app->entry].stream : NULL;

    pages_take(app);
    if (pages_are_asked(app) && stream && stream->address.size == 0) /* it may wait: only a page never does */
        return;
    if (!stream || app->document.stream != stream || file_take_stream(stream) == STREAM_IS_SILENT)
        return;
    app->streaming.came_ms = now_ms;
    app->document.rests = false;
}

/* ---- when ---- */

/* Has so much come as the screen can show? */
static bool is_screenful(const App *app)
{
    Text text = app->document.stream->bytes;
    int lines = 0;

    if (text.size >= (size_t)app->rows * (size_t)app->columns)
        return true;
    for (size_t at = 0; at < text.size && lines < app->rows; at++)
        lines += text.bytes[at] == '\n';
    return lines >= app->rows;
}

/* The source stays as it is while it is shown. */
static bool is_behind(const App *app)
{
    const Document *document = &app->document;

    return document_may_grow(document) && !document_shows_source(document) &&
           (document->stream->descriptor < 0 || document->came < document->stream->bytes.size);
}

/* When to show what has come. */
static int64_t show_ms(const App *app)
{
    const Document *document = &app->document;
    int64_t next_ms = app->streaming.shown_ms + SILENT_MS + (int64_t)(document->came / READ_BYTES_A_MS);

    if (document->stream->descriptor < 0 || (document->came == 0 && is_screenful(app)))
        return app->streaming.came_ms;
    return document->came ? next_ms : app->streaming.came_ms + SILENT_MS;
}

/* When what is there is worth an analysis. */
static int64_t rest_ms(const App *app)
{
    return app->streaming.came_ms + REST_MS + (int64_t)(app->document.stream->bytes.size / ANALYSED_BYTES_A_MS);
}

int streaming_timeout_ms(const App *app, int64_t now_ms)
{
    int64_t at_ms;

    if (is_behind(app))
        at_ms = show_ms(app);
    else if (document_may_grow(&app->document) && app->document.article && !app->document.rests)
        at_ms = rest_ms(app);
    else
        return -1;
    return at_ms > now_ms ? (int)(at_ms - now_ms) : 0;
}

/* ---- what ---- */

/* Where the text stands, or stood when the search began that is being typed: there it returns for each letter. */
static size_t *place(App *app)
{
    return app->prompt.line.kind == PROMPT_SEARCH ? &app->prompt.top : &app->document.top_offset;
}

/* The end stays on the screen; what a search shows meanwhile does too. */
static void go_to_end(App *app)
{
    size_t shown = app->document.top_offset;
    bool is_elsewhere = shown != app->streaming.follow;

    scroll_to(app, layout_last(app->document.layout));
    streaming_follow(app);
    *place(app) = app->document.top_offset;
    if (is_elsewhere)
        scroll_to(app, document_offset_position(&app->document, shown));
}

static void show(App *app)
{
    Document *document = &app->document;
    bool follows = app->streaming.follow != NO_OFFSET && app->streaming.follow == *place(app);
    const Analysis *before = document->analysis;

    if (!document_grow(document, &app->failure) && !document->ended)
        return;
    if (document->ended)
        report_sort(&app->failure);
    if (document->ended && document->article)
        library_note(app->library, app->entry, document->article);
    if (document->ended && document->article)
        remembering_begin(app, NULL);
    if (document->ended && document->article)
        message_say_first_problem(&app->message, &app->failure);
    if (document->ended && document->article)
        app_tell_page(app);
    if (document->analysis != before)
        app_relist(app);
    if (app->rows)
        app_resize(app, app->rows, app->columns);
    if (follows && document->layout)
        go_to_end(app);
}

bool streaming_tick(App *app, int64_t now_ms)
{
    if (streaming_timeout_ms(app, now_ms) != 0)
        return false;
    if (!is_behind(app)) {
        app->document.rests = true;
        return false;
    }
    show(app);
    app->streaming.shown_ms = now_ms;
    return true;
}

bool streaming_end(App *app)
{
    File *stream = app->library->entries.count ? app->library->entries.items[app->entry].stream : NULL;

    if (!stream || !document_may_grow(&app->document))
        return false;
    file_end_stream(stream);
    if (is_behind(app))
        show(app);
    return true;
}

void streaming_follow(App *app)
{
    app->streaming.follow = document_may_grow(&app->document) ? app->document.top_offset : NO_OFFSET;
}

Text streaming_status(const App *app, Arena *arena)
{
    size_t size = app->document.came;

    if (!document_may_grow(&app->document))
        return (Text){0};
    if (app->document.stream->address.size)
        return pages_progress(app, app->document.stream, app->document.stream->bytes.size, arena);
    if (size == 0)
        return TEXT("waiting…");
    if (size < 1024)
        return arena_printf(arena, "reading… %zu bytes", size);
    return size < 10240 * 1024 ? arena_printf(arena, "reading… %zu KB", size / 1024)
                               : arena_printf(arena, "reading… %zu MB", size / 1024 / 1024);
}
