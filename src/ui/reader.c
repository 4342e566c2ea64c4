/* Beginning and end, keys, time, and what is done between them. A key goes to what is typed into, else through the key map to an action. */
#include "ui/reader.h"

#include "ui/actions/actions.h"
#include "ui/command_line.h"
#include "ui/panes/pane.h"
#include "ui/popups/popups.h"
#include "ui/links/link_hints.h"
#include "ui/links/links.h"
#include "ui/notes/correcting.h"
#include "ui/notes/note_line.h"
#include "ui/notes/noting.h"
#include "ui/notes/who_is_who.h"
#include "ui/opening/opening.h"
#include "ui/opening/pages.h"
#include "ui/opening/remembering.h"
#include "ui/state/places.h"
#include "ui/state/searching.h"
#include "ui/state/selection.h"
#include "ui/state/zen.h"
#include "ui/taking/dragging.h"

enum { WORK_BYTES = 64 * 1024 };

/* ---- beginning and end ---- */

static void begin_themes(App *app)
{
    const AppOptions *options = &app->options;

    app->themes = (ThemeChoice){.source = options->themes,
                                .ids = options->theme_ids,
                                .count = options->theme_count,
                                .background = options->variant};
    theme_choice_begin(&app->themes, options->theme.size ? options->theme : app->config->theme, app->config->variant,
                       &app->message);
}

/* What is to be continued is offered, and open already where that costs nothing: an address is asked for by a key. */
static void open_first(App *app)
{
    size_t count = app->library->entries.count, first = 0;

    if (count == 0)
        return;
    while (app->options.continues && first + 1 < count && app->library->entries.items[first].is_page)
        first++;
    app_open(app, first);
    if (!app->options.continues)
        return;
    app->lists[PANE_LIBRARY].selected = 0;
    app->choice.focus = PANE_LIBRARY;
}

void app_init(App *app, const AppOptions *options)
{
    const Config *config = options->config;

    *app = (App){.options = *options, .config = config, .library = options->library};
    app->document.file.descriptor = -1;
    app->message_log.minute_of_day = options->minute_of_day;
    app->message_log.keys = keymap_keys_of(&config->keymap, CONTEXT_ALL, ACTION_MESSAGES, 1, &app->arena);
    app->message.log = &app->message_log;
    app->measure_columns = config->measure_columns;
    app->names = config->names;
    for (int pane = 0; pane < PANE_COUNT; pane++)
        app->choice.shown[pane] = config->panes[pane];
    for (int type = 0; type < ENTITY_TYPE_COUNT; type++)
        app->marked[type] = type != ENTITY_MISC;
    begin_themes(app);
    open_first(app);
}

void app_release(App *app)
{
    (void)pages_stop(app);
    document_memory_release(&app->memory.document);
    document_close(&app->document);
    theme_choice_release(&app->themes);
    arena_release(&app->failure_arena);
    arena_release(&app->noting.arena);
    arena_release(&app->noting.places_arena);
    arena_release(&app->noting.sources_arena);
    arena_release(&app->noting.line_arena);
    arena_release(&app->noting.undo_arena);
    arena_release(&app->noting.unkept.arena);
    arena_release(&app->address_arena);
    message_log_release(&app->message_log);
    for (size_t i = 0; i < app->places.count; i++) {
        if (app->places.items[i].place)
            place_words_release(app->places.items[i].place);
    }
    history_release(&app->prompt.commands);
    history_release(&app->prompt.searches);
    arena_release(&app->out.arena);
    arena_release(&app->output.arena);
    arena_release(&app->why.arena);
    arena_release(&app->find.arena);
    arena_release(&app->arena);
}

/* ---- keys ---- */

static Effects finish_popup(App *app, PopupResult result)
{
    return result.effects | (result.action ? app_run(app, result.action, result.count, 0) : EFFECT_NONE);
}

/* Keys that are typed at a list before it is there mean its rows: it is made first. */
static void need_list(App *app)
{
    bool is_found = app->choice.focus == PANE_QUOTES || app->choice.focus == PANE_ENTITIES;

    if (!is_found || app->document.analysis || !document_need_analysis(&app->document, app_visible(app)))
        return;
    (void)noting_need(app);
    correcting_apply(app);
    app_relist(app);
}

static Effects run_result(App *app, KeyResult result)
{
    if (result.outcome != KEY_ACTION)
        return EFFECT_NONE;
    if (app->popup.id)
        return finish_popup(app, popup_run(app, result.action, result.count > 0 ? result.count : 0));
    need_list(app);
    return app_run(app, result.action, result.count, result.character);
}

/* "gj", of which the last key alone may do something. */
static void say_unbound(App *app, KeySequence typed, Key key)
{
    Arena scratch = {0};
    Text name;

    if (typed.count < MOST_BINDING_KEYS)
        typed.keys[typed.count++] = key;
    name = key_sequence_format(&typed, &scratch);

    app_say(app, ROLE_STATUS_INFO, "%.*s does nothing here; ? shows the keys", TEXT_ARGS(name));
    arena_release(&scratch);
}

/* Is something typed, for which keys are letters? */
static bool is_typing(const App *app)
{
    return app->prompt.line.kind || app->hints.shown || (app->popup.id && popup_ops(app->popup.id)->typed);
}

/* Everywhere: no line that is typed has a use for that key. */
static bool suspends(const App *app, Key key)
{
    const Binding *binding = keymap_find(&app->config->keymap, CONTEXT_ALL, &(KeySequence){.keys = {key}, .count = 1});

    return key.modifiers == MODIFIER_CTRL && binding && binding->action == ACTION_SUSPEND;
}

static bool is_bound(const App *app, Key key)
{
    return keymap_takes(&app->config->keymap, &app->keys, app_key_context(app), key);
}

/*
 * Many terminals send one byte for two keys. Where the other one alone is bound, that is meant: a terminal that tells them apart has ^I as Tab for
 * whoever gave it no meaning of its own, and one that does not runs for Tab what a configuration has for ^I.
 */
static Key meant_key(const App *app, Key key)
{
    static const Key pairs[][2] = {{{KEY_SPECIAL_TAB, 0}, {'i', MODIFIER_CTRL}},
                                   {{KEY_SPECIAL_ENTER, 0}, {'m', MODIFIER_CTRL}},
                                   {{KEY_SPECIAL_ESCAPE, 0}, {'[', MODIFIER_CTRL}}};

    if (key.modifiers == MODIFIER_SHIFT && key.code >= KEY_FIRST_SPECIAL && !is_bound(app, key) &&
        (key.code == KEY_SPECIAL_ENTER || key.code == KEY_SPECIAL_BACKSPACE || key.code == KEY_SPECIAL_ESCAPE))
        key.modifiers = 0;
    for (size_t i = 0; i < COUNT_OF(pairs); i++) {
        if (key_equal(key, pairs[i][1]) && (is_typing(app) || !is_bound(app, key)))
            return pairs[i][0];
        if (key_equal(key, pairs[i][0]) && !app->options.tells_apart && !is_typing(app) && is_bound(app, pairs[i][1]))
            return pairs[i][1];
    }
    return key;
}

/* Escape and a key that came in one packet look like that key with Meta. They are those two where nothing is bound to the one. */
static bool is_split(const App *app, Key key)
{
    return (key.modifiers & MODIFIER_META) && (is_typing(app) || !is_bound(app, key));
}

static Effects escape_and(App *app, Key key, int64_t now_ms)
{
    Effects effects = app_key(app, (Key){.code = KEY_SPECIAL_ESCAPE}, now_ms);

    key.modifiers &= (unsigned char)~MODIFIER_META;
    return effects & EFFECT_QUIT ? effects : effects | app_key(app, key, now_ms);
}

static Effects take_key(App *app, Key key, int64_t now_ms)
{
    KeySequence typed;
    KeyResult result;

    app->now_ms = now_ms;
    (void)remembering_go_on(app);
    app->message.role = ROLE_NONE;
    app->show_continuations = false;
    app->prompt.show_candidates = false;
    key = meant_key(app, key);
    if (is_split(app, key))
        return escape_and(app, key, now_ms);
    if (is_typing(app) && suspends(app, key))
        return EFFECT_SUSPEND;
    if (app->prompt.line.kind == PROMPT_NOTE)
        return note_line_key(app, key);
    if (app->prompt.line.kind == PROMPT_SPEAKER)
        return correcting_key(app, key);
    if (app->prompt.line.kind == PROMPT_SAME || app->prompt.line.kind == PROMPT_APART)
        return who_key(app, key);
    if (app->prompt.line.kind)
        return command_line_key(app, key);
    if (app->hints.shown)
        return link_hints_key(app, key);
    if (app->popup.id && popup_ops(app->popup.id)->typed)
        return finish_popup(app, popup_type(app, key));
    typed = app->keys.typed;
    result = keymap_feed(&app->config->keymap, &app->keys, app_key_context(app), key, now_ms);
    if (result.outcome == KEY_UNBOUND)
        say_unbound(app, typed, key);
    return run_result(app, result);
}

Effects app_key(App *app, Key key, int64_t now_ms)
{
    Range before = app_visible(app);
    Effects effects = take_key(app, key, now_ms);

    zen_note_move(app, before);

    app_look_for_change(app);
    return effects;
}

Effects app_paste(App *app, uint32_t code_point, int64_t now_ms)
{
    bool is_typed = app->prompt.line.kind || (app->popup.id && popup_ops(app->popup.id)->typed);

    return is_typed ? app_key(app, (Key){.code = code_point}, now_ms) : EFFECT_NONE;
}

static int keys_timeout_ms(const App *app, int64_t now_ms)
{
    int timeout = keymap_timeout_ms(&app->config->keymap, &app->keys, app_key_context(app), now_ms);
    int64_t popup = app->keys.since_ms + KEY_POPUP_MS - now_ms;

    if (app->keys.typed.count == 0 || app->show_continuations)
        return timeout;
    if (popup < 0)
        popup = 0;
    return timeout < 0 || popup < timeout ? (int)popup : timeout;
}

int app_timeout_ms(const App *app, int64_t now_ms)
{
    const int all[] = {keys_timeout_ms(app, now_ms),        streaming_timeout_ms(app, now_ms),
                       pages_timeout_ms(app, now_ms),       dragging_timeout_ms(app, now_ms),
                       remembering_timeout_ms(app, now_ms), zen_timeout_ms(app, now_ms)};
    int first = -1;

    for (size_t i = 0; i < COUNT_OF(all); i++)
        first = all[i] >= 0 && (first < 0 || all[i] < first) ? all[i] : first;
    return first;
}

Effects app_tick(App *app, int64_t now_ms)
{
    app->now_ms = now_ms;
    dragging_tick(app, now_ms);
    remembering_tick(app, now_ms);
    zen_tick(app, now_ms);
    if (pages_are_asked(app))
        streaming_take(app, now_ms);
    if (pages_tick(app, now_ms) || streaming_tick(app, now_ms)) {
        if (app->popup.id == POPUP_LINKS)
            app_find_links(app);
        popup_recount(app);
    }
    if (app->keys.typed.count && now_ms - app->keys.since_ms >= KEY_POPUP_MS)
        app->show_continuations = true;
    if (keymap_timeout_ms(&app->config->keymap, &app->keys, app_key_context(app), now_ms) != 0)
        return EFFECT_NONE;
    app->show_continuations = false;
    return run_result(app, keymap_expire(&app->config->keymap, &app->keys, app_key_context(app), now_ms));
}

void app_themes_changed(App *app, const Text *ids, size_t count)
{
    theme_choice_set_list(&app->themes, ids, count);
    if (app->popup.id == POPUP_THEMES)
        app->themes.changed = true; /* the rest comes when it closes */
    else
        theme_choice_follow(&app->themes, &app->message);
    popup_refreshed(app);
}

/* ---- idle work ---- */

/* Once: names are found by rules, since the model cannot be used. */
static bool say_model_problem(App *app)
{
    const ModelSource *models = &app->options.models;
    Text problem = models->problem && !app->model_told ? models->problem(models->context) : (Text){0};

    if (problem.size == 0)
        return false;
    app->model_told = true;
    app_say(app, ROLE_STATUS_WARNING, "%.*s", TEXT_ARGS(problem));
    return true;
}

/* The text ends earlier than it should, or something in it was replaced: nobody would see it. */
static bool say_read_error(App *app)
{
    if (!file_has_news(&app->document.file))
        return false;
    file_tell_error(&app->document.file, &app->failure);
    message_say_first_problem(&app->message, &app->failure);
    return true;
}

/* What panes read of what they show. */
static bool work_for_panes(App *app)
{
    for (int pane = 0; pane < PANE_COUNT; pane++) {
        const PaneOps *ops = pane_ops((PaneId)pane);

        if (ops->work && ops->work(app))
            return true;
    }
    return false;
}

static bool is_complete(const Document *document)
{
    return document->article && document->article->complete && document->shown->complete;
}

bool app_work(App *app, bool *changed)
{
    Document *document = &app->document;
    const Analysis *before = document->analysis;
    size_t corrected = app->noting.readings;
    bool was_seeking = document->search.seeking;
    size_t matches = document->search.matches.count;
    bool was_counted = document->search.counted;
    bool was_complete = is_complete(document);
    bool peeked = remembering_go_on(app) || work_for_panes(app);
    bool more = peeked || document_work(document, app_visible(app), WORK_BYTES);

    if (!more && noting_work(app))
        peeked = more = true;
    if (was_seeking && !document->search.seeking)
        app_show_match(app);
    if (document->analysis != before || corrected != app->noting.readings)
        correcting_apply(app);
    if (document->analysis != before) {
        app_relist(app);
        popup_recount(app);
    }
    *changed = say_model_problem(app) || say_read_error(app) || peeked || document->analysis != before ||
               was_seeking != document->search.seeking || matches != document->search.matches.count ||
               document->search.counted != was_counted || is_complete(document) != was_complete;
    return more;
}
