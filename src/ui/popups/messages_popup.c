/* The messages that were said, the oldest first, each with its time; a long one takes several rows. */
#include "layout/line_glyphs.h"
#include "ui/popups/popup.h"

enum {
    COLUMNS_MOST = 110,
    TIME_COLUMNS = 7, /* "10:05  " */
    LEAST_COLUMNS = 8 /* for words */
};

static int words_columns(const App *app)
{
    int columns = popup_columns(app, COLUMNS_MOST) - 4 - TIME_COLUMNS;

    return columns > LEAST_COLUMNS ? columns : LEAST_COLUMNS;
}

/* Where a row is: a line of a message. */
typedef struct MessageRow {
    const LoggedMessage *message; /* NULL: there is no such row */
    size_t line;
    Text words;
} MessageRow;

/* What it says, and how often in a row. */
static Text words_of(const LoggedMessage *message, Arena *scratch)
{
    Text text = {message->bytes, message->size};

    return message->times == 1 ? text : arena_printf(scratch, "%.*s (%d times)", TEXT_ARGS(text), message->times);
}

static LineList lines_of(const App *app, Text words, Arena *scratch)
{
    LineList lines = {0};

    break_lines(scratch, words, (Range){0, words.size}, words_columns(app), app->options.charset, NULL, &lines);
    return lines;
}

/* The row of that number; `*before`: how many rows there are before it, or in all where there is none. */
static MessageRow find_row(const App *app, size_t row, size_t *before, Arena *scratch)
{
    const MessageLog *log = &app->message_log;

    *before = 0;
    for (size_t i = 0; i < log->count; i++) {
        const LoggedMessage *message = message_log_item(log, i);
        Text words = words_of(message, scratch);
        LineList lines = lines_of(app, words, scratch);

        if (row < *before + lines.count) {
            const Line *line = &lines.items[row - *before];

            return (MessageRow){
                message, row - *before,
                line_glyphs_text(scratch, line_glyphs(words, line, BLOCK_PARAGRAPH, app->options.charset))};
        }
        *before += lines.count;
    }
    return (MessageRow){NULL, 0, {0}};
}

static size_t count(const App *app)
{
    Arena scratch = {0};
    size_t rows;

    (void)find_row(app, SIZE_MAX, &rows, &scratch);
    arena_release(&scratch);
    return rows;
}

static Text time_of(const LoggedMessage *message, Arena *scratch)
{
    if (message->minute < 0)
        return TEXT("--:--");
    return arena_printf(scratch, "%02d:%02d", message->minute / 60, message->minute % 60);
}

static void draw_row(const App *app, Canvas *canvas, Rect area, int row, size_t number)
{
    Arena scratch = {0};
    size_t before;
    MessageRow shown = find_row(app, number, &before, &scratch);
    int column = area.column + 1;

    if (shown.message && shown.line == 0)
        (void)canvas_put_cut(canvas, area, row, column, TIME_COLUMNS, time_of(shown.message, &scratch), ROLE_TEXT_MUTED);
    if (shown.message)
        (void)canvas_put_cut(canvas, area, row, column + TIME_COLUMNS, area.columns - TIME_COLUMNS - 2, shown.words,
                             shown.message->role == ROLE_STATUS_INFO ? ROLE_POPUP : shown.message->role);
    if (shown.message && number == app->popup.list.selected)
        canvas_select_row(canvas, (Rect){row, area.column, 1, area.columns});
    arena_release(&scratch);
}

static void draw(const App *app, Canvas *canvas, Rect area)
{
    for (int row = 0; row < area.rows; row++)
        draw_row(app, canvas, area, area.row + row, app->popup.list.top + (size_t)row);
    if (app->message_log.count == 0)
        (void)canvas_put_cut(canvas, area, area.row, area.column + 1, area.columns - 1, TEXT("Nothing was said yet."),
                             ROLE_TEXT_MUTED);
}

/* The last one is the one that is looked for. */
static void open_messages(App *app)
{
    size_t rows = count(app);

    app->popup.list.selected = rows ? rows - 1 : 0;
}

static Text row_text(const App *app, size_t row, Arena *scratch)
{
    size_t before;

    return find_row(app, row, &before, scratch).words;
}

static Text title(const App *app, Arena *scratch)
{
    return arena_printf(scratch, " Messages: %zu ", app->message_log.count);
}

const PopupOps messages_popup = {
    .name = "MESSAGES",
    .hint = "j k select   / find   Esc close",
    .title = title,
    .open = open_messages,
    .count = count,
    .row_text = row_text,
    .draw = draw,
    .columns_most = COLUMNS_MOST,
};
