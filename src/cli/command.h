/* Sub-commands: each a file with a row of one table. Options are parsed in one place, from tables. */
#ifndef QUOIN_CLI_COMMAND_H
#define QUOIN_CLI_COMMAND_H

#include "base/report.h"
#include "base/printable.h"
#include "term/screen.h"

enum { EXIT_OK = 0, EXIT_PROBLEMS = 1, EXIT_USAGE = 2 };

typedef enum OutputFormat { OUTPUT_TEXT, OUTPUT_JSON, OUTPUT_JSONL, OUTPUT_TSV, OUTPUT_CSV, OUTPUT_MARKDOWN, OUTPUT_COUNT } OutputFormat;

typedef struct Options {
    ColorChoice color;
    int width_columns;          /* 0: the terminal's, or 80 */
    OutputFormat format;
    Text from;                  /* --from= */
    Text theme;                 /* --theme= */
    Text config;                /* --config= */
    bool no_config;
    Charset charset;            /* of standard output */
    char **operands;
    int operand_count;
} Options;

typedef struct Command {
    const char *name;
    const char *synopsis;       /* "[--format=FORMAT] [FILE]…" */
    const char *summary;
    const char *options;        /* names of the options that it takes, separated by blanks */
    int (*run)(const Options *options);
} Command;

/* One row each in commands.def, so that --help, completion and the manual come from it. */
extern const Command read_command, show_command, quotes_command, entities_command, check_command, list_command, keys_command, themes_command;

#endif
