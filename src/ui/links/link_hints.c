/*
 * Nine links or fewer have one letter, 81 two, and so on: the digits of their place among those on the screen, written with nine letters. Neighbours
 * differ in the last one:
 *
 *     12 links     aa as ad af ag ah aj ak al sa ss sd
 *
 * Nothing is kept but what was typed; what is on the screen tells the rest. So a resize or more of the text does no harm.
 */
#include "ui/links/link_hints.h"

#include "ui/state/geometry.h"
#include "ui/links/links.h"

static const char home_row[] = "asdfghjkl";
enum { LETTERS = sizeof home_row - 1 };

static size_t letters_for(size_t count)
{
    size_t letters = 1;

    for (size_t told = LETTERS; told < count && letters < HINT_LETTERS_MOST; told *= LETTERS)
        letters++;
    return letters;
}

/* The letters of the link at a place among `count`. */
static size_t write_letters(size_t place, size_t count, char letters[HINT_LETTERS_MOST])
{
    size_t size = letters_for(count);

    for (size_t i = size; i-- > 0; place /= LETTERS)
        letters[i] = home_row[place % LETTERS];
    return size;
}

size_t link_hint_letters(const App *app, size_t link, char letters[HINT_LETTERS_MOST])
{
    Range shown = app_shown_links(app);
    size_t size;

    if (!app->hints.shown || !range_contains(shown, link))
        return 0;
    size = write_letters(link - shown.start, range_size(shown), letters);
    return size >= app->hints.count && memcmp(letters, app->hints.typed, app->hints.count) == 0 ? size : 0;
}

static void say_how(App *app)
{
    Text typed = {app->hints.typed, app->hints.count};

    app_say(app, ROLE_STATUS_INFO, "open a link: type its letters%s%.*s; Esc leaves", typed.size ? ": " : "",
            TEXT_ARGS(typed));
}

void link_hints_show(App *app)
{
    if (!app->document.article || !app->document.layout) {
        app_say(app, ROLE_STATUS_INFO, "no article is open");
        return;
    }
    if (!app_shows(app, PANE_BODY))
        app_focus(app, PANE_BODY);
    app_find_shown_links(app);
    app->hints = (HintState){.shown = !range_is_empty(app_shown_links(app))};
    if (app->hints.shown)
        say_how(app);
    else
        app_say(app, ROLE_STATUS_INFO, "no link is on the screen");
}

/* The links that can still be meant; `*only`: the last of them. */
static size_t matches(const App *app, size_t *only, bool *is_whole)
{
    Range shown = app_shown_links(app);
    char letters[HINT_LETTERS_MOST];
    size_t count = 0;

    for (size_t link = shown.start; link < shown.end; link++) {
        size_t size = link_hint_letters(app, link, letters);

        if (size == 0)
            continue;
        *only = link;
        *is_whole = size == app->hints.count;
        count++;
    }
    return count;
}

static Effects type(App *app, char letter)
{
    HintState *hints = &app->hints;
    bool is_whole = false;
    size_t link = NO_INDEX;

    if (hints->count < HINT_LETTERS_MOST)
        hints->typed[hints->count++] = letter;
    app_find_shown_links(app);
    if (matches(app, &link, &is_whole) == 0) {
        hints->count--;
        app_say(app, ROLE_STATUS_WARNING, "no link has that letter; Esc leaves");
        return EFFECT_NONE;
    }
    if (!is_whole) {
        say_how(app);
        return EFFECT_NONE;
    }
    *hints = (HintState){0};
    app_select_link(app, link, ALIGN_NEAREST);
    return app_follow_link(app, link);
}

Effects link_hints_key(App *app, Key key)
{
    if (key.modifiers == 0 && key.code < 0x80 && ascii_is_alpha((char)key.code))
        return type(app, ascii_to_lower((char)key.code));
    if (key.code == KEY_SPECIAL_BACKSPACE && app->hints.count) {
        app->hints.count--;
        say_how(app);
        return EFFECT_NONE;
    }
    app->hints = (HintState){0};
    return EFFECT_NONE;
}
