/*
 * One buffer, filled by read(2) and emptied line by line; the rest of a line that is not whole moves to its front. It grows by doubling up to the
 * longest line; what a longer line has more is read into the same place again and again.
 */
#include "cli/lines.h"

#include <assert.h>
#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <unistd.h>

enum { CAPACITY_FIRST = 64 * 1024 };

static bool is_ready(int descriptor, int timeout_ms)
{
    struct pollfd waiting = {.fd = descriptor, .events = POLLIN};

    return poll(&waiting, 1, timeout_ms) != 0; /* also for an error: read tells it */
}

void lines_wait(int descriptor)
{
    (void)is_ready(descriptor, -1);
}

static void move_to_front(Lines *lines)
{
    if (lines->start) {
        assert(lines->bytes); /* a line was read */
        memmove(lines->bytes, lines->bytes + lines->start, lines->end - lines->start);
    }
    lines->searched -= lines->start;
    lines->end -= lines->start;
    lines->start = 0;
}

static void make_room(Lines *lines)
{
    move_to_front(lines);
    if (lines->end < lines->capacity)
        return;
    lines->capacity = lines->capacity ? lines->capacity * 2 : CAPACITY_FIRST;
    if (lines->capacity > MOST_JSON_LINE_BYTES)
        lines->capacity = MOST_JSON_LINE_BYTES + CAPACITY_FIRST;
    lines->bytes = memory_resize(lines->bytes, lines->capacity);
}

/* False: there is no more, or a read failed. */
static bool read_more(Lines *lines)
{
    ssize_t got;

    if (lines->end == lines->capacity)
        make_room(lines);
    if (lines->written && lines->written->used && !is_ready(lines->descriptor, 0))
        (void)sink_flush(lines->written);
    while ((got = read(lines->descriptor, lines->bytes + lines->end, lines->capacity - lines->end)) < 0) {
        if (errno == EAGAIN || errno == EWOULDBLOCK)
            lines_wait(lines->descriptor);
        else if (errno != EINTR)
            break;
    }
    lines->error = got < 0 ? errno : 0;
    lines->ended = got <= 0;
    lines->end += got > 0 ? (size_t)got : 0;
    return got > 0;
}

/* Where the line ends that begins at `start`; `end`: it is not there yet. */
static size_t find_line_end(Lines *lines)
{
    const char *found =
        lines->searched < lines->end ? memchr(lines->bytes + lines->searched, '\n', lines->end - lines->searched) : NULL;

    lines->searched = found ? (size_t)(found - lines->bytes) : lines->end;
    return lines->searched;
}

/* The line is longer than MOST_JSON_LINE_BYTES: go on until its end and keep its beginning. */
static LineState pass_over_rest(Lines *lines, Text *line)
{
    size_t at;

    move_to_front(lines);
    at = find_line_end(lines);
    while (at == lines->end && !lines->ended) {
        lines->searched = lines->end = MOST_JSON_LINE_BYTES;
        if (read_more(lines))
            at = find_line_end(lines);
        else
            at = lines->end;
    }
    *line = (Text){lines->bytes, MOST_JSON_LINE_BYTES};
    lines->start = lines->searched = at < lines->end ? at + 1 : lines->end;
    return LINE_TOO_LONG;
}

LineState lines_next(Lines *lines, Text *line)
{
    size_t at = find_line_end(lines);

    while (at == lines->end && !lines->ended && lines->end - lines->start <= MOST_JSON_LINE_BYTES) {
        if (read_more(lines))
            at = find_line_end(lines);
        else
            at = lines->end;
    }
    *line = (Text){lines->bytes ? lines->bytes + lines->start : "", at - lines->start};
    if (at == lines->end && lines->ended && line->size == 0)
        return LINE_NONE;
    lines->number++;
    if (line->size > MOST_JSON_LINE_BYTES)
        return pass_over_rest(lines, line);
    if (at == lines->end) {
        lines->start = lines->searched = lines->end;
        return lines->error ? LINE_CUT : LINE_WHOLE;
    }
    lines->start = lines->searched = at + 1;
    return LINE_WHOLE;
}

void lines_release(Lines *lines)
{
    free(lines->bytes);
    *lines = (Lines){.descriptor = -1, .ended = true};
}
