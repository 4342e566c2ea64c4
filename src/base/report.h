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
    Text path;                /* as the user named the file */
    ARRAY(Problem) problems;  /* in the order found, unless sorted; at most MOST_PROBLEMS */
    size_t left_out;          /* problems over MOST_PROBLEMS */
    size_t error_count;       /* counts those over the limit too */
    bool unreadable;          /* the file could not be read at all: exit status 2 instead of 1 */
} Report;

enum { REPORT_MESSAGE_LONGEST = 1000 /* bytes */ };

void report_init(Report *report, Arena *arena, Text path);

/* A message that is too long loses its middle: what a user wrote is quoted there, and what to do stands at the end. */
void report_add(Report *report, Severity severity, size_t line, size_t column, const char *format, ...)
#if defined(__GNUC__)
    __attribute__((format(printf, 5, 6)))
#endif
    ;

/* What a message quotes of a long text; in the report's arena, or the text itself. */
Text report_quoted(Report *report, Text text);

/* An error: `found` of what has a limit (0: more than the limit, nobody knows how much). */
void report_over(Report *report, size_t line, size_t column, LimitId limit, size_t found);

/* Into the order of lines and columns: for a reader that goes through its file more than once. */
void report_sort(Report *report);

/* The first error, or the first warning where there is no error; NULL for an empty report. */
const Problem *report_first(const Report *report);

/* The problem as `path:line:column: message` in the arena; "warning: " before the message of a warning. It is raw text: print
 * it through printable_write. */
Text report_line(const Report *report, const Problem *problem, Arena *arena);

/* "and 3 more", in the arena: what is left out; empty for nothing. */
Text report_rest(const Report *report, Arena *arena);

#endif
