/*
 * Options: one table. `--name=value`, `--name value`, `--` ends them; `-h`, `-V` are short forms. Options and
 * operands may be mixed. What is not known is answered with the nearest name.
 */
#include "cli/command.h"

#include <string.h>

#include "base/nearest.h"

static const OptionInfo option_table[] = {
    {"format", "FORMAT", "text, json, jsonl, tsv, csv or markdown"},
    {"from", "FORMAT", "what comes in: auto, article, text or jsonl"},
    {"width", "COLUMNS", "width of printed articles"},
    {"theme", "NAME", "theme; quoin themes lists them"},
    {"color", "WHEN", "auto, always or never"},
    {"ascii", NULL, "write ASCII only"},
    {"config", "FILE", "configuration, instead of the user's own"},
    {"no-config", NULL, "do not read a configuration"},
    {"help", NULL, "show this help"},
    {"version", NULL, "show the version"},
};

enum { OPTION_COUNT = sizeof option_table / sizeof option_table[0] };

static const Text format_names[OUTPUT_COUNT] = {
    [OUTPUT_TEXT] = {"text", 4}, [OUTPUT_JSON] = {"json", 4}, [OUTPUT_JSONL] = {"jsonl", 5},
    [OUTPUT_TSV] = {"tsv", 3},   [OUTPUT_CSV] = {"csv", 3},   [OUTPUT_MARKDOWN] = {"markdown", 8},
};

static const Text from_names[] = {{"auto", 4}, {"article", 7}, {"text", 4}, {"jsonl", 5}};
static const Text color_names[] = {
    [COLOR_AUTO] = {"auto", 4}, [COLOR_ALWAYS] = {"always", 6}, [COLOR_NEVER] = {"never", 5}};

const OptionInfo *options_all(size_t *count)
{
    *count = OPTION_COUNT;
    return option_table;
}

Text output_format_name(OutputFormat format)
{
    return format_names[format];
}

bool option_belongs(const Command *command, const char *name)
{
    Text list = text_from(command->options), wanted = text_from(name);

    for (size_t start = 0; start < list.size;) {
        size_t end = text_find_byte(list, ' ', start);

        if (end == TEXT_NOT_FOUND)
            end = list.size;
        if (text_equal(text_slice(list, (Range){start, end}), wanted))
            return true;
        start = end + 1;
    }
    return text_equal(wanted, TEXT("help")) || text_equal(wanted, TEXT("version"));
}

static void complain(const Options *options, const char *before, Text what, const char *after, Text near)
{
    (void)fprintf(stderr, "quoin: %s\"", before);
    printable_write(stderr, what, options->charset, LINES_JOINED);
    (void)fprintf(stderr, "\"%s", after);
    if (near.size)
        (void)fprintf(stderr, "; did you mean \"%.*s\"?", TEXT_ARGS(near));
    (void)fputc('\n', stderr);
}

static bool choose(const Options *options, const char *option, Text value, const Text *names, size_t count,
                   size_t *chosen)
{
    for (size_t i = 0; i < count; i++) {
        if (text_equal(names[i], value)) {
            *chosen = i;
            return true;
        }
    }
    (void)fprintf(stderr, "quoin: --%s: one of", option);
    for (size_t i = 0; i < count; i++)
        (void)fprintf(stderr, " %.*s", TEXT_ARGS(names[i]));
    (void)fputs(" was expected\n", stderr);
    complain(options, "found ", value, "", nearest_name(value, names, count));
    return false;
}

static bool set_width(Options *options, Text value)
{
    size_t width;

    if (!text_to_number(value, 500, &width) || width < 20) {
        complain(options, "--width: a number from 20 to 500 was expected, found ", value, "", (Text){0});
        return false;
    }
    options->width_columns = (int)width;
    return true;
}

static bool set_option(Options *options, const OptionInfo *info, Text value)
{
    Text name = text_from(info->name);
    size_t chosen = 0;
    bool good = true;

    if (text_equal(name, TEXT("format"))) {
        good = choose(options, info->name, value, format_names, OUTPUT_COUNT, &chosen);
        options->format = (OutputFormat)chosen;
    } else if (text_equal(name, TEXT("from"))) {
        good =
            choose(options, info->name, value, from_names, sizeof from_names / sizeof from_names[0], &chosen);
        options->from = value;
    } else if (text_equal(name, TEXT("color"))) {
        good = choose(options, info->name, value, color_names, sizeof color_names / sizeof color_names[0],
                      &chosen);
        options->color = (ColorChoice)chosen;
    } else if (text_equal(name, TEXT("width"))) {
        good = set_width(options, value);
    } else if (text_equal(name, TEXT("theme"))) {
        options->theme = value;
    } else if (text_equal(name, TEXT("config"))) {
        options->config = value;
    } else if (text_equal(name, TEXT("no-config"))) {
        options->no_config = true;
    } else if (text_equal(name, TEXT("ascii"))) {
        options->charset = CHARSET_ASCII;
    } else if (text_equal(name, TEXT("help"))) {
        options->help = true;
    } else {
        options->version = true;
    }
    return good;
}

static const OptionInfo *find_option(const Options *options, const Command *command, Text name)
{
    Text names[OPTION_COUNT];
    size_t count = 0;

    for (size_t i = 0; i < OPTION_COUNT; i++) {
        if (!option_belongs(command, option_table[i].name))
            continue;
        names[count++] = text_from(option_table[i].name);
        if (text_equal(names[count - 1], name))
            return &option_table[i];
    }
    complain(options, "no option ", name, "", nearest_name(name, names, count));
    return NULL;
}

/* One argument that begins with "--"; `*next` moves on when the value is an argument of its own. */
static bool parse_long(Options *options, const Command *command, int argc, char **argv, int *next)
{
    Text argument = text_from(argv[*next] + 2);
    size_t equals = text_find_byte(argument, '=', 0);
    Text name = equals == TEXT_NOT_FOUND ? argument : text_slice(argument, (Range){0, equals});
    Text value =
        equals == TEXT_NOT_FOUND ? (Text){0} : text_slice(argument, (Range){equals + 1, argument.size});
    const OptionInfo *info = find_option(options, command, name);

    if (!info)
        return false;
    if (!info->value && equals != TEXT_NOT_FOUND) {
        complain(options, "the option ", name, " takes no value", (Text){0});
        return false;
    }
    if (info->value && equals == TEXT_NOT_FOUND) {
        if (*next + 1 >= argc) {
            complain(options, "the option ", name, " wants a value", (Text){0});
            return false;
        }
        value = text_from(argv[++*next]);
    }
    return set_option(options, info, value);
}

bool options_parse(Options *options, const Command *command, int argc, char **argv)
{
    bool operands_only = false;

    options->operands = argv; /* operands are moved to the front of what was parsed */
    options->operand_count = 0;
    for (int i = 0; i < argc; i++) {
        if (operands_only || argv[i][0] != '-' || argv[i][1] == '\0') {
            options->operands[options->operand_count++] = argv[i];
        } else if (strcmp(argv[i], "--") == 0) {
            operands_only = true;
        } else if (strcmp(argv[i], "-h") == 0) {
            options->help = true;
        } else if (strcmp(argv[i], "-V") == 0) {
            options->version = true;
        } else if (argv[i][1] != '-') {
            complain(options, "no option ", text_from(argv[i]), "; quoin --help lists them", (Text){0});
            return false;
        } else if (!parse_long(options, command, argc, argv, &i)) {
            return false;
        }
    }
    return true;
}
