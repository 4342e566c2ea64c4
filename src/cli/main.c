/* The program's entry: which command, its options, help. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/nearest.h"
#include "base/unicode.h"
#include "cli/command.h"
#include "cli/paths.h"

static const Command *const all_commands[] = {
    &read_command,  &show_command, &quotes_command, &entities_command,
    &check_command, &list_command, &keys_command,   &themes_command,
};

enum { COMMAND_COUNT = sizeof all_commands / sizeof all_commands[0] };

const Command *const *commands_all(size_t *count)
{
    *count = COMMAND_COUNT;
    return all_commands;
}

static void print_options(const Command *command)
{
    size_t count;
    const OptionInfo *options = options_all(&count);

    (void)puts("\nOptions:");
    for (size_t i = 0; i < count; i++) {
        char name[40];

        if (!option_belongs(command, &options[i]))
            continue;
        (void)snprintf(name, sizeof name, "--%s%s%s", options[i].name, options[i].value ? "=" : "",
                       options[i].value ? options[i].value : "");
        (void)printf("  %-17s %s\n", name, options[i].help);
    }
}

static void print_help(const Command *command)
{
    if (command != &read_command) {
        (void)printf("usage: quoin %s %s\n\n%s\n", command->name, command->synopsis, command->summary);
        if (command->details)
            (void)printf("\n%s\n", command->details);
        print_options(command);
        return;
    }
    (void)puts("quoin: read news articles in the terminal, and see who said what\n");
    (void)puts("usage: quoin [FILE|FOLDER|-]…\n       quoin COMMAND [OPTION]… [FILE]…\n\nCommands:");
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        (void)printf("  %-10s %s\n", all_commands[i]->name, all_commands[i]->summary);
    print_options(command);
    (void)puts("\nquoin COMMAND --help lists the options of a command. In the reader, ? shows all keys. The manual: man quoin");
}

static const Command *find_command(const char *name)
{
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        if (strcmp(all_commands[i]->name, name) == 0)
            return all_commands[i];
    }
    return NULL;
}

/* A first operand that is neither a command nor a file may be a command with a slip of the finger. */
static bool is_mistyped_command(const Options *options)
{
    Text names[COMMAND_COUNT], operand, near;

    if (options->operand_count == 0)
        return false;
    operand = text_from(options->operands[0]);
    if (text_equal(operand, TEXT("-")) || paths_exists(operand) ||
        text_find_byte(operand, '/', 0) != TEXT_NOT_FOUND ||
        text_find_byte(operand, '.', 0) != TEXT_NOT_FOUND)
        return false;
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        names[i] = text_from(all_commands[i]->name);
    near = nearest_name(operand, names, COMMAND_COUNT);
    if (text_equal(near, operand)) {
        (void)fprintf(stderr, "quoin: the command comes first: quoin %.*s …\n", TEXT_ARGS(near));
        return true;
    }
    (void)fputs("quoin: \"", stderr);
    printable_write(stderr, operand, options->charset, LINES_JOINED);
    if (near.size)
        (void)fprintf(stderr, "\" is neither a file nor a command; did you mean \"%.*s\"?\n",
                      TEXT_ARGS(near));
    else
        (void)fputs("\" is neither a file nor a command; quoin --help lists the commands\n", stderr);
    return true;
}

/* The locale that the environment names for characters (POSIX.1-2008, XBD 8.2). */
static const char *environment_locale(void)
{
    static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *value = getenv(names[i]);

        if (value && *value)
            return value;
    }
    return ""; /* the default of the system */
}

int main(int argc, char **argv)
{
    Options options = {.program = argc > 0 ? argv[0] : "quoin"};
    const Command *command = argc > 1 ? find_command(argv[1]) : NULL;
    int first = command ? 2 : 1;
    int status = EXIT_OK;

    options.charset = unicode_init(environment_locale()) ? CHARSET_UTF8 : CHARSET_ASCII;
    if (!command)
        command = &read_command;
    if (!options_parse(&options, command, argc > first ? argc - first : 0,
                       argv + (argc > first ? first : argc)))
        return EXIT_USAGE;
    if (options.help)
        print_help(command);
    else if (options.version)
        (void)puts(PACKAGE_STRING);
    else if (command == &read_command && first == 1 && is_mistyped_command(&options))
        status = EXIT_USAGE;
    else
        status = command->run(&options);
    if (fflush(stdout) != 0 || ferror(stdout)) {
        (void)fputs("quoin: writing the output failed\n", stderr);
        return EXIT_USAGE;
    }
    return status;
}
