/* What the status line says of what was done: one message, until the next key. */
#ifndef QUOIN_UI_STATE_MESSAGE_H
#define QUOIN_UI_STATE_MESSAGE_H

#include <stdarg.h>

#include "base/report.h"
#include "theme/role.h"
#include "ui/state/message_log.h"

enum { MESSAGE_BYTES = 512 };

typedef struct Message {
    char bytes[MESSAGE_BYTES]; /* may hold what a user wrote: shown through the gate */
    Role role;                 /* ROLE_STATUS_INFO, _WARNING, _ERROR; ROLE_NONE: no message */
    MessageLog *log;           /* where it can be read again, with all the problems that it counts; NULL: nowhere */
} Message;

/* In place of the one before. What is too long is cut, with a sign. */
void message_say(Message *message, Role role, const char *format, ...)
#if defined(__GNUC__)
    __attribute__((format(printf, 3, 4)))
#endif
    ;
void message_say_list(Message *message, Role role, const char *format, va_list arguments)
#if defined(__GNUC__)
    __attribute__((format(printf, 3, 0)))
#endif
    ;

/* `what` ("" or what could not be done), how many problems a file has, and the first, without its folder; the log has all. Nothing when there is
 * none. */
void message_say_problems(Message *message, const char *what, const Report *report);

/* The first problem of an article that is open all the same, and that `quoin check` tells the others. Nothing when there is none. */
void message_say_first_problem(Message *message, const Report *report);

#endif
