/* The messages that were said, the last of them, with their time: what the status line has shown for one key only can be read again. */
#ifndef QUOIN_UI_STATE_MESSAGE_LOG_H
#define QUOIN_UI_STATE_MESSAGE_LOG_H

#include "base/arena.h"
#include "theme/role.h"

enum { MOST_LOGGED = 100, LOGGED_BYTES = 1200, MINUTES_OF_DAY = 24 * 60 };

typedef struct LoggedMessage {
    char bytes[LOGGED_BYTES]; /* may hold what a user wrote: shown through the gate */
    size_t size;
    Role role;
    int minute; /* of the day, by the clock on the wall, when it was said last; -1: not known */
    int times;  /* how often it was said without another between */
} LoggedMessage;

typedef struct MessageLog {
    Arena arena;
    LoggedMessage *items; /* room for MOST_LOGGED, from the first message on; when it is full the oldest makes room */
    size_t count;
    size_t oldest;              /* index of it */
    int (*minute_of_day)(void); /* NULL: not known */
    Text keys;                  /* that show it, for messages that name only a part; empty: there are none */
} MessageLog;

/* What is too long is cut, with a sign. */
void message_log_add(MessageLog *log, Role role, Text text);
void message_log_release(MessageLog *log);

/* From 0, the oldest, to count - 1. */
const LoggedMessage *message_log_item(const MessageLog *log, size_t number);

#endif
