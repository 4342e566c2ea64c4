/* What a shell is told of the command line, so that it can complete it: the same tables as --help and the manual, a file for each shell. */
#ifndef QUOIN_CLI_COMPLETION_COMPLETION_H
#define QUOIN_CLI_COMPLETION_COMPLETION_H

#include "cli/command.h"

/* What the value of an option, or an operand, may be completed to. */
typedef enum Completes {
    COMPLETES_NOTHING,
    COMPLETES_NAMES, /* of a list */
    COMPLETES_THEMES,
    COMPLETES_FILES,
    COMPLETES_COUNT
} Completes;

/* How a shell is told that: the names of a list, with blanks between them, stand between the two. */
typedef struct ValueForm {
    const char *before, *after;
} ValueForm;

void completion_put_value(Sink *out, const OptionInfo *option, const ValueForm *forms); /* one of COMPLETES_COUNT */

/* The next option that a command takes, from *at on, which moves behind it; NULL: there is no other. */
const OptionInfo *completion_next_option(const Command *command, size_t *at);

/* The names of all commands, each with `after` behind it. */
void completion_command_names(Sink *out, const char *after);

void completion_write_bash(Sink *out);
void completion_write_fish(Sink *out);
void completion_write_zsh(Sink *out);

#endif
