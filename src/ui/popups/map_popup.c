/*
 * Who speaks where: a row for each speaker and person, over the length of the text. Below the rows stands where the reader is, and what the place
 * says that is selected.
 *
 *     ● Signe Aldous  ░█ ██   ░    █  ██
 *       Peder Tarr      ░   ░░
 *       here          ────────█████─────
 *     2/8 “We remembered the bridge,” …
 */
#include "analysis/result/article_map.h"
#include "ui/cells/speaker_signs.h"
#include "ui/popups/context_line.h"
#include "ui/popups/popup.h"
#include "ui/state/geometry.h"
#include "ui/state/selection.h"

enum { FOOT_ROWS = 2, SIGN_COLUMNS = 3, NAME_MOST = 26, CELLS_MOST = 400 };

static ArticleMap map_of(const App *app, Arena *scratch)
{
    const Document *document = &app->document;

    if (!document->analysis)
        return (ArticleMap){.size = 0};
    return article_map(scratch, document->analysis, &document->listed.speakers,
                       document->listed.show_indirect ? MAP_INDIRECT_SPEECH : MAP_LISTED_SPEECH);
}

static size_t count(const App *app)
{
    Arena scratch = {0};
    size_t rows = map_of(app, &scratch).rows.count;

    arena_release(&scratch);
    return rows;
}

/* ---- what is selected: a row, and one of its places ---- */

static const MapRow *selected_row(const App *app, const ArticleMap *map)
{
    return app->popup.list.selected < map->rows.count ? &map->rows.items[app->popup.list.selected] : NULL;
}

static size_t selected_index(const App *app, const MapRow *row)
{
    return app->popup.place < row->places.count ? app->popup.place : row->places.count - 1;
}

/* In another row the place is the one that is nearest to where the reader looks. */
static void find_place(App *app)
{
    Arena scratch = {0};
    ArticleMap map = map_of(app, &scratch);
    const MapRow *row = selected_row(app, &map);

    app->popup.place = row ? article_map_nearest(row, app->popup.offset) : 0;
    arena_release(&scratch);
}

/* The row of the selected quotation's speaker, else of the selected name; none of them: the first. */
static size_t first_row(const App *app, const ArticleMap *map)
{
    size_t entity = document_current_entity(&app->document), speaker = app_selected_speaker(app);

    for (size_t i = 0; i < map->rows.count; i++) {
        const MapRow *row = &map->rows.items[i];

        if (speaker != NO_INDEX ? row->speaker == speaker : entity != NO_INDEX && row->entity == entity)
            return i;
    }
    return 0;
}

static void open_map(App *app)
{
    Document *document = &app->document;
    size_t quote, mention;
    Arena scratch = {0};
    ArticleMap map;

    (void)document_need_analysis(document, app_visible(app));
    quote = document_current_quote(document);
    mention = document_current_mention(document);
    map = map_of(app, &scratch);
    app->popup.list.selected = first_row(app, &map);
    app->popup.offset = quote != NO_INDEX     ? document->analysis->quotes.items[quote].range.start
                        : mention != NO_INDEX ? document->analysis->mentions.items[mention].range.start
                                              : app_visible_text(app).start;
    arena_release(&scratch);
    find_place(app);
}

/* ---- drawing ---- */

/* Where the columns of the text are: behind sign and name. */
static Rect cells_of(Rect area)
{
    int names = (area.columns - SIGN_COLUMNS) / 3 < NAME_MOST ? (area.columns - SIGN_COLUMNS) / 3 : NAME_MOST;
    int before = SIGN_COLUMNS + names + 1, columns = area.columns - before - 1;

    return (Rect){area.row, area.column + before, area.rows,
                  columns > CELLS_MOST ? CELLS_MOST
                  : columns > 0        ? columns
                                       : 0};
}

static Text name_of(const App *app, const MapRow *row, Arena *scratch)
{
    bool doubtful = row->entity != NO_INDEX && entity_is_doubtful(&app->document.analysis->entities.items[row->entity]);

    if (row->name.size == 0)
        return TEXT("unknown");
    return doubtful ? arena_printf(scratch, "~%.*s", TEXT_ARGS(row->name)) : row->name;
}

static Text row_text(const App *app, size_t row, Arena *scratch)
{
    ArticleMap map = map_of(app, scratch);

    return name_of(app, &map.rows.items[row], scratch);
}

static Text *row_texts(const App *app, Arena *scratch)
{
    ArticleMap map = map_of(app, scratch);
    Text *texts = ARENA_ARRAY(scratch, Text, map.rows.count + 1);

    for (size_t i = 0; i < map.rows.count; i++)
        texts[i] = name_of(app, &map.rows.items[i], scratch);
    return texts;
}

/* Who speaks has a sign, a hue and full cells; who is named, light ones. */
static void draw_cells(Canvas *canvas, Rect cells, const ArticleMap *map, const MapRow *row)
{
    RoleStack spoken = role_stack(row->name.size ? ROLE_SPEAKER : ROLE_SPEAKER_UNKNOWN);
    unsigned char kinds[CELLS_MOST];

    if (speaker_hue(canvas, row->speaker))
        role_stack_set(&spoken, LAYER_ENTITY, speaker_hue(canvas, row->speaker));
    article_map_cells(map, row, kinds, (size_t)cells.columns);
    for (int i = 0; i < cells.columns; i++) {
        if (kinds[i] != MAP_NOTHING)
            (void)canvas_put_sign(canvas, cells, cells.row, cells.column + i,
                                  kinds[i] == MAP_SPEAKS ? SIGN_MAP_SPEAKS : SIGN_MAP_NAMED,
                                  kinds[i] == MAP_SPEAKS ? spoken : role_stack(ROLE_TEXT_MUTED));
    }
}

static void draw_row(const App *app, Canvas *canvas, Rect line, const ArticleMap *map, size_t index)
{
    const MapRow *row = &map->rows.items[index];
    Rect cells = cells_of(line);
    Arena scratch = {0};

    (void)speaker_put_mark(canvas, line, line.row, line.column + 1, row->speaker, ROLE_SPEAKER);
    (void)canvas_put_cut(canvas, line, line.row, line.column + SIGN_COLUMNS,
                         cells.column - line.column - SIGN_COLUMNS - 1, name_of(app, row, &scratch),
                         row->speech_count ? ROLE_SPEAKER : ROLE_ENTITY_PERSON);
    draw_cells(canvas, cells, map, row);
    if (index == app->popup.list.selected) {
        size_t at = row->places.items[selected_index(app, row)].range.start;
        int column = cells.column + (int)article_map_column(map, at, (size_t)cells.columns);

        canvas_select_row(canvas, line);
        if (cells.columns)
            canvas_overlay(canvas, (Rect){line.row, column, 1, 1}, LAYER_TOP, ROLE_SEARCH_CURRENT);
    }
    arena_release(&scratch);
}

/* What of the text is on the screen. */
static void draw_here(const App *app, Canvas *canvas, Rect line, const ArticleMap *map)
{
    Rect cells = cells_of(line);
    Range visible = app_visible_text(app);
    size_t columns = (size_t)cells.columns, first = article_map_column(map, visible.start, columns);
    size_t last = article_map_column(map, visible.end > visible.start ? visible.end - 1 : visible.start, columns);

    (void)canvas_put_cut(canvas, line, line.row, line.column + SIGN_COLUMNS,
                         cells.column - line.column - SIGN_COLUMNS - 1, TEXT("on the screen"), ROLE_TEXT_MUTED);
    for (size_t i = 0; i < columns; i++)
        (void)canvas_put_sign(canvas, cells, line.row, cells.column + (int)i,
                              first <= i && i <= last ? SIGN_PROGRESS : SIGN_HORIZONTAL,
                              role_stack(first <= i && i <= last ? ROLE_SCROLLBAR : ROLE_BORDER));
}

/* "2/8 asked. |“We remembered,”| said Aldous": which of the row's places is selected, and its words. */
static void draw_words(const App *app, Canvas *canvas, Rect line, const ArticleMap *map)
{
    const MapRow *row = selected_row(app, map);
    const MapPlace *place = row ? &row->places.items[selected_index(app, row)] : NULL;
    Text text = app->document.article->text;
    Rect clip = {line.row, line.column, 1, line.columns - 1};
    Arena scratch = {0};
    size_t start;
    int column;

    if (!place)
        return;
    start = place->speaks ? place->range.start : context_line_start(text, place->range.start, (size_t)line.columns / 3);
    column = canvas_put(canvas, clip, line.row, line.column + 1,
                        arena_printf(&scratch, "%zu/%zu ", selected_index(app, row) + 1, row->places.count),
                        role_stack(ROLE_TEXT_MUTED));
    column = canvas_put(canvas, clip, line.row, column, text_slice(text, (Range){start, place->range.start}),
                        role_stack(ROLE_TEXT_MUTED));
    column = canvas_put(canvas, clip, line.row, column, text_slice(text, range_widen(place->range)),
                        role_stack(place->speaks ? ROLE_QUOTE : ROLE_ENTITY_CURRENT));
    if (column < line.column + clip.columns)
        (void)canvas_put_cut(canvas, clip, line.row, column, line.column + clip.columns - column,
                             text_slice(text, (Range){place->range.end, place->range.end + (size_t)line.columns * 4}),
                             ROLE_TEXT_MUTED);
    arena_release(&scratch);
}

static void draw(const App *app, Canvas *canvas, Rect area)
{
    Arena scratch = {0};
    ArticleMap map = map_of(app, &scratch);
    int rows = app->popup.list.rows < area.rows ? app->popup.list.rows : area.rows;

    for (int i = 0; i < rows && app->popup.list.top + (size_t)i < map.rows.count; i++)
        draw_row(app, canvas, (Rect){area.row + i, area.column, 1, area.columns}, &map, app->popup.list.top + (size_t)i);
    if (map.rows.count == 0)
        (void)canvas_put_cut(canvas, area, area.row, area.column + 1, area.columns - 1,
                             app->document.analysis ? TEXT("Nobody speaks or is named here.") : TEXT("reading…"),
                             ROLE_TEXT_MUTED);
    if (map.rows.count && area.rows - rows >= FOOT_ROWS) {
        draw_here(app, canvas, (Rect){area.row + area.rows - 2, area.column, 1, area.columns}, &map);
        draw_words(app, canvas, (Rect){area.row + area.rows - 1, area.column, 1, area.columns}, &map);
    }
    arena_release(&scratch);
}

/* ---- keys and mouse ---- */

static PopupResult accept(App *app)
{
    Arena scratch = {0};
    ArticleMap map = map_of(app, &scratch);
    const MapRow *row = selected_row(app, &map);
    MapPlace place = row ? row->places.items[selected_index(app, row)] : (MapPlace){.index = 0};

    app->popup.id = POPUP_NONE;
    if (row) {
        app_remember_list(app);
        app_focus(app, PANE_BODY);
        if (place.speaks)
            app_select_quote(app, place.index, ALIGN_THIRD);
        else
            app_select_mention(app, place.index, ALIGN_THIRD);
    }
    arena_release(&scratch);
    return (PopupResult){.effects = EFFECT_NONE};
}

/* Which way an action leads along a row; 0: it is none of these. */
static int direction_of(ActionId action)
{
    switch (action) {
    case ACTION_FOCUS_RIGHT:
    case ACTION_NEXT_QUOTE:
    case ACTION_NEXT_MENTION:
    case ACTION_NEXT_QUOTE_SAME_SPEAKER:
        return +1;
    case ACTION_FOCUS_LEFT:
    case ACTION_PREV_QUOTE:
    case ACTION_PREV_MENTION:
    case ACTION_PREV_QUOTE_SAME_SPEAKER:
        return -1;
    default:
        return 0;
    }
}

static bool run(App *app, ActionId action, int times)
{
    int direction = direction_of(action);
    Arena scratch = {0};
    ArticleMap map = map_of(app, &scratch);
    const MapRow *row = selected_row(app, &map);

    if (row && direction) {
        size_t at = selected_index(app, row), all = row->places.count, step = (size_t)times;

        at = direction > 0 ? (step < all - at ? at + step : all - 1) : at > step ? at - step : 0;
        app->popup.place = at;
        app->popup.offset = row->places.items[at].range.start;
    }
    arena_release(&scratch);
    return direction != 0;
}

/* In the columns of the text a click goes to the nearest place; on a name it selects the row. */
static PopupResult click(App *app, Rect area, int column)
{
    Rect cells = cells_of(area);
    Arena scratch = {0};
    ArticleMap map = map_of(app, &scratch);

    arena_release(&scratch);
    if (column < cells.column || column >= cells.column + cells.columns)
        return (PopupResult){.effects = EFFECT_NONE};
    app->popup.offset = (size_t)((uint64_t)(2 * (column - cells.column) + 1) * map.size / (2 * (uint64_t)cells.columns));
    find_place(app);
    return accept(app);
}

/* As wide as the screen allows: each column is a piece of the text. */
static Rect area(const App *app)
{
    enum { COLUMNS_MOST = 160, ROWS_MOST = 40, MARGIN = 2 };
    int columns = app->columns - MARGIN < COLUMNS_MOST ? app->columns - MARGIN : COLUMNS_MOST;
    size_t rows = app->popup.list.count ? app->popup.list.count + FOOT_ROWS + 2 : 3;
    int most = app->rows - 4 > 3 ? app->rows - 4 : 3;

    most = most < ROWS_MOST ? most : ROWS_MOST;
    most = rows < (size_t)most ? (int)rows : most;
    return (Rect){(app->rows - most) / 2, (app->columns - columns) / 2, most, columns};
}

static Text title(const App *app, Arena *scratch)
{
    ArticleMap map = map_of(app, scratch);
    size_t speakers = 0, named = 0;

    for (size_t i = 0; i < map.rows.count; i++) {
        speakers += map.rows.items[i].speaker != NO_INDEX;
        named += map.rows.items[i].speech_count == 0;
    }
    if (map.rows.count == 0)
        return TEXT(" Map ");
    return arena_printf(scratch, " Map%s: %zu speak%s, %zu more named ",
                        document_is_known_in_part(&app->document) ? " of what is near" : "", speakers,
                        speakers == 1 ? "s" : "", named);
}

const PopupOps map_popup = {
    .name = "MAP",
    .hint = "j k who   h l where   / find   Enter read it there   Esc close",
    .foot = FOOT_ROWS,
    .title = title,
    .open = open_map,
    .count = count,
    .row_text = row_text,
    .row_texts = row_texts,
    .draw = draw,
    .selected = find_place,
    .run = run,
    .click = click,
    .accept = accept,
    .area = area,
};
