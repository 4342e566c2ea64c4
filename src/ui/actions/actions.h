/* Running an action. */
#ifndef QUOIN_UI_ACTIONS_ACTIONS_H
#define QUOIN_UI_ACTIONS_ACTIONS_H

#include "ui/state/app.h"

/* `count`: typed before the key, 0: none; `character`: typed in the place of {char}. */
Effects app_run(App *app, ActionId action, int count, uint32_t character);

bool app_can_run(ActionId action); /* it has a function: all but ACTION_NONE, as tests/test_actions.c sees to */

#endif
