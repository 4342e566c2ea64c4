/* Translates the keys and mouse events of curses into the program's own. For screen.c. */
#ifndef QUOIN_TERM_INPUT_H
#define QUOIN_TERM_INPUT_H

#include "term/query.h"
#include "term/screen.h"

/* Begin. Late answers and announcements of the terminal go into `answers`, which must live as long as input is read. */
void input_open(Answers *answers);

/* Read first what was typed ahead, before curses had begun to read. */
void input_take_ahead(const Answers *answers);

/* The next event, without waiting. EVENT_NONE: there is none yet; EVENT_TERMINATE: the terminal cannot be read any more. */
Event input_read(int64_t now_ms);

#endif
