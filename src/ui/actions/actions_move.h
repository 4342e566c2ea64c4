/* Actions that move in the text: lines and paragraphs, matches of the search, marks and the jump list. */
#ifndef QUOIN_UI_ACTIONS_ACTIONS_MOVE_H
#define QUOIN_UI_ACTIONS_ACTIONS_MOVE_H

#include "ui/actions/call.h"

Effects action_align(App *app, const Call *call);
Effects action_go_to_end(App *app, const Call *call);
Effects action_go_to_mark(App *app, const Call *call);
Effects action_go_to_percent(App *app, const Call *call);
Effects action_go_to_start(App *app, const Call *call);
Effects action_jump(App *app, const Call *call);
Effects action_move(App *app, const Call *call);
Effects action_move_match(App *app, const Call *call);
Effects action_move_paragraph(App *app, const Call *call);
Effects action_search(App *app, const Call *call);
Effects action_set_mark(App *app, const Call *call);
Effects action_show_context(App *app, const Call *call);

#endif
