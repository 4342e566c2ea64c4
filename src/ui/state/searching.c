/* A search is typed, found as it is typed, and kept or left; then it is repeated. */
#include "ui/state/searching.h"

#include <string.h>

#include "ui/state/places.h"
#include "ui/state/scroll.h"

static void say_not_found(App *app)
{
    app_say(app, ROLE_STATUS_WARNING, "\"%.*s\" is not in this text", TEXT_ARGS(app->document.search.pattern));
}

void app_show_match(App *app)
{
    const Search *search = &app->document.search;

    if (search->outcome == SEARCH_NONE) {
        if (!app->prompt.line.kind)
            say_not_found(app);
        return;
    }
    app_show_offset(app, search->current.start, ALIGN_NEAREST);
    if (search->outcome == SEARCH_FOUND_WRAPPED && !app->prompt.line.kind)
        app_say(app, ROLE_STATUS_INFO,
                search->backwards ? "search went on from the end" : "search went on from the start");
}

void app_seek(App *app, size_t from, bool backwards)
{
    if (search_seek(&app->document.search, app->document.shown, from, backwards) != SEARCH_GOES_ON)
        app_show_match(app);
}

static void remember_search(App *app, Text pattern)
{
    size_t size = pattern.size < PROMPT_BYTES ? pattern.size : PROMPT_BYTES;

    memcpy(app->prompt.last_search.bytes, pattern.bytes, size);
    app->prompt.last_search.size = size;
}

void app_repeat_search(App *app)
{
    if (app->prompt.last_search.size == 0) {
        app_say(app, ROLE_STATUS_INFO, "nothing was searched for yet; / searches");
        return;
    }
    search_begin(&app->document.search, prompt_text(&app->prompt.last_search), app_visible(app).start);
    app_seek(app, app_visible(app).start, false);
}

/* ---- while it is typed ---- */

void searching_open(App *app)
{
    prompt_clear(&app->prompt.line, PROMPT_SEARCH);
    app->document.search.origin = app_visible(app).start;
    app->prompt.top = app->document.top_offset;
    app->find.missed = NULL;
}

/* Where the text stood when the search began. */
static void return_to_origin(App *app)
{
    app->document.top_offset = app->prompt.top;
    if (app->document.layout)
        scroll_to_place(app);
}

/* Each pattern is looked for from where the search began: what its beginning found does not hold the text
 * when it is found nowhere. */
void searching_type(App *app)
{
    size_t origin = app->document.search.origin;

    return_to_origin(app);
    search_begin(&app->document.search, prompt_text(&app->prompt.line), origin);
    if (app->prompt.line.size)
        app_seek(app, origin, false);
}

void searching_accept(App *app)
{
    Range match = app->document.search.current;

    if (app->prompt.line.size == 0) {
        app_repeat_search(app);
        return;
    }
    remember_search(app, prompt_text(&app->prompt.line));
    if (range_is_empty(match) && !app->document.search.seeking)
        say_not_found(app);
    else
        jumps_push(&app->document.jumps, (Jump){app->prompt.top, JUMP_FROM_TEXT});
}

void searching_cancel(App *app)
{
    search_end(&app->document.search);
    return_to_origin(app);
}
