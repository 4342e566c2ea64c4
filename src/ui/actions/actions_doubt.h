/* Actions that go from doubt to doubt, and on to the doubt of other articles. */
#ifndef QUOIN_UI_ACTIONS_ACTIONS_DOUBT_H
#define QUOIN_UI_ACTIONS_ACTIONS_DOUBT_H

#include "ui/actions/call.h"

Effects action_move_doubtful(App *app, const Call *call);

#endif
