/* Messages are cut to their room when they are said, and gated when they are shown. */
#include "ui/state/message.h"

#include <string.h>

#include "article/page_address.h"

void message_say_list(Message *message, Role role, const char *format, va_list arguments)
{
    Arena scratch = {0};
    Text text = arena_shortened(&scratch, arena_vprintf(&scratch, format, arguments), sizeof message->bytes - 1);

    memcpy(message->bytes, text.bytes, text.size);
    message->bytes[text.size] = '\0';
    message->role = role;
    arena_release(&scratch);
}

void message_say(Message *message, Role role, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    message_say_list(message, role, format, arguments);
    va_end(arguments);
}

/* "config.yaml:2:10: …": the file's name is enough here, and the host of an address. */
static Text short_line(const Report *report, const Problem *problem, Arena *arena)
{
    Text line = report_line(report, problem, arena);

    if (is_page_address(report->path))
        return arena_join(arena, (const Text[]){page_address_host(report->path), TEXT(": "), problem->message}, 3);
    return text_slice(line, (Range){text_folder_size(report->path), line.size});
}

/* "2 mistakes, 1 warning; " before the first of several problems. */
static Text problem_counts(const Report *report, Arena *arena)
{
    size_t mistakes = report->error_count, warnings = report->problems.count + report->left_out - mistakes;
    Text some = arena_printf(arena, "%zu mistake%s", mistakes, mistakes == 1 ? "" : "s");
    Text others = arena_printf(arena, "%zu warning%s", warnings, warnings == 1 ? "" : "s");

    if (mistakes + warnings < 2)
        return (Text){0};
    return arena_printf(arena, "%.*s%s%.*s; ", TEXT_ARGS(mistakes ? some : (Text){0}), mistakes && warnings ? ", " : "",
                        TEXT_ARGS(warnings ? others : (Text){0}));
}

void message_say_problems(Message *message, const char *what, const Report *report)
{
    const Problem *first = report_first(report);
    Arena scratch = {0};

    if (first)
        message_say(message, report->error_count ? ROLE_STATUS_ERROR : ROLE_STATUS_WARNING, "%s%.*s%.*s", what,
                    TEXT_ARGS(problem_counts(report, &scratch)), TEXT_ARGS(short_line(report, first, &scratch)));
    arena_release(&scratch);
}

void message_say_first_problem(Message *message, const Report *report)
{
    const Problem *first = report_first(report);
    Arena scratch = {0};

    if (first && report->problems.count > 1)
        message_say(message, ROLE_STATUS_WARNING, "(%zu: quoin check) %.*s", report->problems.count,
                    TEXT_ARGS(short_line(report, first, &scratch)));
    else if (first)
        message_say(message, ROLE_STATUS_WARNING, "%.*s", TEXT_ARGS(short_line(report, first, &scratch)));
    arena_release(&scratch);
}
