/*
 * The article: its lines drawn glyph by glyph, with what stands beside them, and what keys and clicks do in it.
 */
#include "article/link_address.h"
#include "layout/line_glyphs.h"
#include "reading/article_meta.h"
#include "reading/gutter.h"
#include "ui/cells/speaker_signs.h"
#include "ui/panes/body_roles.h"
#include "ui/panes/failure.h"
#include "ui/panes/pane.h"
#include "ui/popups/popups.h"
#include "ui/state/geometry.h"
#include "ui/links/link_hints.h"
#include "ui/links/links.h"
#include "ui/state/places.h"
#include "ui/state/scroll.h"
#include "ui/state/selection.h"
#include "ui/taking/selecting.h"

enum { NARROWEST_NUMBERED = 4 }; /* columns of a gutter: a narrower one has no numbers */

/* The letters of a link, and where they go. */
typedef struct PlacedHint {
    int row, column;
    size_t size;
    char letters[HINT_LETTERS_MOST];
} PlacedHint;

typedef struct BodyText {
    const App *app;
    Canvas *canvas;
    Rect clip;
    int text_column;
    BodyRoles glyphs;
    size_t eye, head; /* where the cursor is to rest, to be seen; NO_OFFSET: it does, or nowhere */
    Arena scratch;
    ARRAY(PlacedHint) hints; /* drawn last, over all lines */
    size_t hint;             /* the next link that has none yet */
    int hint_row, hint_end;  /* where the last one ends */
} BodyText;

/* ---- letters over links ---- */

/* Where the letters of the next link go, if this glyph is the first of it that is seen. Those of a short one may reach over what follows; the next
 * stand behind them. */
static void note_hint(BodyText *body, size_t offset, int row, int column)
{
    const LinkSpans *links = &body->app->document.links;
    char letters[HINT_LETTERS_MOST];
    size_t size;

    while (body->hint < links->items.count && links->items.items[body->hint].range.end <= offset)
        body->hint++;
    if (body->hint >= links->items.count || links->items.items[body->hint].range.start > offset)
        return;
    size = link_hint_letters(body->app, body->hint++, letters);
    if (row == body->hint_row && column < body->hint_end)
        column = body->hint_end;
    if (size == 0)
        return;
    ARRAY_PUSH(&body->scratch, body->hints, ((PlacedHint){.row = row, .column = column, .size = size}));
    memcpy(body->hints.items[body->hints.count - 1].letters, letters, size);
    body->hint_row = row;
    body->hint_end = column + (int)size;
}

static void draw_hints(const BodyText *body)
{
    for (size_t i = 0; i < body->hints.count; i++) {
        const PlacedHint *hint = &body->hints.items[i];

        (void)canvas_put(body->canvas, body->clip, hint->row, hint->column, (Text){hint->letters, hint->size},
                         role_stack(ROLE_LINK_HINT));
    }
}

/* ---- lines ---- */

/* The terminal's cursor is seen at the end of a selection that moves. Else it stands unseen where the eye is, at the first glyph from there on. */
static void find_cursor(BodyText *body, bool focused)
{
    const App *app = body->app;
    bool has_cursor = focused && !app->popup.id, selecting = has_cursor && app_is_selecting(app);

    body->head = selecting ? app->document.passage.head : NO_OFFSET;
    body->eye = has_cursor && !selecting ? app_eye(app) : NO_OFFSET;
}

static void put_cursor(BodyText *body, size_t offset, int row, int column)
{
    if (offset == body->head) {
        canvas_show_cursor(body->canvas, row, column);
    } else if (offset >= body->eye) {
        canvas_rest_cursor(body->canvas, row, column);
        body->eye = NO_OFFSET;
    }
}

static void draw_text(BodyText *body, const Line *line, BlockKind kind, int row)
{
    Role base = body_block_role(kind);
    LineGlyphs glyphs = line_glyphs(body->app->document.shown->text, line, kind, body->canvas->charset);
    PlacedGlyph placed;

    line_glyphs_number(&glyphs, layout_numbers(body->app->document.layout));
    line_glyphs_order(&glyphs, body->app->document.order);
    while (line_glyphs_next(&glyphs, &placed)) {
        int column = body->text_column + (int)placed.column;

        (void)canvas_put_glyph(body->canvas, body->clip, row, column, &placed.glyph,
                               placed.is_number ? body_number_roles(&body->glyphs, base, placed.offset)
                                                : body_roles_at(&body->glyphs, base, placed.offset));
        if (body->canvas->hyperlinks)
            canvas_link(body->canvas, body->clip, row, column, placed.glyph.columns,
                        body_link_target(&body->glyphs, placed.offset));
        if (body->app->hints.shown && !placed.is_number)
            note_hint(body, placed.offset, row, column);
        if (!placed.is_number)
            put_cursor(body, placed.offset, row, column);
    }
    if (line->hyphen)
        (void)canvas_put(body->canvas, body->clip, row, body->text_column + (int)glyphs.column, TEXT("-"),
                         role_stack(base));
}

static void draw_item_mark(BodyText *body, const Block *block, const Line *line, int row)
{
    char number[16];
    int size;
    int column = body->text_column + line->indent;

    if (!line->first || line->indent < 2)
        return;
    if (block->kind == BLOCK_LIST_ITEM) {
        (void)canvas_put_sign(body->canvas, body->clip, row, column - 2, SIGN_BULLET, role_stack(ROLE_TEXT_MUTED));
    } else if (block->kind == BLOCK_ORDERED_ITEM) {
        size = snprintf(number, sizeof number, "%u.", block->number);
        (void)canvas_put(body->canvas, body->clip, row, column - size - 1, text_from(number),
                         role_stack(ROLE_TEXT_MUTED));
    }
}

/* "● 11,12" before the bar, the signs of all lines below each other. */
static void draw_label(const BodyText *body, const GutterNames *names, int row, int bar, Role role)
{
    const Document *document = &body->app->document;
    Arena scratch = {0};
    Text label = gutter_label(document, names, bar - body->clip.column, &scratch);
    int columns = (int)printable_width(label, body->canvas->charset), usual = gutter_label_columns(document);

    (void)canvas_put(body->canvas, body->clip, row, bar - columns, label, role_stack(role));
    (void)speaker_put_mark(body->canvas, body->clip, row, bar - (columns > usual ? columns : usual) - 1,
                           speakers_of_quote(&document->listed.speakers, names->quotes[0]), role);
    arena_release(&scratch);
}

static void draw_gutter(const BodyText *body, LinePosition position, int row)
{
    GutterNames names = gutter_names(&body->app->document, position);
    bool numbered = body->app->arrangement.gutter_columns >= NARROWEST_NUMBERED, current;
    int bar = body->text_column - 2;
    size_t speaker;
    Role role;

    if (names.count == 0 || body->app->arrangement.gutter_columns == 0)
        return;
    current = names.quotes[0] == body->glyphs.current_quote;
    role = current ? ROLE_SPEAKER_CURRENT : ROLE_QUOTE_MARK;
    speaker = speakers_of_quote(&body->app->document.listed.speakers, names.quotes[0]);
    if (!numbered && !current && speaker_hue(body->canvas, speaker)) { /* no room for both: the sign is the bar */
        (void)speaker_put_mark(body->canvas, body->clip, row, bar, speaker, role);
        return;
    }
    (void)canvas_put_sign(body->canvas, body->clip, row, bar, current ? SIGN_QUOTE_BAR_CURRENT : SIGN_QUOTE_BAR,
                          role_stack(role));
    speaker_put_hue(body->canvas, (Rect){row, bar, 1, 1}, speaker);
    if (numbered)
        draw_label(body, &names, row, bar, role);
}

/* A line that is not of the article's text, cut at the edge of the pane. */
static void draw_cut(const BodyText *body, int row, Text text, Role role)
{
    (void)canvas_put_cut(body->canvas, body->clip, row, body->text_column,
                         body->clip.column + body->clip.columns - body->text_column, text, role);
}

static void draw_meta(const BodyText *body, int row)
{
    Arena scratch = {0};
    int columns = body->clip.column + body->clip.columns - body->text_column;

    draw_cut(body, row,
             article_meta_in(body->app->document.article, &scratch, columns > 0 ? (size_t)columns : 0,
                             body->canvas->charset),
             ROLE_BYLINE);
    arena_release(&scratch);
}

/* "Continues: [13] example.org/story/2": with the number that opens it. */
static void draw_next(const BodyText *body, int row)
{
    enum { WORDS = 20, LEAST = 16 };
    int room = body->clip.column + body->clip.columns - body->text_column - WORDS;
    size_t link = app_next_part(body->app);
    Arena scratch = {0};
    Text address = link == NO_INDEX ? (Text){0} : app_link_address(body->app, link, &scratch);
    Text number = arena_printf(&scratch, "Continues: [%zu] ", link + 1);

    if (link != NO_INDEX) {
        int column = canvas_put(body->canvas, body->clip, row, body->text_column, number, role_stack(ROLE_NOTE));

        address = link_address_shown(&scratch, address, (size_t)(room > LEAST ? room : LEAST));
        (void)canvas_put_cut(body->canvas, body->clip, row, column, body->clip.column + body->clip.columns - column,
                             address, ROLE_LINK);
    }
    arena_release(&scratch);
}

static void draw_line(BodyText *body, LinePosition position, int row)
{
    const Document *document = &body->app->document;
    const Line *line = layout_line(document->layout, position);
    const Block *block = layout_block(document->layout, position);

    switch (line->kind) {
    case LINE_TEXT:
        draw_gutter(body, position, row);
        draw_item_mark(body, block, line, row);
        draw_text(body, line, block->kind, row);
        break;
    case LINE_KICKER:
        draw_cut(body, row, article_field(document->article, FIELD_SECTION), ROLE_KICKER);
        break;
    case LINE_META:
        draw_meta(body, row);
        break;
    case LINE_RULE:
        canvas_horizontal(body->canvas, row, body->text_column, layout_columns(document->layout), ROLE_RULE);
        break;
    case LINE_NEXT:
        draw_next(body, row);
        break;
    case LINE_BLANK:
        break;
    }
}

static void start_glyphs(BodyText *body, LinePosition position)
{
    const Document *document = &body->app->document;
    const Line *line = layout_line(document->layout, position);
    size_t offset = line->kind == LINE_TEXT ? line->range.start : layout_offset(document->layout, position);

    body->glyphs = (BodyRoles){.app = body->app, .canvas = body->canvas, .scratch = &body->scratch};
    body_roles_start(&body->glyphs, offset);
    body->hint = link_spans_from(&document->links, offset);
}

static void draw(const App *app, Canvas *canvas, Rect area, bool focused)
{
    BodyText body = {.app = app, .canvas = canvas, .clip = area, .text_column = app_text_column(app)};
    LinePosition position = app->document.top;

    if (!app->document.article || !app->document.layout || app_page_fails(app)) {
        failure_draw(app, canvas, area);
        return;
    }
    find_cursor(&body, focused);
    start_glyphs(&body, position);
    for (int row = 0; row < area.rows; row++) {
        draw_line(&body, position, area.row + row);
        if (layout_move(app->document.layout, &position, 1) == 0)
            break;
    }
    draw_hints(&body);
    arena_release(&body.scratch);
}

/* What is drawn goes by the links on the screen. */
static void settle(App *app)
{
    if (app->hints.shown || app->document.link_start != NO_OFFSET)
        app_find_shown_links(app);
    if (app->document.article && app->document.article->next_page.size && app->document.article->complete)
        app_find_links(app); /* it has the number behind theirs */
}

/* ---- moving ---- */

static void scroll(App *app, Move kind, long amount)
{
    Document *document = &app->document;
    long rows = app->arrangement.panes[PANE_BODY].rows;
    long page = rows > 4 ? rows - 2 : rows > 1 ? rows - 1 : 1;
    long half = rows > 1 ? rows / 2 : 1;

    if (!document->layout)
        return;
    switch (kind) {
    case MOVE_LINES:
        (void)layout_move(document->layout, &document->top, amount);
        break;
    case MOVE_HALF_PAGES:
        (void)layout_move(document->layout, &document->top, amount * half);
        break;
    case MOVE_PAGES:
        (void)layout_move(document->layout, &document->top, amount * page);
        break;
    case MOVE_TO_START:
        document->top = layout_first(document->layout);
        break;
    case MOVE_TO_END:
        document->top = layout_last(document->layout);
        break;
    case MOVE_TO_PERCENT:
        app_remember_place(app);
        document->top = app_percent_position(app, (size_t)amount);
        break;
    }
    scroll_settle(app);
}

/* A selection is moved, and the text with it. */
static void move(App *app, Move kind, long amount)
{
    if (app->document.layout && app_is_selecting(app))
        selecting_move(app, kind, amount);
    else
        scroll(app, kind, amount);
}

static void wheel(App *app, long lines)
{
    scroll(app, MOVE_LINES, lines);
}

/* The line of the text at a row of the body, or NULL. */
static const Line *line_at(App *app, int row, LinePosition *position)
{
    Document *document = &app->document;
    const Line *line;

    *position = document->top;
    if (!document->layout || layout_move(document->layout, position, row) != row)
        return NULL;
    line = layout_line(document->layout, *position);
    return line->kind == LINE_TEXT ? line : NULL;
}

/* The offset, in what is shown, of the glyph at a column of a line, columns counted from the first of the measure; NO_OFFSET: none there. */
static size_t offset_at(const Document *document, const Line *line, BlockKind kind, int column)
{
    LineGlyphs glyphs = line_glyphs(document->shown->text, line, kind, document->charset);
    PlacedGlyph placed;

    line_glyphs_number(&glyphs, layout_numbers(document->layout));
    line_glyphs_order(&glyphs, document->order);
    while (line_glyphs_next(&glyphs, &placed)) {
        if ((int)placed.column <= column && column < (int)placed.column + placed.glyph.columns)
            return placed.offset;
    }
    return NO_OFFSET;
}

static bool click_quote(App *app, size_t quote)
{
    app->document.mention_start = NO_OFFSET;
    app_select_quote(app, quote, ALIGN_NEAREST);
    return true;
}

static bool click_gutter(App *app, LinePosition position)
{
    GutterNames names = gutter_names(&app->document, position);

    return names.count && click_quote(app, names.quotes[0]);
}

static bool click_link(App *app, size_t offset)
{
    size_t link;

    app_find_shown_links(app);
    link = link_spans_at(&app->document.links, offset);
    if (link != NO_INDEX)
        app_select_link(app, link, ALIGN_NEAREST);
    return link != NO_INDEX;
}

/* In the gutter: the quotation it names. On a link: that. On a name: that mention. Elsewhere in a quotation: the quotation. */
static bool click(App *app, int row, int column)
{
    Document *document = &app->document;
    const Analysis *analysis = document->analysis;
    LinePosition position;
    const Line *line = line_at(app, row, &position);
    int text_start = app_text_column(app) - app->arrangement.panes[PANE_BODY].column;
    size_t offset, mention, quote;

    if (!line || !analysis)
        return false;
    if (column < text_start)
        return click_gutter(app, position);
    offset = offset_at(document, line, layout_block(document->layout, position)->kind, column - text_start);
    if (offset != NO_OFFSET && click_link(app, offset))
        return true;
    offset = offset == NO_OFFSET ? NO_OFFSET : document_text_at(document, offset);
    if (offset == NO_OFFSET)
        return false;
    mention = analysis_mention_from(analysis, offset);
    if (mention < analysis->mentions.count &&
        range_contains(range_widen(analysis->mentions.items[mention].range), offset)) {
        app_select_mention(app, mention, ALIGN_NEAREST);
        return true;
    }
    quote = analysis_quote_from(analysis, offset);
    if (quote < analysis->quotes.count && range_contains(range_widen(analysis->quotes.items[quote].range), offset) &&
        quote_list_passes(&document->listed, &analysis->quotes.items[quote], (Text){0}))
        return click_quote(app, quote);
    return false;
}

/* The selected link, where it can be seen; else the mentions of the selected name; else the selected quotation in the list; else, as in other
 * pagers, a line down. */
static Effects activate(App *app)
{
    if (app->document.layout && app_selected_link(app) != NO_INDEX)
        return app_follow_link(app, app_selected_link(app));
    if (document_current_mention(&app->document) != NO_INDEX)
        popup_open(app, POPUP_MENTIONS);
    else if (document_current_quote(&app->document) != NO_INDEX)
        app_focus(app, PANE_QUOTES);
    else
        scroll(app, MOVE_LINES, 1);
    return EFFECT_NONE;
}

static Text title(const App *app, Arena *scratch)
{
    (void)scratch;
    return app->document.article ? article_field(app->document.article, FIELD_TITLE) : (Text){0};
}

static const Hint hints[] = {
    {ACTION_SCROLL_DOWN, ACTION_SCROLL_UP, "scroll"},
    {ACTION_PREV_QUOTE, ACTION_NEXT_QUOTE, "quotation"},
    {ACTION_FOCUS_QUOTES, ACTION_NONE, "list"},
    {ACTION_FOCUS_ENTITIES, ACTION_NONE, "names"},
    {ACTION_SEARCH, ACTION_NONE, "find"},
    {ACTION_FILTER_QUOTES, ACTION_NONE, "this speaker"},
    {ACTION_HINT_LINKS, ACTION_LIST_LINKS, "links"},
    {ACTION_FOCUS_LIBRARY, ACTION_NONE, "articles"},
    {ACTION_PREV_QUOTE_SAME_SPEAKER, ACTION_NEXT_QUOTE_SAME_SPEAKER, "same speaker"},
    {ACTION_THEME_PICKER, ACTION_NONE, "theme"},
    {ACTION_ZEN, ACTION_NONE, "zen"},
    {ACTION_TOGGLE_SOURCE, ACTION_NONE, "source"},
    {ACTION_CLOSE, ACTION_NONE, "close"},
};

const PaneOps body_pane = {
    .name = "BODY",
    .tab = "Body",
    .hints = hints,
    .hint_count = COUNT_OF(hints),
    .title = title,
    .settle = settle,
    .draw = draw,
    .move = move,
    .activate = activate,
    .click = click,
    .wheel = wheel,
};
