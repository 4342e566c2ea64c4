/*
 * Lines of standard input, of any length, one at a time; and whether each came whole. Before waiting for input, pending output is written, so
 * that a program that sends the next line only after the answer to the last one gets its answer.
 */
#ifndef QUOIN_CLI_LINES_H
#define QUOIN_CLI_LINES_H

#include "base/limits.h"
#include "base/sink.h"

typedef enum LineState {
    LINE_WHOLE,
    LINE_TOO_LONG, /* the text is its first MOST_JSON_LINE_BYTES; the next line follows all the same */
    LINE_CUT,      /* a read failed before its end: lines->error */
    LINE_NONE      /* there are no more; lines->error tells why, or is 0 at the end of the stream */
} LineState;

typedef struct Lines {
    int descriptor;
    Sink *written; /* flushed before it waits; NULL: nothing is */
    size_t number; /* of the last line, from 1 */
    int error;     /* the errno of a read that failed */
    char *bytes;   /* its memory; what waits there is from `start` to `end`, no line end before `searched` */
    size_t capacity, start, searched, end;
    bool ended;
} Lines;

/* The next line without its end; it stays until the next call. */
LineState lines_next(Lines *lines, Text *line);
void lines_release(Lines *lines);

/* Wait until there is something to read: for streams on which reading itself does not wait (O_NONBLOCK). */
void lines_wait(int descriptor);

#endif
