/* What may be opened, article/link_address.h says; this asks for it, and tells what is opened or why it is not. */
#include "ui/links/links.h"

#include "article/link_address.h"
#include "article/page_address.h"
#include "ui/opening/opening.h"

enum {
    INDEX_MOST = 16 * 1024 * 1024, /* bytes of a text that are read for its links */
    REFUSED_BYTES = 80             /* of a reference in a message */
};

void app_find_links(App *app)
{
    Article *shown = app->document.shown;

    if (!shown)
        return;
    if (article_size(shown) <= INDEX_MOST)
        (void)article_index(shown, SIZE_MAX);
    document_cover_links(&app->document, SIZE_MAX);
}

/* Links of the article without a place stand before the others. */
static size_t unplaced_count(const App *app)
{
    const Article *shown = app->document.shown;
    size_t count = 0;

    while (shown && count < shown->links.count && range_is_empty(shown->links.items[count].range))
        count++;
    return count;
}

static bool has_next_part(const App *app)
{
    return app->document.shown == app->document.article && app->document.article &&
           app->document.article->next_page.size > 0;
}

size_t app_link_count(const App *app)
{
    return app->document.links.items.count + unplaced_count(app) + has_next_part(app);
}

size_t app_next_part(const App *app)
{
    return has_next_part(app) ? app_link_count(app) - 1 : NO_INDEX;
}

static bool is_placed(const App *app, size_t link)
{
    return link < app->document.links.items.count;
}

static const Link *unplaced(const App *app, size_t link)
{
    return &app->document.shown->links.items[link - app->document.links.items.count];
}

Text app_link_words(const App *app, size_t link)
{
    if (link == app_next_part(app))
        return TEXT("the next part");
    return is_placed(app, link) ? link_span_words(&app->document.links, link) : unplaced(app, link)->text;
}

Text app_link_reference(const App *app, size_t link)
{
    if (link == app_next_part(app))
        return app->document.article->next_page;
    return is_placed(app, link) ? link_span_reference(&app->document.links, link) : unplaced(app, link)->url;
}

Text app_link_address(const App *app, size_t link, Arena *arena)
{
    return link_address(arena, article_field(app->document.article, FIELD_URL), app_link_reference(app, link));
}

/* ---- on the screen ---- */

void app_find_shown_links(App *app)
{
    if (app->document.layout)
        document_cover_links(&app->document, app_visible(app).end);
}

Range app_shown_links(const App *app)
{
    const LinkSpans *links = &app->document.links;
    Range visible = app_visible(app), shown = {link_spans_from(links, visible.start), 0};

    shown.end = shown.start;
    while (shown.end < links->items.count && links->items.items[shown.end].range.start < visible.end)
        shown.end++;
    return shown;
}

size_t app_selected_link(const App *app)
{
    size_t link = document_current_link(&app->document);
    Range shown = app_shown_links(app);

    return link != NO_INDEX && range_contains(shown, link) ? link : NO_INDEX;
}

void app_select_link(App *app, size_t link, Align align)
{
    Document *document = &app->document;

    document->mention_start = NO_OFFSET;
    document->link_start = document->links.items.items[link].range.start;
    app_show_offset(app, document->link_start, align);
}

/* ---- opening ---- */

static Effects browse(App *app, Text address, Text reference, const char *what)
{
    enum { WORDS_AROUND = 24 };
    size_t columns = app->columns > 2 * WORDS_AROUND ? (size_t)app->columns - WORDS_AROUND : WORDS_AROUND;
    Arena scratch = {0};

    if (address.size == 0) {
        app_say(app, ROLE_STATUS_WARNING, "%s is not opened, only http, https and mailto are: %.*s", what,
                TEXT_ARGS(arena_shortened(&scratch, reference, REFUSED_BYTES)));
        arena_release(&scratch);
        return EFFECT_NONE;
    }
    arena_reset(&app->address_arena);
    app->address = arena_copy(&app->address_arena, address);
    app_say(app, ROLE_STATUS_INFO, "opening %.*s", TEXT_ARGS(link_address_shown(&scratch, app->address, columns)));
    arena_release(&scratch);
    return EFFECT_BROWSE;
}

Effects app_browse(App *app, Text reference, const char *what)
{
    Arena scratch = {0};
    Effects effects = browse(app, link_address(&scratch, (Text){0}, reference), reference, what);

    arena_release(&scratch);
    return effects;
}

Effects app_follow_link(App *app, size_t link)
{
    Arena scratch = {0};
    Text address = app_link_address(app, link, &scratch);
    Effects effects = EFFECT_NONE;

    if (link == app_next_part(app) && is_page_address(address))
        app_open_named(app, address);
    else
        effects = browse(app, address, app_link_reference(app, link), "this link");

    arena_release(&scratch);
    return effects;
}
