/* One line of text with a cursor, and the two prompts of the status line that use it: `/` searches as one
 * types, `:` runs an action. */
#include "ui/state/prompt.h"

#include <string.h>

#include "base/nearest.h"
#include "base/unicode.h"
#include "ui/panes/body_pane.h"
#include "ui/panes/pane.h"

void prompt_clear(Prompt *prompt, PromptKind kind)
{
    *prompt = (Prompt){.kind = kind};
}

Text prompt_text(const Prompt *prompt)
{
    return (Text){prompt->bytes, prompt->size};
}

/* ---- editing ---- */

static void erase(Prompt *prompt, size_t from, size_t to)
{
    memmove(prompt->bytes + from, prompt->bytes + to, prompt->size - to);
    prompt->size -= to - from;
    prompt->cursor = from;
}

static size_t before(const Prompt *prompt)
{
    return prompt->cursor ? utf8_previous(prompt_text(prompt), prompt->cursor) : 0;
}

static size_t after(const Prompt *prompt)
{
    return prompt->cursor < prompt->size ? unicode_cluster_end(prompt_text(prompt), prompt->cursor)
                                         : prompt->size;
}

static size_t word_start(const Prompt *prompt)
{
    size_t at = prompt->cursor;

    while (at && prompt->bytes[at - 1] == ' ')
        at--;
    while (at && prompt->bytes[at - 1] != ' ')
        at--;
    return at;
}

static PromptEdit insert(Prompt *prompt, uint32_t code_point)
{
    char bytes[4];
    size_t size = utf8_encode(code_point, bytes);

    if (code_point < 0x20 || code_point == 0x7F || prompt->size + size > PROMPT_BYTES)
        return EDIT_NONE;
    memmove(prompt->bytes + prompt->cursor + size, prompt->bytes + prompt->cursor,
            prompt->size - prompt->cursor);
    memcpy(prompt->bytes + prompt->cursor, bytes, size);
    prompt->size += size;
    prompt->cursor += size;
    return EDIT_CHANGED;
}

static PromptEdit move_to(Prompt *prompt, size_t cursor)
{
    prompt->cursor = cursor;
    return EDIT_MOVED;
}

static PromptEdit erase_to(Prompt *prompt, size_t from, size_t to)
{
    if (from == to)
        return EDIT_MOVED;
    erase(prompt, from, to);
    return EDIT_CHANGED;
}

static PromptEdit edit_control(Prompt *prompt, uint32_t letter)
{
    switch (letter) {
    case 'a':
        return move_to(prompt, 0);
    case 'e':
        return move_to(prompt, prompt->size);
    case 'b':
        return move_to(prompt, before(prompt));
    case 'f':
        return move_to(prompt, after(prompt));
    case 'u':
        return erase_to(prompt, 0, prompt->cursor);
    case 'k':
        return erase_to(prompt, prompt->cursor, prompt->size);
    case 'w':
        return erase_to(prompt, word_start(prompt), prompt->cursor);
    case 'c':
    case 'g':
        return EDIT_CANCELLED;
    default:
        return EDIT_NONE;
    }
}

PromptEdit prompt_edit(Prompt *prompt, Key key)
{
    if (key.modifiers & MODIFIER_META)
        return EDIT_NONE;
    if (key.modifiers & MODIFIER_CTRL)
        return edit_control(prompt, key.code);
    switch (key.code) {
    case KEY_SPECIAL_ENTER:
        return EDIT_ACCEPTED;
    case KEY_SPECIAL_ESCAPE:
        return EDIT_CANCELLED;
    case KEY_SPECIAL_BACKSPACE:
        return prompt->size == 0 ? EDIT_CANCELLED : erase_to(prompt, before(prompt), prompt->cursor);
    case KEY_SPECIAL_DELETE:
        return erase_to(prompt, prompt->cursor, after(prompt));
    case KEY_SPECIAL_LEFT:
        return move_to(prompt, before(prompt));
    case KEY_SPECIAL_RIGHT:
        return move_to(prompt, after(prompt));
    case KEY_SPECIAL_HOME:
        return move_to(prompt, 0);
    case KEY_SPECIAL_END:
        return move_to(prompt, prompt->size);
    default:
        return key.code < KEY_FIRST_SPECIAL ? insert(prompt, key.code) : EDIT_NONE;
    }
}

/* ---- the prompts ---- */

void prompt_open(App *app, PromptKind kind)
{
    prompt_clear(&app->prompt, kind);
    if (kind == PROMPT_SEARCH && app->document.article) {
        app->document.search.origin = app_visible(app).start;
        app->prompt_top = app->document.top_offset;
    }
}

/* Where the text stood when the search began. */
static void return_to_origin(App *app)
{
    app->document.top_offset = app->prompt_top;
    if (app->document.layout)
        body_keep_place(app);
}

/* Each pattern is looked for from where the search began: what its beginning found does not hold the text
 * when it is found nowhere. */
static void search_as_typed(App *app)
{
    size_t origin = app->document.search.origin;

    return_to_origin(app);
    search_begin(&app->document.search, prompt_text(&app->prompt), origin);
    if (app->prompt.size)
        app_seek(app, origin, false);
}

static void accept_search(App *app)
{
    Range match = app->document.search.current;

    if (app->prompt.size == 0) {
        app_repeat_search(app);
        return;
    }
    app_remember_search(app, prompt_text(&app->prompt));
    if (range_is_empty(match) && !app->document.search.seeking)
        app_say_not_found(app);
    else
        jumps_push(&app->document.jumps, (Jump){app->prompt_top, JUMP_FROM_TEXT});
}

static void cancel_search(App *app)
{
    search_end(&app->document.search);
    return_to_origin(app);
}

/* `:12` goes to paragraph 12, `:50%` to the middle; else the name of an action, or its unique beginning. */
static Effects run_command(App *app, Text line)
{
    Text names[ACTION_COUNT];
    size_t count = 0, number;
    ActionId action, only = ACTION_NONE;
    Text near;

    line = text_trim(line);
    if (line.size == 0)
        return EFFECT_NONE;
    if (text_to_number(line, KEY_COUNT_MAX, &number))
        return app_run(app, ACTION_GOTO_BOTTOM, (int)number, 0);
    if (text_ends_with(line, TEXT("%")) && text_to_number((Text){line.bytes, line.size - 1}, 100, &number))
        return app_run(app, ACTION_GOTO_PERCENT, (int)number, 0);
    action = action_from_name(line);
    if (action)
        return app_run(app, action, 0, 0);
    for (int id = ACTION_NONE + 1; id < ACTION_COUNT; id++) {
        names[count++] = action_info((ActionId)id)->name;
        if (text_starts_with(names[count - 1], line))
            only = only ? ACTION_COUNT : (ActionId)id;
    }
    if (only && only != ACTION_COUNT)
        return app_run(app, only, 0, 0);
    near = nearest_name(line, names, count);
    if (near.size)
        app_say(app, ROLE_STATUS_ERROR, "no action \"%.*s\"; did you mean \"%.*s\"?", TEXT_ARGS(line),
                TEXT_ARGS(near));
    else
        app_say(app, ROLE_STATUS_ERROR, "no action \"%.*s\"; ? lists them all", TEXT_ARGS(line));
    return EFFECT_NONE;
}

/* Tab completes the name of an action as far as all names agree that begin so. */
static void complete_command(Prompt *prompt)
{
    Text common = {0};
    bool found = false;

    for (int id = ACTION_NONE + 1; id < ACTION_COUNT; id++) {
        Text name = action_info((ActionId)id)->name;
        size_t same = 0;

        if (!text_starts_with(name, prompt_text(prompt)))
            continue;
        if (!found)
            common = name;
        found = true;
        while (same < common.size && same < name.size && common.bytes[same] == name.bytes[same])
            same++;
        common.size = same;
    }
    if (common.size <= prompt->size || common.size > PROMPT_BYTES)
        return;
    memcpy(prompt->bytes, common.bytes, common.size);
    prompt->size = prompt->cursor = common.size;
}

Effects prompt_key(App *app, Key key)
{
    PromptKind kind = app->prompt.kind;
    Prompt line;

    if (kind == PROMPT_COMMAND && key.code == KEY_SPECIAL_TAB) {
        complete_command(&app->prompt);
        app->show_candidates = true;
        return EFFECT_NONE;
    }
    switch (prompt_edit(&app->prompt, key)) {
    case EDIT_CHANGED:
        if (kind == PROMPT_SEARCH)
            search_as_typed(app);
        return EFFECT_NONE;
    case EDIT_ACCEPTED:
        line = app->prompt;
        if (kind == PROMPT_SEARCH)
            accept_search(app);
        prompt_clear(&app->prompt, PROMPT_NONE);
        return kind == PROMPT_COMMAND ? run_command(app, prompt_text(&line)) : EFFECT_NONE;
    case EDIT_CANCELLED:
        if (kind == PROMPT_SEARCH)
            cancel_search(app);
        prompt_clear(&app->prompt, PROMPT_NONE);
        return EFFECT_NONE;
    case EDIT_NONE:
    case EDIT_MOVED:
        break;
    }
    return EFFECT_NONE;
}

static bool begins_an_action(Text line)
{
    for (int id = ACTION_NONE + 1; id < ACTION_COUNT; id++) {
        if (text_starts_with(action_info((ActionId)id)->name, line))
            return true;
    }
    return false;
}

/* What stands at the right: how many matches there are; that Tab found nothing. */
static Text remark(const App *app, Arena *scratch)
{
    const Search *search = &app->document.search;

    if (app->show_candidates && !begins_an_action(prompt_text(&app->prompt)))
        return TEXT("no action begins so");
    if (app->prompt.kind != PROMPT_SEARCH || app->prompt.size == 0)
        return (Text){0};
    if (search->seeking)
        return TEXT("searching…");
    if (range_is_empty(search->current))
        return TEXT("not found");
    return arena_printf(scratch, "%zu/%zu%s%s", search_number(&app->document.search), search->matches.count,
                        search->counted && !search->uncounted ? "" : "+",
                        search->outcome == SEARCH_FOUND_WRAPPED ? " from the start" : "");
}

void prompt_put(const Prompt *prompt, Canvas *canvas, Rect area, int column)
{
    Text typed = prompt_text(prompt);
    size_t from = 0;
    int room = area.column + area.columns - column, cursor;

    for (;;) {
        cursor = (int)printable_width(text_slice(typed, (Range){from, prompt->cursor}), canvas->charset);
        if (cursor < room || from >= prompt->cursor)
            break;
        from = unicode_cluster_end(typed, from);
    }
    (void)canvas_put(canvas, area, area.row, column, text_slice(typed, (Range){from, typed.size}), role_stack(ROLE_PROMPT));
    if (room < 1)
        return;
    canvas->cursor_row = area.row;
    canvas->cursor_column = column + cursor;
}

void prompt_draw(App *app, Canvas *canvas, Rect area)
{
    Arena scratch = {0};
    Text remarks = remark(app, &scratch);
    int remark_columns = (int)printable_width(remarks, canvas->charset);
    bool has_remarks = remarks.size && remark_columns + 2 < area.columns / 2;
    Rect typed = area;
    int column;

    typed.columns -= 1 + (has_remarks ? remark_columns + 2 : 0);
    canvas_fill(canvas, area, ROLE_PROMPT);
    column = canvas_put(canvas, area, area.row, area.column,
                        app->prompt.kind == PROMPT_SEARCH ? TEXT("/") : TEXT(":"), role_stack(ROLE_PROMPT));
    prompt_put(&app->prompt, canvas, typed, column);
    if (has_remarks)
        (void)canvas_put(canvas, area, area.row, area.column + area.columns - remark_columns - 1, remarks,
                         role_stack(ROLE_STATUS_INFO));
    arena_release(&scratch);
}
