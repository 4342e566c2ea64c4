/* `quoin entities`: the people, organisations and places of articles; with --flat each place where one is named. */
#include "cli/commands/articles.h"
#include "export/names.h"

static int run(const Options *options)
{
    static const ArticleWriter grouped = {.text = names_print, .rows = names_rows, .line = names_members};
    static const ArticleWriter flat = {.text = names_print_flat, .rows = names_rows_flat, .line = names_members_flat};

    return articles_write(options, options->flat ? &flat : &grouped);
}

const Command entities_command = {
    .name = "entities",
    .synopsis = "[--format=FORMAT] [--flat] [FILE|FOLDER|ADDRESS|-]…",
    .summary = "list people, organisations and places",
    .options = "format from charset flat ascii notes no-notes config no-config no-confine",
    .takes_lines = true,
    .reads_stream = true,
    .run = run,
};
