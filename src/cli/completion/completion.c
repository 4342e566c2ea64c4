/* `quoin completion`: a script for a shell. `make` writes the same scripts into src/doc/completion/, where `make install` finds them. */
#include "cli/completion/completion.h"

#include "base/nearest.h"

static const struct {
    Text name;
    void (*write)(Sink *out);
} shells[] = {
    {LITERAL("bash"), completion_write_bash},
    {LITERAL("fish"), completion_write_fish},
    {LITERAL("zsh"), completion_write_zsh},
};

/* By what stands for the value in --help. What is not here is typed: a number, the name of an encoding. */
static const struct {
    Text value;
    Completes completes;
} values[] = {
    {LITERAL("FILE"), COMPLETES_FILES},
    {LITERAL("PAGE"), COMPLETES_FILES},
    {LITERAL("PLACE"), COMPLETES_FILES},
    {LITERAL("THEME"), COMPLETES_THEMES},
};

static Completes completes(const OptionInfo *option)
{
    if (option->values)
        return COMPLETES_NAMES;
    for (size_t i = 0; i < COUNT_OF(values); i++) {
        if (text_equal(text_from(option->value), values[i].value))
            return values[i].completes;
    }
    return COMPLETES_NOTHING;
}

void completion_put_value(Sink *out, const OptionInfo *option, const ValueForm *forms)
{
    const ValueForm *form = &forms[completes(option)];
    Text names[OPTION_VALUES];
    size_t count = option->values ? option->values(names) : 0;

    sink_string(out, form->before);
    for (size_t i = 0; i < count; i++)
        SINK_TEXTS(out, i ? TEXT(" ") : (Text){0}, names[i]);
    sink_string(out, form->after);
}

const OptionInfo *completion_next_option(const Command *command, size_t *at)
{
    size_t count;
    const OptionInfo *options = options_all(&count);

    while (*at < count && !option_belongs(command, &options[*at]))
        ++*at;
    return *at < count ? &options[(*at)++] : NULL;
}

void completion_command_names(Sink *out, const char *after)
{
    size_t count;
    const Command *const *commands = commands_all(&count);

    for (size_t i = 0; i < count; i++)
        SINK_TEXTS(out, text_from(commands[i]->name), i + 1 < count ? text_from(after) : (Text){0});
}

static int tell_shells(const Options *options)
{
    Text names[COUNT_OF(shells)], near, given = {0};

    if (options->operand_count)
        given = text_from(options->operands[0]);
    for (size_t i = 0; i < COUNT_OF(shells); i++)
        names[i] = shells[i].name;
    near = nearest_name(given, names, COUNT_OF(shells));
    sink_string(options->errors, "usage: quoin completion bash|fish|zsh");
    if (options->operand_count == 1 && near.size)
        SINK_TEXTS(options->errors, TEXT("; did you mean \""), near, TEXT("\"?"));
    sink_byte(options->errors, '\n');
    return EXIT_USAGE;
}

static int run(const Options *options)
{
    for (size_t i = 0; options->operand_count == 1 && i < COUNT_OF(shells); i++) {
        if (text_equal(text_from(options->operands[0]), shells[i].name)) {
            shells[i].write(options->out);
            return EXIT_OK;
        }
    }
    return tell_shells(options);
}

const Command completion_command = {
    .name = "completion",
    .synopsis = "bash|fish|zsh",
    .summary = "what a shell needs to complete quoin's commands",
    .details = "make install puts it where the shells look for it. To try it without: source <(quoin completion bash)",
    .options = "",
    .words = "bash fish zsh",
    .run = run,
};
