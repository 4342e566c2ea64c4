/* The program's entry: which command, its options, help. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/nearest.h"
#include "base/system/confine.h"
#include "base/unicode/unicode.h"
#include "cli/command.h"
#include "cli/output/output.h"
#include "cli/paths.h"
#include "formats/html.h"
#include "term/entry.h"

static const Command *const all_commands[] = {
    &read_command,   &show_command,       &quotes_command, &entities_command, &import_command,
    &export_command, &cite_command,       &check_command,  &list_command,     &keys_command,
    &themes_command, &completion_command, &forget_command, &review_command,
};

enum { COMMAND_COUNT = COUNT_OF(all_commands) };

const Command *const *commands_all(size_t *count)
{
    *count = COMMAND_COUNT;
    return all_commands;
}

enum { OPTION_COLUMNS = 20, NAME_COLUMNS = 10 };

/* The text, and blanks up to so many columns; it is ASCII. */
static void put_column(Sink *out, Text text, size_t columns)
{
    sink_text(out, text);
    sink_fill(out, ' ', text.size < columns ? columns - text.size : 0);
    sink_byte(out, ' ');
}

static void print_options(Sink *out, const Command *command)
{
    Arena scratch = {0};
    size_t count;
    const OptionInfo *options = options_all(&count);

    sink_string(out, "\nOptions:\n");
    for (size_t i = 0; i < count; i++) {
        const Text name[] = {TEXT("--"), text_from(options[i].name), options[i].value ? TEXT("=") : (Text){0},
                             text_from(options[i].value)};

        if (!option_belongs(command, &options[i]))
            continue;
        sink_string(out, "  ");
        put_column(out, arena_join(&scratch, name, COUNT_OF(name)), OPTION_COLUMNS);
        SINK_TEXTS(out, option_help(&options[i], &scratch), TEXT("\n"));
    }
    arena_release(&scratch);
}

static void print_command_help(Sink *out, const Command *command)
{
    SINK_TEXTS(out, TEXT("usage: quoin "), text_from(command->name), TEXT(" "), text_from(command->synopsis),
               TEXT("\n\n"), text_from(command->summary), TEXT("\n"));
    if (command->details)
        SINK_TEXTS(out, TEXT("\n"), text_from(command->details), TEXT("\n"));
    print_options(out, command);
}

/* It fits on a screen of 24 lines. */
static void print_help(Sink *out)
{
    sink_string(
        out, "quoin: read news articles in the terminal, and see who said what\n\n"
             "usage: quoin [OPTION]… [FILE|FOLDER|ADDRESS|-]…\n       quoin COMMAND [OPTION]… [FILE]…\n\nCommands:\n");
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        sink_string(out, "  ");
        put_column(out, text_from(all_commands[i]->name), NAME_COLUMNS);
        SINK_TEXTS(out, text_from(all_commands[i]->summary), TEXT("\n"));
    }
    sink_string(out, "\nquoin COMMAND --help lists the options of a command; those of the reader, quoin read --help.\n"
                     "In the reader, ? shows all keys. The manual: man quoin\n");
}

static void print_confinement(Sink *out)
{
    int version = confine_version();

    if (version == 0) {
        sink_string(out, "commands that print are not confined: " CONFINE_MISSING "\n");
        return;
    }
    sink_string(out, "commands that print are confined to the files that they read (Landlock ");
    sink_number(out, (size_t)version, 0);
    sink_string(out, ")\n");
}

static void print_pages(Sink *out)
{
    if (!HTML_IS_READ)
        sink_string(out, "web pages are not read: quoin was built without libxml2\n");
    else if (confine_version() == 0)
        sink_string(out, "web pages are read by a program that has 5 s and 1 GiB, and is not confined: " CONFINE_MISSING
                         "\n");
    else
        sink_string(out, "web pages are read by a program that has 5 s and 1 GiB, and can open no files\n");
}

static void print_version(Sink *out)
{
    sink_string(out, PACKAGE_STRING "\n");
    print_confinement(out);
    print_pages(out);
    if (!ENTRY_IS_SHOWN)
        sink_string(
            out,
            "the reader's colours are those of the terminal's palette: quoin was built without the terminal's entry\n");
}

static const Command *find_command(const char *name)
{
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        if (strcmp(all_commands[i]->name, name) == 0)
            return all_commands[i];
    }
    return NULL;
}

/* A first operand that is neither a command nor a file may be a command with a slip of the finger: then that is told, and true. */
static bool tell_mistyped_command(const Options *options)
{
    Text names[COMMAND_COUNT], operand, near;
    Arena scratch = {0};
    bool is_file;

    if (options->operand_count == 0)
        return false;
    operand = text_from(options->operands[0]);
    is_file = path_exists(path_copy(&scratch, operand));
    arena_release(&scratch);
    if (text_equal(operand, TEXT("-")) || is_file || text_find_byte(operand, '/', 0) != TEXT_NOT_FOUND ||
        text_find_byte(operand, '.', 0) != TEXT_NOT_FOUND)
        return false;
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        names[i] = text_from(all_commands[i]->name);
    near = nearest_name(operand, names, COMMAND_COUNT);
    if (text_equal(near, operand)) {
        SINK_TEXTS(options->errors, TEXT("quoin: the command comes first: quoin "), near, TEXT(" …\n"));
        return true;
    }
    sink_string(options->errors, "quoin: \"");
    printable_write(options->errors, operand, options->charset, LINES_JOINED);
    if (near.size)
        SINK_TEXTS(options->errors, TEXT("\" is neither a file nor a command; did you mean \""), near, TEXT("\"?\n"));
    else
        sink_string(options->errors, "\" is neither a file nor a command; quoin --help lists the commands\n");
    return true;
}

/* The locale that the environment names for characters (POSIX.1-2008, XBD 8.2). */
static const char *environment_locale(void)
{
    static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};

    for (size_t i = 0; i < COUNT_OF(names); i++) {
        const char *value = getenv(names[i]);

        if (value && *value)
            return value;
    }
    return ""; /* the default of the system */
}

/* What the command line asks for. The exit status. */
static int run(Options *options, int argc, char **argv)
{
    const Command *command = argc > 1 ? find_command(argv[1]) : NULL;
    int first = command ? 2 : 1;

    if (!command)
        command = &read_command;
    if (!options_parse(options, command, argc > first ? argc - first : 0, argv + (argc > first ? first : argc)))
        return EXIT_USAGE;
    if (options->help && first == 1)
        print_help(options->out);
    else if (options->help)
        print_command_help(options->out, command);
    else if (options->version)
        print_version(options->out);
    else if (command == &read_command && first == 1 && tell_mistyped_command(options))
        return EXIT_USAGE;
    else
        return command->run(options);
    return EXIT_OK;
}

int main(int argc, char **argv)
{
    Options options = {.program = argc > 0 ? argv[0] : "quoin"};
    Output output = output_open();

    html_use_reader(paths_page_reader, options.program);
    options.out = output.out;
    options.errors = output.errors;
    options.charset = unicode_init(environment_locale()) ? CHARSET_UTF8 : CHARSET_ASCII;
    return output_finish(run(&options, argc, argv));
}
