/* Actions on the links of the text. */
#ifndef QUOIN_UI_ACTIONS_ACTIONS_LINK_H
#define QUOIN_UI_ACTIONS_ACTIONS_LINK_H

#include "ui/actions/call.h"

Effects action_browse(App *app, const Call *call);
Effects action_hint_links(App *app, const Call *call);
Effects action_list_links(App *app, const Call *call);
Effects action_move_link(App *app, const Call *call);
Effects action_number_links(App *app, const Call *call);

#endif
