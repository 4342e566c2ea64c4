/*
 * For bash 3.2 and later, without the package bash-completion. A file is what bash completes itself where the function answers nothing, as it does
 * where "=" ends a word: "--config=~/q" comes as three words.
 */
#include "cli/completion/completion.h"

static const char begin[] =
    "# bash completion for quoin; made by: quoin completion bash\n"
    "_quoin_answer() {\n"
    "    COMPREPLY=($(compgen -W \"$1\" -- \"$word\"))\n"
    "    [[ ${#COMPREPLY[@]} != 1 || ${COMPREPLY[0]} != *= ]] || compopt -o nospace 2>/dev/null\n"
    "}\n"
    "_quoin_themes() {\n"
    "    \"${COMP_WORDS[0]}\" themes --format=tsv 2>/dev/null | sed 1d | cut -f 1\n"
    "}\n"
    "_quoin() {\n"
    "    local word=${COMP_WORDS[COMP_CWORD]} option=${COMP_WORDS[COMP_CWORD-1]} command=read words= operands=\n"
    "    COMPREPLY=()\n"
    "    [[ $option != = ]] || option=${COMP_WORDS[COMP_CWORD-2]}\n"
    "    [[ $word != = ]] || word=\n"
    "    case \" ";

static const char middle[] = " \" in\n"
                             "    *\" ${COMP_WORDS[1]} \"*) [[ $COMP_CWORD = 1 ]] || command=${COMP_WORDS[1]} ;;\n"
                             "    esac\n"
                             "    case $command:$option in\n";

static const char end[] = "    esac\n"
                          "    if [[ $word == -* ]]; then\n"
                          "        _quoin_answer \"$words\"\n"
                          "    elif [[ $COMP_CWORD = 1 ]]; then\n"
                          "        _quoin_answer \"$commands\"\n"
                          "    else\n"
                          "        _quoin_answer \"$operands\"\n"
                          "    fi\n"
                          "}\n"
                          "complete -o default -F _quoin quoin\n";

/* What a case does with the value of an option; files are left to bash. */
static const ValueForm forms[COMPLETES_COUNT] = {
    [COMPLETES_NOTHING] = {"return", ""},
    [COMPLETES_NAMES] = {"_quoin_answer '", "'; return"},
    [COMPLETES_THEMES] = {"_quoin_answer \"$(_quoin_themes)\"; return", ""},
    [COMPLETES_FILES] = {"return", ""},
};

static void put_values(Sink *out, const Command *command)
{
    const OptionInfo *option;

    for (size_t at = 0; (option = completion_next_option(command, &at));) {
        const char letter[] = {option->letter, '\0'};

        if (!option->value)
            continue;
        SINK_TEXTS(out, TEXT("    "), text_from(command->name), TEXT(":--"), text_from(option->name));
        if (option->letter)
            SINK_TEXTS(out, TEXT("|"), text_from(command->name), TEXT(":-"), text_from(letter));
        sink_string(out, ") ");
        completion_put_value(out, option, forms);
        sink_string(out, " ;;\n");
    }
}

/* Its options, each with the "=" that its value stands behind; and what may be named. */
static void put_words(Sink *out, const Command *command)
{
    const OptionInfo *option;

    SINK_TEXTS(out, TEXT("    "), text_from(command->name), TEXT(")\n        words='"));
    for (size_t at = 0; (option = completion_next_option(command, &at));)
        SINK_TEXTS(out, TEXT("--"), text_from(option->name), option->value ? TEXT("= ") : TEXT(" "));
    SINK_TEXTS(out, TEXT("'\n        operands='"), text_from(command->words), TEXT("' ;;\n"));
}

void completion_write_bash(Sink *out)
{
    size_t count;
    const Command *const *commands = commands_all(&count);

    sink_string(out, begin);
    completion_command_names(out, " ");
    sink_string(out, middle);
    for (size_t i = 0; i < count; i++)
        put_values(out, commands[i]);
    sink_string(out, "    esac\n    local commands='");
    completion_command_names(out, " ");
    sink_string(out, "'\n    case $command in\n");
    for (size_t i = 0; i < count; i++)
        put_words(out, commands[i]);
    sink_string(out, end);
}
