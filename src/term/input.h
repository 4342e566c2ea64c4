/* Keys and mouse events as curses gives them, as ours. For screen.c. */
#ifndef QUOIN_TERM_INPUT_H
#define QUOIN_TERM_INPUT_H

#include "term/screen.h"

void input_open(bool mouse);

/* What has come, without waiting: EVENT_NONE when there is nothing (or half of something). */
Event input_read(int64_t now_ms);

#endif
