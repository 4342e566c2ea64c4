/* Actions that change what is seen: panes and measure, articles, popups, light and dark, and the way out. */
#ifndef QUOIN_UI_ACTIONS_ACTIONS_VIEW_H
#define QUOIN_UI_ACTIONS_ACTIONS_VIEW_H

#include "ui/actions/call.h"

Effects action_change_measure(App *app, const Call *call);
Effects action_clear(App *app, const Call *call);
Effects action_close_view(App *app, const Call *call);
Effects action_command(App *app, const Call *call);
Effects action_open(App *app, const Call *call);
Effects action_focus_neighbour(App *app, const Call *call);
Effects action_focus_pane(App *app, const Call *call);
Effects action_focus_sideways(App *app, const Call *call);
Effects action_leave(App *app, const Call *call);
Effects action_move_article(App *app, const Call *call);
Effects action_next_unread(App *app, const Call *call);
Effects action_toggle_read(App *app, const Call *call);
Effects action_open_popup(App *app, const Call *call);
Effects action_redraw(App *app, const Call *call);
Effects action_full_text(App *app, const Call *call);
Effects action_toggle_source(App *app, const Call *call);
Effects action_stop_reading(App *app, const Call *call);
Effects action_edit(App *app, const Call *call);
Effects action_reload(App *app, const Call *call);
Effects action_toggle_light_dark(App *app, const Call *call);
Effects action_toggle_pane(App *app, const Call *call);
Effects action_zen(App *app, const Call *call);

#endif
