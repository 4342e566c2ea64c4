/*
 * The article. Each line is drawn glyph by glyph; what a glyph means (in a quotation, in a name, in a match)
 * comes from the sorted ranges of the analysis and the search, each followed by a cursor that only moves
 * forward.
 */
#include "article/link_address.h"
#include "article/web_address.h"
#include "base/lower_bound.h"
#include "layout/line_glyphs.h"
#include "reading/article_meta.h"
#include "reading/gutter.h"
#include "ui/cells/entity_signs.h"
#include "ui/cells/quote_role.h"
#include "ui/cells/speaker_signs.h"
#include "ui/panes/failure.h"
#include "ui/panes/pane.h"
#include "ui/popups/popups.h"
#include "ui/state/geometry.h"
#include "ui/links/link_hints.h"
#include "ui/links/links.h"
#include "ui/notes/noting.h"
#include "ui/state/places.h"
#include "ui/state/scroll.h"
#include "ui/state/selection.h"
#include "ui/taking/selecting.h"

enum {
    NARROWEST_NUMBERED = 4, /* columns of a gutter: a narrower one has no numbers */
    LONG_DATE_COLUMNS = 60
};

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
    size_t quote, mention, match, emphasis, link, note; /* cursors: the first range that ends after the glyph */
    size_t eye, head;    /* where the cursor is to rest, to be seen; NO_OFFSET: it does, or nowhere */
    Range address;       /* of the web, that the glyph before was in */
    size_t target_start; /* of the link that `target` is of, */
    unsigned target;     /* … among those of the canvas */
    size_t current_quote, current_entity, current_link;
    Range selected; /* of what is shown */
    Range known;    /* … where all has the roles of its first byte, in blocks of a role */
    Role known_base;
    RoleStack roles;
    Arena scratch;
    ARRAY(PlacedHint) hints; /* drawn last, over all lines */
    size_t hint;             /* the next link that has none yet */
    int hint_row, hint_end;  /* where the last one ends */
} BodyText;

static Role block_role(BlockKind kind)
{
    /* clang-format off */
    static const unsigned char roles[BLOCK_KIND_COUNT] = {
        [BLOCK_KICKER] = ROLE_KICKER,
        [BLOCK_TITLE] = ROLE_TITLE,       [BLOCK_SUBTITLE] = ROLE_SUBTITLE,
        [BLOCK_META] = ROLE_BYLINE,       [BLOCK_STANDFIRST] = ROLE_LEDE,
        [BLOCK_BYLINE] = ROLE_BYLINE,     [BLOCK_PARAGRAPH] = ROLE_TEXT,
        [BLOCK_HEADING] = ROLE_HEADING,   [BLOCK_CAPTION] = ROLE_CAPTION,
        [BLOCK_CREDIT] = ROLE_CAPTION,    [BLOCK_BLOCKQUOTE] = ROLE_BLOCKQUOTE,
        [BLOCK_CITE] = ROLE_CAPTION,      [BLOCK_LIST_ITEM] = ROLE_TEXT,
        [BLOCK_ORDERED_ITEM] = ROLE_TEXT, [BLOCK_VERBATIM] = ROLE_VERBATIM,
        [BLOCK_NOTE] = ROLE_NOTE,         [BLOCK_RULE] = ROLE_RULE,
    };
    /* clang-format on */

    return (Role)roles[kind];
}

/* The headline and what belongs to it has one look: no names are marked there but the selected one. */
static bool is_head(Role base)
{
    return base == ROLE_TITLE || base == ROLE_SUBTITLE || base == ROLE_LEDE || base == ROLE_BYLINE;
}

static void start_cursors(BodyText *body, size_t offset)
{
    const Document *document = &body->app->document;
    const Article *article = document->shown;
    size_t at = document_article_range(document, (Range){offset, offset}).start;

    if (document->analysis) {
        body->mention = analysis_mention_from(document->analysis, at);
    }
    body->note = body->app->noting.placed.first_there;
    LOWER_BOUND(at, document->search.matches.count, document->search.matches.items[at].end <= offset);
    body->match = at;
    LOWER_BOUND(at, article->emphases.count, article->emphases.items[at].range.end <= offset);
    body->emphasis = at;
    LOWER_BOUND(at, article->links.count, article->links.items[at].range.end <= offset);
    body->link = at;
    body->address = web_address_around(article->text, offset);
    body->current_quote = document_current_quote(document);
    body->current_entity = document_current_entity(document);
    body->current_link = document_current_link(document);
    body->hint = link_spans_from(&document->links, offset);
    body->selected = passage_range(&document->passage, article);
}

static void add_hue(const BodyText *body, size_t speaker, RoleStack *roles)
{
    Role hue = speaker_hue(body->canvas, speaker);

    if (hue)
        role_stack_set(roles, LAYER_TOP, hue);
}

static void add_quote_role(BodyText *body, size_t offset, RoleStack *roles)
{
    const Document *document = &body->app->document;
    const Analysis *analysis = document->analysis;
    const Quote *quote;

    body->quote = analysis_quote_from(analysis, offset);
    if (body->quote < analysis->quotes.count) {
        quote = &analysis->quotes.items[body->quote];
        if (range_contains(range_widen(quote->range), offset) && quote_list_passes(&document->listed, quote, (Text){0}))
            role_stack_set(roles, LAYER_QUOTE, quote_role(quote, body->quote == body->current_quote));
    }
    if (body->current_quote == NO_INDEX)
        return;
    quote = &analysis->quotes.items[body->current_quote];
    if (range_contains(range_widen(quote->source->mention), offset)) {
        role_stack_set(roles, LAYER_ENTITY, ROLE_SPEAKER_CURRENT);
        add_hue(body, speakers_of_quote(&document->listed.speakers, body->current_quote), roles);
    } else if (range_contains(range_widen(quote->source->cue), offset)) {
        role_stack_set(roles, LAYER_ENTITY, ROLE_CUE);
    }
}

/* A speaker has hue and style where it speaks; another name the style of its kind. */
static void add_name(const BodyText *body, const Mention *mention, RoleStack *roles)
{
    const App *app = body->app;
    const Speakers *speakers = &app->document.listed.speakers;
    const Entity *entity = &app->document.analysis->entities.items[mention->entity];
    size_t speaker = speakers_of_entity(speakers, mention->entity);
    bool speaks = app->names != MARK_NONE && !app->choice.zen && app->marked[entity->type] && speaker != NO_INDEX &&
                  speakers_speak_in(speakers, range_widen(mention->range));

    if (!speaks && !app_marks(app, entity->type))
        return;
    if (mention_is_doubtful(mention, entity)) {
        role_stack_set(roles, LAYER_ENTITY, ROLE_ENTITY_DOUBTFUL);
        return;
    }
    role_stack_set(roles, LAYER_ENTITY, entity_role(entity->type));
    add_hue(body, speaks ? speaker : NO_INDEX, roles);
}

static void add_entity_role(BodyText *body, Role base, size_t offset, RoleStack *roles)
{
    const Analysis *analysis = body->app->document.analysis;
    const Mention *mention;

    while (body->mention < analysis->mentions.count && analysis->mentions.items[body->mention].range.end <= offset)
        body->mention++;
    if (body->mention >= analysis->mentions.count)
        return;
    mention = &analysis->mentions.items[body->mention];
    if (!range_contains(range_widen(mention->range), offset))
        return;
    if (mention->entity == body->current_entity)
        role_stack_set(roles, LAYER_ENTITY, ROLE_ENTITY_CURRENT);
    else if (!is_head(base))
        add_name(body, mention, roles);
}

/* In the place of a name's own role. Of several that stand there the last to begin: the innermost. */
static void add_note_role(BodyText *body, size_t offset, RoleStack *roles)
{
    const PlacedNotes *placed = &body->app->noting.placed;

    while (body->note < placed->end_there && placed->items[body->note].place.range.end <= offset)
        body->note++;
    for (size_t i = body->note; i < placed->end_there && placed->items[i].place.range.start <= offset; i++) {
        if (offset < placed->items[i].place.range.end)
            role_stack_set(roles, LAYER_ENTITY, noting_role(&placed->items[i].note));
    }
}

static void add_match_role(BodyText *body, size_t offset, RoleStack *roles)
{
    const Search *search = &body->app->document.search;

    while (body->match < search->matches.count && search->matches.items[body->match].end <= offset)
        body->match++;
    if (range_contains(search->current, offset))
        role_stack_set(roles, LAYER_TOP, ROLE_SEARCH_CURRENT);
    else if (body->match < search->matches.count && range_contains(search->matches.items[body->match], offset))
        role_stack_set(roles, LAYER_TOP, ROLE_SEARCH_MATCH);
}

/* In what the source has as a link, or in an address. */
static bool is_link(BodyText *body, const Article *article, size_t offset)
{
    while (body->link < article->links.count && article->links.items[body->link].range.end <= offset)
        body->link++;
    if (body->link < article->links.count && range_contains(article->links.items[body->link].range, offset))
        return true;
    if (offset >= body->address.end)
        body->address = web_address_at(article->text, offset);
    return range_contains(body->address, offset);
}

/* The same again, of a glyph that was asked for: which, and in `*reference` where it leads; empty: none. */
static Range link_around(const BodyText *body, const Article *article, size_t offset, Text *reference)
{
    const Link *link = body->link < article->links.count ? &article->links.items[body->link] : NULL;

    if (link && range_contains(link->range, offset)) {
        *reference = link->url;
        return link->range;
    }
    *reference = text_slice(article->text, body->address);
    return range_contains(body->address, offset) ? body->address : (Range){0, 0};
}

/* The link of the canvas for a glyph; 0: it leads nowhere. The address is worked out once a link. */
static unsigned target_of(BodyText *body, size_t offset)
{
    Text base = article_field(body->app->document.article, FIELD_URL), reference, address;
    Range link = link_around(body, body->app->document.shown, offset, &reference);

    if (range_is_empty(link))
        return 0;
    if (link.start != body->target_start) {
        address = link_address(&body->scratch, base, reference);
        body->target_start = link.start;
        body->target =
            address.size && address.size <= CELL_LINK_BYTES ? canvas_add_link(body->canvas, link.start, address) : 0;
    }
    return body->target;
}

/* Of the text itself: a part that has a role of its own, or else the block. */
static Role text_role(BodyText *body, Role block, size_t offset)
{
    const Article *article = body->app->document.shown;

    if (is_link(body, article, offset))
        return ROLE_LINK;
    return range_contains(article->dateline, offset) ? ROLE_DATELINE : block;
}

static void add_emphasis_roles(BodyText *body, size_t offset, RoleStack *roles)
{
    static const struct {
        unsigned style;
        Layer layer;
        Role role;
    } emphases[] = {{EMPHASIS_BOLD, LAYER_BOLD, ROLE_EMPHASIS_BOLD},
                    {EMPHASIS_ITALIC, LAYER_ITALIC, ROLE_EMPHASIS_ITALIC},
                    {EMPHASIS_UNDERLINE, LAYER_UNDERLINE, ROLE_EMPHASIS_UNDERLINE}};
    const Article *article = body->app->document.shown;
    const Emphasis *emphasis;

    while (body->emphasis < article->emphases.count && article->emphases.items[body->emphasis].range.end <= offset)
        body->emphasis++;
    if (body->emphasis == article->emphases.count)
        return;
    emphasis = &article->emphases.items[body->emphasis];
    if (!range_contains(emphasis->range, offset))
        return;
    for (size_t i = 0; i < COUNT_OF(emphases); i++) {
        if (emphasis->styles & emphases[i].style)
            role_stack_set(roles, emphases[i].layer, emphases[i].role);
    }
}

static void add_link_role(const BodyText *body, size_t offset, RoleStack *roles)
{
    const Document *document = &body->app->document;

    if (body->current_link != NO_INDEX &&
        range_contains(range_widen(document->links.items.items[body->current_link].range), offset))
        role_stack_set(roles, LAYER_TOP, ROLE_LINK_CURRENT);
}

static RoleStack find_roles(BodyText *body, Role base, size_t offset)
{
    const Document *document = &body->app->document;
    RoleStack roles = role_stack(text_role(body, base, offset));
    bool has_notes = body->app->noting.is_read && body->app->noting.placed.count;
    size_t of_text = document->analysis || has_notes ? document_text_at(document, offset) : NO_OFFSET;

    add_emphasis_roles(body, offset, &roles);
    if (of_text != NO_OFFSET && document->analysis) {
        add_entity_role(body, base, of_text, &roles);
        add_quote_role(body, of_text, &roles);
    }
    if (of_text != NO_OFFSET && has_notes)
        add_note_role(body, of_text, &roles);
    add_link_role(body, offset, &roles);
    add_match_role(body, offset, &roles);
    if (range_contains(body->selected, offset))
        role_stack_set(&roles, LAYER_TOP, ROLE_SELECTION);
    return roles;
}

/* What begins or ends next behind `offset`, but before `next`. */
static size_t next_change(Range range, size_t offset, size_t next)
{
    size_t change = range.start > offset ? range.start : range.end > offset ? range.end : next;

    return change < next ? change : next;
}

#define NEXT_CHANGE(list, at, next) ((at) < (list).count ? next_change((list).items[at].range, offset, (next)) : (next))

static size_t next_change_of_analysis(const BodyText *body, size_t offset, size_t next)
{
    const Analysis *analysis = body->app->document.analysis;
    size_t behind = analysis_quote_behind(analysis, offset);
    const Quote *current;

    if (body->quote < analysis->quotes.count)
        next = next_change(range_widen(analysis->quotes.items[body->quote].range), offset, next);
    if (behind < analysis->quotes.count && analysis->quotes.items[behind].range.start < next)
        next = analysis->quotes.items[behind].range.start;
    if (body->mention < analysis->mentions.count)
        next = next_change(range_widen(analysis->mentions.items[body->mention].range), offset, next);
    if (body->current_quote == NO_INDEX)
        return next;
    current = &analysis->quotes.items[body->current_quote];
    next = next_change(range_widen(current->source->mention), offset, next);
    return next_change(range_widen(current->source->cue), offset, next);
}

static size_t next_change_of_notes(const BodyText *body, size_t offset, size_t next)
{
    const PlacedNotes *placed = &body->app->noting.placed;

    for (size_t i = body->note; i < placed->end_there && placed->items[i].place.range.start < next; i++)
        next = next_change(placed->items[i].place.range, offset, next);
    return next;
}

/* Where the roles are others than at `offset`, which was just asked for, at the earliest. */
static size_t roles_end(BodyText *body, size_t offset)
{
    enum { FURTHEST = 256 };
    const Document *document = &body->app->document;
    const Article *article = document->shown;
    size_t next = offset + FURTHEST;

    if (document_shows_source(document)) /* where the analysis is asked of other bytes */
        return offset + 1;
    if (document->analysis)
        next = next_change_of_analysis(body, offset, next);
    if (body->app->noting.is_read)
        next = next_change_of_notes(body, offset, next);
    next = NEXT_CHANGE(article->emphases, body->emphasis, next);
    next = NEXT_CHANGE(article->links, body->link, next);
    if (body->match < document->search.matches.count)
        next = next_change(document->search.matches.items[body->match], offset, next);
    if (body->current_link != NO_INDEX)
        next = next_change(range_widen(document->links.items.items[body->current_link].range), offset, next);
    next = next_change(document->search.current, offset, next);
    next = next_change(article->dateline, offset, next);
    next = next_change(body->selected, offset, next);
    if (offset < body->address.end)
        return next_change(body->address, offset, next);
    return web_address_next(article->text, (Range){offset + 1, next}).start;
}

/* Few of the glyphs in a row have other roles than the one before. */
static RoleStack roles_at(BodyText *body, Role base, size_t offset)
{
    if (offset < body->known.start || offset >= body->known.end || base != body->known_base) {
        body->roles = find_roles(body, base, offset);
        body->known = (Range){offset, roles_end(body, offset)};
        body->known_base = base;
    }
    return body->roles;
}

/* The sign behind a link: nothing of the text, but on its ground. */
static RoleStack number_roles(BodyText *body, Role base, size_t offset)
{
    RoleStack roles = roles_at(body, base, offset);

    role_stack_set(&roles, LAYER_TEXT, ROLE_LINK_NUMBER);
    role_stack_set(&roles, LAYER_ENTITY, ROLE_NONE);
    role_stack_set(&roles, LAYER_TOP, ROLE_NONE);
    return roles;
}

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
    Role base = block_role(kind);
    LineGlyphs glyphs = line_glyphs(body->app->document.shown->text, line, kind, body->canvas->charset);
    PlacedGlyph placed;

    line_glyphs_number(&glyphs, layout_numbers(body->app->document.layout));
    line_glyphs_order(&glyphs, body->app->document.order);
    while (line_glyphs_next(&glyphs, &placed)) {
        int column = body->text_column + (int)placed.column;

        (void)canvas_put_glyph(body->canvas, body->clip, row, column, &placed.glyph,
                               placed.is_number ? number_roles(body, base, placed.offset)
                                                : roles_at(body, base, placed.offset));
        if (body->canvas->hyperlinks)
            canvas_link(body->canvas, body->clip, row, column, placed.glyph.columns, target_of(body, placed.offset));
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
    current = names.quotes[0] == body->current_quote;
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
    DateForm form = body->clip.columns >= LONG_DATE_COLUMNS ? DATE_LONG : DATE_SHORT;

    draw_cut(body, row, article_meta(body->app->document.article, &scratch, form), ROLE_BYLINE);
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

static void draw(const App *app, Canvas *canvas, Rect area, bool focused)
{
    BodyText body = {
        .app = app, .canvas = canvas, .clip = area, .text_column = app_text_column(app), .target_start = NO_OFFSET};
    LinePosition position = app->document.top;

    if (!app->document.article || !app->document.layout || app_page_fails(app)) {
        failure_draw(app, canvas, area);
        return;
    }
    find_cursor(&body, focused);
    start_cursors(&body, layout_line(app->document.layout, position)->range.start);
    if (layout_line(app->document.layout, position)->kind != LINE_TEXT)
        start_cursors(&body, layout_offset(app->document.layout, position));
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
