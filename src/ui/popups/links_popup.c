/* All links of what is shown, filtered by what is typed: a part of the words or of the address. Enter opens one. */
#include "article/link_address.h"
#include "ui/popups/popup.h"
#include "ui/links/links.h"

enum {
    NUMBER_COLUMNS = 5,
    WORDS_MOST = 40,
    WORDS_SHARE = 2, /* of the columns that are left, one half at most is for the words */
    GAP = 2
};

static bool has(const App *app, const Needle *needle, size_t link)
{
    return needle_in(needle, app_link_words(app, link)) || needle_in(needle, app_link_reference(app, link));
}

static Needle needle_of(const App *app, Arena *scratch)
{
    Needle needle = {0};

    if (app->popup.filter.size)
        needle_init(&needle, scratch, prompt_text(&app->popup.filter));
    return needle;
}

/* The next link that the filter lets through, from `link` on; NO_INDEX when there is none. */
static size_t next_link(const App *app, const Needle *needle, size_t link)
{
    for (size_t all = app_link_count(app); link < all; link++) {
        if (app->popup.filter.size == 0 || has(app, needle, link))
            return link;
    }
    return NO_INDEX;
}

static size_t link_of_row(const App *app, size_t row)
{
    Arena scratch = {0};
    Needle needle = needle_of(app, &scratch);
    size_t link = next_link(app, &needle, 0);

    while (link != NO_INDEX && row-- > 0)
        link = next_link(app, &needle, link + 1);
    arena_release(&scratch);
    return link;
}

static size_t count(const App *app)
{
    Arena scratch = {0};
    Needle needle = needle_of(app, &scratch);
    size_t rows = 0;

    for (size_t i = next_link(app, &needle, 0); i != NO_INDEX; i = next_link(app, &needle, i + 1))
        rows++;
    arena_release(&scratch);
    return rows;
}

/* Where it leads; of what cannot be opened what the source says. */
static void draw_address(const App *app, Canvas *canvas, Rect area, int row, int column, size_t link, Arena *scratch)
{
    Text address = app_link_address(app, link, scratch);
    int columns = area.column + area.columns - column - 1;

    if (columns <= 0)
        return;
    if (address.size)
        address = link_address_shown(scratch, address, (size_t)columns);
    else
        address = app_link_reference(app, link);
    (void)canvas_put_cut(canvas, area, row, column, columns, address, ROLE_TEXT_MUTED);
}

static void draw_link(const App *app, Canvas *canvas, Rect area, int row, size_t link, bool selected)
{
    int start = area.column + 3 + NUMBER_COLUMNS;
    int room = (area.column + area.columns - start) / WORDS_SHARE, words = room < WORDS_MOST ? room : WORDS_MOST;
    Arena scratch = {0};
    Text shown = arena_on_one_line(&scratch, app_link_words(app, link));

    if (selected)
        (void)canvas_put_sign(canvas, area, row, area.column + 1, SIGN_CURSOR, role_stack(ROLE_TEXT_STRONG));
    (void)canvas_put(canvas, area, row, area.column + 3, arena_printf(&scratch, "%*zu", NUMBER_COLUMNS - 1, link + 1),
                     role_stack(ROLE_LINK_NUMBER));
    if (shown.size == 0 || text_equal(app_link_words(app, link), app_link_reference(app, link)))
        words = -GAP;
    else
        (void)canvas_put_cut(canvas, area, row, start, words, shown, ROLE_LINK);
    draw_address(app, canvas, area, row, start + words + GAP, link, &scratch);
    if (selected)
        canvas_select_row(canvas, (Rect){row, area.column, 1, area.columns});
    arena_release(&scratch);
}

static void draw(const App *app, Canvas *canvas, Rect area)
{
    Arena scratch = {0};
    Needle needle = needle_of(app, &scratch);
    size_t row = 0, top = app->popup.list.top;

    for (size_t i = next_link(app, &needle, 0); i != NO_INDEX && row < top + (size_t)area.rows;
         i = next_link(app, &needle, i + 1), row++) {
        if (row >= top)
            draw_link(app, canvas, area, area.row + (int)(row - top), i, row == app->popup.list.selected);
    }
    if (row == 0)
        (void)canvas_put_cut(canvas, area, area.row, area.column + 1, area.columns - 1, TEXT("No such link."),
                             ROLE_TEXT_MUTED);
    arena_release(&scratch);
}

/* The selected link, else the first on the screen or behind it. */
static void open_links(App *app)
{
    size_t selected = app_selected_link(app), nearest = app_shown_links(app).start;

    if (selected == NO_INDEX)
        selected = nearest < app->document.links.items.count || nearest == 0 ? nearest : nearest - 1;
    app->popup.list.selected = selected;
}

static PopupResult accept(App *app)
{
    size_t link = link_of_row(app, app->popup.list.selected);

    app->popup.id = POPUP_NONE;
    return (PopupResult){.effects = link == NO_INDEX ? EFFECT_NONE : app_follow_link(app, link)};
}

static size_t lines(const App *app)
{
    enum { LINES_MOST = 24 };
    size_t links = app_link_count(app), all = links ? links + 1 : 2;

    return all < LINES_MOST ? all : LINES_MOST;
}

static Text title(const App *app, Arena *scratch)
{
    return arena_printf(scratch, " Links: %zu ", app_link_count(app));
}

const PopupOps links_popup = {
    .name = "LINKS",
    .hint = "type to filter   Up Down select   Enter open in the browser   Esc close",
    .title = title,
    .typed = true,
    .open = open_links,
    .count = count,
    .draw = draw,
    .accept = accept,
    .columns_most = 110,
    .lines = lines,
};
