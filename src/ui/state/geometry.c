/* The arrangement is worked out anew whenever what it depends on is another: the size, what is shown, the measure, the widest number. */
#include "ui/state/geometry.h"

#include "reading/gutter.h"
#include "ui/state/places.h"
#include "ui/state/scroll.h"

enum { SOURCE_COLUMNS = 400 };

/* Columns of the lines of what is shown: of the article the measure, of its source all that there are; less where the pane is narrower. */
static int measure_columns(const App *app)
{
    return arrangement_measure(&app->arrangement,
                               document_shows_source(&app->document) ? SOURCE_COLUMNS : app->measure_columns);
}

/* Of what was acted on last, and of the selected quotation, that which is on the screen: there it is to stay. */
static size_t place_to_keep(const App *app)
{
    const Document *document = &app->document;
    Range visible = app_visible(app);
    size_t quote = document->quote_start;

    if (range_contains(visible, document->acted_at))
        return document->acted_at;
    quote = quote == NO_OFFSET || !document->article ? NO_OFFSET : document_shown_offset(document, quote);
    return range_contains(visible, quote) ? quote : NO_OFFSET;
}

void app_resize(App *app, int rows, int columns)
{
    size_t kept = place_to_keep(app), chosen = app->document.top_offset;

    app->rows = rows;
    app->columns = columns;
    app->choice.measure_columns = app->measure_columns;
    app->choice.number_columns = app->document.article ? gutter_label_columns(&app->document) : 0;
    app->arrangement = arrange(rows, columns, &app->choice);
    app->document.order = app->options.order;
    if (!app->document.article)
        return;
    if (app->arrangement.panes[PANE_BODY].rows > 0 || !app->document.layout)
        document_measure(&app->document, measure_columns(app), app->number_links ? LINKS_NUMBERED : LINKS_PLAIN);
    if (app->arrangement.panes[PANE_BODY].rows > 0) {
        app->body_rows = app->arrangement.panes[PANE_BODY].rows;
        scroll_to_place(app);
        if (kept != NO_OFFSET && !range_contains(app_visible(app), kept)) {
            app_show_offset(app, kept, ALIGN_NEAREST);
            app->document.top_offset = chosen; /* there it is again when the window has room for it */
        }
    }
}

/* The measure in the middle of the pane, but never over the gutter. */
int app_text_column(const App *app)
{
    Rect area = app->arrangement.panes[PANE_BODY];
    int measure = measure_columns(app);
    int middle = (area.columns - measure) / 2;

    return area.column + (middle > app->arrangement.gutter_columns ? middle : app->arrangement.gutter_columns);
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
    if (pane != PANE_BODY) {
        app->choice.zen = false;
        app->document.passage = (Passage){0}; /* what is taken is what the list has selected */
    }
    if (!pane_is_passing(pane))
        app->choice.shown[pane] = true;
    app_resize(app, app->rows, app->columns);
}
