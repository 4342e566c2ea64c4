/* "Next" starts at the selected link where that can be seen, else at the place on the screen. */
#include "ui/actions/actions_link.h"

#include "article/link_address.h"
#include "ui/popups/popups.h"
#include "ui/state/geometry.h"
#include "ui/links/link_hints.h"
#include "ui/links/links.h"

static bool has_links(App *app)
{
    if (!has_article(app)) {
        app_say(app, ROLE_STATUS_INFO, "no article is open");
        return false;
    }
    app_find_links(app);
    if (app_link_count(app) == 0)
        app_say(app, ROLE_STATUS_INFO, "no links in this text");
    return app_link_count(app) > 0;
}

Effects action_move_link(App *app, const Call *call)
{
    long wanted, last;
    size_t link;

    if (!has_links(app))
        return EFFECT_NONE;
    last = (long)app->document.links.items.count - 1;
    if (last < 0) {
        app_say(app, ROLE_STATUS_INFO, "the links of this article have no place in its text; gl lists them");
        return EFFECT_NONE;
    }
    link = app_selected_link(app);
    if (link == NO_INDEX)
        wanted = (long)app_shown_links(app).start + (call->direction > 0 ? call_times(call) - 1 : -call_times(call));
    else
        wanted = (long)link + (long)call->direction * call_times(call);
    if (wanted > last && app_next_part(app) != NO_INDEX)
        app_say(app, ROLE_STATUS_INFO, "the last link; %zuo opens the next part", app_next_part(app) + 1);
    else if (wanted < 0 || wanted > last)
        app_say(app, ROLE_STATUS_INFO, wanted < 0 ? "the first link" : "the last link");
    if (wanted < 0 || wanted > last)
        wanted = wanted < 0 ? 0 : last;
    app_select_link(app, (size_t)wanted, ALIGN_NEAREST);
    return EFFECT_NONE;
}

Effects action_hint_links(App *app, const Call *call)
{
    (void)call;
    link_hints_show(app);
    return EFFECT_NONE;
}

Effects action_list_links(App *app, const Call *call)
{
    (void)call;
    if (has_links(app))
        popup_open(app, POPUP_LINKS);
    return EFFECT_NONE;
}

Effects action_number_links(App *app, const Call *call)
{
    (void)call;
    app->number_links = !app->number_links;
    app_resize(app, app->rows, app->columns);
    app_say(app, ROLE_STATUS_INFO,
            app->number_links ? "links are numbered; 3o opens the third" : "links have no numbers");
    return EFFECT_NONE;
}

static Effects browse_number(App *app, size_t number)
{
    if (!has_links(app))
        return EFFECT_NONE;
    if (number <= app_link_count(app))
        return app_follow_link(app, number - 1);
    app_say(app, ROLE_STATUS_WARNING, "there is no link %zu; the last is %zu", number, app_link_count(app));
    return EFFECT_NONE;
}

/* What could not be read may be read there. */
static Effects browse_entry(App *app)
{
    Text name = app->library->entries.count ? library_name(app->library, app->entry) : (Text){0};
    Arena scratch = {0};
    bool is_address = link_address(&scratch, (Text){0}, name).size > 0;

    arena_release(&scratch);
    if (is_address)
        return app_browse(app, name, "this article");
    app_say(app, ROLE_STATUS_INFO, "this article has no address");
    return EFFECT_NONE;
}

Effects action_browse(App *app, const Call *call)
{
    const Article *article = app->document.article;
    size_t link = has_article(app) ? app_selected_link(app) : NO_INDEX;

    if (call->count > 0)
        return browse_number(app, (size_t)call->count);
    if (link != NO_INDEX)
        return app_follow_link(app, link);
    if (article && article_field(article, FIELD_URL).size)
        return app_browse(app, article_field(article, FIELD_URL), "this article");
    return browse_entry(app);
}
