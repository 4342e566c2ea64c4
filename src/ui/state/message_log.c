/* A ring: when it is full, what is said takes the place of the oldest. What is said several times in a row stands there once. */
#include "ui/state/message_log.h"

#include <string.h>

static LoggedMessage *place_for_next(MessageLog *log)
{
    LoggedMessage *place;

    if (!log->items)
        log->items = ARENA_ARRAY(&log->arena, LoggedMessage, MOST_LOGGED);
    if (log->count < MOST_LOGGED)
        return &log->items[log->count++];
    place = &log->items[log->oldest];
    log->oldest = (log->oldest + 1) % MOST_LOGGED;
    return place;
}

static LoggedMessage *last(const MessageLog *log)
{
    return log->count ? &log->items[(log->oldest + log->count - 1) % log->count] : NULL;
}

static bool says(const LoggedMessage *message, Text text)
{
    return text_equal((Text){message->bytes, message->size}, text);
}

void message_log_add(MessageLog *log, Role role, Text text)
{
    LoggedMessage *place = last(log);
    Arena scratch = {0};
    int times = 1;

    text = arena_shortened(&scratch, text, LOGGED_BYTES);
    if (place && place->role == role && says(place, text))
        times = place->times + 1;
    else
        place = place_for_next(log);
    memcpy(place->bytes, text.bytes, text.size);
    place->size = text.size;
    place->role = role;
    place->times = times;
    place->minute = log->minute_of_day ? log->minute_of_day() : -1;
    arena_release(&scratch);
}

void message_log_release(MessageLog *log)
{
    arena_release(&log->arena);
}

const LoggedMessage *message_log_item(const MessageLog *log, size_t number)
{
    return &log->items[(log->oldest + number) % log->count];
}
