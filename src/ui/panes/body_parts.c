/* Parts of the body that are not the article's own words: the line of source, date and length; and why there
 * is no text. */
#include "ui/panes/body_pane.h"

#include "base/iso_date.h"

enum {
    WORDS_A_MINUTE = 240
}; /* silent reading of English: 238 (Brysbaert 2019, Journal of Memory and Language 109) */

static const char month_names[12][10] = {"January",   "February", "March",    "April",
                                         "May",       "June",     "July",     "August",
                                         "September", "October",  "November", "December"};

Text format_date(Text iso, Arena *arena, DateForm form)
{
    size_t year, month, day;

    if (iso.size < ISO_DATE.end || iso.bytes[ISO_YEAR.end] != '-' || iso.bytes[ISO_MONTH.end] != '-' ||
        !text_to_number(text_slice(iso, ISO_YEAR), 9999, &year) ||
        !text_to_number(text_slice(iso, ISO_MONTH), 12, &month) || month == 0 ||
        !text_to_number(text_slice(iso, ISO_DAY), 31, &day) || day == 0)
        return iso;
    return arena_printf(arena, "%.*s %zu, %zu", form == DATE_SHORT ? 3 : 10, month_names[month - 1], day,
                        year);
}

static void append(Arena *arena, Text *line, Text part)
{
    if (part.size == 0)
        return;
    *line = line->size ? arena_join(arena, (const Text[]){*line, TEXT(" · "), part}, 3) : part;
}

Text body_meta(const Document *document, Arena *arena, DateForm form)
{
    const Article *article = document->article;
    size_t minutes = (article->word_count + WORDS_A_MINUTE / 2) / WORDS_A_MINUTE;
    Text line = {0};

    append(arena, &line, article_field(article, FIELD_SOURCE));
    append(arena, &line, format_date(article_field(article, FIELD_DATE), arena, form));
    if (article->complete)
        append(arena, &line,
               arena_printf(arena, "%zu word%s · %zu min", article->word_count, article->word_count == 1 ? "" : "s",
                            minutes ? minutes : 1));
    return line;
}

/* A message on as many rows as it needs; the row after it. */
static int draw_problem(Canvas *canvas, Rect area, int row, int column, Text message)
{
    int width = area.column + area.columns - column - 1;
    LineList lines = {0};
    Arena scratch = {0};

    break_lines(&scratch, message, (Range){0, message.size}, width > 8 ? width : 8, canvas->charset, &lines);
    for (size_t i = 0; i < lines.count && row < area.row + area.rows; i++, row++)
        (void)canvas_put_cut(canvas, area, row, column, width, text_slice(message, lines.items[i].range), ROLE_TEXT);
    arena_release(&scratch);
    return row;
}

void body_draw_failure(App *app, Canvas *canvas, Rect area)
{
    int row = area.row + (area.rows > 6 ? 2 : 0);
    int column = area.column + (area.columns > 30 ? 2 : 0);
    int width = area.column + area.columns - column - 1;
    Arena scratch = {0};

    if (app->library->entries.count == 0) {
        (void)canvas_put_cut(canvas, area, row, column, width, TEXT("There is no article here."),
                             ROLE_TEXT_STRONG);
        (void)canvas_put_cut(canvas, area, row + 2, column, width,
                             TEXT("quoin opens .yaml, .json and .txt files: quoin FILE or quoin FOLDER"),
                             ROLE_TEXT);
        return;
    }
    (void)canvas_put_cut(canvas, area, row, column, width, TEXT("This article cannot be opened."), ROLE_STATUS_ERROR);
    row += 2;
    for (size_t i = 0; i < app->failure.problems.count && row < area.row + area.rows; i++)
        row = draw_problem(canvas, area, row, column, report_line(&app->failure, &app->failure.problems.items[i], &scratch));
    arena_release(&scratch);
}
