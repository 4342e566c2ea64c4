/* For zsh, by _arguments: zshcompsys(1). */
#include "cli/completion/completion.h"

#include <string.h>

static const char begin[] = "#compdef quoin\n"
                            "# zsh completion for quoin; made by: quoin completion zsh\n"
                            "_quoin_themes() {\n"
                            "    local -a names\n"
                            "    names=(${(f)\"$(quoin themes --format=tsv 2>/dev/null | sed 1d | cut -f 1)\"})\n"
                            "    compadd -a names\n"
                            "}\n"
                            "_quoin() {\n"
                            "    local -a commands\n"
                            "    commands=(\n";

static const char middle[] = "    )\n"
                             "    if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then\n"
                             "        _describe -t commands command commands\n"
                             "        _files\n"
                             "        return\n"
                             "    fi\n"
                             "    if (( ${commands[(I)$words[2]:*]} )); then\n"
                             "        shift words\n"
                             "        (( CURRENT-- ))\n"
                             "    else\n"
                             "        words[1]=read\n"
                             "    fi\n"
                             "    case $words[1] in\n";

static const char end[] = "    esac\n"
                          "}\n"
                          "if [[ $funcstack[1] == _quoin ]]; then\n"
                          "    _quoin \"$@\"\n"
                          "else\n"
                          "    compdef _quoin quoin\n"
                          "fi\n";

/* In marks of a specification of _arguments or _describe, where some signs mean something. */
static void put_description(Sink *out, Text text)
{
    for (size_t i = 0; i < text.size; i++) {
        if (strchr("[]:\\", text.bytes[i]))
            sink_byte(out, '\\');
        if (text.bytes[i] == '\'')
            sink_string(out, "'\\'");
        sink_byte(out, text.bytes[i]);
    }
}

static const ValueForm actions[COMPLETES_COUNT] = {
    [COMPLETES_NOTHING] = {"", ""},
    [COMPLETES_NAMES] = {"(", ")"},
    [COMPLETES_THEMES] = {"_quoin_themes", ""},
    [COMPLETES_FILES] = {"_files", ""},
};

/* '--format=[what it is]:FORMAT:(text json)'; one that has a letter stands twice. */
static void put_option(Sink *out, const OptionInfo *option, Text spelled, Arena *scratch)
{
    SINK_TEXTS(out, TEXT(" \\\n            '"), spelled, TEXT("["));
    put_description(out, option_help(option, scratch));
    sink_byte(out, ']');
    if (option->value) {
        SINK_TEXTS(out, TEXT(":"), text_from(option->value), TEXT(":"));
        completion_put_value(out, option, actions);
    }
    sink_byte(out, '\'');
}

static void put_options(Sink *out, const Command *command)
{
    const OptionInfo *option;
    Arena scratch = {0};

    for (size_t at = 0; (option = completion_next_option(command, &at));) {
        put_option(out, option, arena_printf(&scratch, "--%s%s", option->name, option->value ? "=" : ""), &scratch);
        if (option->letter)
            put_option(out, option, arena_printf(&scratch, "-%c%s", option->letter, option->value ? "+" : ""), &scratch);
    }
    arena_release(&scratch);
}

static void put_command(Sink *out, const Command *command)
{
    SINK_TEXTS(out, TEXT("    "), text_from(command->name), TEXT(")\n        _arguments -s"));
    put_options(out, command);
    if (command->words)
        SINK_TEXTS(out, TEXT(" \\\n            '1:word:("), text_from(command->words), TEXT(")'"));
    if (!command->no_operands)
        sink_string(out, " \\\n            '*:file:_files'");
    sink_string(out, "\n        ;;\n");
}

void completion_write_zsh(Sink *out)
{
    size_t count;
    const Command *const *commands = commands_all(&count);

    sink_string(out, begin);
    for (size_t i = 0; i < count; i++) {
        SINK_TEXTS(out, TEXT("        '"), text_from(commands[i]->name), TEXT(":"));
        put_description(out, text_from(commands[i]->summary));
        sink_string(out, "'\n");
    }
    sink_string(out, middle);
    for (size_t i = 0; i < count; i++)
        put_command(out, commands[i]);
    sink_string(out, end);
}
