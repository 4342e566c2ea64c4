/* Keys and mouse events as curses gives them, as ours. For screen.c. */
#ifndef QUOIN_TERM_INPUT_H
#define QUOIN_TERM_INPUT_H

#include "term/query.h"
#include "term/screen.h"

/* What the terminal answers late, or announces, goes to `answers`, which must outlive the reading. */
void input_open(bool mouse, Answers *answers);

/* What was typed before curses read: it is read first. */
void input_take_ahead(const Answers *answers);

/* What has come, without waiting: EVENT_NONE when there is nothing (or half of something), EVENT_TERMINATE when the terminal cannot be read any
 * more. */
Event input_read(int64_t now_ms);

#endif
