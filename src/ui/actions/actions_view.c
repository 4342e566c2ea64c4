/* What is shown, how wide, which article, which popup; and the way out. */
#include "ui/actions/actions_view.h"

#include "ui/actions/actions_select.h"
#include "ui/popups/popups.h"
#include "ui/state/geometry.h"
#include "ui/state/list_find.h"
#include "ui/opening/opening.h"
#include "ui/opening/pages.h"
#include "ui/opening/remembering.h"
#include "ui/state/selection.h"
#include "ui/opening/streaming.h"
#include "ui/taking/selecting.h"

/* ---- panes and width ---- */

Effects action_focus_pane(App *app, const Call *call)
{
    if (call->argument == PANE_QUOTES && call->count)
        return action_go_to_quote(app, call);
    if (call->argument == PANE_QUOTES && document_current_quote(&app->document) == NO_INDEX)
        app->lists[PANE_QUOTES].selected = action_listed_row_from(app, +1);
    app_focus(app, (PaneId)call->argument);
    return EFFECT_NONE;
}

/* The order of Tab: as the panes stand, from left to right. */
static const unsigned char pane_order[PANE_COUNT] = {
#define PANE(ID, name, what, keys, TAB, WIDE, NARROW) [TAB] = PANE_##ID,
#include "keys/panes.def"
};

Effects action_focus_neighbour(App *app, const Call *call)
{
    int at = 0;

    while (pane_order[at] != app->choice.focus)
        at++;
    for (int i = 1; i < PANE_COUNT; i++) {
        PaneId pane = (PaneId)pane_order[(at + PANE_COUNT + call->direction * i) % PANE_COUNT];
        bool one_at_a_time = app->arrangement.shape <= SHAPE_DRAWER;

        if (one_at_a_time ? app->choice.shown[pane] || pane == PANE_BODY : app_shows(app, pane)) {
            app_focus(app, pane);
            break;
        }
    }
    return EFFECT_NONE;
}

/* To the nearest pane whose columns lie left (right) of the focused one's. */
Effects action_focus_sideways(App *app, const Call *call)
{
    const Arrangement *arrangement = &app->arrangement;
    Rect here = arrangement->panes[app->choice.focus];
    int best_distance = app->columns + 1;
    PaneId best = app->choice.focus;

    if (arrangement->shape <= SHAPE_DRAWER)
        return action_focus_neighbour(app, call);
    for (int pane = 0; pane < PANE_COUNT; pane++) {
        Rect area = arrangement->panes[pane];
        int distance = call->direction * (area.column - here.column);

        if (area.rows && distance > 0 && distance < best_distance) {
            best_distance = distance;
            best = (PaneId)pane;
        }
    }
    app_focus(app, best);
    return EFFECT_NONE;
}

Effects action_toggle_pane(App *app, const Call *call)
{
    PaneId pane = (PaneId)call->argument;

    app->choice.zen = false;
    app->choice.shown[pane] = !app_shows(app, pane);
    if (!app->choice.shown[pane] && app->choice.focus == pane)
        app->choice.focus = PANE_BODY;
    app_resize(app, app->rows, app->columns);
    if (app->choice.shown[pane] && !app_shows(app, pane))
        app_focus(app, pane);
    return EFFECT_NONE;
}

/* The screen itself will not tell it any more. */
static void say_way_out(App *app)
{
    Arena scratch = {0};
    Text keys = keymap_keys_of(&app->config->keymap, CONTEXT_ALL, ACTION_ZEN, 1, &scratch);

    if (keys.size)
        app_say(app, ROLE_STATUS_INFO, "the text alone; %.*s brings all back", TEXT_ARGS(keys));
    arena_release(&scratch);
}

Effects action_zen(App *app, const Call *call)
{
    (void)call;
    app->choice.zen = !app->choice.zen;
    app->choice.focus = PANE_BODY;
    app->place_until_ms = 0;
    app_resize(app, app->rows, app->columns);
    if (app->choice.zen)
        say_way_out(app);
    return EFFECT_NONE;
}

Effects action_change_measure(App *app, const Call *call)
{
    int wanted =
        call->direction ? app->measure_columns + call->direction * call_times(call) : app->config->measure_columns;
    int most = app->config->measure_columns > MEASURE_MOST ? app->config->measure_columns : MEASURE_MOST, fits;

    app->measure_columns = wanted < MEASURE_LEAST ? MEASURE_LEAST : wanted > most ? most : wanted;
    app_resize(app, app->rows, app->columns);
    fits = arrangement_measure(&app->arrangement, app->measure_columns);
    if (fits < app->measure_columns)
        app_say(app, ROLE_STATUS_INFO, "measure %d; the window has room for %d", app->measure_columns, fits);
    else
        app_say(app, ROLE_STATUS_INFO, "measure %d", app->measure_columns);
    return EFFECT_NONE;
}

/* ---- articles ---- */

Effects action_move_article(App *app, const Call *call)
{
    size_t count = app->library->entries.count;
    long wanted = (long)app->entry + (long)call->direction * call_times(call);

    wanted = wanted < 0 ? 0 : wanted >= (long)count ? (long)count - 1 : wanted;
    if (count == 0 || (size_t)wanted == app->entry)
        app_say(app, ROLE_STATUS_INFO, call->direction > 0 ? "this is the last article" : "this is the first article");
    else
        app_open(app, (size_t)wanted);
    return EFFECT_NONE;
}

Effects action_next_unread(App *app, const Call *call)
{
    size_t entry = remembering_next_unread(app);

    (void)call;
    if (entry == NO_INDEX)
        app_say(app, ROLE_STATUS_INFO, "no other article is unread");
    else
        app_open(app, entry);
    return EFFECT_NONE;
}

Effects action_toggle_read(App *app, const Call *call)
{
    bool in_list = app->choice.focus == PANE_LIBRARY && app->lists[PANE_LIBRARY].selected < app->library->entries.count;

    (void)call;
    remembering_toggle_read(app, in_list ? app->lists[PANE_LIBRARY].selected : app->entry);
    return EFFECT_NONE;
}

/* What could not be read has no source here that quoin could go by; others show it. */
static void say_unread(App *app)
{
    const Keymap *keymap = &app->config->keymap;
    Arena scratch = {0};
    Text editor = keymap_keys_of(keymap, CONTEXT_ALL, ACTION_EDIT, 1, &scratch);
    Text browser = keymap_keys_of(keymap, CONTEXT_ALL, ACTION_BROWSE, 1, &scratch);

    app_say(app, ROLE_STATUS_WARNING, "it was not read; %.*s shows it in the editor, %.*s in the browser",
            TEXT_ARGS(editor), TEXT_ARGS(browser));
    arena_release(&scratch);
}

Effects action_toggle_source(App *app, const Call *call)
{
    (void)call;
    if (has_article(app))
        app_toggle_source(app);
    else if (app->failure.problems.count)
        say_unread(app);
    else
        app_say(app, ROLE_STATUS_INFO, "no article is open");
    return EFFECT_NONE;
}

/* Where nothing has come, and nothing else is there to be read, there is nothing to stay for; a page can be asked for again. */
Effects action_stop_reading(App *app, const Call *call)
{
    (void)call;
    if (pages_stop(app)) {
        app_say(app, ROLE_STATUS_INFO, "%.*s is not waited for any more", TEXT_ARGS(app->pages.address));
        return EFFECT_NONE;
    }
    if (!document_may_grow(&app->document)) {
        app_say(app, ROLE_STATUS_INFO, "nothing is coming that could be stopped");
        return EFFECT_NONE;
    }
    if (app->library->entries.count == 1 && app->document.stream->bytes.size == 0 &&
        !app->library->entries.items[0].is_page)
        return EFFECT_QUIT;
    app_say(app, ROLE_STATUS_INFO, "read no further");
    streaming_end(app);
    return EFFECT_NONE;
}

/* Of what is selected, else of what is at the top; of a file with mistakes, which is not open, of the first. */
static size_t line_to_edit(App *app)
{
    const Problem *first = report_first(&app->failure);

    return app->document.article ? document_source_line(&app->document) : first ? first->line : 0;
}

Effects action_edit(App *app, const Call *call)
{
    const LibraryEntry *entry =
        app->entry < app->library->entries.count ? &app->library->entries.items[app->entry] : NULL;

    (void)call;
    if (!entry) {
        app_say(app, ROLE_STATUS_INFO, "no article is open");
        return EFFECT_NONE;
    }
    if (entry->stream) {
        app_say(app, ROLE_STATUS_INFO,
                entry->is_page ? "a page of the web has no file here; quoin import -o FILE ADDRESS makes one"
                               : "what came as a stream has no file here; save it to one first");
        return EFFECT_NONE;
    }
    if (!path_exists(entry->path)) {
        app_say(app, ROLE_STATUS_WARNING,
                app->document.article ? "the file is gone; :save or :export writes the article to another"
                                      : "the file is gone");
        return EFFECT_NONE;
    }
    app->edit_line = line_to_edit(app);
    return EFFECT_EDIT;
}

Effects action_reload(App *app, const Call *call)
{
    (void)call;
    if (app->library->entries.count == 0)
        return EFFECT_NONE;
    if (app->library->entries.items[app->entry].is_page)
        pages_ask(app, app->library->entries.items[app->entry].path.text);
    else if (app->library->entries.items[app->entry].stream)
        app_say(app, ROLE_STATUS_INFO, "what came as a stream can be read only once; :save keeps it in a file");
    else
        app_reload(app);
    return EFFECT_NONE;
}

/* ---- the program ---- */

Effects action_open_popup(App *app, const Call *call)
{
    popup_open(app, (PopupId)call->argument);
    return EFFECT_NONE;
}

Effects action_command(App *app, const Call *call)
{
    (void)call;
    prompt_clear(&app->prompt.line, PROMPT_COMMAND);
    return EFFECT_NONE;
}

Effects action_full_text(App *app, const Call *call)
{
    (void)call;
    app_ask_full_text(app);
    return EFFECT_NONE;
}

Effects action_open(App *app, const Call *call)
{
    (void)call;
    (void)prompt_set(&app->prompt.line, PROMPT_COMMAND, TEXT("open "));
    return EFFECT_NONE;
}

Effects action_toggle_light_dark(App *app, const Call *call)
{
    Variant wanted = app->themes.variant == VARIANT_DARK ? VARIANT_LIGHT : VARIANT_DARK;

    (void)call;
    theme_choice_use_variant(&app->themes, wanted == VARIANT_DARK ? CHOICE_DARK : CHOICE_LIGHT);
    if (app->themes.variant != wanted)
        app_say(app, ROLE_STATUS_INFO, "the theme %.*s has no %s form", TEXT_ARGS(app->themes.theme->id),
                wanted == VARIANT_DARK ? "dark" : "light");
    return EFFECT_NONE;
}

Effects action_redraw(App *app, const Call *call)
{
    (void)app;
    (void)call;
    return EFFECT_REDRAW;
}

/* What is listed is that of the selected name: it was selected first. */
static bool filters_selected_name(const Document *document)
{
    size_t entity = document_current_entity(document);

    return entity != NO_INDEX && document->listed.filter.size &&
           text_equal_ignoring_case(document->listed.filter, document->analysis->entities.items[entity].name);
}

/* Escape takes back one thing a time, the newest first in a reader's mind: selection, search, selected link or name, filter,
 * selected quotation; of a name whose quotations are listed, the filter before the name. */
Effects action_clear(App *app, const Call *call)
{
    Document *document = &app->document;

    (void)call;
    if (list_find_is_on(app)) {
        list_find_end(app);
    } else if (document->passage.unit != PASSAGE_NONE) {
        selecting_end(app);
    } else if (document->search.pattern.size) {
        search_end(&document->search);
    } else if (document->link_start != NO_OFFSET) {
        document->link_start = NO_OFFSET;
    } else if (document->mention_start != NO_OFFSET && !filters_selected_name(document)) {
        document->mention_start = NO_OFFSET;
    } else if (document->listed.filter.size) {
        app_set_filter(app, (Text){0}, false);
    } else if (app->choice.focus != PANE_BODY) {
        app_focus(app, PANE_BODY);
    } else {
        document->quote_start = NO_OFFSET;
    }
    return EFFECT_NONE;
}

Effects action_close_view(App *app, const Call *call)
{
    if (list_find_is_on(app))
        return action_clear(app, call);
    if (app->choice.focus == PANE_BODY && document_shows_source(&app->document)) {
        app_toggle_source(app);
        return EFFECT_NONE;
    }
    if (app->choice.zen) {
        app->choice.zen = false;
        app_resize(app, app->rows, app->columns);
        return EFFECT_NONE;
    }
    if (app->choice.focus != PANE_BODY) {
        app_focus(app, PANE_BODY);
        return EFFECT_NONE;
    }
    if (app->document.passage.unit != PASSAGE_NONE || app->document.search.pattern.size ||
        app->document.listed.filter.size)
        return action_clear(app, call);
    return EFFECT_QUIT;
}

Effects action_leave(App *app, const Call *call)
{
    (void)app;
    return (Effects)call->argument;
}
