/* All names of the text, filtered by what is typed: a part of a name, of another name of the same, of a role, or of the kind. Enter reads it. */
#include "ui/cells/entity_signs.h"
#include "ui/popups/popup.h"
#include "ui/state/geometry.h"
#include "ui/state/places.h"
#include "ui/state/selection.h"

enum {
    COUNT_COLUMNS = 6,
    KIND_COLUMNS = 14,
    NAME_COLUMNS = 28,
    MORE_BYTES = 200,
    NARROW = 60 /* no kind, no other names */
};

static bool has(const Needle *needle, const Entity *entity)
{
    bool found = needle_in(needle, entity->name) || needle_in(needle, entity_details(entity)->role) ||
                 needle_in(needle, entity_kind_listed(entity)) || needle_in(needle, entity_kind_spoken(entity));

    for (size_t i = 0; i < entity_details(entity)->aliases.count && !found; i++)
        found = needle_in(needle, entity_details(entity)->aliases.items[i].name);
    return found;
}

/* The next entity that the filter lets through, from `index` on; NO_INDEX when there is none. */
static size_t next_name(const App *app, const Needle *needle, size_t index)
{
    const Analysis *analysis = app->document.analysis;

    for (; analysis && index < analysis->entities.count; index++) {
        if (app->popup.filter.size == 0 || has(needle, &analysis->entities.items[index]))
            return index;
    }
    return NO_INDEX;
}

static Needle needle_of(const App *app, Arena *scratch)
{
    Needle needle = {0};

    if (app->popup.filter.size)
        needle_init(&needle, scratch, prompt_text(&app->popup.filter));
    return needle;
}

/* The entity in a row of the filtered list, NO_INDEX past its end. */
static size_t name_of_row(const App *app, size_t row)
{
    Arena scratch = {0};
    Needle needle = needle_of(app, &scratch);
    size_t index = next_name(app, &needle, 0);

    while (index != NO_INDEX && row-- > 0)
        index = next_name(app, &needle, index + 1);
    arena_release(&scratch);
    return index;
}

static size_t count(const App *app)
{
    Arena scratch = {0};
    Needle needle = needle_of(app, &scratch);
    size_t rows = 0;

    for (size_t i = next_name(app, &needle, 0); i != NO_INDEX; i = next_name(app, &needle, i + 1))
        rows++;
    arena_release(&scratch);
    return rows;
}

/* "= Farrow, ~Ines · Mayor" */
static Text more_of(Arena *scratch, const Entity *entity)
{
    TextBuffer more = {0};

    for (size_t i = 0; i < entity_details(entity)->aliases.count && more.count < MORE_BYTES; i++)
        text_buffer_add(scratch, &more, entity_alias_shown(scratch, entity, i));
    if (entity_details(entity)->role.size && more.count)
        text_buffer_add(scratch, &more, TEXT(" · "));
    text_buffer_add(scratch, &more, entity_details(entity)->role);
    return text_buffer_text(&more);
}

static void draw_name(Canvas *canvas, Rect area, int row, const Entity *entity, bool selected)
{
    bool narrow = area.columns < NARROW;
    int end = area.column + area.columns - COUNT_COLUMNS - 1;
    int more = area.column + 3 + NAME_COLUMNS, kind = end - KIND_COLUMNS;
    Arena scratch = {0};

    if (selected)
        (void)canvas_put_sign(canvas, area, row, area.column + 1, SIGN_CURSOR, role_stack(ROLE_TEXT_STRONG));
    (void)canvas_put_cut(canvas, area, row, area.column + 3, narrow ? end - area.column - 3 : NAME_COLUMNS - 1,
                         arena_printf(&scratch, "%s%.*s", entity_is_doubtful(entity) ? "~" : "", TEXT_ARGS(entity->name)),
                         entity_role(entity->type));
    if (!narrow) {
        (void)canvas_put_cut(canvas, area, row, more, kind - more - 1, more_of(&scratch, entity), ROLE_TEXT_MUTED);
        (void)canvas_put_cut(canvas, area, row, kind, KIND_COLUMNS, entity_kind_listed(entity), ROLE_TEXT_MUTED);
    }
    (void)canvas_put(canvas, area, row, end, arena_printf(&scratch, "%*u", COUNT_COLUMNS, entity->mention_count),
                     role_stack(ROLE_TEXT_MUTED));
    if (selected)
        canvas_select_row(canvas, (Rect){row, area.column, 1, area.columns});
    arena_release(&scratch);
}

/* Why there are none. */
static Text none(const App *app)
{
    const Document *document = &app->document;

    if (!document->analysis)
        return TEXT("reading…");
    if (document->analysed.start > 0 || document->analysed.end < article_size(document->article))
        return TEXT("No such name in what is read so far.");
    return TEXT("No such name.");
}

static void draw(const App *app, Canvas *canvas, Rect area)
{
    Arena scratch = {0};
    Needle needle = needle_of(app, &scratch);
    size_t row = 0, top = app->popup.list.top;

    for (size_t i = next_name(app, &needle, 0); i != NO_INDEX && row < top + (size_t)area.rows;
         i = next_name(app, &needle, i + 1), row++) {
        if (row >= top)
            draw_name(canvas, area, area.row + (int)(row - top), &app->document.analysis->entities.items[i],
                      row == app->popup.list.selected);
    }
    if (row == 0)
        (void)canvas_put_cut(canvas, area, area.row, area.column + 1, area.columns - 1, none(app), ROLE_TEXT_MUTED);
    arena_release(&scratch);
}

static void open_names(App *app)
{
    size_t current;

    (void)document_need_analysis(&app->document, app_visible(app));
    current = document_current_entity(&app->document);
    app->popup.list.selected = current == NO_INDEX ? 0 : current;
}

static PopupResult accept(App *app)
{
    size_t index = name_of_row(app, app->popup.list.selected);

    app->popup.id = POPUP_NONE;
    if (index == NO_INDEX)
        return (PopupResult){.effects = EFFECT_NONE};
    app_remember_list(app);
    app_focus(app, PANE_BODY);
    app_select_mention(app, app->document.analysis->entities.items[index].first_mention, ALIGN_THIRD);
    return (PopupResult){.effects = EFFECT_NONE};
}

static size_t lines(const App *app)
{
    enum { LINES = 24 };

    (void)app;
    return LINES;
}

static Text title(const App *app, Arena *scratch)
{
    return app->document.analysis ? arena_printf(scratch, " Names: %zu ", app->document.analysis->entities.count)
                                  : TEXT(" Names ");
}

const PopupOps names_popup = {
    .name = "NAMES",
    .hint = "type to filter   Up Down select   Enter read it in the text   Esc close",
    .title = title,
    .typed = true,
    .open = open_names,
    .count = count,
    .draw = draw,
    .accept = accept,
    .columns_most = 100,
    .lines = lines,
};
