/* The bottom row: what the keys do where the reader is. Made from the live key map. */
#include "ui/frame/hints.h"

#include <string.h>

#include "ui/frame/frame_put.h"
#include "ui/popups/popups.h"

enum { HINT_GAP = 3 };

typedef struct Hint {
    ActionId first, second; /* ACTION_NONE: only one */
    const char *label;
} Hint;

static const Hint body_hints[] = {
    {ACTION_SCROLL_DOWN, ACTION_SCROLL_UP, "scroll"},
    {ACTION_PREV_QUOTE, ACTION_NEXT_QUOTE, "quotation"},
    {ACTION_FOCUS_QUOTES, ACTION_NONE, "list"},
    {ACTION_FOCUS_ENTITIES, ACTION_NONE, "names"},
    {ACTION_SEARCH, ACTION_NONE, "find"},
    {ACTION_FILTER_QUOTES, ACTION_NONE, "this speaker"},
    {ACTION_FOCUS_LIBRARY, ACTION_NONE, "articles"},
    {ACTION_PREV_QUOTE_SAME_SPEAKER, ACTION_NEXT_QUOTE_SAME_SPEAKER, "same speaker"},
    {ACTION_THEME_PICKER, ACTION_NONE, "theme"},
    {ACTION_ZEN, ACTION_NONE, "zen"},
    {ACTION_CLOSE, ACTION_NONE, "close"},
};
static const Hint quotes_hints[] = {
    {ACTION_SCROLL_DOWN, ACTION_SCROLL_UP, "select"},
    {ACTION_SHOW_CONTEXT, ACTION_NONE, "read in context"},
    {ACTION_FILTER_QUOTES, ACTION_NONE, "this speaker"},
    {ACTION_JUMP_BACK, ACTION_NONE, "back"},
    {ACTION_FOCUS_BODY, ACTION_NONE, "text"},
    {ACTION_TOGGLE_QUOTES, ACTION_NONE, "hide"},
};
static const Hint entities_hints[] = {
    {ACTION_SCROLL_DOWN, ACTION_SCROLL_UP, "select"},
    {ACTION_SHOW_CONTEXT, ACTION_NONE, "all mentions"},
    {ACTION_PREV_MENTION, ACTION_NEXT_MENTION, "mention"},
    {ACTION_FIND_NAME, ACTION_NONE, "find"},
    {ACTION_FOCUS_BODY, ACTION_NONE, "text"},
    {ACTION_TOGGLE_ENTITIES, ACTION_NONE, "hide"},
};
static const Hint library_hints[] = {
    {ACTION_SCROLL_DOWN, ACTION_SCROLL_UP, "select"},
    {ACTION_SHOW_CONTEXT, ACTION_NONE, "open"},
    {ACTION_FOCUS_BODY, ACTION_NONE, "text"},
    {ACTION_QUIT, ACTION_NONE, "quit"},
};

/* The keys of a hint, empty when it has none or there is nothing for it to do. */
static Text hint_keys(const App *app, Hint hint, Arena *scratch)
{
    KeyContext context = app_key_context(app);
    Text first = keymap_keys_of(&app->config->keymap, context, hint.first, 1, scratch);
    Text second = hint.second ? keymap_keys_of(&app->config->keymap, context, hint.second, 1, scratch) : (Text){0};

    if (hint.first == ACTION_JUMP_BACK && app->document.jumps.at == 0)
        return (Text){0};
    return first.size && second.size ? arena_printf(scratch, "%.*s %.*s", TEXT_ARGS(first), TEXT_ARGS(second)) : first;
}

/* Put a hint where it fits before column `end`; the column after it. */
static int put_hint(const App *app, Canvas *canvas, Rect area, int column, int end, Hint hint, Arena *scratch)
{
    Text keys = hint_keys(app, hint, scratch), label = text_from(hint.label);

    if (keys.size == 0 || column + (int)(printable_width(keys, canvas->charset) + label.size) + 1 > end)
        return column;
    column = frame_put(canvas, area, column, keys, ROLE_STATUS_KEY) + 1;
    return frame_put(canvas, area, column, label, ROLE_TEXT_MUTED) + HINT_GAP;
}

/* As many as fit, in their order; help always. */
static void draw_hint_row(const App *app, Canvas *canvas, Rect area, const Hint *hints, size_t count, Arena *scratch)
{
    static const Hint help = {ACTION_HELP, ACTION_NONE, "help"};
    int end = area.column + area.columns, column = area.column + 1;
    Text keys = hint_keys(app, help, scratch);
    int help_columns = keys.size ? (int)(printable_width(keys, canvas->charset) + strlen(help.label)) + 1 : 0;

    for (size_t i = 0; i < count; i++)
        column = put_hint(app, canvas, area, column, end - help_columns - HINT_GAP, hints[i], scratch);
    (void)put_hint(app, canvas, area, column, end, help, scratch);
}

void hints_draw(const App *app, Canvas *canvas, Arena *scratch)
{
    static const struct {
        const Hint *hints;
        size_t count;
    } rows[PANE_COUNT] = {
        [PANE_BODY] = {body_hints, COUNT_OF(body_hints)},
        [PANE_QUOTES] = {quotes_hints, COUNT_OF(quotes_hints)},
        [PANE_ENTITIES] = {entities_hints, COUNT_OF(entities_hints)},
        [PANE_LIBRARY] = {library_hints, COUNT_OF(library_hints)},
    };
    Rect area = app->arrangement.hints;

    if (area.rows == 0)
        return;
    if (app->keys.typed.count || app->keys.count) {
        Text typed = key_sequence_format(&app->keys.typed, scratch);

        if (app->keys.count)
            typed = arena_join(scratch, (const Text[]){arena_printf(scratch, "%d", app->keys.count), typed}, 2);
        (void)frame_put(canvas, area, frame_put(canvas, area, area.column + 1, typed, ROLE_STATUS_KEY),
                  canvas->charset == CHARSET_ASCII ? TEXT(" ...   Esc cancel") : TEXT(" …   Esc cancel"),
                  ROLE_TEXT_MUTED);
        return;
    }
    if (app->popup.id)
        (void)frame_put(canvas, area, area.column + 1,
                  text_from(popup_ops(app->popup.id)->hint),
                  ROLE_TEXT_MUTED);
    else
        draw_hint_row(app, canvas, area, rows[app->choice.focus].hints, rows[app->choice.focus].count,
                      scratch);
}
