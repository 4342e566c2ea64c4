/* Actions that select in the text, and take out of it. */
#ifndef QUOIN_UI_ACTIONS_ACTIONS_TAKE_H
#define QUOIN_UI_ACTIONS_ACTIONS_TAKE_H

#include "ui/actions/call.h"

Effects action_ask_pipe(App *app, const Call *call);
Effects action_ask_export(App *app, const Call *call);
Effects action_ask_save(App *app, const Call *call);
Effects action_cite(App *app, const Call *call);
Effects action_copy(App *app, const Call *call);
Effects action_copy_address(App *app, const Call *call);
Effects action_copy_link(App *app, const Call *call);
Effects action_line_edge(App *app, const Call *call);
Effects action_other_end(App *app, const Call *call);
Effects action_select(App *app, const Call *call);
Effects action_select_quote(App *app, const Call *call);
Effects action_step(App *app, const Call *call);

/* What is selected in the text, else the article: to a program, by its words as they are typed; to a file. */
Effects take_to_program(App *app, Text command);
Effects take_to_file(App *app, Text name, bool replaces);

#endif
