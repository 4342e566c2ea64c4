/* Sub-commands: each a file with a row of one table. Options are parsed in one place, from tables. */
#ifndef QUOIN_CLI_COMMAND_H
#define QUOIN_CLI_COMMAND_H

#include "base/report.h"
#include "cli/output/output.h"
#include "export/export.h"
#include "formats/formats.h"
#include "term/screen.h"

enum { WIDTH_LEAST = 20, WIDTH_MOST = 500 }; /* of printed articles, in columns */
enum { LINES_MOST = 500 };                   /* that a key gives in linear reading */

/* How `quoin import` writes articles. */
typedef enum FileFormat { FILE_FORMAT_BY_NAME, FILE_FORMAT_YAML, FILE_FORMAT_JSON } FileFormat;

/*
 * Does what the reader wrote count: notes, and corrections of who said what? As usual in all that tells who said what; `show`, which tells what an
 * article says, leaves it out.
 */
typedef enum NotesChoice { NOTES_USUAL, NOTES_WANTED, NOTES_UNWANTED } NotesChoice;

typedef struct Options {
    Sink *out, *errors; /* standard output and standard error */
    ColorChoice color;
    int width_columns; /* 0: the terminal's, or 80 where there is none */
    OutputFormat format;
    bool has_format; /* --format= was given */
    FileFormat file_format;
    const ExportFormat *export_format; /* --format= of quoin export and cite; NULL: not given */
    Text output;                       /* --output= */
    const Format *from;                /* --from=; NULL: what each article is, it says itself */
    bool from_lines;                   /* --from=jsonl: many texts, a line each */
    Encoding encoding;                 /* --charset=, of what comes in */
    Text preset;                       /* --preset= of quoin keys; empty: the user's keys */
    Text theme;                        /* --theme= */
    Text base_theme;                   /* --from= of quoin themes new */
    Text html;                         /* --html= */
    Text by, about;                    /* --by=, --about=: whose quotations, and about whom; empty: all */
    Text config;                       /* --config= */
    bool no_config;
    bool no_memory;
    NotesChoice notes;
    bool no_confine;
    bool all;                /* --all of quoin forget */
    bool explain;            /* why each quotation is given to somebody */
    bool flat;               /* each mention instead of each entity */
    int lines;               /* of linear reading, that a key gives at most; 0: as the screen has room */
    bool linear;             /* lines that follow one another, for screen readers */
    bool keep_screen;        /* what the reader showed last stays on the terminal */
    bool quit_if_one_screen; /* what fits on the screen is printed, not read */
    bool help, version;
    Charset charset;     /* of standard output */
    const char *program; /* argv[0] */
    char **operands;
    int operand_count;
} Options;

typedef struct Command {
    const char *name;
    const char *synopsis; /* "[--format=FORMAT] [FILE]…" */
    const char *summary;
    const char *details; /* lines of its help after that, or NULL */
    const char *options; /* names of the options that it takes, separated by blanks */
    const char *words;   /* what its operands may be beside files, separated by blanks; or NULL */
    bool takes_lines;    /* --from=jsonl is among what it can read */
    bool no_operands;
    bool reads_stream; /* where nothing is named it reads standard input, unless that is a terminal */
    int (*run)(const Options *options);
} Command;

extern const Command read_command, show_command, quotes_command, entities_command, import_command, check_command,
    export_command, cite_command, list_command, keys_command, themes_command, completion_command, forget_command,
    review_command;

/* All of them; the first is the one that is meant when none is named. */
const Command *const *commands_all(size_t *count);

enum { OPTION_VALUES = 32 };

/* An option: a row of one table, from which parsing, --help and the manual are made. */
typedef struct OptionInfo {
    const char *name;  /* "format" */
    const char *value; /* "FORMAT", or NULL for a switch */
    const char *help;
    size_t (*values)(Text *names); /* what its value can be, at most OPTION_VALUES; NULL: anything */
    char letter;                   /* its short form: 'F' for "-F", 'o' for "-o FILE"; 0: it has none */
    const char *of;                /* the command that alone has it, for the manual; NULL: several, or the reader */
    const char *key;               /* in Command.options, where another option has the same name; NULL: the name */
    bool (*set)(Options *options, const char *name,
                Text value); /* false: told on standard error. NULL: what is given goes to */
    size_t offset;           /* … this member of Options, a Text; of a switch a bool */
} OptionInfo;
const OptionInfo *options_all(size_t *count);

/* Its help, with what its value can be: "what comes in: auto, article, text or jsonl". In the arena. */
Text option_help(const OptionInfo *option, Arena *arena);

/* Parse what comes after the program's (and the command's) name. False: told on standard error. */
bool options_parse(Options *options, const Command *command, int argc, char **argv);
bool option_belongs(const Command *command, const OptionInfo *option);

#endif
