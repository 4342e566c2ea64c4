/* What a key does while something is typed in the status line: `/` searches as one types, `:` runs an action. */
#ifndef QUOIN_UI_COMMAND_LINE_H
#define QUOIN_UI_COMMAND_LINE_H

#include "ui/state/app.h"

Effects command_line_key(App *app, Key key);

#endif
