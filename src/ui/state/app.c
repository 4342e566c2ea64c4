/* What is asked of the state everywhere, and the one thing that all say. */
#include "ui/state/app.h"

KeyContext app_key_context(const App *app)
{
    static const unsigned char contexts[PANE_COUNT] = {
        [PANE_BODY] = CONTEXT_BODY,
        [PANE_QUOTES] = CONTEXT_QUOTES,
        [PANE_ENTITIES] = CONTEXT_ENTITIES,
        [PANE_LIBRARY] = CONTEXT_LIBRARY,
    };

    return app->popup.id ? CONTEXT_POPUP : (KeyContext)contexts[app->choice.focus];
}

bool app_shows(const App *app, PaneId pane)
{
    return app->arrangement.panes[pane].rows > 0;
}

void app_say(App *app, Role role, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    message_say_list(&app->message, role, format, arguments);
    va_end(arguments);
}
