/* What is next is told from what is selected, when it can be seen, else from the place on the screen. */
#include "ui/actions/actions_select.h"

#include "ui/state/selection.h"

/* ---- quotations ---- */

static bool on_screen(const App *app, size_t offset)
{
    return range_contains(app_visible_text(app), offset);
}

/* Whoever asks before there was time to look at the text gets an answer all the same. */
static bool has_analysis(App *app)
{
    if (document_need_analysis(&app->document, app_visible(app)))
        return true;
    app_say(app, ROLE_STATUS_INFO, "no article is open");
    return false;
}

static bool has_quotes(App *app)
{
    if (!has_analysis(app))
        return false;
    if (app->document.listed.count == 0)
        app_say(app, ROLE_STATUS_INFO,
                app->document.listed.filter.size ? "no quotation passes the filter; Esc lists all"
                                                 : "no quotations in this text");
    else
        return true;
    return false;
}

/* Where "next" starts from: the row of the selected quotation when it can be seen, else the place on the
 * screen. Rows from 1; a step from the result leads to the neighbour. */
size_t action_listed_row_from(const App *app, int direction)
{
    const Document *document = &app->document;
    size_t current = document_current_quote(document);
    size_t row = current == NO_INDEX ? 0 : quote_list_row(&document->listed, current);
    Range visible = app_visible_text(app);

    if (row && on_screen(app, document->analysis->quotes.items[current].range.start))
        return row;
    for (row = 0; row < document->listed.count; row++) {
        if (document->analysis->quotes.items[document->listed.quotes[row]].range.start >= visible.start)
            break;
    }
    return direction > 0 ? row : row + 1;
}

Effects action_move_quote(App *app, const Call *call)
{
    size_t row, target;
    long wanted;

    if (!has_quotes(app))
        return EFFECT_NONE;
    row = action_listed_row_from(app, call->direction);
    wanted = (long)row + (long)call->direction * call_times(call);
    target = wanted < 1 ? 1 : (size_t)wanted > app->document.listed.count ? app->document.listed.count : (size_t)wanted;
    if (target == row)
        app_say(app, ROLE_STATUS_INFO,
                call->direction > 0 ? "this is the last quotation" : "this is the first quotation");
    app_select_quote(app, quote_list_quote(&app->document.listed, target), ALIGN_NEAREST);
    return EFFECT_NONE;
}

Effects action_go_to_quote(App *app, const Call *call)
{
    const Document *document = &app->document;

    if (!has_quotes(app))
        return EFFECT_NONE;
    for (size_t i = 0; i < document->analysis->quotes.count; i++) {
        if (quote_list_number(&document->listed, i) == (size_t)call_times(call)) {
            if (!quote_list_row(&document->listed, i)) {
                app_say(app, ROLE_STATUS_INFO, "quotation %d does not pass the filter; Esc lists all", call_times(call));
                return EFFECT_NONE;
            }
            app_remember_place(app);
            app_select_quote(app, i, ALIGN_THIRD);
            return EFFECT_NONE;
        }
    }
    app_say(app, ROLE_STATUS_WARNING, "there is no quotation %d; the last is %zu", call_times(call),
            document->listed.speech_count);
    return EFFECT_NONE;
}

Effects action_move_quote_same_speaker(App *app, const Call *call)
{
    const Document *document = &app->document;
    size_t current = document_current_quote(document);
    const Quote *quotes;
    long row, step = call->direction;
    int left = call_times(call);

    if (!has_quotes(app))
        return EFFECT_NONE;
    if (current == NO_INDEX) {
        app_say(app, ROLE_STATUS_INFO, "select a quotation first");
        return EFFECT_NONE;
    }
    quotes = document->analysis->quotes.items;
    if (quotes[current].source->speaker_count == 0) {
        app_say(app, ROLE_STATUS_INFO, "who said this is not known");
        return EFFECT_NONE;
    }
    row = (long)quote_list_row(&document->listed, current) - 1;
    for (row += step; row >= 0 && row < (long)document->listed.count; row += step) {
        size_t quote = document->listed.quotes[row];

        if (quote_same_speaker(&quotes[current], &quotes[quote]) && --left == 0) {
            app_select_quote(app, quote, ALIGN_THIRD);
            return EFFECT_NONE;
        }
    }
    app_say(app, ROLE_STATUS_INFO, step > 0 ? "nothing more by the same speaker" : "nothing by the same speaker before");
    return EFFECT_NONE;
}

Effects action_filter_quotes(App *app, const Call *call)
{
    const Document *document = &app->document;
    size_t quote = document_current_quote(document), entity = document_current_entity(document);

    (void)call;
    if (document->listed.filter.size) {
        app_set_filter(app, (Text){0});
        return EFFECT_NONE;
    }
    if (app->choice.focus == PANE_ENTITIES && entity != NO_INDEX &&
        document->analysis->entities.items[entity].quote_count)
        app_set_filter(app, document->analysis->entities.items[entity].name);
    else if (quote != NO_INDEX && document->analysis->quotes.items[quote].source->speaker_count)
        app_set_filter(app, document->analysis->quotes.items[quote].source->speakers[0].name);
    else
        app_say(app, ROLE_STATUS_INFO, quote == NO_INDEX ? "select a quotation first" : "who said this is not known");
    return EFFECT_NONE;
}

/* What is listed beside speech in quotation marks changes. */
static Effects toggle_listed(App *app, bool *shown, const char *with, const char *without)
{
    *shown = !*shown;
    quote_list_update(&app->document.listed, app->document.analysis);
    app_relist(app);
    app_say(app, ROLE_STATUS_INFO, "%s", *shown ? with : without);
    return EFFECT_NONE;
}

Effects action_toggle_indirect(App *app, const Call *call)
{
    (void)call;
    return toggle_listed(app, &app->document.listed.show_indirect, "indirect speech is listed too",
                         "only words in quotation marks are listed");
}

Effects action_toggle_scare(App *app, const Call *call)
{
    (void)call;
    return toggle_listed(app, &app->document.listed.show_scare,
                         "words in quotation marks that are not speech are listed too", "only speech is listed");
}

/* ---- names ---- */

static bool has_mentions(App *app)
{
    if (!has_analysis(app))
        return false;
    if (app->document.analysis->mentions.count)
        return true;
    app_say(app, ROLE_STATUS_INFO, "no names in this text");
    return false;
}

/* The first mention on the screen, or after it. */
static size_t mention_on_screen(const App *app)
{
    const Analysis *analysis = app->document.analysis;
    size_t mention = analysis_mention_from(analysis, app_visible_text(app).start);

    return mention < analysis->mentions.count ? mention : analysis->mentions.count - 1;
}

/* To the next (previous) mention of the selected name, from the one on the screen; around the end with a word
 * about it. */
Effects action_move_mention(App *app, const Call *call)
{
    const Analysis *analysis;
    size_t mention, entity, count;
    bool wrapped = false;

    if (!has_mentions(app))
        return EFFECT_NONE;
    analysis = app->document.analysis;
    mention = document_current_mention(&app->document);
    if (mention == NO_INDEX) {
        app_select_mention(app, mention_on_screen(app), ALIGN_NEAREST);
        return EFFECT_NONE;
    }
    count = analysis->mentions.count;
    entity = analysis->mentions.items[mention].entity;
    for (int left = call_times(call) % (int)analysis->entities.items[entity].mention_count; left > 0; left--) {
        do {
            wrapped = wrapped || (call->direction > 0 ? mention + 1 == count : mention == 0);
            mention = call->direction > 0 ? (mention + 1) % count : (mention + count - 1) % count;
        } while (analysis->mentions.items[mention].entity != entity);
    }
    app_select_mention(app, mention, ALIGN_NEAREST);
    if (analysis->entities.items[entity].mention_count == 1)
        app_say(app, ROLE_STATUS_INFO, "the only mention");
    else if (wrapped)
        app_say(app, ROLE_STATUS_INFO, call->direction > 0 ? "from the start again" : "from the end again");
    return EFFECT_NONE;
}

Effects action_move_entity(App *app, const Call *call)
{
    const Analysis *analysis;
    size_t mention;
    long wanted;

    if (!has_mentions(app))
        return EFFECT_NONE;
    analysis = app->document.analysis;
    mention = document_current_mention(&app->document);
    if (mention == NO_INDEX || !on_screen(app, analysis->mentions.items[mention].range.start)) {
        mention = mention_on_screen(app);
        wanted = (long)mention + (call->direction > 0 ? call_times(call) - 1 : -call_times(call));
    } else {
        wanted = (long)mention + (long)call->direction * call_times(call);
    }
    if (wanted < 0 || wanted >= (long)analysis->mentions.count) {
        app_say(app, ROLE_STATUS_INFO, wanted < 0 ? "the first name" : "the last name");
        wanted = wanted < 0 ? 0 : (long)analysis->mentions.count - 1;
    }
    app_select_mention(app, (size_t)wanted, ALIGN_NEAREST);
    return EFFECT_NONE;
}

Effects action_toggle_marked(App *app, const Call *call)
{
    EntityType type = (EntityType)call->argument;
    Text plural = entity_type_plural(type);

    app->marked[type] = !app->marked[type];
    app_say(app, ROLE_STATUS_INFO, "%.*s%s are %s", TEXT_ARGS(plural), type == ENTITY_MISC ? " names" : "",
            app->marked[type] ? "marked" : "not marked");
    return EFFECT_NONE;
}
