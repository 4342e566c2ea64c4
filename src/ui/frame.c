/*
 * Everything around the panes: header, titles, dividers, the status line, the hints. The focused pane is told
 * without colour: ■ before its title (□ before the others; in ASCII *TITLE*), and its name in the status
 * line.
 */
#include "ui/pane.h"

#include "ui/body_pane.h"
#include "ui/prompt.h"

enum { PROGRESS_WIDE = 20, PROGRESS_NARROW = 8 };

const PaneOps *pane_ops(PaneId pane)
{
    static const PaneOps *const panes[PANE_COUNT] = {
        [PANE_BODY] = &body_pane,
        [PANE_QUOTES] = &quotes_pane,
        [PANE_ENTITIES] = &entities_pane,
        [PANE_LIBRARY] = &library_pane,
    };

    return panes[pane];
}

/* ---- small pieces ---- */

static int put(Canvas *canvas, Rect area, int column, Text text, Role role)
{
    return canvas_put(canvas, area, area.row, column, text, role_stack(role));
}

static void put_right(Canvas *canvas, Rect area, Text text, Role role)
{
    int width = (int)printable_width(text, canvas->charset);

    if (width <= area.columns)
        (void)put(canvas, area, area.column + area.columns - width, text, role);
}

/* "▕███░░░▏": how far. */
static Text progress_bar(Arena *scratch, size_t percent, int width, Charset charset)
{
    int full = (int)((size_t)width * percent / 100);
    Text bar = charset == CHARSET_ASCII ? TEXT("[") : TEXT("▕");

    for (int i = 0; i < width; i++) {
        Text cell = charset == CHARSET_ASCII ? (i < full ? TEXT("#") : TEXT("."))
                    : i < full               ? TEXT("█")
                                             : TEXT("░");

        bar = arena_printf(scratch, "%.*s%.*s", TEXT_ARGS(bar), TEXT_ARGS(cell));
    }
    return arena_printf(scratch, "%.*s%s", TEXT_ARGS(bar), charset == CHARSET_ASCII ? "]" : "▏");
}

static Text position_in_library(const App *app, Arena *scratch)
{
    if (app->library->entries.count < 2)
        return (Text){0};
    return arena_printf(scratch, "%zu/%zu", app->entry + 1, app->library->entries.count);
}

static Text current_title(App *app)
{
    if (app->document.article && article_field(app->document.article, FIELD_TITLE).size)
        return article_field(app->document.article, FIELD_TITLE);
    return app->library->entries.count ? library_title(app->library, app->entry) : TEXT("quoin");
}

/* ---- header ---- */

static void draw_header_columns(App *app, Canvas *canvas, Rect area, Arena *scratch)
{
    Text bar = progress_bar(scratch, app_percent(app), PROGRESS_NARROW, canvas->charset);
    Text right = arena_printf(scratch, "%.*s · %zu%% %.*s ", TEXT_ARGS(app->theme->id), app_percent(app),
                              TEXT_ARGS(bar));
    int room = area.columns - (int)printable_width(right, canvas->charset) - 1;
    Text number = position_in_library(app, scratch);
    int column = put(canvas, area, area.column + 1, TEXT("quoin"), ROLE_TEXT_STRONG) + 2;

    if (number.size)
        column = put(canvas, area, column, number, ROLE_STATUS_INFO) + 2;
    if (column < room)
        (void)canvas_put_cut(canvas, area, area.row, column, room - column, current_title(app), ROLE_STATUS);
    put_right(canvas, area, right, ROLE_STATUS_INFO);
}

static void draw_header_drawer(App *app, Canvas *canvas, Rect area, Arena *scratch)
{
    Text number = position_in_library(app, scratch);
    Text right = number.size ? arena_printf(scratch, "article %.*s ", TEXT_ARGS(number)) : (Text){0};
    int room = area.columns - (int)printable_width(right, canvas->charset) - 2;
    LinePosition first = {0, 0};
    bool scrolled = app->document.layout && layout_compare(app->document.top, first) != 0;

    (void)canvas_put_cut(canvas, area, area.row, area.column + 1, room, scrolled ? current_title(app) : TEXT("quoin"),
                         ROLE_STATUS_INFO);
    put_right(canvas, area, right, ROLE_STATUS_INFO);
}

static void draw_header_tabs(App *app, Canvas *canvas, Rect area, Arena *scratch)
{
    static const char *const labels[PANE_COUNT] = {"Body", "Quotes", "Entities", "Articles"};
    const Analysis *analysis = app->document.analysis;
    size_t counts[PANE_COUNT] = {0, app->document.listed_count, analysis ? analysis->entities.count : 0,
                                 app->library->entries.count};
    int column = area.column + 1;

    put_right(canvas, area, arena_printf(scratch, "%zu%% ", app_percent(app)), ROLE_STATUS_INFO);
    area.columns -= 6;
    for (int pane = 0; pane < PANE_COUNT; pane++) {
        bool focused = app->choice.focus == (PaneId)pane;
        Text count = counts[pane] ? arena_printf(scratch, " %zu", counts[pane]) : (Text){0};
        Text label = arena_printf(scratch, focused ? "[%s%.*s]" : "%s%.*s", labels[pane], TEXT_ARGS(count));

        if (column + (int)printable_width(label, canvas->charset) > area.column + area.columns)
            break;
        column = put(canvas, area, column, label, focused ? ROLE_PANE_TITLE_FOCUSED : ROLE_PANE_TITLE) + 2;
    }
}

static void draw_header(App *app, Canvas *canvas, Arena *scratch)
{
    Rect area = app->arrangement.header;
    Text percent;

    if (area.rows == 0)
        return;
    canvas_fill(canvas, area, ROLE_STATUS);
    switch (app->arrangement.shape) {
    case SHAPE_TWO_COLUMNS:
    case SHAPE_THREE_COLUMNS:
        draw_header_columns(app, canvas, area, scratch);
        break;
    case SHAPE_DRAWER:
        draw_header_drawer(app, canvas, area, scratch);
        break;
    case SHAPE_TABS:
        draw_header_tabs(app, canvas, area, scratch);
        break;
    case SHAPE_BODY:
    case SHAPE_TOO_SMALL:
        percent = arena_printf(scratch, " %zu%% ", app_percent(app));
        (void)canvas_put_cut(canvas, area, area.row, area.column, area.columns - (int)percent.size,
                             current_title(app), ROLE_STATUS);
        put_right(canvas, area, percent, ROLE_STATUS_INFO);
        break;
    }
}

/* ---- borders and titles ---- */

static void draw_dividers(App *app, Canvas *canvas)
{
    const Arrangement *arrangement = &app->arrangement;
    int rule_row = arrangement->divider_first_row - 1;
    bool ruled = arrangement->header.rows > 0 && arrangement->divider_rows > 0;

    if (ruled)
        canvas_horizontal(canvas, rule_row, 0, app->columns, ROLE_BORDER);
    for (int i = 0; i < 2; i++) {
        int column = arrangement->dividers[i];

        if (column < 0)
            continue;
        canvas_vertical(canvas, arrangement->divider_first_row, column, arrangement->divider_rows,
                        ROLE_BORDER);
        if (ruled)
            (void)canvas_put(canvas, (Rect){rule_row, column, 1, 1}, rule_row, column, TEXT("┬"),
                             role_stack(ROLE_BORDER));
    }
}

/* A border above the lower pane of a stack, joined to its divider. */
static void draw_stack_border(App *app, Canvas *canvas, Rect title)
{
    const Arrangement *arrangement = &app->arrangement;
    int row = title.row - 1;
    bool left = title.column == 0;
    int divider = arrangement->dividers[left ? 0 : 1];

    if (row < arrangement->divider_first_row)
        return;
    canvas_horizontal(canvas, row, title.column, title.columns, ROLE_BORDER);
    if (divider >= 0)
        (void)canvas_put(canvas, (Rect){row, divider, 1, 1}, row, divider, left ? TEXT("┤") : TEXT("├"),
                         role_stack(ROLE_BORDER));
}

static void draw_drawer_title(App *app, Canvas *canvas, PaneId pane, Rect area, Arena *scratch)
{
    const PaneOps *ops = pane_ops(pane);
    bool focused = app->choice.focus == pane;
    Text title = ops->title(app, scratch);
    Text keys = focused ? keymap_keys_of(&app->config->keymap, CONTEXT_ALL, ACTION_FOCUS_BODY, 1, scratch)
                        : keymap_keys_of(&app->config->keymap, CONTEXT_ALL, ops->focus_action, 1, scratch);
    Text hint = arena_printf(scratch, " %.*s %s ", TEXT_ARGS(keys), focused ? "text" : "focus");
    Text name = arena_printf(scratch, focused ? canvas->charset == CHARSET_ASCII ? " *%s*" : " ■ %s" : " %s",
                             ops->name);
    int column = area.column + 2;
    int room = area.columns - (int)printable_width(hint, canvas->charset) - 4;

    canvas_horizontal(canvas, area.row, area.column, area.columns, ROLE_BORDER);
    column = put(canvas, area, column, name, focused ? ROLE_PANE_TITLE_FOCUSED : ROLE_PANE_TITLE);
    column = put(canvas, area, column, TEXT(" "), ROLE_PANE_TITLE);
    if (column < room)
        column = canvas_put_cut(canvas, area, area.row, column, room - column, title, ROLE_PANE_TITLE);
    (void)put(canvas, area, column, TEXT(" "), ROLE_PANE_TITLE);
    (void)put(canvas, area, area.column + area.columns - (int)printable_width(hint, canvas->charset) - 2,
              hint, ROLE_TEXT_MUTED);
}

static void draw_pane_title(App *app, Canvas *canvas, PaneId pane, Arena *scratch)
{
    const PaneOps *ops = pane_ops(pane);
    Rect area = app->arrangement.titles[pane];
    bool focused = app->choice.focus == pane;
    Role role = focused ? ROLE_PANE_TITLE_FOCUSED : ROLE_PANE_TITLE;
    Text keys, title;
    int column, room;

    if (area.rows == 0)
        return;
    if (app->arrangement.shape == SHAPE_DRAWER) {
        draw_drawer_title(app, canvas, pane, area, scratch);
        return;
    }
    draw_stack_border(app, canvas, area);
    if (canvas->charset == CHARSET_ASCII)
        column = put(canvas, area, area.column + 1, arena_printf(scratch, focused ? "*%s*" : "%s", ops->name),
                     role);
    else
        column = put(canvas, area, area.column + 1,
                     arena_printf(scratch, "%s %s", focused ? "■" : "□", ops->name), role);
    keys = keymap_keys_of(&app->config->keymap, CONTEXT_ALL, ops->focus_action, 1, scratch);
    title = ops->title(app, scratch);
    room = area.column + area.columns - column - 2 - (focused ? 0 : (int)keys.size + 4);
    if (room > 0)
        (void)canvas_put_cut(canvas, area, area.row, column + 2, room, title, ROLE_PANE_TITLE);
    if (!focused && room > 0 && keys.size)
        put_right(canvas, area, arena_printf(scratch, "[%.*s] ", TEXT_ARGS(keys)), ROLE_TEXT_FAINT);
}

/* ---- status ---- */

static void add(Arena *scratch, Text *line, Text part)
{
    if (part.size)
        *line =
            arena_printf(scratch, "%.*s%s%.*s", TEXT_ARGS(*line), line->size ? "   " : "", TEXT_ARGS(part));
}

static Text paragraph_status(App *app, Arena *scratch)
{
    const Article *article = app->document.article;
    const Block *last = &article->blocks.items[article->blocks.count - 1];
    size_t block = article_block_at(app->document.article, app_visible(app).start);
    unsigned here = 0, all = 0;

    for (size_t i = block + 1; i-- > 0 && here == 0;)
        here = article->blocks.items[i].number;
    for (; last >= article->blocks.items && all == 0; last--)
        all = last->kind == BLOCK_ORDERED_ITEM ? 0 : last->number;
    return all && article->complete ? arena_printf(scratch, "para %u/%u", here ? here : 1, all) : (Text){0};
}

static Text quote_status(App *app, Arena *scratch, bool narrow)
{
    const Document *document = &app->document;
    size_t quote = document_current_quote(document);
    size_t number = quote == NO_INDEX ? 0 : document_listed_number(document, quote);
    Text names;

    if (number == 0)
        return (Text){0};
    names = quote_speaker_names(&document->analysis->quotes.items[quote], scratch);
    return arena_printf(scratch, narrow ? "%s%zu/%zu %.*s" : "%s %zu/%zu %.*s", narrow ? "q" : "quote",
                        number, document->listed_count, TEXT_ARGS(names));
}

static Text search_status(const App *app, Arena *scratch)
{
    const Search *search = &app->document.search;
    size_t number = search_number(&app->document);

    if (search->pattern.size == 0)
        return (Text){0};
    if (search->seeking)
        return arena_printf(scratch, "/%.*s searching…", TEXT_ARGS(search->pattern));
    return arena_printf(scratch, "/%.*s %zu/%zu%s", TEXT_ARGS(search->pattern), number, search->matches.count,
                        search->counted && search->matches.count < MATCH_LIMIT ? "" : "+");
}

static Text entity_status(const App *app, Arena *scratch)
{
    size_t index = document_current_entity(&app->document);
    size_t mention = document_current_mention(&app->document);
    const Analysis *analysis = app->document.analysis;
    size_t number = 0;

    if (index == NO_INDEX)
        return (Text){0};
    for (size_t i = analysis->entities.items[index].first_mention; i <= mention; i++)
        number += analysis->mentions.items[i].entity == index;
    return arena_printf(scratch, "%.*s %zu/%zu", TEXT_ARGS(analysis->entities.items[index].name), number,
                        analysis->entities.items[index].mention_count);
}

static void draw_place(App *app, Canvas *canvas, Rect area, int column, Arena *scratch)
{
    bool narrow = app->arrangement.shape == SHAPE_BODY || app->arrangement.shape == SHAPE_TABS;
    Text line = {0};

    if (!app->document.article)
        return;
    if (!narrow)
        add(scratch, &line, paragraph_status(app, scratch));
    add(scratch, &line, quote_status(app, scratch, narrow));
    add(scratch, &line, entity_status(app, scratch));
    add(scratch, &line, search_status(app, scratch));
    if (app->document.filter.size && !narrow)
        add(scratch, &line, arena_printf(scratch, "only %.*s", TEXT_ARGS(app->document.filter)));
    if (app->document.jumps.at && !narrow)
        add(scratch, &line,
            arena_printf(
                scratch, "%.*s back",
                TEXT_ARGS(keymap_keys_of(&app->config->keymap, CONTEXT_ALL, ACTION_JUMP_BACK, 1, scratch))));
    if (app->document.next && !app->document.analysis)
        add(scratch, &line, TEXT("reading…"));
    (void)canvas_put_cut(canvas, area, area.row, column, area.column + area.columns - column, line,
                         ROLE_STATUS);
}

static void draw_status(App *app, Canvas *canvas, Arena *scratch)
{
    Rect area = app->arrangement.status;
    const char *name = app->popup ? popup_ops(app->popup)->name : pane_ops(app->choice.focus)->name;
    int column = area.column + 1;

    canvas_fill(canvas, area, ROLE_STATUS);
    if (app->prompt.kind) {
        prompt_draw(app, canvas, area);
        return;
    }
    if (app->arrangement.shape != SHAPE_BODY && app->arrangement.shape != SHAPE_TABS)
        column = put(canvas, area, column,
                     arena_printf(scratch, canvas->charset == CHARSET_ASCII ? "[%s]" : "%s", name),
                     ROLE_STATUS_MODE) +
                 2;
    if (app->message.role) {
        (void)canvas_put_cut(canvas, area, area.row, column, area.columns - column - 1,
                             text_from(app->message.bytes), app->message.role);
        return;
    }
    if (app->arrangement.shape == SHAPE_DRAWER) {
        column =
            put(canvas, area, column, progress_bar(scratch, app_percent(app), PROGRESS_WIDE, canvas->charset),
                ROLE_STATUS_INFO);
        column =
            put(canvas, area, column, arena_printf(scratch, " %zu%%", app_percent(app)), ROLE_STATUS_INFO) +
            3;
    }
    draw_place(app, canvas, area, column, scratch);
}

/* ---- hints ---- */

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
    {ACTION_HELP, ACTION_NONE, "help"},
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
    {ACTION_HELP, ACTION_NONE, "help"},
    {ACTION_TOGGLE_QUOTES, ACTION_NONE, "hide"},
};
static const Hint entities_hints[] = {
    {ACTION_SCROLL_DOWN, ACTION_SCROLL_UP, "select"},
    {ACTION_SHOW_CONTEXT, ACTION_NONE, "all mentions"},
    {ACTION_PREV_MENTION, ACTION_NEXT_MENTION, "mention"},
    {ACTION_FOCUS_BODY, ACTION_NONE, "text"},
    {ACTION_HELP, ACTION_NONE, "help"},
    {ACTION_TOGGLE_ENTITIES, ACTION_NONE, "hide"},
};
static const Hint library_hints[] = {
    {ACTION_SCROLL_DOWN, ACTION_SCROLL_UP, "select"},
    {ACTION_SHOW_CONTEXT, ACTION_NONE, "open"},
    {ACTION_FOCUS_BODY, ACTION_NONE, "text"},
    {ACTION_HELP, ACTION_NONE, "help"},
    {ACTION_QUIT, ACTION_NONE, "quit"},
};

static void draw_hint_row(App *app, Canvas *canvas, Rect area, const Hint *hints, size_t count,
                          Arena *scratch)
{
    KeyContext context = pane_ops(app->choice.focus)->context;
    int column = area.column + 1;

    for (size_t i = 0; i < count; i++) {
        Text first = keymap_keys_of(&app->config->keymap, context, hints[i].first, 1, scratch);
        Text second = hints[i].second
                          ? keymap_keys_of(&app->config->keymap, context, hints[i].second, 1, scratch)
                          : (Text){0};
        Text keys =
            second.size ? arena_printf(scratch, "%.*s %.*s", TEXT_ARGS(first), TEXT_ARGS(second)) : first;
        Text label = text_from(hints[i].label);

        if (first.size == 0)
            continue;
        if (column + (int)(printable_width(keys, canvas->charset) + label.size) + 1 >
            area.column + area.columns)
            continue;
        column = put(canvas, area, column, keys, ROLE_STATUS_KEY) + 1;
        column = put(canvas, area, column, label, ROLE_TEXT_MUTED) + 3;
    }
}

static void draw_hints(App *app, Canvas *canvas, Arena *scratch)
{
    static const struct {
        const Hint *hints;
        size_t count;
    } rows[PANE_COUNT] = {
        [PANE_BODY] = {body_hints, sizeof body_hints / sizeof body_hints[0]},
        [PANE_QUOTES] = {quotes_hints, sizeof quotes_hints / sizeof quotes_hints[0]},
        [PANE_ENTITIES] = {entities_hints, sizeof entities_hints / sizeof entities_hints[0]},
        [PANE_LIBRARY] = {library_hints, sizeof library_hints / sizeof library_hints[0]},
    };
    Rect area = app->arrangement.hints;

    if (area.rows == 0)
        return;
    if (app->keys.typed.count || app->keys.count) {
        Text typed = key_sequence_format(&app->keys.typed, scratch);

        if (app->keys.count)
            typed = arena_printf(scratch, "%d%.*s", app->keys.count, TEXT_ARGS(typed));
        (void)put(canvas, area, put(canvas, area, area.column + 1, typed, ROLE_STATUS_KEY),
                  canvas->charset == CHARSET_ASCII ? TEXT(" ...   Esc cancel") : TEXT(" …   Esc cancel"),
                  ROLE_TEXT_MUTED);
        return;
    }
    if (app->popup)
        (void)put(canvas, area, area.column + 1,
                  popup_ops(app->popup)->typed
                      ? TEXT("type to filter   Up Down select   Enter accept   Esc close")
                      : TEXT("j k select   Enter open   Esc close"),
                  ROLE_TEXT_MUTED);
    else
        draw_hint_row(app, canvas, area, rows[app->choice.focus].hints, rows[app->choice.focus].count,
                      scratch);
}

void frame_draw(App *app, Canvas *canvas)
{
    Arena scratch = {0};

    draw_header(app, canvas, &scratch);
    draw_dividers(app, canvas);
    for (int pane = 0; pane < PANE_COUNT; pane++)
        draw_pane_title(app, canvas, (PaneId)pane, &scratch);
    draw_status(app, canvas, &scratch);
    draw_hints(app, canvas, &scratch);
    arena_release(&scratch);
}
