/* Each problem of the report in as many rows as it needs; the rest is cut. */
#include "ui/panes/failure.h"

#include "layout/line_glyphs.h"

/* A message on as many rows as it needs; the row after it. */
static int draw_problem(Canvas *canvas, Rect area, int row, int column, Text message)
{
    int width = area.column + area.columns - column - 1;
    LineList lines = {0};
    Arena scratch = {0};

    break_lines(&scratch, message, (Range){0, message.size}, width > 8 ? width : 8, canvas->charset, NULL, &lines);
    for (size_t i = 0; i < lines.count && row < area.row + area.rows; i++, row++)
        (void)canvas_put_cut(
            canvas, area, row, column, width,
            line_glyphs_text(&scratch, line_glyphs(message, &lines.items[i], BLOCK_PARAGRAPH, canvas->charset)),
            ROLE_TEXT);
    arena_release(&scratch);
    return row;
}

/* And how to wait no longer. */
static Text waiting(const App *app, Arena *scratch)
{
    Text keys = keymap_keys_of(&app->config->keymap, CONTEXT_ALL, ACTION_STOP_READING, 1, scratch);
    const Text parts[] = {TEXT("Waiting for the text… ("), keys, TEXT(" waits no longer)")};

    return keys.size ? arena_join(scratch, parts, COUNT_OF(parts)) : TEXT("Waiting for the text…");
}

/* "o opens it in the browser, zv shows it as it is" */
static Text ways(const App *app, Arena *scratch)
{
    const Keymap *keymap = &app->config->keymap;
    Text browser = keymap_keys_of(keymap, CONTEXT_ALL, ACTION_BROWSE, 1, scratch);
    Text source = keymap_keys_of(keymap, CONTEXT_ALL, ACTION_TOGGLE_SOURCE, 1, scratch);

    return arena_printf(scratch, "%.*s opens it in the browser, %.*s shows it as it is.", TEXT_ARGS(browser),
                        TEXT_ARGS(source));
}

/* "This page has no text." of "this page has no text" */
static Text as_sentence(Text words, Arena *scratch)
{
    const char first = ascii_is_lower(words.bytes[0]) ? (char)(words.bytes[0] - 'a' + 'A') : words.bytes[0];
    const Text parts[] = {{&first, 1}, text_slice(words, (Range){1, words.size}), TEXT(".")};

    return arena_join(scratch, parts, COUNT_OF(parts));
}

/* A web page that has no article: what it is, and how to see it all the same. */
static void draw_page(const App *app, Canvas *canvas, Rect area, int row, int column)
{
    Arena scratch = {0};
    Text sentence = as_sentence(page_kind_sentence(app->document.article->page_kind), &scratch);

    (void)canvas_put_cut(canvas, area, row, column, area.column + area.columns - column - 1,
                         TEXT("There is no article on this page."), ROLE_STATUS_WARNING);
    row = draw_problem(canvas, area, row + 2, column, sentence);
    (void)draw_problem(canvas, area, row + 1, column, ways(app, &scratch));
    arena_release(&scratch);
}

void failure_draw(const App *app, Canvas *canvas, Rect area)
{
    int row = area.row + (area.rows > 6 ? 2 : 0);
    int column = area.column + (area.columns > 30 ? 2 : 0);
    int width = area.column + area.columns - column - 1;
    Arena scratch = {0};

    if (app->library->entries.count == 0) {
        (void)canvas_put_cut(canvas, area, row, column, width, TEXT("There is no article here."), ROLE_TEXT_STRONG);
        (void)canvas_put_cut(canvas, area, row + 2, column, width,
                             TEXT("quoin opens .yaml, .json and .txt files: quoin FILE or quoin FOLDER"), ROLE_TEXT);
        return;
    }
    if (document_may_grow(&app->document)) {
        (void)canvas_put_cut(canvas, area, row, column, width, waiting(app, &scratch), ROLE_TEXT_STRONG);
        arena_release(&scratch);
        return;
    }
    if (app_page_fails(app)) {
        draw_page(app, canvas, area, row, column);
        return;
    }
    (void)canvas_put_cut(canvas, area, row, column, width, TEXT("This article cannot be opened."), ROLE_STATUS_ERROR);
    row += 2;
    for (size_t i = 0; i < app->failure.problems.count && row < area.row + area.rows; i++)
        row = draw_problem(canvas, area, row, column,
                           report_line(&app->failure, &app->failure.problems.items[i], &scratch));
    arena_release(&scratch);
}
