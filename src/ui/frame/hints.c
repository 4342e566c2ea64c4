/* The bottom row: what the keys do where the reader is. Made from the live key map. */
#include "ui/frame/hints.h"

#include <string.h>

#include "ui/frame/frame_put.h"
#include "ui/panes/pane.h"
#include "ui/popups/popups.h"

enum { HINT_GAP = 3 };

/* The keys of a hint, empty when it has none or there is nothing for it to do. */
static Text hint_keys(const App *app, Hint hint, Arena *scratch)
{
    KeyContext context = app_key_context(app);
    Text first = keymap_keys_of(&app->config->keymap, context, hint.first, 1, scratch);
    Text second = hint.second ? keymap_keys_of(&app->config->keymap, context, hint.second, 1, scratch) : (Text){0};

    if ((hint.first == ACTION_JUMP_BACK && app->document.jumps.at == 0) ||
        (hint.first == ACTION_HINT_LINKS && !(app->document.shown && app->document.shown->links.count)) ||
        (hint.first == ACTION_TOGGLE_SOURCE && document_shows_source(&app->document)))
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

/* As many as fit, in their order: from a source the way back first, and help always. */
static void draw_hint_row(const App *app, Canvas *canvas, Rect area, const Hint *hints, size_t count, Arena *scratch)
{
    static const Hint help = {ACTION_HELP, ACTION_NONE, "help"}, back = {ACTION_CLOSE, ACTION_TOGGLE_SOURCE, "article"};
    int end = area.column + area.columns, column = area.column + 1;
    Text keys = hint_keys(app, help, scratch);
    int help_columns = keys.size ? (int)(printable_width(keys, canvas->charset) + strlen(help.label)) + 1 : 0;

    if (app->choice.focus == PANE_BODY && document_shows_source(&app->document))
        column = put_hint(app, canvas, area, column, end - help_columns - HINT_GAP, back, scratch);
    for (size_t i = 0; i < count; i++)
        column = put_hint(app, canvas, area, column, end - help_columns - HINT_GAP, hints[i], scratch);
    (void)put_hint(app, canvas, area, column, end, help, scratch);
}

/* While something is selected. */
static const Hint of_selection[] = {
    {ACTION_COPY, ACTION_CITE, "copy, cite"},
    {ACTION_OTHER_END, ACTION_NONE, "other end"},
    {ACTION_PREV_WORD, ACTION_WORD_END, "word"},
    {ACTION_PREV_SENTENCE, ACTION_NEXT_SENTENCE, "sentence"},
    {ACTION_SELECT_QUOTE, ACTION_NONE, "quotation"},
    {ACTION_SELECT, ACTION_NONE, "anew"},
    {ACTION_CLEAR, ACTION_NONE, "end"},
};

/* While something is typed. */
static void draw_prompt_hints(Canvas *canvas, Rect area, PromptKind kind)
{
    static const struct {
        const char *keys, *label;
        bool completes;
    } rows[] = {{"Enter", "done", false}, {"Tab", "complete", true}, {"Esc", "cancel", false}};
    bool completes = kind != PROMPT_SEARCH && kind != PROMPT_FIND && kind != PROMPT_NOTE;
    int column = area.column + 1;

    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        if (rows[i].completes && !completes)
            continue;
        column = frame_put(canvas, area, column, text_from(rows[i].keys), ROLE_STATUS_KEY) + 1;
        column = frame_put(canvas, area, column, text_from(rows[i].label), ROLE_TEXT_MUTED) + HINT_GAP;
    }
}

/* Of a hint of several, three blanks apart, as many as fit in their order, and always the last: how to close the popup. */
static void draw_popup_hints(Canvas *canvas, Rect area, Text hint)
{
    const Text gap = TEXT("   ");
    int column = area.column + 1, end = area.column + area.columns - 1;
    size_t last = 0, at = 0, next;

    while ((next = text_find(hint, gap, last)) != TEXT_NOT_FOUND)
        last = next + gap.size;
    end -= (int)printable_width(text_slice(hint, (Range){last, hint.size}), canvas->charset);
    for (; at < last; at = text_find(hint, gap, at) + gap.size) {
        Text one = text_slice(hint, (Range){at, text_find(hint, gap, at)});

        if (column + (int)printable_width(one, canvas->charset) + HINT_GAP > end)
            break;
        column = frame_put(canvas, area, column, one, ROLE_TEXT_MUTED) + HINT_GAP;
    }
    (void)frame_put(canvas, area, column, text_slice(hint, (Range){last, hint.size}), ROLE_TEXT_MUTED);
}

void hints_draw(const App *app, Canvas *canvas, Arena *scratch)
{
    const PaneOps *pane = pane_ops(app->choice.focus);
    Rect area = app->arrangement.hints;

    if (area.rows == 0)
        return;
    if (app->keys.typed.count || app->keys.count) {
        Text typed = keymap_typed(&app->keys, scratch);

        (void)frame_put(canvas, area, frame_put(canvas, area, area.column + 1, typed, ROLE_STATUS_KEY),
                        canvas->charset == CHARSET_ASCII ? TEXT(" ...   Esc cancel") : TEXT(" …   Esc cancel"),
                        ROLE_TEXT_MUTED);
        return;
    }
    if (app->prompt.line.kind)
        draw_prompt_hints(canvas, area, app->prompt.line.kind);
    else if (app->popup.id)
        draw_popup_hints(canvas, area, text_from(popup_ops(app->popup.id)->hint));
    else if (app_is_selecting(app))
        draw_hint_row(app, canvas, area, of_selection, COUNT_OF(of_selection), scratch);
    else
        draw_hint_row(app, canvas, area, pane->hints, pane->hint_count, scratch);
}
