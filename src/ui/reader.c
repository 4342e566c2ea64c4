/*
 * The application: opening articles, keeping the screen's arrangement, keys, mouse and time in, effects out.
 * What single actions do is in actions.c, how things look in the panes.
 */
#include "ui/state/app.h"

#include <stdarg.h>
#include <string.h>

#include "reading/gutter.h"
#include "ui/panes/body_pane.h"
#include "ui/panes/pane.h"
#include "ui/state/prompt.h"

enum { WORK_BYTES = 64 * 1024, WHEEL_LINES = 3 };

/* ---- beginning and end ---- */

void app_init(App *app, const AppOptions *options)
{
    const Config *config = options->config;

    *app = (App){.options = *options, .config = config, .library = options->library};
    app->document.file.descriptor = -1;
    app->measure_columns = config->measure_columns;
    app->choice.shown[PANE_BODY] = true;
    app->choice.shown[PANE_QUOTES] = config->show_quotes;
    app->choice.shown[PANE_ENTITIES] = config->show_entities;
    app->choice.shown[PANE_LIBRARY] = config->show_library;
    for (int type = 0; type < ENTITY_TYPE_COUNT; type++)
        app->marked[type] = type != ENTITY_MISC;
    app_choose_theme(app);
    app->places = ARENA_ARRAY(&app->arena, DocumentPlace *, app->library->entries.count);
    if (app->library->entries.count)
        app_open(app, 0);
}

void app_release(App *app)
{
    document_close(&app->document);
    arena_release(&app->failure_arena);
    arena_release(&app->theme_arena);
    arena_release(&app->forms_arena);
    arena_release(&app->held_arena);
    arena_release(&app->wanted_arena);
    arena_release(&app->arena);
}

void app_say(App *app, Role role, const char *format, ...)
{
    Arena scratch = {0};
    va_list arguments;
    Text message;

    va_start(arguments, format);
    message = arena_shortened(&scratch, arena_vprintf(&scratch, format, arguments), sizeof app->message.bytes - 1);
    va_end(arguments);
    memcpy(app->message.bytes, message.bytes, message.size);
    app->message.bytes[message.size] = '\0';
    app->message.role = role;
    arena_release(&scratch);
}

/* ---- articles ---- */

/* "config.yaml:2:10: …": the file's name is enough here. */
static Text short_line(const Report *report, const Problem *problem, Arena *arena)
{
    Text line = report_line(report, problem, arena);

    return text_slice(line, (Range){text_folder_size(report->path), line.size});
}

/* "2 mistakes, 1 warning; " before the first of several problems. */
static Text problem_counts(const Report *report, Arena *arena)
{
    size_t mistakes = report->error_count, warnings = report->problems.count + report->left_out - mistakes;
    Text some = arena_printf(arena, "%zu mistake%s", mistakes, mistakes == 1 ? "" : "s");
    Text others = arena_printf(arena, "%zu warning%s", warnings, warnings == 1 ? "" : "s");

    if (mistakes + warnings < 2)
        return (Text){0};
    return arena_printf(arena, "%.*s%s%.*s; ", TEXT_ARGS(mistakes ? some : (Text){0}), mistakes && warnings ? ", " : "",
                        TEXT_ARGS(warnings ? others : (Text){0}));
}

void app_say_problems(App *app, const char *what, const Report *report)
{
    const Problem *first = report_first(report);
    Arena scratch = {0};

    if (first)
        app_say(app, report->error_count ? ROLE_STATUS_ERROR : ROLE_STATUS_WARNING, "%s%.*s%.*s", what,
                TEXT_ARGS(problem_counts(report, &scratch)), TEXT_ARGS(short_line(report, first, &scratch)));
    arena_release(&scratch);
}

static void say_first_problem(App *app)
{
    const Problem *first = report_first(&app->failure);
    Text line;

    if (!first)
        return;
    line = short_line(&app->failure, first, &app->failure_arena);
    if (app->failure.problems.count > 1)
        app_say(app, ROLE_STATUS_WARNING, "(%zu: quoin check) %.*s", app->failure.problems.count, TEXT_ARGS(line));
    else
        app_say(app, ROLE_STATUS_WARNING, "%.*s", TEXT_ARGS(line));
}

static void keep_place(App *app)
{
    DocumentPlace **place = &app->places[app->entry];

    if (!app->document.article)
        return;
    if (!*place)
        *place = ARENA_NEW(&app->arena, DocumentPlace);
    **place = document_place(&app->document);
}

void app_open(App *app, size_t entry)
{
    Text path = app->library->entries.items[entry].path;
    bool is_stream = text_equal(path, TEXT("-")) && app->options.stream;
    bool opened;

    keep_place(app);
    document_close(&app->document);
    arena_reset(&app->failure_arena);
    report_init(&app->failure, &app->failure_arena, is_stream ? TEXT("standard input") : path);
    app->entry = entry;
    app->left_at = NO_OFFSET;
    app->lists[PANE_LIBRARY].selected = entry;
    app->lists[PANE_QUOTES] = (ListView){0};
    app->lists[PANE_ENTITIES] = (ListView){0};
    opened = document_open(&app->document, path, is_stream ? app->options.stream : NULL, app->options.format,
                           app->options.charset, &app->failure);
    app->document.models = app->options.models;
    report_sort(&app->failure);
    if (is_stream)
        app->options.stream = NULL;
    if (opened && app->places[entry])
        document_set_place(&app->document, app->places[entry]);
    if (opened)
        say_first_problem(app);
    if (app->rows)
        app_resize(app, app->rows, app->columns);
}

/* ---- arrangement ---- */

void app_resize(App *app, int rows, int columns)
{
    app->rows = rows;
    app->columns = columns;
    app->choice.measure_columns = app->measure_columns;
    app->choice.number_columns = app->document.article ? gutter_label_columns(&app->document) : 0;
    app->arrangement = arrange(rows, columns, &app->choice);
    if (!app->document.article)
        return;
    if (app->arrangement.panes[PANE_BODY].rows > 0 || !app->document.layout)
        document_measure(&app->document, arrangement_measure(&app->arrangement, app->measure_columns));
    if (app->arrangement.panes[PANE_BODY].rows > 0) {
        app->body_rows = app->arrangement.panes[PANE_BODY].rows;
        body_keep_place(app);
    }
}

bool app_shows(const App *app, PaneId pane)
{
    return app->arrangement.panes[pane].rows > 0;
}

/* The text follows the lists; where it stood before is a place to go back to. */
static void note_browsing(App *app, PaneId pane)
{
    if (app->choice.focus == PANE_BODY && pane != PANE_BODY)
        app->left_at = app->document.top_offset;
    if (pane != PANE_BODY || app->left_at == NO_OFFSET)
        return;
    if (app->left_at != app->document.top_offset)
        jumps_push(&app->document.jumps, (Jump){app->left_at, JUMP_FROM_TEXT});
    app->left_at = NO_OFFSET;
}

void app_focus(App *app, PaneId pane)
{
    note_browsing(app, pane);
    app->choice.focus = pane;
    if (pane != PANE_BODY)
        app->choice.zen = false;
    if (pane != PANE_LIBRARY)
        app->choice.shown[pane] = true;
    app_resize(app, app->rows, app->columns);
}

/* ---- search ---- */

void app_say_not_found(App *app)
{
    app_say(app, ROLE_STATUS_WARNING, "\"%.*s\" is not in this text", TEXT_ARGS(app->document.search.pattern));
}

static void show_match(App *app)
{
    const Search *search = &app->document.search;

    if (search->outcome == SEARCH_NONE) {
        if (!app->prompt.kind)
            app_say_not_found(app);
        return;
    }
    app_show_offset(app, search->current.start, ALIGN_NEAREST);
    if (search->outcome == SEARCH_FOUND_WRAPPED && !app->prompt.kind)
        app_say(app, ROLE_STATUS_INFO,
                search->backwards ? "search went on from the end" : "search went on from the start");
}

void app_seek(App *app, size_t from, bool backwards)
{
    if (search_seek(&app->document.search, app->document.article, from, backwards) != SEARCH_GOES_ON)
        show_match(app);
}

void app_remember_search(App *app, Text pattern)
{
    size_t size = pattern.size < PROMPT_BYTES ? pattern.size : PROMPT_BYTES;

    memcpy(app->last_search.bytes, pattern.bytes, size);
    app->last_search.size = size;
}

void app_repeat_search(App *app)
{
    if (app->last_search.size == 0) {
        app_say(app, ROLE_STATUS_INFO, "nothing was searched for yet; / searches");
        return;
    }
    search_begin(&app->document.search, prompt_text(&app->last_search), app_visible(app).start);
    app_seek(app, app_visible(app).start, false);
}

/* ---- keys ---- */

KeyContext app_key_context(const App *app)
{
    return app->popup ? CONTEXT_POPUP : pane_ops(app->choice.focus)->context;
}

static Effects run_result(App *app, KeyResult result)
{
    if (result.outcome != KEY_ACTION)
        return EFFECT_NONE;
    if (app->popup)
        return popup_run(app, result.action, result.count);
    return app_run(app, result.action, result.count, result.character);
}

Effects app_key(App *app, Key key, int64_t now_ms)
{
    KeyResult result;

    app->now_ms = now_ms;
    app->message.role = ROLE_NONE;
    app->show_continuations = false;
    app->show_candidates = false;
    if (app->prompt.kind)
        return prompt_key(app, key);
    if (app->popup && popup_ops(app->popup)->typed)
        return popup_type(app, key);
    result = keymap_feed(&app->config->keymap, &app->keys, app_key_context(app), key, now_ms);
    if (result.outcome == KEY_UNBOUND) {
        Arena scratch = {0};
        Text name = key_sequence_format(&(KeySequence){.keys = {key}, .count = 1}, &scratch);

        app_say(app, ROLE_STATUS_INFO, "%.*s does nothing here; ? shows the keys", TEXT_ARGS(name));
        arena_release(&scratch);
    }
    return run_result(app, result);
}

int app_timeout_ms(const App *app, int64_t now_ms)
{
    int timeout = keymap_timeout_ms(&app->config->keymap, &app->keys, app_key_context(app), now_ms);
    int64_t popup = app->keys.since_ms + KEY_POPUP_MS - now_ms;

    if (app->keys.typed.count == 0 || app->show_continuations)
        return timeout;
    if (popup < 0)
        popup = 0;
    return timeout < 0 || popup < timeout ? (int)popup : timeout;
}

Effects app_tick(App *app, int64_t now_ms)
{
    app->now_ms = now_ms;
    if (app->keys.typed.count && now_ms - app->keys.since_ms >= KEY_POPUP_MS)
        app->show_continuations = true;
    if (keymap_timeout_ms(&app->config->keymap, &app->keys, app_key_context(app), now_ms) != 0)
        return EFFECT_NONE;
    app->show_continuations = false;
    return run_result(app, keymap_expire(&app->config->keymap, &app->keys, app_key_context(app), now_ms));
}

/* ---- mouse ---- */

static PaneId pane_at(const App *app, int row, int column)
{
    for (int pane = PANE_COUNT - 1; pane >= 0; pane--) {
        if (rect_contains(app->arrangement.panes[pane], row, column) ||
            rect_contains(app->arrangement.titles[pane], row, column))
            return (PaneId)pane;
    }
    return PANE_COUNT;
}

static Effects click(App *app, PaneId pane, Mouse mouse)
{
    Rect area = app->arrangement.panes[pane];

    (void)document_need_analysis(&app->document, app_visible(app));
    if (app->choice.focus != pane)
        app_focus(app, pane);
    if (!rect_contains(area, mouse.row, mouse.column))
        return EFFECT_NONE;
    if (pane_ops(pane)->click(app, mouse.row - area.row, mouse.column - area.column) && mouse.action == MOUSE_DOUBLE)
        pane_ops(pane)->activate(app);
    return EFFECT_NONE;
}

/* A click on a tab or on the progress bar. */
static bool click_frame(App *app, Mouse mouse)
{
    for (int pane = 0; pane < PANE_COUNT; pane++) {
        if (rect_contains(app->tabs[pane], mouse.row, mouse.column)) {
            app_focus(app, (PaneId)pane);
            return true;
        }
    }
    if (!rect_contains(app->progress, mouse.row, mouse.column))
        return false;
    body_pane.move(app, MOVE_TO_PERCENT, (long)(mouse.column - app->progress.column + 1) * 100 / app->progress.columns);
    return true;
}

Effects app_mouse(App *app, Mouse mouse, int64_t now_ms)
{
    PaneId pane;

    app->now_ms = now_ms;
    if (app->prompt.kind)
        return EFFECT_NONE;
    if (app->popup)
        return popup_mouse(app, mouse);
    if (mouse.action == MOUSE_PRESS && click_frame(app, mouse))
        return EFFECT_NONE;
    pane = pane_at(app, mouse.row, mouse.column);
    switch (mouse.action) {
    case MOUSE_WHEEL_UP:
    case MOUSE_WHEEL_DOWN:
        if (pane != PANE_COUNT)
            pane_ops(pane)->wheel(app, mouse.action == MOUSE_WHEEL_UP ? -WHEEL_LINES : WHEEL_LINES);
        return EFFECT_NONE;
    case MOUSE_PRESS:
    case MOUSE_DOUBLE:
        app->message.role = ROLE_NONE;
        return pane == PANE_COUNT ? EFFECT_NONE : click(app, pane, mouse);
    case MOUSE_RIGHT:
        return app_run(app, ACTION_JUMP_BACK, 0, 0);
    case MOUSE_RELEASE:
        break;
    }
    return EFFECT_NONE;
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

/* The text ends earlier than it should: nobody would see it. */
static bool say_read_error(App *app)
{
    if (app->document.file.error == 0)
        return false;
    file_tell_error(&app->document.file, &app->failure);
    say_first_problem(app);
    return true;
}

bool app_work(App *app, bool *changed)
{
    Document *document = &app->document;
    const Analysis *before = document->analysis;
    bool was_seeking = document->search.seeking;
    size_t matches = document->search.matches.count;
    bool was_counted = document->search.counted;
    bool was_complete = document->article && document->article->complete;
    bool peeked = library_pane_work(app);
    bool more = peeked || document_work(document, app_visible(app), WORK_BYTES);

    if (was_seeking && !document->search.seeking)
        show_match(app);
    if (document->analysis != before)
        app_relist(app);
    *changed = say_model_problem(app) || say_read_error(app) || peeked || document->analysis != before || was_seeking != document->search.seeking ||
               matches != document->search.matches.count || document->search.counted != was_counted ||
               (document->article && document->article->complete != was_complete);
    return more;
}

/* ---- drawing ---- */

/* An analysis that came since may have numbers that need a wider margin. */
static void fit_margin(App *app)
{
    PaneChoice choice = app->choice;

    if (!app->document.article)
        return;
    choice.number_columns = gutter_label_columns(&app->document);
    if (arrange(app->rows, app->columns, &choice).gutter_columns != app->arrangement.gutter_columns)
        app_resize(app, app->rows, app->columns);
}

void app_draw(App *app, Canvas *canvas)
{
    fit_margin(app);
    canvas->signs = app->theme->signs;
    canvas_clear(canvas, ROLE_TEXT);
    canvas->cursor_row = -1;
    if (app->arrangement.shape == SHAPE_TOO_SMALL) {
        Rect all = {0, 0, app->rows, app->columns};

        (void)canvas_put(canvas, all, 0, 0, TEXT("too small"), role_stack(ROLE_TEXT));
        return;
    }
    for (int pane = 0; pane < PANE_COUNT; pane++) {
        if (app_shows(app, (PaneId)pane))
            pane_ops((PaneId)pane)
                ->draw(app, canvas, app->arrangement.panes[pane], app->choice.focus == (PaneId)pane);
    }
    frame_draw(app, canvas);
    if (app->popup)
        popup_draw(app, canvas);
    if (app->show_continuations)
        continuations_draw(app, canvas);
    if (app->show_candidates)
        candidates_draw(app, canvas);
}
