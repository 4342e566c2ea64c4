/* For fish: a line for each command and each of its options. */
#include "cli/completion/completion.h"

#include <string.h>

static const char begin[] = "# fish completion for quoin; made by: quoin completion fish\n"
                            "function __quoin_themes\n"
                            "    quoin themes --format=tsv 2>/dev/null | sed 1d | cut -f 1,3\n"
                            "end\n"
                            "set -l commands ";

/* Between single marks. */
static void put_quoted(Sink *out, Text text)
{
    sink_byte(out, '\'');
    for (size_t i = 0; i < text.size; i++) {
        if (strchr("'\\", text.bytes[i]))
            sink_byte(out, '\\');
        sink_byte(out, text.bytes[i]);
    }
    sink_byte(out, '\'');
}

/* When a line holds: the command was named; of the first one, which needs no name, also when no other was. */
static void put_condition(Sink *out, const Command *command, bool is_default)
{
    SINK_TEXTS(out, TEXT("complete -c quoin -n "),
               is_default ? TEXT("\"not __fish_seen_subcommand_from $others\"") : TEXT("'__fish_seen_subcommand_from "));
    if (!is_default)
        SINK_TEXTS(out, text_from(command->name), TEXT("'"));
}

static const ValueForm forms[COMPLETES_COUNT] = {
    [COMPLETES_NOTHING] = {" -x", ""},
    [COMPLETES_NAMES] = {" -x -a '", "'"},
    [COMPLETES_THEMES] = {" -x -a '(__quoin_themes)'", ""},
    [COMPLETES_FILES] = {" -r -F", ""},
};

static void put_option(Sink *out, const OptionInfo *option)
{
    Arena scratch = {0};
    const char letter[] = {option->letter, '\0'};

    SINK_TEXTS(out, TEXT(" -l "), text_from(option->name));
    if (option->letter)
        SINK_TEXTS(out, TEXT(" -s "), text_from(letter));
    if (option->value)
        completion_put_value(out, option, forms);
    sink_string(out, " -d ");
    put_quoted(out, option_help(option, &scratch));
    sink_byte(out, '\n');
    arena_release(&scratch);
}

static void put_command(Sink *out, const Command *command, bool is_default)
{
    const OptionInfo *option;

    SINK_TEXTS(out, TEXT("complete -c quoin -n \"not __fish_seen_subcommand_from $commands\" -a "),
               text_from(command->name), TEXT(" -d "));
    put_quoted(out, text_from(command->summary));
    sink_byte(out, '\n');
    if (command->no_operands || command->words) {
        put_condition(out, command, is_default);
        sink_string(out, " -f");
        if (command->words)
            SINK_TEXTS(out, TEXT(" -a '"), text_from(command->words), TEXT("'"));
        sink_byte(out, '\n');
    }
    for (size_t at = 0; (option = completion_next_option(command, &at));) {
        put_condition(out, command, is_default);
        put_option(out, option);
    }
}

void completion_write_fish(Sink *out)
{
    size_t count;
    const Command *const *commands = commands_all(&count);

    sink_string(out, begin);
    completion_command_names(out, " ");
    SINK_TEXTS(out, TEXT("\nset -l others $commands\nset -e others[1]\n"));
    for (size_t i = 0; i < count; i++)
        put_command(out, commands[i], i == 0);
}
