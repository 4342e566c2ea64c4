/*
 * Report: everything that is wrong with one file that a user wrote (an article, a theme, a
 * configuration), as `path:line:column: message`. The caller owns it and its arena; readers add to it and go
 * on as far as they can, so that all mistakes are told at once. Lines and columns count from 1, columns
 * in code points; line 0 means the file as a whole.
 */
#ifndef QUOIN_BASE_REPORT_H
#define QUOIN_BASE_REPORT_H

#include <stdbool.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/limits.h"

typedef enum Severity { SEVERITY_WARNING, SEVERITY_ERROR } Severity;

typedef struct Problem {
    Severity severity;
    size_t line;
    size_t column;
    size_t found; /* its number in the order found, which decides between two at one place */
    Text message; /* what was found, what was expected, a suggestion; one line, no full stop */
} Problem;

typedef struct Report {
    Arena *arena;
    Text path;               /* as the user named the file */
    ARRAY(Problem) problems; /* in the order found, unless sorted; at most MOST_PROBLEMS */
    size_t left_out;         /* problems over MOST_PROBLEMS */
    size_t error_count;      /* counts those over the limit too */
    bool unreadable;         /* the file could not be read at all: exit status 2 instead of 1 */
} Report;

enum { REPORT_MESSAGE_LONGEST = 1000 /* bytes */ };

void report_init(Report *report, Arena *arena, Text path);

/* A message over REPORT_MESSAGE_LONGEST is cut in its middle: there it quotes the user's text, while its end says what to do. */
void report_add(Report *report, Severity severity, size_t line, size_t column, const char *format, ...)
#if defined(__GNUC__)
    __attribute__((format(printf, 5, 6)))
#endif
    ;

/* A long text, shortened for a message that quotes it; in the report's arena, or the text itself. */
Text report_quoted(Report *report, Text text);

/* An error: something exceeds its limit. `found`: its size (0: over the limit, but it is not known by how much). */
void report_over(Report *report, size_t line, size_t column, LimitId limit, size_t found);

/* Sort the problems by line and column: for readers that go through their file more than once. */
void report_sort(Report *report);

/* The first error, or the first warning where there is no error; NULL for an empty report. */
const Problem *report_first(const Report *report);

/* The problem as `path:line:column: message` in the arena; "warning: " before the message of a warning. It is raw text: print
 * it through printable_write. */
Text report_line(const Report *report, const Problem *problem, Arena *arena);

/* "and 3 more": how many problems were left out; empty when none were. In the arena. */
Text report_rest(const Report *report, Arena *arena);

#endif
