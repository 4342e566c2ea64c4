/*
 * Roles come from sorted ranges (the analysis, notes, the search, links), each followed by a cursor that only moves
 * forward; and few glyphs in a row have other roles than the one before.
 */
#include "ui/panes/body_roles.h"

#include "article/link_address.h"
#include "article/web_address.h"
#include "base/lower_bound.h"
#include "ui/cells/entity_signs.h"
#include "ui/cells/quote_role.h"
#include "ui/cells/speaker_signs.h"
#include "ui/notes/noting.h"
#include "ui/state/places.h"

Role body_block_role(BlockKind kind)
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

void body_roles_start(BodyRoles *glyphs, size_t offset)
{
    const Document *document = &glyphs->app->document;
    const Article *article = document->shown;
    size_t at = document_article_range(document, (Range){offset, offset}).start;

    if (document->analysis)
        glyphs->mention = analysis_mention_from(document->analysis, at);
    glyphs->note = glyphs->app->noting.remarks.first_there;
    LOWER_BOUND(at, document->search.matches.count, document->search.matches.items[at].end <= offset);
    glyphs->match = at;
    LOWER_BOUND(at, article->emphases.count, article->emphases.items[at].range.end <= offset);
    glyphs->emphasis = at;
    LOWER_BOUND(at, article->links.count, article->links.items[at].range.end <= offset);
    glyphs->link = at;
    glyphs->address = web_address_around(article->text, offset);
    glyphs->target_start = NO_OFFSET;
    glyphs->current_quote = document_current_quote(document);
    glyphs->current_entity = document_current_entity(document);
    glyphs->current_link = document_current_link(document);
    glyphs->selected = passage_range(&document->passage, article);
}

static void add_hue(const BodyRoles *glyphs, size_t speaker, RoleStack *roles)
{
    Role hue = speaker_hue(glyphs->canvas, speaker);

    if (hue)
        role_stack_set(roles, LAYER_TOP, hue);
}

static void add_quote_role(BodyRoles *glyphs, size_t offset, RoleStack *roles)
{
    const Document *document = &glyphs->app->document;
    const Analysis *analysis = document->analysis;
    const Quote *quote;

    glyphs->quote = analysis_quote_from(analysis, offset);
    if (glyphs->quote < analysis->quotes.count) {
        quote = &analysis->quotes.items[glyphs->quote];
        if (range_contains(range_widen(quote->range), offset) && quote_list_passes(&document->listed, quote, (Text){0}))
            role_stack_set(roles, LAYER_QUOTE, quote_role(quote, glyphs->quote == glyphs->current_quote));
    }
    if (glyphs->current_quote == NO_INDEX)
        return;
    quote = &analysis->quotes.items[glyphs->current_quote];
    if (range_contains(range_widen(quote->source->mention), offset)) {
        role_stack_set(roles, LAYER_ENTITY, ROLE_SPEAKER_CURRENT);
        add_hue(glyphs, speakers_of_quote(&document->listed.speakers, glyphs->current_quote), roles);
    } else if (range_contains(range_widen(quote->source->cue), offset)) {
        role_stack_set(roles, LAYER_ENTITY, ROLE_CUE);
    }
}

/* A speaker has hue and style where it speaks; another name the style of its kind. */
static void add_name(const BodyRoles *glyphs, const Mention *mention, RoleStack *roles)
{
    const App *app = glyphs->app;
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
    add_hue(glyphs, speaks ? speaker : NO_INDEX, roles);
}

static void add_entity_role(BodyRoles *glyphs, Role base, size_t offset, RoleStack *roles)
{
    const Analysis *analysis = glyphs->app->document.analysis;
    const Mention *mention;

    while (glyphs->mention < analysis->mentions.count && analysis->mentions.items[glyphs->mention].range.end <= offset)
        glyphs->mention++;
    if (glyphs->mention >= analysis->mentions.count)
        return;
    mention = &analysis->mentions.items[glyphs->mention];
    if (!range_contains(range_widen(mention->range), offset))
        return;
    if (mention->entity == glyphs->current_entity)
        role_stack_set(roles, LAYER_ENTITY, ROLE_ENTITY_CURRENT);
    else if (!is_head(base))
        add_name(glyphs, mention, roles);
}

/* In the place of a name's own role. Of several that stand there the last to begin: the innermost. */
static void add_note_role(BodyRoles *glyphs, size_t offset, RoleStack *roles)
{
    const PlacedNotes *placed = &glyphs->app->noting.remarks;

    while (glyphs->note < placed->end_there && placed->items[glyphs->note].place.range.end <= offset)
        glyphs->note++;
    for (size_t i = glyphs->note; i < placed->end_there && placed->items[i].place.range.start <= offset; i++) {
        if (offset < placed->items[i].place.range.end)
            role_stack_set(roles, LAYER_ENTITY, noting_role(&placed->items[i].note));
    }
}

static void add_match_role(BodyRoles *glyphs, size_t offset, RoleStack *roles)
{
    const Search *search = &glyphs->app->document.search;

    while (glyphs->match < search->matches.count && search->matches.items[glyphs->match].end <= offset)
        glyphs->match++;
    if (range_contains(search->current, offset))
        role_stack_set(roles, LAYER_TOP, ROLE_SEARCH_CURRENT);
    else if (glyphs->match < search->matches.count && range_contains(search->matches.items[glyphs->match], offset))
        role_stack_set(roles, LAYER_TOP, ROLE_SEARCH_MATCH);
}

/* In what the source has as a link, or in an address. */
static bool is_link(BodyRoles *glyphs, const Article *article, size_t offset)
{
    while (glyphs->link < article->links.count && article->links.items[glyphs->link].range.end <= offset)
        glyphs->link++;
    if (glyphs->link < article->links.count && range_contains(article->links.items[glyphs->link].range, offset))
        return true;
    if (offset >= glyphs->address.end)
        glyphs->address = web_address_at(article->text, offset);
    return range_contains(glyphs->address, offset);
}

/* The same again, of a glyph that was asked for: which, and in `*reference` where it leads; empty: none. */
static Range link_around(const BodyRoles *glyphs, const Article *article, size_t offset, Text *reference)
{
    const Link *link = glyphs->link < article->links.count ? &article->links.items[glyphs->link] : NULL;

    if (link && range_contains(link->range, offset)) {
        *reference = link->url;
        return link->range;
    }
    *reference = text_slice(article->text, glyphs->address);
    return range_contains(glyphs->address, offset) ? glyphs->address : (Range){0, 0};
}

unsigned body_link_target(BodyRoles *glyphs, size_t offset)
{
    Text base = article_field(glyphs->app->document.article, FIELD_URL), reference, address;
    Range link = link_around(glyphs, glyphs->app->document.shown, offset, &reference);

    if (range_is_empty(link))
        return 0;
    if (link.start != glyphs->target_start) {
        address = link_address(glyphs->scratch, base, reference);
        glyphs->target_start = link.start;
        glyphs->target =
            address.size && address.size <= CELL_LINK_BYTES ? canvas_add_link(glyphs->canvas, link.start, address) : 0;
    }
    return glyphs->target;
}

/* Of the text itself: a part that has a role of its own, or else the block. */
static Role text_role(BodyRoles *glyphs, Role block, size_t offset)
{
    const Article *article = glyphs->app->document.shown;

    if (is_link(glyphs, article, offset))
        return ROLE_LINK;
    return range_contains(article->dateline, offset) ? ROLE_DATELINE : block;
}

static void add_emphasis_roles(BodyRoles *glyphs, size_t offset, RoleStack *roles)
{
    static const struct {
        unsigned style;
        Layer layer;
        Role role;
    } emphases[] = {{EMPHASIS_BOLD, LAYER_BOLD, ROLE_EMPHASIS_BOLD},
                    {EMPHASIS_ITALIC, LAYER_ITALIC, ROLE_EMPHASIS_ITALIC},
                    {EMPHASIS_UNDERLINE, LAYER_UNDERLINE, ROLE_EMPHASIS_UNDERLINE}};
    const Article *article = glyphs->app->document.shown;
    const Emphasis *emphasis;

    while (glyphs->emphasis < article->emphases.count && article->emphases.items[glyphs->emphasis].range.end <= offset)
        glyphs->emphasis++;
    if (glyphs->emphasis == article->emphases.count)
        return;
    emphasis = &article->emphases.items[glyphs->emphasis];
    if (!range_contains(emphasis->range, offset))
        return;
    for (size_t i = 0; i < COUNT_OF(emphases); i++) {
        if (emphasis->styles & emphases[i].style)
            role_stack_set(roles, emphases[i].layer, emphases[i].role);
    }
}

static void add_link_role(const BodyRoles *glyphs, size_t offset, RoleStack *roles)
{
    const Document *document = &glyphs->app->document;

    if (glyphs->current_link != NO_INDEX &&
        range_contains(range_widen(document->links.items.items[glyphs->current_link].range), offset))
        role_stack_set(roles, LAYER_TOP, ROLE_LINK_CURRENT);
}

static RoleStack find_roles(BodyRoles *glyphs, Role base, size_t offset)
{
    const Document *document = &glyphs->app->document;
    RoleStack roles = role_stack(text_role(glyphs, base, offset));
    bool has_notes = glyphs->app->noting.is_read && glyphs->app->noting.remarks.count;
    size_t of_text = document->analysis || has_notes ? document_text_at(document, offset) : NO_OFFSET;

    add_emphasis_roles(glyphs, offset, &roles);
    if (of_text != NO_OFFSET && document->analysis) {
        add_entity_role(glyphs, base, of_text, &roles);
        add_quote_role(glyphs, of_text, &roles);
    }
    if (of_text != NO_OFFSET && has_notes)
        add_note_role(glyphs, of_text, &roles);
    add_link_role(glyphs, offset, &roles);
    add_match_role(glyphs, offset, &roles);
    if (range_contains(glyphs->selected, offset))
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

static size_t next_change_of_analysis(const BodyRoles *glyphs, size_t offset, size_t next)
{
    const Analysis *analysis = glyphs->app->document.analysis;
    size_t behind = analysis_quote_behind(analysis, offset);
    const Quote *current;

    if (glyphs->quote < analysis->quotes.count)
        next = next_change(range_widen(analysis->quotes.items[glyphs->quote].range), offset, next);
    if (behind < analysis->quotes.count && analysis->quotes.items[behind].range.start < next)
        next = analysis->quotes.items[behind].range.start;
    if (glyphs->mention < analysis->mentions.count)
        next = next_change(range_widen(analysis->mentions.items[glyphs->mention].range), offset, next);
    if (glyphs->current_quote == NO_INDEX)
        return next;
    current = &analysis->quotes.items[glyphs->current_quote];
    next = next_change(range_widen(current->source->mention), offset, next);
    return next_change(range_widen(current->source->cue), offset, next);
}

static size_t next_change_of_notes(const BodyRoles *glyphs, size_t offset, size_t next)
{
    const PlacedNotes *placed = &glyphs->app->noting.remarks;

    for (size_t i = glyphs->note; i < placed->end_there && placed->items[i].place.range.start < next; i++)
        next = next_change(placed->items[i].place.range, offset, next);
    return next;
}

/* Where the roles are others than at `offset`, which was just asked for, at the earliest. */
static size_t roles_end(BodyRoles *glyphs, size_t offset)
{
    enum { FURTHEST = 256 };
    const Document *document = &glyphs->app->document;
    const Article *article = document->shown;
    size_t next = offset + FURTHEST;

    if (document_shows_source(document)) /* where the analysis is asked of other bytes */
        return offset + 1;
    if (document->analysis)
        next = next_change_of_analysis(glyphs, offset, next);
    if (glyphs->app->noting.is_read)
        next = next_change_of_notes(glyphs, offset, next);
    next = NEXT_CHANGE(article->emphases, glyphs->emphasis, next);
    next = NEXT_CHANGE(article->links, glyphs->link, next);
    if (glyphs->match < document->search.matches.count)
        next = next_change(document->search.matches.items[glyphs->match], offset, next);
    if (glyphs->current_link != NO_INDEX)
        next = next_change(range_widen(document->links.items.items[glyphs->current_link].range), offset, next);
    next = next_change(document->search.current, offset, next);
    next = next_change(article->dateline, offset, next);
    next = next_change(glyphs->selected, offset, next);
    if (offset < glyphs->address.end)
        return next_change(glyphs->address, offset, next);
    return web_address_next(article->text, (Range){offset + 1, next}).start;
}

RoleStack body_roles_at(BodyRoles *glyphs, Role base, size_t offset)
{
    if (offset < glyphs->known.start || offset >= glyphs->known.end || base != glyphs->known_base) {
        glyphs->roles = find_roles(glyphs, base, offset);
        glyphs->known = (Range){offset, roles_end(glyphs, offset)};
        glyphs->known_base = base;
    }
    return glyphs->roles;
}

RoleStack body_number_roles(BodyRoles *glyphs, Role base, size_t offset)
{
    RoleStack roles = body_roles_at(glyphs, base, offset);

    role_stack_set(&roles, LAYER_TEXT, ROLE_LINK_NUMBER);
    role_stack_set(&roles, LAYER_ENTITY, ROLE_NONE);
    role_stack_set(&roles, LAYER_TOP, ROLE_NONE);
    return roles;
}
