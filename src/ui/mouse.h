/* The mouse: what is pressed goes to what is there. */
#ifndef QUOIN_UI_MOUSE_H
#define QUOIN_UI_MOUSE_H

#include "ui/state/app.h"

Effects app_mouse(App *app, Mouse mouse, int64_t now_ms);

#endif
