/* Actions that select in the text, and take out of it. */
#ifndef QUOIN_UI_ACTIONS_ACTIONS_TAKE_H
#define QUOIN_UI_ACTIONS_ACTIONS_TAKE_H

#include "ui/actions/call.h"

Effects action_cite(App *app, const Call *call);
Effects action_copy(App *app, const Call *call);
Effects action_copy_address(App *app, const Call *call);
Effects action_copy_link(App *app, const Call *call);
Effects action_line_edge(App *app, const Call *call);
Effects action_other_end(App *app, const Call *call);
Effects action_select(App *app, const Call *call);
Effects action_select_quote(App *app, const Call *call);
Effects action_step(App *app, const Call *call);

#endif
