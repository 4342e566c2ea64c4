/* Messages are cut to their room when they are said, and gated when they are shown. */
#include "ui/state/message.h"

#include <string.h>

#include "article/page_address.h"

/* On the status line alone. */
static void show(Message *message, Role role, Text said)
{
    Arena scratch = {0};
    Text text = arena_shortened(&scratch, said, sizeof message->bytes - 1);

    memcpy(message->bytes, text.bytes, text.size);
    message->bytes[text.size] = '\0';
    message->role = role;
    arena_release(&scratch);
}

void message_say_list(Message *message, Role role, const char *format, va_list arguments)
{
    Arena scratch = {0};
    Text text = arena_vprintf(&scratch, format, arguments);

    show(message, role, text);
    if (message->log)
        message_log_add(message->log, role, text);
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

/* "2 mistakes, 1 warning (g<: all); " before the first of several problems. */
static Text problem_counts(const Report *report, Text keys, Arena *arena)
{
    size_t mistakes = report->error_count, warnings = report->problems.count + report->left_out - mistakes;
    Text some = arena_printf(arena, "%zu mistake%s", mistakes, mistakes == 1 ? "" : "s");
    Text others = arena_printf(arena, "%zu warning%s", warnings, warnings == 1 ? "" : "s");
    Text all = keys.size ? arena_printf(arena, " (%.*s: all)", TEXT_ARGS(keys)) : (Text){0};

    if (mistakes + warnings < 2)
        return (Text){0};
    return arena_printf(arena, "%.*s%s%.*s%.*s; ", TEXT_ARGS(mistakes ? some : (Text){0}),
                        mistakes && warnings ? ", " : "", TEXT_ARGS(warnings ? others : (Text){0}), TEXT_ARGS(all));
}

/* All of them, where they can be read again. */
static void log_problems(const Message *message, const char *what, const Report *report)
{
    Arena scratch = {0};
    Text rest = report_rest(report, &scratch);

    for (size_t i = 0; message->log && i < report->problems.count; i++) {
        const Problem *problem = &report->problems.items[i];
        Text line = report_line(report, problem, &scratch);

        message_log_add(message->log, problem->severity == SEVERITY_ERROR ? ROLE_STATUS_ERROR : ROLE_STATUS_WARNING,
                        arena_join(&scratch, (const Text[]){text_from(what), line}, 2));
    }
    if (message->log && rest.size)
        message_log_add(message->log, ROLE_STATUS_WARNING, rest);
    arena_release(&scratch);
}

static Text keys_of_all(const Message *message)
{
    return message->log ? message->log->keys : (Text){0};
}

void message_say_problems(Message *message, const char *what, const Report *report)
{
    const Problem *first = report_first(report);
    Arena scratch = {0};

    log_problems(message, what, report);
    if (first)
        show(message, report->error_count ? ROLE_STATUS_ERROR : ROLE_STATUS_WARNING,
             arena_join(&scratch,
                        (const Text[]){text_from(what), problem_counts(report, keys_of_all(message), &scratch),
                                       short_line(report, first, &scratch)},
                        3));
    arena_release(&scratch);
}

void message_say_first_problem(Message *message, const Report *report)
{
    const Problem *first = report_first(report);
    Arena scratch = {0};

    log_problems(message, "", report);
    if (first && report->problems.count > 1)
        show(message, ROLE_STATUS_WARNING,
             arena_printf(&scratch, "(%zu: quoin check) %.*s", report->problems.count,
                          TEXT_ARGS(short_line(report, first, &scratch))));
    else if (first)
        show(message, ROLE_STATUS_WARNING, short_line(report, first, &scratch));
    arena_release(&scratch);
}
