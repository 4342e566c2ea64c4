/*
 * What each action does: a row of a table names a function and what it is told, so that "down" and "up",
 * "next" and "previous" are one function. The names, keys and help of actions are in actions.def.
 */
#include "ui/pane.h"

#include "ui/body_pane.h"
#include "ui/prompt.h"

enum {
    MATCHES_AT_ONCE = 1000,      /* a count before n */
    PARAGRAPH_STEP = 1024 * 1024 /* bytes that are indexed at a time on the way to a paragraph */
};

typedef struct Call {
    int argument;       /* from the table */
    int direction;      /* from the table: +1, -1 */
    int count;          /* typed before the key; 0: none */
    uint32_t character; /* typed in the place of {char} */
} Call;

static int times(const Call *call)
{
    return call->count ? call->count : 1;
}

static bool has_article(const App *app)
{
    return app->document.article && app->document.layout;
}

/* ---- moving ---- */

static Effects move(App *app, const Call *call)
{
    pane_ops(app->choice.focus)->move(app, (Move)call->argument, (long)call->direction * times(call));
    return EFFECT_NONE;
}

static Effects go_to_start(App *app, const Call *call)
{
    (void)call;
    if (app->choice.focus == PANE_BODY && has_article(app))
        app_remember_place(app);
    pane_ops(app->choice.focus)->move(app, MOVE_TO_START, 0);
    return EFFECT_NONE;
}

/* The body's paragraph with a number. */
static size_t find_paragraph(Article *article, unsigned number)
{
    size_t last = NO_INDEX;

    while (!article->complete && article->paragraphs < number)
        (void)article_index(article, article->indexed + PARAGRAPH_STEP);
    for (size_t i = 0; i < article->blocks.count; i++) {
        const Block *block = &article->blocks.items[i];

        if (block->number == 0 || block->kind == BLOCK_ORDERED_ITEM)
            continue;
        last = i;
        if (block->number >= number)
            break;
    }
    return last;
}

static Effects go_to_end(App *app, const Call *call)
{
    size_t block;

    if (call->count && app->choice.focus == PANE_BODY && has_article(app)) {
        block = find_paragraph(app->document.article, (unsigned)call->count);
        if (block != NO_INDEX)
            app_jump(app, app->document.article->blocks.items[block].range.start, ALIGN_TOP);
        return EFFECT_NONE;
    }
    if (app->choice.focus == PANE_BODY && has_article(app))
        app_remember_place(app);
    pane_ops(app->choice.focus)->move(app, MOVE_TO_END, 0);
    return EFFECT_NONE;
}

static Effects go_to_percent(App *app, const Call *call)
{
    if (call->count == 0) {
        app_say(app, ROLE_STATUS_INFO, "type the per cent first: 50%% goes to the middle");
        return EFFECT_NONE;
    }
    pane_ops(app->choice.focus)->move(app, MOVE_TO_PERCENT, call->count > 100 ? 100 : call->count);
    return EFFECT_NONE;
}

/* Where } and { stop: the body's paragraphs and headings, not the byline. */
static bool is_stop(const Block *block)
{
    return (block->number && block->kind != BLOCK_ORDERED_ITEM) || block->kind == BLOCK_HEADING;
}

/* The paragraph `steps` after (before) the one at the top of the screen. */
static Effects move_paragraph(App *app, const Call *call)
{
    Document *document = &app->document;
    Article *article = document->article;
    size_t block, from;

    if (!has_article(app))
        return EFFECT_NONE;
    from = layout_block_index(document->layout, document->top);
    block = from;
    for (int left = times(call); left > 0; left--) {
        do {
            if (call->direction > 0 && block + 1 >= article->blocks.count && !article->complete)
                (void)article_index(article, article->indexed + 1);
            if (call->direction > 0 ? block + 1 >= article->blocks.count : block == 0)
                break;
            block = call->direction > 0 ? block + 1 : block - 1;
        } while (block > 0 && !is_stop(&article->blocks.items[block]));
    }
    if (call->direction < 0 && block == 0)
        body_scroll_to(app, layout_first(document->layout));
    else
        body_scroll_to(app, layout_locate(document->layout, article->blocks.items[block].range.start));
    return EFFECT_NONE;
}

static Effects align(App *app, const Call *call)
{
    size_t quote = document_current_quote(&app->document);
    Range match = app->document.search.current;

    if (!has_article(app))
        return EFFECT_NONE;
    if (quote != NO_INDEX)
        app_show_offset(app, app->document.analysis->quotes.items[quote].range.start, (Align)call->argument);
    else if (!range_is_empty(match))
        app_show_offset(app, match.start, (Align)call->argument);
    else
        app_say(app, ROLE_STATUS_INFO, "nothing is selected");
    return EFFECT_NONE;
}

/* ---- quotations ---- */

static bool on_screen(const App *app, size_t offset)
{
    return range_contains(app_visible(app), offset);
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
    if (app->document.listed_count == 0)
        app_say(app, ROLE_STATUS_INFO,
                app->document.filter.size ? "no quotation passes the filter; Esc lists all"
                                          : "no quotations in this text");
    else
        return true;
    return false;
}

/* Where "next" starts from: the row of the selected quotation when it can be seen, else the place on the
 * screen. Rows from 1; a step from the result leads to the neighbour. */
static size_t listed_row_from(const App *app, int direction)
{
    const Document *document = &app->document;
    size_t current = document_current_quote(document);
    size_t row = current == NO_INDEX ? 0 : document_listed_number(document, current);
    Range visible = app_visible(app);

    if (row && on_screen(app, document->analysis->quotes.items[current].range.start))
        return row;
    for (row = 0; row < document->listed_count; row++) {
        if (document->analysis->quotes.items[document->listed[row]].range.start >= visible.start)
            break;
    }
    return direction > 0 ? row : row + 1;
}

static Effects move_quote(App *app, const Call *call)
{
    size_t row, target;
    long wanted;

    if (!has_quotes(app))
        return EFFECT_NONE;
    row = listed_row_from(app, call->direction);
    wanted = (long)row + (long)call->direction * times(call);
    target = wanted < 1                                    ? 1
             : (size_t)wanted > app->document.listed_count ? app->document.listed_count
                                                           : (size_t)wanted;
    if (target == row)
        app_say(app, ROLE_STATUS_INFO,
                call->direction > 0 ? "this is the last quotation" : "this is the first quotation");
    app_select_quote(app, document_listed_quote(&app->document, target), ALIGN_NEAREST);
    return EFFECT_NONE;
}

static Effects go_to_quote(App *app, const Call *call)
{
    const Document *document = &app->document;

    if (!has_quotes(app))
        return EFFECT_NONE;
    for (size_t i = 0; i < document->analysis->quotes.count; i++) {
        if (document_quote_number(document, i) == (size_t)times(call)) {
            if (!document_listed_number(document, i)) {
                app_say(app, ROLE_STATUS_INFO, "quotation %d does not pass the filter; Esc lists all", times(call));
                return EFFECT_NONE;
            }
            app_remember_place(app);
            app_select_quote(app, i, ALIGN_THIRD);
            return EFFECT_NONE;
        }
    }
    app_say(app, ROLE_STATUS_WARNING, "there is no quotation %d; the last is %zu", times(call),
            document->speech_count);
    return EFFECT_NONE;
}

static Effects move_quote_same_speaker(App *app, const Call *call)
{
    const Document *document = &app->document;
    size_t current = document_current_quote(document);
    const Quote *quotes;
    long row, step = call->direction;
    int left = times(call);

    if (!has_quotes(app))
        return EFFECT_NONE;
    if (current == NO_INDEX) {
        app_say(app, ROLE_STATUS_INFO, "select a quotation first");
        return EFFECT_NONE;
    }
    quotes = document->analysis->quotes.items;
    if (quotes[current].speakers.count == 0) {
        app_say(app, ROLE_STATUS_INFO, "who said this is not known");
        return EFFECT_NONE;
    }
    row = (long)document_listed_number(document, current) - 1;
    for (row += step; row >= 0 && row < (long)document->listed_count; row += step) {
        size_t quote = document->listed[row];

        if (quote_same_speaker(&quotes[current], &quotes[quote]) && --left == 0) {
            app_select_quote(app, quote, ALIGN_THIRD);
            return EFFECT_NONE;
        }
    }
    app_say(app, ROLE_STATUS_INFO,
            step > 0 ? "nothing more by the same speaker" : "nothing by the same speaker before");
    return EFFECT_NONE;
}

static Effects filter_quotes(App *app, const Call *call)
{
    const Document *document = &app->document;
    size_t quote = document_current_quote(document), entity = document_current_entity(document);

    (void)call;
    if (document->filter.size) {
        app_set_filter(app, (Text){0});
        return EFFECT_NONE;
    }
    if (app->choice.focus == PANE_ENTITIES && entity != NO_INDEX &&
        document->analysis->entities.items[entity].quote_count)
        app_set_filter(app, document->analysis->entities.items[entity].name);
    else if (quote != NO_INDEX && document->analysis->quotes.items[quote].speakers.count)
        app_set_filter(app, document->analysis->quotes.items[quote].speakers.items[0].name);
    else
        app_say(app, ROLE_STATUS_INFO,
                quote == NO_INDEX ? "select a quotation first" : "who said this is not known");
    return EFFECT_NONE;
}

static Effects toggle_scare(App *app, const Call *call)
{
    (void)call;
    app->document.show_scare = !app->document.show_scare;
    document_list_quotes(&app->document);
    app_relist(app);
    app_say(app, ROLE_STATUS_INFO,
            app->document.show_scare ? "words in quotation marks that are not speech are listed too"
                                     : "only speech is listed");
    return EFFECT_NONE;
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
    size_t mention = analysis_mention_from(analysis, app_visible(app).start);

    return mention < analysis->mentions.count ? mention : analysis->mentions.count - 1;
}

/* To the next (previous) mention of the selected name, from the one on the screen; around the end with a word
 * about it. */
static Effects move_mention(App *app, const Call *call)
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
    for (int left = times(call) % (int)analysis->entities.items[entity].mention_count; left > 0; left--) {
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

static Effects move_entity(App *app, const Call *call)
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
        wanted = (long)mention + (call->direction > 0 ? times(call) - 1 : -times(call));
    } else {
        wanted = (long)mention + (long)call->direction * times(call);
    }
    if (wanted < 0)
        wanted = 0;
    if (wanted >= (long)analysis->mentions.count)
        wanted = (long)analysis->mentions.count - 1;
    app_select_mention(app, (size_t)wanted, ALIGN_NEAREST);
    return EFFECT_NONE;
}

static Effects toggle_marked(App *app, const Call *call)
{
    EntityType type = (EntityType)call->argument;
    Text plural = entity_type_plural(type);

    app->marked[type] = !app->marked[type];
    app_say(app, ROLE_STATUS_INFO, "%.*s are %s", TEXT_ARGS(plural),
            app->marked[type] ? "marked" : "not marked");
    return EFFECT_NONE;
}

/* ---- search ---- */

static Effects search(App *app, const Call *call)
{
    (void)call;
    if (app->document.article)
        prompt_open(app, PROMPT_SEARCH);
    return EFFECT_NONE;
}

static Effects move_match(App *app, const Call *call)
{
    Search *found = &app->document.search;
    size_t from;

    if (!has_article(app))
        return EFFECT_NONE;
    if (found->pattern.size == 0) {
        app_repeat_search(app);
        return EFFECT_NONE;
    }
    if (range_is_empty(found->current))
        from = app_visible(app).start;
    else
        from = call->direction > 0 ? found->current.end : found->current.start;
    for (int left = times(call) < MATCHES_AT_ONCE ? times(call) : MATCHES_AT_ONCE; left > 0; left--) {
        app_seek(app, from, call->direction < 0);
        if (range_is_empty(found->current))
            break;
        from = call->direction > 0 ? found->current.end : found->current.start;
    }
    return EFFECT_NONE;
}

/* ---- marks and jumps ---- */

static Effects show_context(App *app, const Call *call)
{
    (void)call;
    pane_ops(app->choice.focus)->activate(app);
    return EFFECT_NONE;
}

static Effects jump(App *app, const Call *call)
{
    JumpList *jumps = &app->document.jumps;
    Jump here = {app->document.top_offset, app->choice.focus == PANE_QUOTES}, to;

    if (!has_article(app))
        return EFFECT_NONE;
    to = call->direction < 0 ? jumps_back(jumps, here) : jumps_forward(jumps);
    if (to.offset == NO_OFFSET) {
        app_say(app, ROLE_STATUS_INFO, call->direction < 0 ? "no jump to go back from" : "no way forward");
        return EFFECT_NONE;
    }
    app->left_at = NO_OFFSET;
    app_focus(app, to.from_list ? PANE_QUOTES : PANE_BODY);
    app_show_offset(app, to.offset, ALIGN_TOP);
    return EFFECT_NONE;
}

static Effects set_mark(App *app, const Call *call)
{
    if (!has_article(app))
        return EFFECT_NONE;
    if (call->character >= MARK_COUNT || !ascii_is_alpha((char)call->character)) {
        app_say(app, ROLE_STATUS_WARNING, "a mark is a letter, a to z or A to Z");
        return EFFECT_NONE;
    }
    app->document.marks[call->character] = app->document.top_offset;
    app_say(app, ROLE_STATUS_INFO, "marked %c; '%c returns here", (char)call->character,
            (char)call->character);
    return EFFECT_NONE;
}

static Effects go_to_mark(App *app, const Call *call)
{
    if (!has_article(app))
        return EFFECT_NONE;
    if (call->character == '\'')
        return jump(app, &(Call){.direction = -1});
    if (call->character >= MARK_COUNT || app->document.marks[call->character] == NO_OFFSET)
        app_say(app, ROLE_STATUS_WARNING, "no such mark in this article");
    else
        app_jump(app, app->document.marks[call->character], ALIGN_TOP);
    return EFFECT_NONE;
}

/* ---- panes and width ---- */

static Effects focus_pane(App *app, const Call *call)
{
    if (call->argument == PANE_QUOTES && call->count)
        return go_to_quote(app, call);
    if (call->argument == PANE_QUOTES && document_current_quote(&app->document) == NO_INDEX)
        app->lists[PANE_QUOTES].selected = listed_row_from(app, +1);
    app_focus(app, (PaneId)call->argument);
    return EFFECT_NONE;
}

/* The order of Tab: as the panes stand, from left to right. */
static const PaneId pane_order[PANE_COUNT] = {PANE_LIBRARY, PANE_BODY, PANE_QUOTES, PANE_ENTITIES};

static Effects focus_neighbour(App *app, const Call *call)
{
    int at = 0;

    while (pane_order[at] != app->choice.focus)
        at++;
    for (int i = 1; i < PANE_COUNT; i++) {
        PaneId pane = pane_order[(at + PANE_COUNT + call->direction * i) % PANE_COUNT];
        bool one_at_a_time = app->arrangement.shape <= SHAPE_DRAWER;

        if (one_at_a_time ? app->choice.shown[pane] || pane == PANE_BODY : app_shows(app, pane)) {
            app_focus(app, pane);
            break;
        }
    }
    return EFFECT_NONE;
}

/* To the nearest pane whose columns lie left (right) of the focused one's. */
static Effects focus_sideways(App *app, const Call *call)
{
    const Arrangement *arrangement = &app->arrangement;
    Rect here = arrangement->panes[app->choice.focus];
    int best_distance = app->columns + 1;
    PaneId best = app->choice.focus;

    if (arrangement->shape <= SHAPE_DRAWER)
        return focus_neighbour(app, call);
    for (int pane = 0; pane < PANE_COUNT; pane++) {
        Rect area = arrangement->panes[pane];
        int distance = call->direction * (area.column - here.column);

        if (area.rows && distance > 0 && distance < best_distance) {
            best_distance = distance;
            best = (PaneId)pane;
        }
    }
    app_focus(app, best);
    return EFFECT_NONE;
}

static Effects toggle_pane(App *app, const Call *call)
{
    PaneId pane = (PaneId)call->argument;

    app->choice.zen = false;
    app->choice.shown[pane] = !app_shows(app, pane);
    if (!app->choice.shown[pane] && app->choice.focus == pane)
        app->choice.focus = PANE_BODY;
    app_resize(app, app->rows, app->columns);
    if (app->choice.shown[pane] && !app_shows(app, pane))
        app_focus(app, pane);
    return EFFECT_NONE;
}

static Effects zen(App *app, const Call *call)
{
    (void)call;
    app->choice.zen = !app->choice.zen;
    app->choice.focus = PANE_BODY;
    app_resize(app, app->rows, app->columns);
    return EFFECT_NONE;
}

static Effects change_measure(App *app, const Call *call)
{
    int wanted =
        call->direction ? app->measure_columns + call->direction * times(call) : app->config->measure_columns;
    int fits;

    app->measure_columns = wanted < MEASURE_LEAST  ? MEASURE_LEAST
                           : wanted > MEASURE_MOST ? MEASURE_MOST
                                                   : wanted;
    app_resize(app, app->rows, app->columns);
    fits = arrangement_measure(&app->arrangement, app->measure_columns);
    if (fits < app->measure_columns)
        app_say(app, ROLE_STATUS_INFO, "measure %d; the window has room for %d", app->measure_columns, fits);
    else
        app_say(app, ROLE_STATUS_INFO, "measure %d", app->measure_columns);
    return EFFECT_NONE;
}

/* ---- articles ---- */

static Effects move_article(App *app, const Call *call)
{
    size_t count = app->library->entries.count;
    long wanted = (long)app->entry + (long)call->direction * times(call);

    wanted = wanted < 0 ? 0 : wanted >= (long)count ? (long)count - 1 : wanted;
    if (count == 0 || (size_t)wanted == app->entry)
        app_say(app, ROLE_STATUS_INFO,
                call->direction > 0 ? "this is the last article" : "this is the first article");
    else
        app_open(app, (size_t)wanted);
    return EFFECT_NONE;
}

static Effects reload(App *app, const Call *call)
{
    size_t offset = app->document.top_offset;

    (void)call;
    if (app->library->entries.count == 0)
        return EFFECT_NONE;
    if (text_equal(app->library->entries.items[app->entry].path, TEXT("-"))) {
        app_say(app, ROLE_STATUS_INFO, "standard input can be read only once");
        return EFFECT_NONE;
    }
    app_open(app, app->entry);
    if (has_article(app))
        app_show_offset(app, offset, ALIGN_TOP);
    if (has_article(app) && app->failure.problems.count == 0)
        app_say(app, ROLE_STATUS_INFO, "read again");
    return EFFECT_NONE;
}

/* ---- the program ---- */

static Effects open_popup(App *app, const Call *call)
{
    app_open_popup(app, (PopupId)call->argument);
    return EFFECT_NONE;
}

static Effects command(App *app, const Call *call)
{
    (void)call;
    prompt_open(app, PROMPT_COMMAND);
    return EFFECT_NONE;
}

static Effects toggle_light_dark(App *app, const Call *call)
{
    Variant wanted = app->variant == VARIANT_DARK ? VARIANT_LIGHT : VARIANT_DARK;

    (void)call;
    app_use_variant(app, wanted == VARIANT_DARK ? CHOICE_DARK : CHOICE_LIGHT);
    if (app->variant != wanted)
        app_say(app, ROLE_STATUS_INFO, "the theme %.*s has no %s form", TEXT_ARGS(app->theme->id),
                wanted == VARIANT_DARK ? "dark" : "light");
    return EFFECT_NONE;
}

static Effects redraw(App *app, const Call *call)
{
    (void)app;
    (void)call;
    return EFFECT_REDRAW;
}

/* Escape takes back one thing a time, the newest first in a reader's mind: search, selected name, filter,
 * selected quotation. */
static Effects clear(App *app, const Call *call)
{
    Document *document = &app->document;

    (void)call;
    if (document->search.pattern.size) {
        search_end(document);
    } else if (document->mention_start != NO_OFFSET) {
        document->mention_start = NO_OFFSET;
    } else if (document->filter.size) {
        app_set_filter(app, (Text){0});
    } else if (app->choice.focus != PANE_BODY) {
        app_focus(app, PANE_BODY);
    } else {
        document->quote_start = NO_OFFSET;
    }
    return EFFECT_NONE;
}

static Effects close_view(App *app, const Call *call)
{
    (void)call;
    if (app->choice.zen) {
        app->choice.zen = false;
        app_resize(app, app->rows, app->columns);
        return EFFECT_NONE;
    }
    if (app->choice.focus != PANE_BODY) {
        app_focus(app, PANE_BODY);
        return EFFECT_NONE;
    }
    return EFFECT_QUIT;
}

static Effects leave(App *app, const Call *call)
{
    (void)app;
    return (Effects)call->argument;
}

/* ---- the table ---- */

typedef struct ActionRow {
    Effects (*run)(App *app, const Call *call);
    int argument;
    int direction;
} ActionRow;

static const ActionRow rows[ACTION_COUNT] = {
    [ACTION_SCROLL_DOWN] = {move, MOVE_LINES, +1},
    [ACTION_SCROLL_UP] = {move, MOVE_LINES, -1},
    [ACTION_HALF_PAGE_DOWN] = {move, MOVE_HALF_PAGES, +1},
    [ACTION_HALF_PAGE_UP] = {move, MOVE_HALF_PAGES, -1},
    [ACTION_PAGE_DOWN] = {move, MOVE_PAGES, +1},
    [ACTION_PAGE_UP] = {move, MOVE_PAGES, -1},
    [ACTION_GOTO_TOP] = {go_to_start, 0, 0},
    [ACTION_GOTO_BOTTOM] = {go_to_end, 0, 0},
    [ACTION_GOTO_PERCENT] = {go_to_percent, 0, 0},
    [ACTION_NEXT_PARAGRAPH] = {move_paragraph, 0, +1},
    [ACTION_PREV_PARAGRAPH] = {move_paragraph, 0, -1},
    [ACTION_ALIGN_TOP] = {align, ALIGN_TOP, 0},
    [ACTION_ALIGN_MIDDLE] = {align, ALIGN_MIDDLE, 0},
    [ACTION_ALIGN_BOTTOM] = {align, ALIGN_BOTTOM, 0},
    [ACTION_NEXT_QUOTE] = {move_quote, 0, +1},
    [ACTION_PREV_QUOTE] = {move_quote, 0, -1},
    [ACTION_GOTO_QUOTE] = {go_to_quote, 0, 0},
    [ACTION_NEXT_QUOTE_SAME_SPEAKER] = {move_quote_same_speaker, 0, +1},
    [ACTION_PREV_QUOTE_SAME_SPEAKER] = {move_quote_same_speaker, 0, -1},
    [ACTION_FILTER_QUOTES] = {filter_quotes, 0, 0},
    [ACTION_TOGGLE_SCARE] = {toggle_scare, 0, 0},
    [ACTION_NEXT_MENTION] = {move_mention, 0, +1},
    [ACTION_PREV_MENTION] = {move_mention, 0, -1},
    [ACTION_NEXT_ENTITY] = {move_entity, 0, +1},
    [ACTION_PREV_ENTITY] = {move_entity, 0, -1},
    [ACTION_TOGGLE_PEOPLE] = {toggle_marked, ENTITY_PERSON, 0},
    [ACTION_TOGGLE_ORGANIZATIONS] = {toggle_marked, ENTITY_ORGANIZATION, 0},
    [ACTION_TOGGLE_PLACES] = {toggle_marked, ENTITY_PLACE, 0},
    [ACTION_SEARCH] = {search, 0, 0},
    [ACTION_NEXT_MATCH] = {move_match, 0, +1},
    [ACTION_PREV_MATCH] = {move_match, 0, -1},
    [ACTION_SHOW_CONTEXT] = {show_context, 0, 0},
    [ACTION_JUMP_BACK] = {jump, 0, -1},
    [ACTION_JUMP_FORWARD] = {jump, 0, +1},
    [ACTION_SET_MARK] = {set_mark, 0, 0},
    [ACTION_GOTO_MARK] = {go_to_mark, 0, 0},
    [ACTION_FOCUS_NEXT] = {focus_neighbour, 0, +1},
    [ACTION_FOCUS_PREV] = {focus_neighbour, 0, -1},
    [ACTION_FOCUS_BODY] = {focus_pane, PANE_BODY, 0},
    [ACTION_FOCUS_QUOTES] = {focus_pane, PANE_QUOTES, 0},
    [ACTION_FOCUS_ENTITIES] = {focus_pane, PANE_ENTITIES, 0},
    [ACTION_FOCUS_LIBRARY] = {focus_pane, PANE_LIBRARY, 0},
    [ACTION_FOCUS_LEFT] = {focus_sideways, 0, -1},
    [ACTION_FOCUS_RIGHT] = {focus_sideways, 0, +1},
    [ACTION_TOGGLE_QUOTES] = {toggle_pane, PANE_QUOTES, 0},
    [ACTION_TOGGLE_ENTITIES] = {toggle_pane, PANE_ENTITIES, 0},
    [ACTION_TOGGLE_LIBRARY] = {toggle_pane, PANE_LIBRARY, 0},
    [ACTION_ZEN] = {zen, 0, 0},
    [ACTION_WIDER] = {change_measure, 0, +1},
    [ACTION_NARROWER] = {change_measure, 0, -1},
    [ACTION_RESET_MEASURE] = {change_measure, 0, 0},
    [ACTION_NEXT_ARTICLE] = {move_article, 0, +1},
    [ACTION_PREV_ARTICLE] = {move_article, 0, -1},
    [ACTION_RELOAD] = {reload, 0, 0},
    [ACTION_HELP] = {open_popup, POPUP_HELP, 0},
    [ACTION_COMMAND] = {command, 0, 0},
    [ACTION_INFO] = {open_popup, POPUP_INFO, 0},
    [ACTION_THEME_PICKER] = {open_popup, POPUP_THEMES, 0},
    [ACTION_TOGGLE_LIGHT_DARK] = {toggle_light_dark, 0, 0},
    [ACTION_REDRAW] = {redraw, 0, 0},
    [ACTION_CLEAR] = {clear, 0, 0},
    [ACTION_CLOSE] = {close_view, 0, 0},
    [ACTION_QUIT] = {leave, EFFECT_QUIT, 0},
    [ACTION_SUSPEND] = {leave, EFFECT_SUSPEND, 0},
};

Effects app_run(App *app, ActionId action, int count, uint32_t character)
{
    const ActionRow *row = &rows[action];

    if (!row->run)
        return EFFECT_NONE;
    return row->run(app, &(Call){row->argument, row->direction, count, character});
}
