/* Those of a selection do nothing where there is none: they may be run by their names. */
#include "ui/actions/actions_take.h"

#include "ui/state/geometry.h"
#include "ui/state/places.h"
#include "ui/taking/caret.h"
#include "ui/taking/selecting.h"
#include "ui/taking/taken.h"

/* ---- selecting ---- */

Effects action_select(App *app, const Call *call)
{
    if (!has_article(app)) {
        app_say(app, ROLE_STATUS_INFO, "no article is open");
        return EFFECT_NONE;
    }
    if (app->choice.focus != PANE_BODY)
        app_focus(app, PANE_BODY);
    selecting_begin(app, (PassageUnit)call->argument);
    return EFFECT_NONE;
}

static bool is_selecting(App *app)
{
    if (has_article(app) && app_is_selecting(app))
        return true;
    app_say(app, ROLE_STATUS_INFO, "nothing is selected; v begins");
    return false;
}

Effects action_step(App *app, const Call *call)
{
    if (is_selecting(app))
        selecting_step(app, (PassageStep)call->argument, (long)call->direction * call_times(call));
    return EFFECT_NONE;
}

Effects action_line_edge(App *app, const Call *call)
{
    size_t head = app->document.passage.head;

    if (is_selecting(app))
        selecting_move_to(app, call->direction < 0 ? caret_line_start(&app->document, head)
                                                   : caret_line_end(&app->document, head));
    return EFFECT_NONE;
}

Effects action_other_end(App *app, const Call *call)
{
    (void)call;
    if (is_selecting(app))
        selecting_swap_ends(app);
    return EFFECT_NONE;
}

/* The first that is listed and begins after an offset of the article's text. */
static size_t quote_after(const App *app, size_t offset)
{
    const Document *document = &app->document;

    for (size_t quote = analysis_quote_from(document->analysis, offset); quote < document->analysis->quotes.count;
         quote++) {
        if (quote_list_row(&document->listed, quote))
            return quote;
    }
    return NO_INDEX;
}

/* The one with the number that was typed, else the one around the end that moves, else the selected one if that is on the screen, else the next. */
static size_t quote_to_select(App *app, size_t number)
{
    const Document *document = &app->document;
    Range head = {document->passage.head, document->passage.head + 1};
    size_t around, selected = document_current_quote(document);
    Range text = document_article_range(document, head), visible = app_visible_text(app);

    for (size_t quote = 0; number && quote < document->analysis->quotes.count; quote++) {
        if (quote_list_number(&document->listed, quote) == number)
            return quote;
    }
    if (number)
        return NO_INDEX;
    around = app_quote_around(app, text);
    if (around != NO_INDEX)
        return around;
    return selected != NO_INDEX && range_contains(visible, document->quote_start) ? selected
                                                                                  : quote_after(app, text.start);
}

Effects action_select_quote(App *app, const Call *call)
{
    Document *document = &app->document;
    size_t quote;
    Range range;

    if (!is_selecting(app) || !document_need_analysis(document, app_visible(app)))
        return EFFECT_NONE;
    quote = quote_to_select(app, (size_t)call->count);
    if (quote == NO_INDEX) {
        app_say(app, ROLE_STATUS_INFO, call->count ? "there is no quotation %d" : "no quotation is here", call->count);
        return EFFECT_NONE;
    }
    range = range_widen(document->analysis->quotes.items[quote].range);
    selecting_take(app,
                   (Range){document_shown_offset(document, range.start), document_shown_offset(document, range.end)});
    return EFFECT_NONE;
}
