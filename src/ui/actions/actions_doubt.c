/*
 * Behind the last quotation in doubt the key says so, and that it leads to the next article when it is pressed once more: nobody leaves an article
 * unawares, and whoever looks through many presses one key. One article is opened a time, since what is passed over would count as begun.
 */
#include "ui/actions/actions_doubt.h"

#include "ui/actions/actions_select.h"
#include "ui/notes/correcting.h"
#include "ui/notes/noting.h"
#include "ui/opening/opening.h"
#include "ui/state/places.h"
#include "ui/state/selection.h"

static bool has_neighbour(const App *app, int direction)
{
    return direction > 0 ? app->entry + 1 < app->library->entries.count : app->entry > 0;
}

/* From there on, or back: is there one? Then it is selected. */
static bool select_doubtful(App *app, size_t row, int direction, int times)
{
    const QuoteList *listed = &app->document.listed;

    row = quote_list_doubtful(listed, app->document.analysis, row, direction, times);
    if (row)
        app_select_quote(app, quote_list_quote(listed, row), ALIGN_THIRD);
    return row > 0;
}

static bool is_told(const App *app, int direction)
{
    const DoubtTold *told = &app->doubt_told;

    return told->direction == direction && told->entry == app->entry &&
           told->quote == document_current_quote(&app->document);
}

/* `what` of the article; and what the key does next. */
static void tell(App *app, const char *what, int direction)
{
    const char *more = direction > 0 ? "; again: next article" : "; again: article before";
    bool alone = app->library->entries.count < 2;

    app->doubt_told = (DoubtTold){direction, app->entry, document_current_quote(&app->document)};
    app_say(app, ROLE_STATUS_INFO, "%s%s", what,
            has_neighbour(app, direction) ? more
            : alone                       ? ""
            : direction > 0               ? ", the last article"
                                          : ", the first article");
}

static void open_neighbour(App *app, int direction)
{
    app_open(app, direction > 0 ? app->entry + 1 : app->entry - 1);
    if (!document_need_analysis(&app->document, app_visible(app)))
        return;
    (void)noting_need(app);
    correcting_apply(app);
    if (!select_doubtful(app, direction > 0 ? 1 : app->document.listed.count, direction, 1))
        tell(app, "no doubt in this", direction);
}

Effects action_move_doubtful(App *app, const Call *call)
{
    int direction = call->direction;
    size_t row;

    if (!document_need_analysis(&app->document, app_visible(app))) {
        app_say(app, ROLE_STATUS_INFO, "no article is open");
        return EFFECT_NONE;
    }
    row = action_listed_row_from(app, direction) + (size_t)direction;
    if (select_doubtful(app, row, direction, call_times(call)))
        return EFFECT_NONE;
    if (is_told(app, direction) && has_neighbour(app, direction))
        open_neighbour(app, direction);
    else
        tell(app, direction > 0 ? "no doubt behind this" : "no doubt before this", direction);
    return EFFECT_NONE;
}
