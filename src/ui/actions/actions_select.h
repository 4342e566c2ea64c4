/* Actions that select: quotations, by order and by speaker, and names. */
#ifndef QUOIN_UI_ACTIONS_ACTIONS_SELECT_H
#define QUOIN_UI_ACTIONS_ACTIONS_SELECT_H

#include "ui/actions/call.h"

Effects action_cycle_names(App *app, const Call *call);
Effects action_filter_quotes(App *app, const Call *call);
Effects action_filter_about(App *app, const Call *call);
Effects action_go_to_quote(App *app, const Call *call);
Effects action_move_entity(App *app, const Call *call);
Effects action_move_mention(App *app, const Call *call);
Effects action_move_quote(App *app, const Call *call);
Effects action_move_quote_same_speaker(App *app, const Call *call);
Effects action_toggle_marked(App *app, const Call *call);
Effects action_toggle_indirect(App *app, const Call *call);
Effects action_toggle_scare(App *app, const Call *call);
Effects action_why(App *app, const Call *call);

/* The row of the list that "next" (direction +1) or "previous" (-1) starts from, from 1: a step from it leads to the neighbour of where the eye
 * is. */
size_t action_listed_row_from(const App *app, int direction);

#endif
