/* Opening articles. */
#ifndef QUOIN_UI_STATE_OPENING_H
#define QUOIN_UI_STATE_OPENING_H

#include "ui/state/app.h"

void app_open(App *app, size_t entry); /* an entry of the library; a failure is shown in place of the text */

#endif
