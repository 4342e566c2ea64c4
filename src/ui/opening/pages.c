/*
 * A page is looked at when something comes (the loop waits for one descriptor), and a few times a second: then the others are, programs that say much
 * are listened to, and the sign in the status line turns.
 */
#include "ui/opening/pages.h"

#include "article/page_address.h"
#include "library/fetch.h"
#include "ui/opening/opening.h"

enum { LOOK_MS = 150, HOST_MOST = 40 };

bool pages_are_asked(const App *app)
{
    return app->pages.asked != NULL;
}

bool pages_stop(App *app)
{
    File *stream = app->pages.asked;

    app->pages.asked = NULL;
    if (stream)
        file_close(stream);
    return stream != NULL;
}

void pages_ask(App *app, Text address)
{
    (void)pages_stop(app);
    app->pages.asked = library_get_page(app->library, address);
    app->pages.address = app->pages.asked->address; /* which lives as long as the library; where it leads is another */
    app->pages.coming = true;
}

int pages_descriptor(const App *app)
{
    return app->pages.asked ? app->pages.asked->descriptor : -1;
}

void pages_take(App *app)
{
    if (pages_descriptor(app) >= 0)
        (void)file_take_stream(app->pages.asked);
}

/* ---- when it has come ---- */

/* Can it be read at all? It is read once more when it is opened. */
static bool is_readable(const App *app, const File *stream, Report *report)
{
    Document trial;
    bool good = document_open(&trial, app->pages.address, stream, app->options.form, app->options.charset, report);

    document_close(&trial);
    return good;
}

static void keep(App *app, File *stream)
{
    File *before;
    size_t entry = library_keep_page(app->library, app->pages.address, stream, &before);

    app_open(app, entry);
    if (before && before != stream)
        file_close(before);
}

/* True: it was opened. */
static bool finish(App *app)
{
    File *stream = app->pages.asked;
    Arena scratch = {0};
    Report report;
    bool good;

    app->pages.asked = NULL;
    report_init(&report, &scratch, app->pages.address);
    good = is_readable(app, stream, &report);
    if (good) {
        keep(app, stream);
    } else {
        app_say(app, ROLE_STATUS_ERROR, "%.*s: %.*s", TEXT_ARGS(page_address_host(app->pages.address)),
                TEXT_ARGS(report_first(&report)->message));
        file_close(stream);
    }
    arena_release(&scratch);
    return good;
}

/* All of it is there, and nobody is typing something that is about the article which is open: that would be lost, or said of another. */
static bool may_open(const App *app)
{
    return app->pages.asked && app->pages.asked->descriptor < 0 && !app->prompt.line.kind;
}

int pages_timeout_ms(const App *app, int64_t now_ms)
{
    int64_t at_ms = app->pages.looked_ms + LOOK_MS;

    if (may_open(app))
        return 0;
    if (!app->pages.asked && !app->pages.coming)
        return -1;
    return at_ms > now_ms ? (int)(at_ms - now_ms) : 0;
}

bool pages_tick(App *app, int64_t now_ms)
{
    if (pages_timeout_ms(app, now_ms) != 0)
        return false;
    app->pages.looked_ms = now_ms;
    app->pages.coming = library_take_pages(app->library, app->entry);
    if (!app->pages.asked)
        return false;
    fetch_listen(app->pages.asked);
    return may_open(app) && finish(app);
}

/* ---- what is said of it ---- */

Text pages_progress(const App *app, const File *stream, size_t came, Arena *arena)
{
    static const char turning[] = {'|', '/', '-', '\\'};
    char sign = turning[(uint64_t)(app->pages.looked_ms / LOOK_MS) % COUNT_OF(turning)];
    Text host = arena_shortened(arena, page_address_host(stream->address), HOST_MOST);

    if (came < 1024)
        return arena_printf(arena, "%c %.*s… %zu bytes", sign, TEXT_ARGS(host), came);
    return arena_printf(arena, "%c %.*s… %zu KB", sign, TEXT_ARGS(host), came / 1024);
}

Text pages_status(const App *app, Arena *arena)
{
    return app->pages.asked ? pages_progress(app, app->pages.asked, app->pages.asked->bytes.size, arena) : (Text){0};
}
