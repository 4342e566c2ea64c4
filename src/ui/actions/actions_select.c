/* What is next is told from where the eye is: app_eye. */
#include "ui/actions/actions_select.h"

#include "ui/popups/popups.h"
#include "ui/state/selection.h"

/* ---- quotations ---- */

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

/* Is the quotation of a row, from 0, the selected one? */
static bool is_selected(const Document *document, size_t row)
{
    return row < document->listed.count && document->listed.quotes[row] == document_current_quote(document);
}

static Range listed_range(const Document *document, size_t row)
{
    return range_widen(document->analysis->quotes.items[document->listed.quotes[row]].range);
}

/* Forwards the quotation that holds the place or follows it is the next, backwards the one that holds it or goes before; not if it is selected
 * already. */
size_t action_listed_row_from(const App *app, int direction)
{
    const Document *document = &app->document;
    size_t place = app_eye_text(app), row;

    if (direction > 0) {
        for (row = 0; row < document->listed.count && listed_range(document, row).end <= place; row++)
            ;
        return row + is_selected(document, row);
    }
    for (row = document->listed.count; row > 0 && listed_range(document, row - 1).start >= place; row--)
        ;
    return row + 1 - (row > 0 && is_selected(document, row - 1));
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

/* Of the selected quotation, or the next one below the eye, or the last one. */
Effects action_why(App *app, const Call *call)
{
    const QuoteList *listed = &app->document.listed;
    size_t row;

    (void)call;
    if (document_current_quote(&app->document) == NO_INDEX) {
        if (!has_quotes(app))
            return EFFECT_NONE;
        row = action_listed_row_from(app, +1);
        app_select_quote(app, quote_list_quote(listed, row < listed->count ? row + 1 : listed->count), ALIGN_NEAREST);
    }
    popup_open(app, POPUP_WHY);
    return EFFECT_NONE;
}

/* ---- who ---- */

/* The name that the reader is at: in the list of names the one there; else where the eye is, in the text; else what is selected. */
static const Entity *entity_meant(const App *app)
{
    const Document *document = &app->document;
    const Analysis *analysis = document->analysis;
    size_t eye = app_eye_text(app), mention = analysis_mention_from(analysis, eye);
    size_t selected = app->lists[PANE_ENTITIES].selected;

    if (app->choice.focus == PANE_ENTITIES)
        return selected < document_listed_entities(document) ? &analysis->entities.items[selected] : NULL;
    if (app_eye(app) == document->acted_at && mention < analysis->mentions.count &&
        range_contains(range_widen(analysis->mentions.items[mention].range), eye))
        return &analysis->entities.items[analysis->mentions.items[mention].entity];
    return NULL;
}

/* Who is meant by "the same speaker" and "only theirs": whoever's name the reader is at, else who says the selected quotation, else whose name is
 * selected. Empty: nobody, which is said. */
static Text speaker_meant(App *app)
{
    const Document *document = &app->document;
    const Entity *entity = entity_meant(app);
    size_t quote = document_current_quote(document), named = document_current_entity(document);

    if (!entity && quote != NO_INDEX && document->analysis->quotes.items[quote].source->speaker_count)
        return document->analysis->quotes.items[quote].source->speakers[0].name;
    if (!entity && quote == NO_INDEX && named != NO_INDEX)
        entity = &document->analysis->entities.items[named];
    if (entity && entity->quote_count)
        return entity->name;
    if (entity)
        app_say(app, ROLE_STATUS_INFO, "%.*s says nothing in this article", TEXT_ARGS(entity->name));
    else
        app_say(app, ROLE_STATUS_INFO,
                quote == NO_INDEX ? "select a quotation or a name first" : "who said this is not known");
    return (Text){0};
}

Effects action_move_quote_same_speaker(App *app, const Call *call)
{
    const Document *document = &app->document;
    int left = call_times(call);
    size_t found = NO_INDEX;
    Text speaker;

    if (!has_quotes(app) || (speaker = speaker_meant(app)).size == 0)
        return EFFECT_NONE;
    for (long row = (long)action_listed_row_from(app, call->direction) - 1 + call->direction;
         row >= 0 && row < (long)document->listed.count && left > 0; row += call->direction) {
        size_t quote = document->listed.quotes[row];

        if (!quote_list_passes(&document->listed, &document->analysis->quotes.items[quote], speaker))
            continue;
        found = quote;
        left--;
    }
    if (found != NO_INDEX)
        app_select_quote(app, found, ALIGN_THIRD);
    else
        app_say(app, ROLE_STATUS_INFO, call->direction > 0 ? "nothing more by %.*s" : "nothing by %.*s before",
                TEXT_ARGS(speaker));
    return EFFECT_NONE;
}

Effects action_filter_quotes(App *app, const Call *call)
{
    Text speaker;

    (void)call;
    if (app->document.listed.filter.size)
        app_set_filter(app, (Text){0}, false);
    else if (has_quotes(app) && (speaker = speaker_meant(app)).size)
        app_set_filter(app, speaker, false);
    return EFFECT_NONE;
}

/* The name that the reader is at, else the selected one, else that of who says the selected quotation. Empty: none. */
static Text name_meant(const App *app)
{
    const Document *document = &app->document;
    const Entity *entity = entity_meant(app);
    size_t named = document_current_entity(document), quote = document_current_quote(document);

    if (!entity && named != NO_INDEX)
        entity = &document->analysis->entities.items[named];
    if (!entity && quote != NO_INDEX && document->analysis->quotes.items[quote].source->speaker_count)
        return document->analysis->quotes.items[quote].source->speakers[0].name;
    return entity ? entity->name : (Text){0};
}

Effects action_filter_about(App *app, const Call *call)
{
    const QuoteList *listed = &app->document.listed;
    Text name;

    (void)call;
    if (listed->filter.size && listed->is_about) {
        app_set_filter(app, (Text){0}, false);
        return EFFECT_NONE;
    }
    if (!has_analysis(app))
        return EFFECT_NONE;
    name = name_meant(app);
    if (name.size == 0) {
        app_say(app, ROLE_STATUS_INFO, "select a name first, in the text or in the list of names (ge)");
        return EFFECT_NONE;
    }
    app_set_filter(app, name, true);
    if (listed->count == 0) {
        app_say(app, ROLE_STATUS_INFO, "no quotation mentions %.*s", TEXT_ARGS(name));
        app_set_filter(app, (Text){0}, false);
    }
    return EFFECT_NONE;
}

/* What is listed beside speech in quotation marks changes; of what a text has nothing of, that is said (`none`). */
static Effects toggle_listed(App *app, bool *shown, const char *with, const char *without, const char *none)
{
    QuoteList *listed = &app->document.listed;
    size_t before = listed->count;

    *shown = !*shown;
    quote_list_update(listed, app->document.analysis);
    app_relist(app);
    if (*shown && app->document.analysis && !document_is_known_in_part(&app->document) && listed->filter.size == 0 &&
        listed->count == before)
        with = none;
    app_say(app, ROLE_STATUS_INFO, "%s", *shown ? with : without);
    return EFFECT_NONE;
}

Effects action_toggle_indirect(App *app, const Call *call)
{
    const Analysis *analysis = app->document.analysis;

    (void)call;
    return toggle_listed(app, &app->document.listed.show_indirect, "indirect speech is listed too",
                         "only words in quotation marks are listed",
                         analysis && analysis->language != LANGUAGE_ENGLISH
                             ? "indirect speech is listed too, but it is found in English texts only"
                             : "indirect speech is listed too, but there is none in this text");
}

Effects action_toggle_scare(App *app, const Call *call)
{
    (void)call;
    return toggle_listed(app, &app->document.listed.show_scare,
                         "words in quotation marks that are not speech are listed too", "only speech is listed",
                         "words that are not speech are listed too, but there are none in this text");
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

/* The first mention from the place of the eye on, of a name (NO_INDEX: of any), or the last before it; the index may be one beyond either end. */
static long mention_from_eye(const App *app, int direction, size_t entity)
{
    const Analysis *analysis = app->document.analysis;
    size_t eye = app_eye_text(app), selected = document_current_mention(&app->document);
    long mention;

    for (mention = 0; mention < (long)analysis->mentions.count; mention++) {
        if (analysis->mentions.items[mention].range.end > eye)
            break;
    }
    if (direction > 0)
        mention += mention == (long)selected; /* it holds the place: it is there already */
    else
        mention -= mention >= (long)analysis->mentions.count || (size_t)mention == selected ||
                   analysis->mentions.items[mention].range.start >= eye;
    while (entity != NO_INDEX && mention >= 0 && mention < (long)analysis->mentions.count &&
           analysis->mentions.items[mention].entity != entity)
        mention += direction;
    return mention;
}

/* To the next (previous) mention of the selected name; around the end with a word about it. */
Effects action_move_mention(App *app, const Call *call)
{
    const Analysis *analysis;
    size_t entity;
    long mention, count;
    bool wrapped = false;

    if (!has_mentions(app))
        return EFFECT_NONE;
    analysis = app->document.analysis;
    count = (long)analysis->mentions.count;
    entity = document_current_entity(&app->document);
    mention = mention_from_eye(app, call->direction, entity);
    if (entity == NO_INDEX) {
        mention = mention < 0 ? 0 : mention >= count ? count - 1 : mention;
        app_select_mention(app, (size_t)mention, ALIGN_NEAREST);
        return EFFECT_NONE;
    }
    for (int left = (call_times(call) - 1) % (int)analysis->entities.items[entity].mention_count;; left--) {
        while (mention < 0 || mention >= count || analysis->mentions.items[mention].entity != entity) {
            wrapped = wrapped || mention < 0 || mention >= count;
            mention = mention < 0 ? count - 1 : mention >= count ? 0 : mention + call->direction;
        }
        if (left <= 0)
            break;
        mention += call->direction;
    }
    app_select_mention(app, (size_t)mention, ALIGN_NEAREST);
    if (analysis->entities.items[entity].mention_count == 1)
        app_say(app, ROLE_STATUS_INFO, "the only mention");
    else if (wrapped)
        app_say(app, ROLE_STATUS_INFO, call->direction > 0 ? "from the start again" : "from the end again");
    return EFFECT_NONE;
}

Effects action_move_entity(App *app, const Call *call)
{
    const Analysis *analysis;
    long wanted;

    if (!has_mentions(app))
        return EFFECT_NONE;
    analysis = app->document.analysis;
    wanted = mention_from_eye(app, call->direction, NO_INDEX) + (long)call->direction * (call_times(call) - 1);
    if (wanted < 0 || wanted >= (long)analysis->mentions.count) {
        app_say(app, ROLE_STATUS_INFO, wanted < 0 ? "the first name" : "the last name");
        wanted = wanted < 0 ? 0 : (long)analysis->mentions.count - 1;
    }
    app_select_mention(app, (size_t)wanted, ALIGN_NEAREST);
    return EFFECT_NONE;
}

Effects action_cycle_names(App *app, const Call *call)
{
    static const char *const told[NAMES_CHOICES] = {
        [MARK_ALL] = "all names are marked", [MARK_SPEAKERS] = "only speakers are marked", [MARK_NONE] = "no names are marked"};

    (void)call;
    app->names = (NamesChoice)((app->names + 1) % NAMES_CHOICES);
    app_say(app, ROLE_STATUS_INFO, "%s   (:set! names keeps it)", told[app->names]);
    return EFFECT_NONE;
}

Effects action_toggle_marked(App *app, const Call *call)
{
    EntityType type = (EntityType)call->argument;
    Text plural = entity_type_plural(type);

    app->marked[type] = app->names != MARK_ALL || !app->marked[type];
    app->names = MARK_ALL;
    app_say(app, ROLE_STATUS_INFO, "%.*s%s are %s", TEXT_ARGS(plural), type == ENTITY_MISC ? " names" : "",
            app->marked[type] ? "marked" : "not marked");
    return EFFECT_NONE;
}
