/* A list of problems, kept in the order in which they were found until somebody sorts it. */
#include "base/report.h"

#include <stdarg.h>
#include <stdlib.h>

void report_init(Report *report, Arena *arena, Text path)
{
    *report = (Report){.arena = arena, .path = path};
}

void report_add(Report *report, Severity severity, size_t line, size_t column, const char *format, ...)
{
    Arena scratch = {0};
    Problem problem = {.severity = severity, .line = line, .column = column, .found = report->problems.count};
    va_list arguments;

    if (severity == SEVERITY_ERROR)
        report->error_count++;
    if (report->problems.count >= MOST_PROBLEMS) {
        report->left_out++;
        return;
    }
    va_start(arguments, format);
    problem.message = arena_copy(
        report->arena, arena_shortened(&scratch, arena_vprintf(&scratch, format, arguments), REPORT_MESSAGE_LONGEST));
    va_end(arguments);
    arena_release(&scratch);
    ARRAY_PUSH(report->arena, report->problems, problem);
}

Text report_quoted(Report *report, Text text)
{
    enum { QUOTED_LONGEST = 60 }; /* bytes */

    return arena_shortened(report->arena, text, QUOTED_LONGEST);
}

void report_over(Report *report, size_t line, size_t column, LimitId limit, size_t found)
{
    Arena scratch = {0};

    report_add(report, SEVERITY_ERROR, line, column, "%.*s", TEXT_ARGS(limit_message(limit, found, &scratch)));
    arena_release(&scratch);
}

static int compare_numbers(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

static int compare_problems(const void *a, const void *b)
{
    const Problem *first = a, *second = b;

    if (first->line != second->line)
        return compare_numbers(first->line, second->line);
    if (first->column != second->column)
        return compare_numbers(first->column, second->column);
    return compare_numbers(first->found, second->found);
}

void report_sort(Report *report)
{
    if (report->problems.count > 1)
        qsort(report->problems.items, report->problems.count, sizeof(Problem), compare_problems);
}

const Problem *report_first(const Report *report)
{
    for (size_t i = 0; i < report->problems.count; i++) {
        if (report->problems.items[i].severity == SEVERITY_ERROR)
            return &report->problems.items[i];
    }
    return report->problems.count ? &report->problems.items[0] : NULL;
}

Text report_line(const Report *report, const Problem *problem, Arena *arena)
{
    Text kind = problem->severity == SEVERITY_WARNING ? TEXT("warning: ") : (Text){0};
    Text place = arena_printf(arena, ":%zu:%zu: ", problem->line, problem->column);

    if (problem->line == 0)
        place = TEXT(": ");
    return arena_join(arena, (const Text[]){report->path, place, kind, problem->message}, 4);
}

Text report_rest(const Report *report, Arena *arena)
{
    return report->left_out ? arena_printf(arena, "and %zu more", report->left_out) : (Text){0};
}
