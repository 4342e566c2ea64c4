/* All mentions of a name, each in a line of its context; Enter goes there. */
#include "ui/cells/speaker_signs.h"
#include "ui/popups/context_line.h"
#include "ui/popups/popup.h"
#include "ui/state/geometry.h"
#include "ui/state/selection.h"

static size_t current_entity(const App *app)
{
    return document_current_entity(&app->document);
}

static size_t count(const App *app)
{
    size_t entity = current_entity(app);

    return entity == NO_INDEX ? 0 : app->document.analysis->entities.items[entity].mention_count;
}

/* Index of the mention in a row; mentions are in the order of the text. */
static size_t mention_of_row(const App *app, size_t row)
{
    const Analysis *analysis = app->document.analysis;
    size_t entity = current_entity(app);

    for (size_t i = analysis->entities.items[entity].first_mention; i < analysis->mentions.count; i++) {
        if (analysis->mentions.items[i].entity == entity && row-- == 0)
            return i;
    }
    return NO_INDEX;
}

/* The next mention of the same entity. */
static size_t next_mention(const App *app, size_t mention)
{
    const Analysis *analysis = app->document.analysis;
    size_t entity = analysis->mentions.items[mention].entity;

    while (++mention < analysis->mentions.count) {
        if (analysis->mentions.items[mention].entity == entity)
            return mention;
    }
    return NO_INDEX;
}

static void open_mentions(App *app)
{
    const Analysis *analysis = app->document.analysis;
    size_t current = document_current_mention(&app->document);

    if (current == NO_INDEX)
        return;
    for (size_t i = analysis->entities.items[current_entity(app)].first_mention; i < current; i++)
        app->popup.list.selected += analysis->mentions.items[i].entity == current_entity(app);
}

/* The words around a mention, on one line: as much before it as leaves it in the first half. */
static void draw_context(const App *app, Canvas *canvas, Rect area, int row, Range mention)
{
    Text text = app->document.article->text;
    size_t start = context_line_start(text, mention.start, (size_t)(area.columns / 3));
    int column = area.column + 1;

    column = canvas_put(canvas, area, row, column, text_slice(text, (Range){start, mention.start}),
                        role_stack(ROLE_TEXT_MUTED));
    column = canvas_put(canvas, area, row, column, text_slice(text, mention), role_stack(ROLE_ENTITY_CURRENT));
    if (column < area.column + area.columns)
        (void)canvas_put_cut(canvas, area, row, column, area.column + area.columns - column - 1,
                             text_slice(text, (Range){mention.end, mention.end + (size_t)area.columns * 3}),
                             ROLE_TEXT_MUTED);
}

static void draw(const App *app, Canvas *canvas, Rect area)
{
    size_t mention = count(app) ? mention_of_row(app, app->popup.list.top) : NO_INDEX;
    const Analysis *analysis = app->document.analysis;

    for (int row = 0; row < area.rows && mention != NO_INDEX; row++, mention = next_mention(app, mention)) {
        size_t index = app->popup.list.top + (size_t)row;

        const Mention *shown = &analysis->mentions.items[mention];

        draw_context(app, canvas, area, area.row + row, range_widen(shown->range));
        if (mention_is_doubtful(shown, &analysis->entities.items[shown->entity]))
            (void)canvas_put(canvas, area, area.row + row, area.column, TEXT("~"), role_stack(ROLE_ENTITY_DOUBTFUL));
        if (index == app->popup.list.selected)
            canvas_select_row(canvas, (Rect){area.row + row, area.column, 1, area.columns});
    }
}

/* Of the paragraph what is near enough to be seen, in a row of the widest box. */
static Text row_text(const App *app, size_t row, Arena *scratch)
{
    enum { AROUND = 200 };
    Text text = app->document.article->text;
    Range seen = range_widen(app->document.analysis->mentions.items[mention_of_row(app, row)].range);
    size_t line = text_find_byte(text, '\n', seen.end), before = seen.start > AROUND ? seen.start - AROUND : 0;

    (void)scratch;
    while (seen.start > before && text.bytes[seen.start - 1] != '\n')
        seen.start--;
    seen.end = line - seen.end < AROUND ? line : seen.end + AROUND;
    return text_slice(text, seen);
}

static PopupResult accept(App *app)
{
    size_t mention = app->popup.list.selected < count(app) ? mention_of_row(app, app->popup.list.selected) : NO_INDEX;

    app->popup.id = POPUP_NONE;
    if (mention == NO_INDEX)
        return (PopupResult){.effects = EFFECT_NONE};
    app_remember_list(app);
    app_focus(app, PANE_BODY);
    app_select_mention(app, mention, ALIGN_THIRD);
    return (PopupResult){.effects = EFFECT_NONE};
}

/* The keys that go from mention to mention in the text do so in the list of them. */
static bool run(App *app, ActionId action, int times)
{
    ListView *list = &app->popup.list;
    size_t all = count(app), step;

    if ((action != ACTION_NEXT_MENTION && action != ACTION_PREV_MENTION) || all == 0)
        return false;
    step = (size_t)times % all;
    list->selected = (list->selected + (action == ACTION_NEXT_MENTION ? step : all - step)) % all;
    return true;
}

static size_t lines(const App *app)
{
    size_t entity = app->document.analysis ? current_entity(app) : NO_INDEX;

    return entity == NO_INDEX ? 1 : app->document.analysis->entities.items[entity].mention_count;
}

/* " ● Wendy Sherman: 5 mentions " */
static Text title(const App *app, Arena *scratch)
{
    size_t entity = current_entity(app);
    const Entity *named;
    size_t speaker;
    Text name;

    if (entity == NO_INDEX)
        return TEXT(" Mentions ");
    named = &app->document.analysis->entities.items[entity];
    speaker = speakers_of_entity(&app->document.listed.speakers, entity);
    name = speaker_with_sign(app->themes.theme->signs, app->options.charset, speaker, named->name, scratch);
    return arena_printf(scratch, " %.*s: %u mention%s ", TEXT_ARGS(name), named->mention_count,
                        named->mention_count == 1 ? "" : "s");
}

const PopupOps mentions_popup = {
    .name = "MENTIONS",
    .hint = "j k * # select   / find   Enter read it there   Esc close",
    .title = title,
    .open = open_mentions,
    .count = count,
    .row_text = row_text,
    .draw = draw,
    .run = run,
    .accept = accept,
    .columns_most = 86,
    .lines = lines,
};
