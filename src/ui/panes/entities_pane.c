/*
 * The index of names: people, organisations, places, each with how often it is mentioned. A row of the list
 * is an entity; the first of its type has a heading above it.
 */
#include "ui/cells/entity_signs.h"
#include "ui/cells/speaker_signs.h"
#include "ui/panes/pane.h"
#include "ui/popups/popups.h"

enum { BAR_COLUMNS = 10, COUNT_COLUMNS = 4, BARRED_LEAST = 34 }; /* columns of a pane that has room for bars */

static const Analysis *analysis_of(const App *app)
{
    return app->document.analysis;
}

static size_t listed_entities(const App *app)
{
    return document_listed_entities(&app->document);
}

static bool starts_type(const Analysis *analysis, size_t index)
{
    return index == 0 || analysis->entities.items[index].type != analysis->entities.items[index - 1].type;
}

/* The row that the reader is at tells the other names too. */
static bool shows_aliases(const App *app, size_t index)
{
    return app->choice.focus == PANE_ENTITIES && index == app->lists[PANE_ENTITIES].selected &&
           entity_details(&analysis_of(app)->entities.items[index])->aliases.count > 0;
}

static int row_height(const void *context, size_t index)
{
    const App *app = context;

    return 1 + (starts_type(analysis_of(app), index) ? (index ? 2 : 1) : 0) + shows_aliases(app, index);
}

static void settle(App *app)
{
    list_settle(&app->lists[PANE_ENTITIES], listed_entities(app), app->arrangement.panes[PANE_ENTITIES].rows,
                row_height, app);
}

static size_t largest_count(const Analysis *analysis)
{
    size_t most = 1;

    for (size_t i = 0; i < analysis->entities.count; i++) {
        if (analysis->entities.items[i].type != ENTITY_MISC && analysis->entities.items[i].mention_count > most)
            most = analysis->entities.items[i].mention_count;
    }
    return most;
}

static void draw_bar(Canvas *canvas, Rect area, int row, int column, size_t count, size_t most)
{
    size_t halves = (count * BAR_COLUMNS * 2 + most - 1) / most;
    bool ascii = canvas->charset == CHARSET_ASCII;

    for (size_t i = 0; i + 1 < halves; i += 2)
        column = canvas_put(canvas, area, row, column, ascii ? TEXT("-") : TEXT("━"), role_stack(ROLE_SCROLLBAR));
    if (halves % 2 && !ascii)
        (void)canvas_put(canvas, area, row, column, TEXT("╸"), role_stack(ROLE_SCROLLBAR));
}

static void draw_entity(const App *app, Canvas *canvas, Rect area, int row, size_t index, bool focused, size_t most)
{
    const Entity *entity = &analysis_of(app)->entities.items[index];
    bool selected = index == document_current_entity(&app->document);
    bool cursor = focused && index == app->lists[PANE_ENTITIES].selected;
    int name_columns = area.columns >= BARRED_LEAST ? area.columns - COUNT_COLUMNS - BAR_COLUMNS - 4
                                                    : area.columns - COUNT_COLUMNS - 3;
    Arena scratch = {0};
    size_t speaker = speakers_of_entity(&app->document.listed.speakers, index);
    int column = area.column + 2, start;

    if (selected || cursor)
        (void)canvas_put_sign(canvas, area, row, area.column, SIGN_CURSOR, role_stack(ROLE_SPEAKER_CURRENT));
    if (speaker != NO_INDEX)
        column = speaker_put_sign(canvas, area, row, column, speaker, ROLE_TEXT) + 1;
    if (entity_is_doubtful(entity))
        column = canvas_put(canvas, area, row, column, TEXT("~ "), role_stack(ROLE_ENTITY_DOUBTFUL));
    start = column;
    column = canvas_put_cut(canvas, area, row, column, area.column + 2 + name_columns - column, entity->name,
                            entity_is_doubtful(entity) ? ROLE_ENTITY_DOUBTFUL : entity_role(entity->type));
    if (!entity_is_doubtful(entity))
        speaker_put_hue(canvas, (Rect){row, start, 1, column - start}, speaker);
    if (entity_details(entity)->role.size && column + 8 < area.column + 2 + name_columns)
        (void)canvas_put_cut(canvas, area, row, column, area.column + 2 + name_columns - column,
                             arena_printf(&scratch, " · %.*s", TEXT_ARGS(entity_details(entity)->role)),
                             ROLE_TEXT_MUTED);
    (void)canvas_put(canvas, area, row, area.column + 2 + name_columns,
                     arena_printf(&scratch, "%*u", COUNT_COLUMNS, entity->mention_count), role_stack(ROLE_TEXT_MUTED));
    if (area.columns >= BARRED_LEAST)
        draw_bar(canvas, area, row, area.column + 2 + name_columns + COUNT_COLUMNS + 1, entity->mention_count, most);
    if (cursor)
        canvas_select_row(canvas, (Rect){row, area.column, 1, area.columns});
    arena_release(&scratch);
}

/* "= Farrow, ~Ines" */
static void draw_aliases(const App *app, Canvas *canvas, Rect area, int row, size_t index)
{
    const Entity *entity = &analysis_of(app)->entities.items[index];
    int end = area.column + area.columns, column = area.column + 4;
    Arena scratch = {0};

    for (size_t i = 0; i < entity_details(entity)->aliases.count && column < end; i++) {
        Text shown = entity_alias_shown(&scratch, entity, i);

        column = canvas_put_cut(canvas, area, row, column, end - column, shown, ROLE_TEXT_MUTED);
    }
    arena_release(&scratch);
}

static void draw_heading(const App *app, Canvas *canvas, Rect area, int row, EntityType type)
{
    Arena scratch = {0};
    Text label = arena_printf(&scratch, "%.*s%s", TEXT_ARGS(entity_type_plural(type)),
                              app_marks(app, type) ? "" : " (not marked)");

    (void)canvas_put_cut(canvas, area, row, area.column, area.columns, label, ROLE_TEXT_STRONG);
    arena_release(&scratch);
}

static void draw(const App *app, Canvas *canvas, Rect area, bool focused)
{
    const ListView *list = &app->lists[PANE_ENTITIES];
    int row = area.row;
    size_t most;

    if (list->count == 0) {
        (void)canvas_put_cut(canvas, area, row, area.column + 1, area.columns - 1,
                             !app->document.article                         ? TEXT("")
                             : !analysis_of(app)                            ? TEXT("reading…")
                             : analysis_has_speakers_only(analysis_of(app)) ? TEXT("Names: English only.")
                                                                            : TEXT("No names in this text."),
                             ROLE_TEXT_MUTED);
        return;
    }
    most = largest_count(analysis_of(app));
    for (size_t i = list->top; i < list->count && row < area.row + area.rows; i++) {
        int lines = row_height(app, i);

        int last = row + lines - 1 - shows_aliases(app, i);

        if (starts_type(analysis_of(app), i))
            draw_heading(app, canvas, area, last - 1, analysis_of(app)->entities.items[i].type);
        draw_entity(app, canvas, area, last, i, focused, most);
        if (last < row + lines - 1)
            draw_aliases(app, canvas, area, last + 1, i);
        row += lines;
    }
}

static Text title(const App *app, Arena *scratch)
{
    const Analysis *analysis = analysis_of(app);
    bool rules, speakers;

    if (!analysis)
        return TEXT("");
    rules = app->document.models.find && analysis_wants_model(analysis) && !analysis->model;
    speakers = analysis_has_speakers_only(analysis);
    return arena_printf(scratch, "%zu%s%s", listed_entities(app),
                        document_is_known_in_part(&app->document) ? " of this part" : "",
                        speakers ? " · names: English only"
                        : rules  ? " · by rules"
                                 : "");
}

/* ---- keys and mouse ---- */

/* The text shows the mentions of what is selected; it moves only when none is on the screen and the reader
 * asks with * or Enter. */
static void select_row(App *app, size_t index)
{
    app->lists[PANE_ENTITIES].selected = index;
    if (index < listed_entities(app))
        app->document.mention_start =
            analysis_of(app)->mentions.items[analysis_of(app)->entities.items[index].first_mention].range.start;
}

static void move(App *app, Move kind, long amount)
{
    ListView *list = &app->lists[PANE_ENTITIES];

    settle(app);
    if (list->count == 0)
        return;
    list_move(list, kind, amount);
    select_row(app, list->selected);
}

static Effects activate(App *app)
{
    if (app->lists[PANE_ENTITIES].selected >= listed_entities(app))
        return EFFECT_NONE;
    select_row(app, app->lists[PANE_ENTITIES].selected);
    popup_open(app, POPUP_MENTIONS);
    return EFFECT_NONE;
}

static Text row_text(const App *app, size_t row, Arena *scratch)
{
    const Entity *entity = &analysis_of(app)->entities.items[row];
    TextBuffer words = {0};

    text_buffer_add(scratch, &words, entity->name);
    for (size_t i = 0; i < entity_details(entity)->aliases.count; i++)
        text_buffer_add(scratch, &words, entity_alias_shown(scratch, entity, i));
    return arena_join(scratch,
                      (const Text[]){text_buffer_text(&words), TEXT("\n"), entity_details(entity)->role, TEXT("\n"),
                                     entity_kind_listed(entity), TEXT("\n"), entity_kind_spoken(entity)},
                      7);
}

static const Hint hints[] = {
    {ACTION_SCROLL_DOWN, ACTION_SCROLL_UP, "select"},
    {ACTION_SHOW_CONTEXT, ACTION_NONE, "all mentions"},
    {ACTION_PREV_MENTION, ACTION_NEXT_MENTION, "mention"},
    {ACTION_FILTER_QUOTES, ACTION_FILTER_ABOUT, "by, about"},
    {ACTION_SEARCH, ACTION_NONE, "find"},
    {ACTION_FOCUS_BODY, ACTION_NONE, "text"},
    {ACTION_TOGGLE_ENTITIES, ACTION_NONE, "hide"},
};

const PaneOps entities_pane = {
    .name = "NAMES",
    .tab = "Names",
    .jump_name = "names",
    .hints = hints,
    .hint_count = COUNT_OF(hints),
    .count = listed_entities,
    .title = title,
    .settle = settle,
    .draw = draw,
    .move = move,
    .activate = activate,
    .row_height = row_height,
    .select_row = select_row,
    .row_text = row_text,
};
