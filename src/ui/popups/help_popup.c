/*
 * Help, made from the live key map and the table of actions. A row is an action with its keys, or a heading. What is typed filters:
 * each of its words must occur somewhere in the row's keys, name or help, so that "light dark" finds "Switch between the theme's
 * light and dark form". What does not fit beside the keys goes on in the next rows.
 */
#include "layout/layout.h"
#include "ui/popups/popup.h"

enum {
    WIDEST = 112,
    TALLEST = 44,
    KEYS_COLUMNS = 19, /* "f ^F ^V PgDn Space" */
    NARROW = 60,
    KEYS_COLUMNS_NARROW = 12,
    MOST_LINES = 3, /* of one action */
    MOST_ROWS = ACTION_COUNT * CONTEXT_COUNT * MOST_LINES + GROUP_COUNT
};

/* All of them stand on the stack, which may be small: four bytes each. */
typedef struct HelpRow {
    ActionId action : 16; /* ACTION_NONE: the heading of `group` */
    KeyContext context : 6;
    ActionGroup group : 6;
    unsigned line : 4; /* from 0, of what the action does; only the first can be selected */
} HelpRow;

_Static_assert(ACTION_COUNT < 1 << 16 && CONTEXT_COUNT < 1 << 6 && GROUP_COUNT < 1 << 6,
               "a row has room for each of them");

static Rect area(const App *app)
{
    int columns = popup_columns(app, WIDEST);
    int most = app->arrangement.status.row;
    int rows = most > TALLEST ? TALLEST : most;

    return (Rect){(most - rows) / 2, (app->columns - columns) / 2, rows, columns};
}

/* Of the box, or of what is within its borders. */
static int keys_columns(int columns)
{
    return columns <= NARROW ? KEYS_COLUMNS_NARROW : KEYS_COLUMNS;
}

static Text words_of(ActionId action, KeyContext context, Arena *scratch)
{
    Text help = action_info(action)->help;

    if (context == CONTEXT_ALL)
        return help;
    return arena_printf(scratch, "%.*s (%.*s)", TEXT_ARGS(help), TEXT_ARGS(key_context_title(context)));
}

/* What an action does, in lines that fit beside its keys. */
static LineList lines_of(const App *app, Text words, Arena *scratch)
{
    enum { AROUND = 4 /* borders and blanks */, LEAST = 8 };
    int columns = area(app).columns - AROUND - keys_columns(area(app).columns);
    LineList lines = {0};

    break_lines(scratch, words, (Range){0, words.size}, columns > LEAST ? columns : LEAST, app->options.charset, NULL,
                &lines);
    return lines;
}

/* A word of the filter: keys are compared as they stand, since `g` is not `G`. */
typedef struct FilterWord {
    Text typed;
    Needle needle;
} FilterWord;

typedef struct Filter {
    ARRAY(FilterWord) words;
    Arena scratch;
} Filter;

static void filter_init(Filter *filter, Text typed)
{
    *filter = (Filter){.scratch = {0}};
    for (size_t at = 0, end; at < typed.size; at = end + 1) {
        FilterWord word;

        end = text_find_byte(typed, ' ', at);
        if (end == TEXT_NOT_FOUND)
            end = typed.size;
        if (end == at)
            continue;
        word.typed = text_slice(typed, (Range){at, end});
        needle_init(&word.needle, &filter->scratch, word.typed);
        ARRAY_PUSH(&filter->scratch, filter->words, word);
    }
}

static bool passes(const App *app, Filter *filter, ActionId action, KeyContext context)
{
    const ActionInfo *info = action_info(action);

    for (size_t i = 0; i < filter->words.count; i++) {
        const FilterWord *word = &filter->words.items[i];

        if (!needle_in(&word->needle, info->name) && !needle_in(&word->needle, info->help) &&
            !keymap_lists_key(&app->config->keymap, context, action, word->typed, &filter->scratch))
            return false;
    }
    return true;
}

static size_t put_rows(const App *app, HelpRow row, HelpRow *rows)
{
    Arena scratch = {0};
    size_t count = lines_of(app, words_of(row.action, row.context, &scratch), &scratch).count;

    count = count > MOST_LINES ? MOST_LINES : count;
    for (size_t i = 0; i < count; i++) {
        row.line = (unsigned)i & 15;
        rows[i] = row;
    }
    arena_release(&scratch);
    return count;
}

/* The rows of a group that the filter lets through; its heading only above some. */
static size_t collect_group(const App *app, Filter *filter, ActionGroup group, HelpRow *rows)
{
    size_t count = 0;

    rows[count++] = (HelpRow){ACTION_NONE, CONTEXT_ALL, group, 0};
    for (int id = ACTION_NONE + 1; id < ACTION_COUNT; id++) {
        KeyContext contexts[CONTEXT_COUNT];
        size_t all = keymap_contexts_of(&app->config->keymap, (ActionId)id, contexts);

        for (size_t i = 0; i < all && action_info((ActionId)id)->group == group; i++) {
            if (passes(app, filter, (ActionId)id, contexts[i]))
                count += put_rows(app, (HelpRow){(ActionId)id, contexts[i], group, 0}, rows + count);
        }
    }
    return count > 1 ? count : 0;
}

static size_t collect(const App *app, HelpRow rows[MOST_ROWS])
{
    size_t count = 0;
    Filter filter;

    filter_init(&filter, prompt_text(&app->popup.filter));
    for (int group = 0; group < GROUP_COUNT; group++)
        count += collect_group(app, &filter, (ActionGroup)group, rows + count);
    arena_release(&filter.scratch);
    return count;
}

static size_t count(const App *app)
{
    HelpRow rows[MOST_ROWS];

    return collect(app, rows);
}

static bool heading(const App *app, size_t row)
{
    HelpRow rows[MOST_ROWS];

    return row < collect(app, rows) && (rows[row].action == ACTION_NONE || rows[row].line > 0);
}

static Text line_words(const App *app, HelpRow help, Arena *scratch)
{
    Text words = words_of(help.action, help.context, scratch);
    LineList lines = lines_of(app, words, scratch);
    Range line = lines.items[help.line].range;

    return help.line + 1 == MOST_LINES ? text_slice(words, (Range){line.start, words.size}) : text_slice(words, line);
}

static void draw_row(const App *app, Canvas *canvas, Rect area, int row, HelpRow help, Arena *scratch)
{
    int column = area.column + 1, end = area.column + area.columns;
    bool narrow = area.columns <= NARROW;
    Text words, name;

    if (help.action == ACTION_NONE) {
        (void)canvas_put_cut(canvas, area, row, column, end - column, action_group_title(help.group), ROLE_HEADING);
        return;
    }
    words = line_words(app, help, scratch);
    name = action_info(help.action)->name;
    if (help.line == 0)
        (void)canvas_put_cut(canvas, area, row, column + 1, keys_columns(area.columns) - 1,
                             keymap_listed_keys(&app->config->keymap, help.context, help.action, narrow ? 2 : 5, scratch),
                             ROLE_STATUS_KEY);
    column += keys_columns(area.columns) + 1;
    column = canvas_put_cut(canvas, area, row, column, end - column, words, ROLE_HELP);
    if (words.size == words_of(help.action, help.context, scratch).size && end - column > (int)name.size + 2)
        (void)canvas_put(canvas, area, row, end - (int)name.size - 1, name, role_stack(ROLE_TEXT_FAINT));
}

static void draw(const App *app, Canvas *canvas, Rect area)
{
    HelpRow rows[MOST_ROWS];
    size_t all = collect(app, rows);
    Arena scratch = {0};

    if (all == 0)
        (void)canvas_put_cut(canvas, area, area.row, area.column + 1, area.columns - 1,
                             TEXT("No key, name or help has these words."), ROLE_TEXT_MUTED);
    for (int row = 0; row < area.rows && app->popup.list.top + (size_t)row < all; row++) {
        size_t index = app->popup.list.top + (size_t)row;

        draw_row(app, canvas, area, area.row + row, rows[index], &scratch);
        if (index == app->popup.list.selected)
            canvas_select_row(canvas, (Rect){area.row + row, area.column, 1, area.columns});
        arena_reset(&scratch);
    }
    arena_release(&scratch);
}

/* Enter runs the selected action: help is a menu as well. */
static PopupResult accept(App *app)
{
    HelpRow rows[MOST_ROWS];
    size_t all = collect(app, rows);
    ActionId action = app->popup.list.selected < all ? rows[app->popup.list.selected].action : ACTION_NONE;

    app->popup.id = POPUP_NONE;
    return (PopupResult){.action = action};
}

static Text title(const App *app, Arena *scratch)
{
    (void)app;
    (void)scratch;
    return TEXT(" Keys: Enter runs, Esc closes ");
}

const PopupOps help_popup = {
    .name = "HELP",
    .hint = "type to filter   Up Down select   Enter run   Esc close",
    .title = title,
    .typed = true,
    .count = count,
    .heading = heading,
    .draw = draw,
    .accept = accept,
    .area = area,
};
