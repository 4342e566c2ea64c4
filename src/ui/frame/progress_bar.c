/*
 * A cell is a piece of the text, full when it is read. Where the selected speaker says something in it, it has the speaker's sign and hue; a
 * screen that is narrow has no room for that many cells.
 */
#include "ui/frame/progress_bar.h"

#include "analysis/result/article_map.h"
#include "ui/cells/speaker_signs.h"
#include "ui/frame/frame_put.h"
#include "ui/state/places.h"
#include "ui/state/selection.h"

enum { SPOKEN_FROM = 100 /* columns of the screen */ };

/* Does the speaker of a number say it, alone or with others? */
static bool says(const Speakers *speakers, size_t speaker, const Quote *quote)
{
    for (size_t i = 0; i < quote->source->speaker_count; i++) {
        if (speakers_number_of(speakers, &quote->source->speakers[i]) == speaker)
            return true;
    }
    return false;
}

/* Signs of the speaker over the cells of what they say; # where there is none left. */
static void put_spoken(const App *app, Canvas *canvas, Rect clip, size_t speaker)
{
    const Document *document = &app->document;
    const ArticleMap map = {.size = article_size(document->article)};
    Rect cells = app->progress;

    for (size_t i = 0; i < document->analysis->quotes.count; i++) {
        const Quote *quote = &document->analysis->quotes.items[i];
        int at = (int)article_map_column(&map, quote->range.start, (size_t)cells.columns);
        int last = (int)article_map_column(&map, quote->range.end - 1, (size_t)cells.columns);

        if (!quote_list_passes(&document->listed, quote, (Text){0}) || !says(&document->listed.speakers, speaker, quote))
            continue;
        for (int column = cells.column + at; column <= cells.column + last; column++) {
            if (speaker_put_mark(canvas, clip, cells.row, column, speaker, ROLE_STATUS_INFO) == column)
                (void)canvas_put(canvas, clip, cells.row, column, TEXT("#"), role_stack(ROLE_STATUS_INFO));
        }
    }
}

/* A line, lighter than the text: heavy as far as one has come. */
int progress_bar_draw(const App *app, Canvas *canvas)
{
    Rect cells = app->progress, area = {cells.row, 0, 1, app->columns};
    int full = (int)((size_t)cells.columns * app_percent(app) / 100), column = cells.column;
    RoleStack roles = role_stack_in_status(ROLE_SCROLLBAR);
    size_t speaker = app->columns >= SPOKEN_FROM ? app_selected_speaker(app) : NO_INDEX;

    if (cells.rows == 0)
        return area.column;
    if (canvas->charset == CHARSET_ASCII)
        (void)canvas_put(canvas, area, area.row, column - 1, TEXT("["), roles);
    for (int i = 0; i < cells.columns; i++)
        column = canvas_put_sign(canvas, area, area.row, column, i < full ? SIGN_PROGRESS : SIGN_PROGRESS_REST, roles);
    if (speaker != NO_INDEX && !document_shows_source(&app->document))
        put_spoken(app, canvas, area, speaker);
    return canvas_put(canvas, area, area.row, column, canvas->charset == CHARSET_ASCII ? TEXT("]") : TEXT(" "), roles);
}
