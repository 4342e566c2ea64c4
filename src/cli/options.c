/*
 * Options: one table. `--name=value`, `--name value`, `--` ends them; some switches have a letter, as `-h`, and several of these go
 * together, as `-FX`. Options and operands may be mixed. What is not known is answered with the nearest name.
 */
#include "cli/command.h"

#include <stddef.h>
#include <string.h>
#include <unistd.h>

#include "base/nearest.h"
#include "keys/key_preset.h"

static void complain(const Options *options, const char *before, Text what, const char *after, Text near)
{
    SINK_TEXTS(options->errors, TEXT("quoin: "), text_from(before), TEXT(" \""));
    printable_write(options->errors, what, options->charset, LINES_JOINED);
    SINK_TEXTS(options->errors, TEXT("\""), text_from(after));
    if (near.size && !text_equal(near, what))
        SINK_TEXTS(options->errors, TEXT("; did you mean \""), near, TEXT("\"?"));
    sink_byte(options->errors, '\n');
}

static bool choose(const Options *options, const char *option, Text value, size_t (*values)(Text *), size_t *chosen)
{
    Text names[OPTION_VALUES];
    size_t count = values(names);

    for (size_t i = 0; i < count; i++) {
        if (text_equal(names[i], value)) {
            *chosen = i;
            return true;
        }
    }
    SINK_TEXTS(options->errors, TEXT("quoin: --"), text_from(option), TEXT(": one of"));
    for (size_t i = 0; i < count; i++)
        SINK_TEXTS(options->errors, TEXT(" "), names[i]);
    sink_string(options->errors, " was expected\n");
    complain(options, "found", value, "", nearest_name(value, names, count));
    return false;
}

/* ---- what each option sets ---- */

static size_t output_formats(Text *names)
{
    static const Text rows[OUTPUT_COUNT] = {
        [OUTPUT_TEXT] = LITERAL("text"), [OUTPUT_JSON] = LITERAL("json"), [OUTPUT_JSONL] = LITERAL("jsonl"),
        [OUTPUT_TSV] = LITERAL("tsv"),   [OUTPUT_CSV] = LITERAL("csv"),   [OUTPUT_MARKDOWN] = LITERAL("markdown"),
    };

    memcpy(names, rows, sizeof rows);
    return OUTPUT_COUNT;
}

static bool set_format(Options *options, const char *name, Text value)
{
    size_t chosen;

    if (!choose(options, name, value, output_formats, &chosen))
        return false;
    options->format = (OutputFormat)chosen;
    options->has_format = true;
    return true;
}

static size_t file_formats(Text *names)
{
    names[0] = TEXT("yaml");
    names[1] = TEXT("json");
    return 2;
}

static bool set_file_format(Options *options, const char *name, Text value)
{
    size_t chosen;

    if (!choose(options, name, value, file_formats, &chosen))
        return false;
    options->file_format = chosen == 0 ? FILE_FORMAT_YAML : FILE_FORMAT_JSON;
    return true;
}

static size_t names_of(const ExportFormat *formats, size_t count, Text *names)
{
    for (size_t i = 0; i < count; i++)
        names[i] = formats[i].name;
    return count;
}

static size_t export_names(Text *names)
{
    size_t count;
    const ExportFormat *formats = export_formats(&count);

    return names_of(formats, count, names);
}

static bool set_export_format(Options *options, const char *name, Text value)
{
    size_t chosen, count;

    if (!choose(options, name, value, export_names, &chosen))
        return false;
    options->export_format = &export_formats(&count)[chosen];
    return true;
}

static size_t citation_names(Text *names)
{
    size_t count;
    const ExportFormat *formats = citation_formats(&count);

    return names_of(formats, count, names);
}

static bool set_citation_format(Options *options, const char *name, Text value)
{
    size_t chosen, count;

    if (!choose(options, name, value, citation_names, &chosen))
        return false;
    options->export_format = &citation_formats(&count)[chosen];
    return true;
}

/* The formats of an article, between what each says itself and many texts that are no articles. */
static size_t input_formats(Text *names)
{
    size_t count;
    const Format *const *formats = formats_all(&count);

    names[0] = TEXT("auto");
    for (size_t i = 0; i < count; i++)
        names[i + 1] = formats[i]->name;
    names[count + 1] = TEXT("jsonl");
    return count + 2;
}

static bool set_from(Options *options, const char *name, Text value)
{
    size_t chosen, count;
    const Format *const *formats = formats_all(&count);

    if (!choose(options, name, value, input_formats, &chosen))
        return false;
    options->from = chosen > 0 && chosen <= count ? formats[chosen - 1] : NULL;
    options->from_lines = chosen > count;
    return true;
}

/* What of the system is needed for it is loaded now; once a command is confined it could not be. */
static bool set_charset(Options *options, const char *name, Text value)
{
    Text near = encoding_near(value);
    const char *why;

    (void)name;
    if (encoding_find(value, &options->encoding, &why))
        return true;
    complain(options, why, value, near.size ? "" : "; iconv -l lists what there may be", near);
    return false;
}

static size_t color_choices(Text *names)
{
    static const Text rows[] = {
        [COLOR_AUTO] = LITERAL("auto"), [COLOR_ALWAYS] = LITERAL("always"), [COLOR_NEVER] = LITERAL("never")};

    memcpy(names, rows, sizeof rows);
    return COUNT_OF(rows);
}

static bool set_color(Options *options, const char *name, Text value)
{
    size_t chosen;

    if (!choose(options, name, value, color_choices, &chosen))
        return false;
    options->color = (ColorChoice)chosen;
    return true;
}

static bool set_number(Options *options, const char *name, Text value, int least, int most, int *chosen)
{
    size_t number;

    if (!text_to_number(value, (size_t)most, &number) || number < (size_t)least) {
        SINK_TEXTS(options->errors, TEXT("quoin: --"), text_from(name), TEXT(": a number from "));
        sink_number(options->errors, (size_t)least, 0);
        sink_string(options->errors, " to ");
        sink_number(options->errors, (size_t)most, 0);
        sink_string(options->errors, " was expected\n");
        complain(options, "found", value, "", (Text){0});
        return false;
    }
    *chosen = (int)number;
    return true;
}

static bool set_width(Options *options, const char *name, Text value)
{
    return set_number(options, name, value, WIDTH_LEAST, WIDTH_MOST, &options->width_columns);
}

static bool set_lines(Options *options, const char *name, Text value)
{
    return set_number(options, name, value, 1, LINES_MOST, &options->lines);
}

static size_t preset_names(Text *names)
{
    size_t count;
    const KeyPreset *presets = key_presets(&count);

    for (size_t i = 0; i < count; i++)
        names[i] = presets[i].name;
    return count;
}

static bool set_preset(Options *options, const char *name, Text value)
{
    size_t chosen;

    if (!choose(options, name, value, preset_names, &chosen))
        return false;
    options->preset = value;
    return true;
}

static bool set_ascii(Options *options, const char *name, Text value)
{
    (void)name;
    (void)value;
    options->charset = CHARSET_ASCII;
    return true;
}

static bool set_notes(Options *options, const char *name, Text value)
{
    (void)value;
    options->notes = strcmp(name, "notes") == 0 ? NOTES_WANTED : NOTES_UNWANTED;
    return true;
}

/* What is kept as it is given: a text, or that there was the switch. */
#define TEXT_OPTION(name, value, help, member)                       \
    {                                                                \
        (name), (value), (help), .offset = offsetof(Options, member) \
    }
#define SWITCH(name, help, member)                                \
    {                                                             \
        (name), NULL, (help), .offset = offsetof(Options, member) \
    }
#define LETTER(letter_, name, help, member)                                            \
    {                                                                                  \
        (name), NULL, (help), .letter = (letter_), .offset = offsetof(Options, member) \
    }

static const OptionInfo option_table[] = {
    {"format", "FORMAT", "", .set = set_format, .values = output_formats},
    {"format", "FORMAT", "how articles are written, where the name of their file does not say it: ",
     .set = set_file_format, .values = file_formats, .of = "import", .key = "file-format"},
    {"format", "FORMAT", "what is written, where the name of the file does not say it; markdown without it: ",
     .set = set_export_format, .values = export_names, .of = "export", .key = "export-format"},
    {"format", "FORMAT", "", .set = set_citation_format, .values = citation_names, .of = "cite",
     .key = "citation-format"},
    {"output", "PLACE", "the file or the folder to write to; standard output without it (-o)", .letter = 'o',
     .offset = offsetof(Options, output)},
    {"from", "FORMAT", "what comes in: ", .set = set_from, .values = input_formats},
    {"charset", "NAME", "what encoding comes in, where it does not tell itself: koi8-r, shift_jis, ...",
     .set = set_charset},
    {"from", "THEME", "the theme that a new one begins with, or its file; paper without it", .of = "themes new",
     .key = "base", .offset = offsetof(Options, base_theme)},
    {"html", "PAGE", "the file to write a theme's page of HTML to; standard output without it", .of = "themes preview",
     .offset = offsetof(Options, html)},
    {"width", "COLUMNS", "width of printed articles", .set = set_width},
    TEXT_OPTION("theme", "THEME", "theme; quoin themes lists them", theme),
    {"color", "WHEN", "", .set = set_color, .values = color_choices},
    {"preset", "NAME", "the keys for hands from elsewhere, instead of the user's own: ", .set = set_preset,
     .values = preset_names, .of = "keys"},
    LETTER('F', "quit-if-one-screen", "print what fits on the screen, and end (-F)", quit_if_one_screen),
    LETTER('X', "keep-screen", "leave on the terminal what the reader showed last (-X)", keep_screen),
    SWITCH("linear", "read by lines that follow one another: for screen readers and braille", linear),
    {"all", NULL, "all articles", .of = "forget", .offset = offsetof(Options, all)},
    {"lines", "NUMBER", "with --linear: how many lines a key gives at most; 1 for a braille display", .set = set_lines},
    SWITCH("explain", "why each speaker was chosen: the three likeliest, and what decided", explain),
    {"by", "NAME", "only what is said by whoever is called so; unknown: by nobody known", .of = "quotes",
     .offset = offsetof(Options, by)},
    {"about", "NAME", "only quotations that mention whatever is called so", .of = "quotes",
     .offset = offsetof(Options, about)},
    {"flat", NULL, "each mention by itself, not each name once", .of = "entities", .offset = offsetof(Options, flat)},
    {"ascii", NULL, "write ASCII only", .set = set_ascii},
    TEXT_OPTION("config", "FILE", "configuration, instead of the user's own", config),
    SWITCH("no-config", "do not read a configuration", no_config),
    {"notes", NULL, "with the notes and the corrections that you made", .set = set_notes},
    {"no-notes", NULL, "without the notes and the corrections that you made", .set = set_notes},
    SWITCH("no-memory", "remember nothing of what is read, and begin at the top", no_memory),
    SWITCH("no-confine", "keep the rights that reading and printing do not need", no_confine),
    LETTER('h', "help", "show this help", help),
    LETTER('V', "version", "show the version", version),
};

enum { OPTION_COUNT = COUNT_OF(option_table) };

const OptionInfo *options_all(size_t *count)
{
    *count = OPTION_COUNT;
    return option_table;
}

Text option_help(const OptionInfo *option, Arena *arena)
{
    Text names[OPTION_VALUES], parts[1 + 2 * OPTION_VALUES] = {text_from(option->help)};
    size_t count = option->values ? option->values(names) : 0;

    for (size_t i = 0; i < count; i++) {
        parts[1 + 2 * i] = names[i];
        parts[2 + 2 * i] = i + 2 < count ? TEXT(", ") : i + 2 == count ? TEXT(" or ") : (Text){0};
    }
    return arena_join(arena, parts, 1 + 2 * count);
}

/* ---- parsing ---- */

bool option_belongs(const Command *command, const OptionInfo *option)
{
    Text wanted = text_from(option->key ? option->key : option->name);

    return text_list_has(text_from(command->options), wanted) || text_list_has(TEXT("help version"), wanted);
}

static const char *where_listed(const Command *command, Arena *arena)
{
    return arena_printf(arena, "; quoin %s --help lists them", command->name).bytes;
}

/* "; quoin keys has it": where another command alone does; else nothing. */
static const char *other_command(Arena *arena, Text name)
{
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        const Text parts[] = {TEXT("; quoin "), text_from(option_table[i].of), TEXT(" has it")};

        if (option_table[i].of && text_equal(text_from(option_table[i].name), name))
            return arena_terminated(arena, arena_join(arena, parts, COUNT_OF(parts)));
    }
    return "";
}

static const OptionInfo *find_option(const Options *options, const Command *command, Text name)
{
    Text names[OPTION_COUNT];
    Arena scratch = {0};
    const char *after;
    size_t count = 0;
    Text near;

    for (size_t i = 0; i < OPTION_COUNT; i++) {
        if (!option_belongs(command, &option_table[i]))
            continue;
        names[count++] = text_from(option_table[i].name);
        if (text_equal(names[count - 1], name))
            return &option_table[i];
    }
    after = other_command(&scratch, name);
    near = *after ? (Text){0} : nearest_name(name, names, count);
    complain(options, "no option", name, *after || near.size ? after : where_listed(command, &scratch), near);
    arena_release(&scratch);
    return NULL;
}

static bool set_option(Options *options, const OptionInfo *info, Text value)
{
    void *member = (char *)options + info->offset;

    if (info->set)
        return info->set(options, info->name, value);
    if (info->value)
        *(Text *)member = value;
    else
        *(bool *)member = true;
    return true;
}

/* One argument that begins with "--"; `*next` moves on when the value is an argument of its own. */
static bool parse_long(Options *options, const Command *command, int argc, char **argv, int *next)
{
    Text argument = text_from(argv[*next] + 2);
    size_t equals = text_find_byte(argument, '=', 0);
    Text name = equals == TEXT_NOT_FOUND ? argument : text_slice(argument, (Range){0, equals});
    Text value = equals == TEXT_NOT_FOUND ? (Text){0} : text_slice(argument, (Range){equals + 1, argument.size});
    const OptionInfo *info = find_option(options, command, name);

    if (!info)
        return false;
    if (!info->value && equals != TEXT_NOT_FOUND) {
        complain(options, "the option", name, " takes no value", (Text){0});
        return false;
    }
    if (info->value && equals == TEXT_NOT_FOUND) {
        if (*next + 1 >= argc) {
            complain(options, "the option", name, " wants a value", (Text){0});
            return false;
        }
        value = text_from(argv[++*next]);
    }
    return set_option(options, info, value);
}

static const OptionInfo *find_letter(const Command *command, char letter)
{
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        if (option_table[i].letter == letter && option_belongs(command, &option_table[i]))
            return &option_table[i];
    }
    return NULL;
}

/* "-FX", "-oFILE", "-o FILE": letters of switches, of which the last may want a value; `*next` moves on when that is an argument of its own. */
static bool parse_letters(Options *options, const Command *command, int argc, char **argv, int *next)
{
    const char *argument = argv[*next];

    for (const char *letter = argument + 1; *letter; letter++) {
        const OptionInfo *info = find_letter(command, *letter);

        if (!info) {
            Arena scratch = {0};

            complain(options, "no option", text_from(argument), where_listed(command, &scratch), (Text){0});
            arena_release(&scratch);
            return false;
        }
        if (info->value && letter[1] == '\0' && *next + 1 >= argc) {
            complain(options, "the option", text_from(argument), " wants a value", (Text){0});
            return false;
        }
        if (info->value)
            return set_option(options, info, text_from(letter[1] ? letter + 1 : argv[++*next]));
        (void)set_option(options, info, (Text){0});
    }
    return true;
}

/* Options may not contradict one another or the command. False: told. */
static bool require_fit(const Options *options, const Command *command)
{
    if (options->help || options->version)
        return true;
    if (command->no_operands && options->operand_count) {
        complain(options, command->name, text_from(options->operands[0]), ": this command takes no files", (Text){0});
        return false;
    }
    if (!options->from_lines)
        return true;
    if (!command->takes_lines) {
        SINK_TEXTS(options->errors, TEXT("quoin "), text_from(command->name),
                   TEXT(": --from=jsonl is for quoin quotes and quoin entities\n"));
        return false;
    }
    if (options->notes == NOTES_WANTED) {
        sink_string(options->errors, "quoin: --from=jsonl: its texts have no notes, --notes does not go with it\n");
        return false;
    }
    if (options->encoding.kind != ENCODING_UNTOLD) {
        sink_string(options->errors, "quoin: --from=jsonl: JSON is UTF-8, --charset does not go with it\n");
        return false;
    }
    if (options->has_format && options->format != OUTPUT_JSONL) {
        sink_string(options->errors, "quoin: --from=jsonl goes with --format=jsonl: a line for each line\n");
        return false;
    }
    if (options->operand_count > 1 || (options->operand_count && strcmp(options->operands[0], "-") != 0)) {
        complain(options, "--from=jsonl reads standard input, found", text_from(options->operands[0]), "", (Text){0});
        return false;
    }
    return true;
}

/* What was piped is read when nothing is named; never something else in its place. */
static void take_stream(Options *options, const Command *command)
{
    static char stream[] = "-", *operands[] = {stream};

    if (command->reads_stream && options->operand_count == 0 && !isatty(STDIN_FILENO)) {
        options->operands = operands;
        options->operand_count = 1;
    }
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
        } else if (argv[i][1] != '-') {
            if (!parse_letters(options, command, argc, argv, &i))
                return false;
        } else if (!parse_long(options, command, argc, argv, &i)) {
            return false;
        }
    }
    take_stream(options, command);
    return require_fit(options, command);
}
