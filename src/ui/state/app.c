/* What is asked of the state everywhere, and the one thing that all say. */
#include "ui/state/app.h"

bool app_is_selecting(const App *app)
{
    return app->choice.focus == PANE_BODY && app->document.passage.unit != PASSAGE_NONE;
}

KeyContext app_key_context(const App *app)
{
    if (app->popup.id)
        return CONTEXT_POPUP;
    return app_is_selecting(app) ? CONTEXT_SELECTION : key_context_of_pane(app->choice.focus);
}

bool app_marks(const App *app, EntityType type)
{
    return app->names == MARK_ALL && app->marked[type] && !app->choice.zen;
}

bool app_shows(const App *app, PaneId pane)
{
    return app->arrangement.panes[pane].rows > 0;
}

bool app_page_fails(const App *app)
{
    const Article *article = app->document.article;

    return article && app->document.shown == article && article->page_kind != PAGE_ARTICLE &&
           article->page_kind != PAGE_PAYWALL; /* its start can be read */
}

void app_say(App *app, Role role, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    message_say_list(&app->message, role, format, arguments);
    va_end(arguments);
}
