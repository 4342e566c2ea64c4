/*
 * A key moves far when a third of what was on the screen or more is passed: half a page, a jump, a match; not a line. On the smallest screens a line
 * is less than that too.
 */
#include "ui/state/zen.h"

#include "ui/state/places.h"

enum { PLACE_MS = 2000, PARTS = 3 };

void zen_note_move(App *app, Range before)
{
    size_t here = app_visible(app).start;
    size_t moved = here > before.start ? here - before.start : before.start - here;

    if (app->choice.zen && moved && moved >= (before.end - before.start) / PARTS)
        app->place_until_ms = app->now_ms + PLACE_MS;
}

bool zen_hides_status(const App *app)
{
    bool keys_wait = app->keys.typed.count || app->keys.count;

    return app->choice.zen && !app->place_until_ms && !app->prompt.line.kind && !app->message.role && !app->popup.id &&
           !keys_wait && !app_is_selecting(app);
}

int zen_timeout_ms(const App *app, int64_t now_ms)
{
    if (!app->place_until_ms)
        return -1;
    return app->place_until_ms > now_ms ? (int)(app->place_until_ms - now_ms) : 0;
}

void zen_tick(App *app, int64_t now_ms)
{
    if (now_ms >= app->place_until_ms)
        app->place_until_ms = 0;
}
