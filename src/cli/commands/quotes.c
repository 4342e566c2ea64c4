/* `quoin quotes`: who said what, for people and for programs. */
#include "cli/commands/articles.h"
#include "export/quotations.h"

static int run(const Options *options)
{
    static const ArticleWriter writer = {.text = quotations_print, .rows = quotations_rows, .line = quotations_members};

    return articles_write(options, &writer);
}

const Command quotes_command = {
    .name = "quotes",
    .synopsis = "[--format=FORMAT] [FILE|FOLDER|ADDRESS|-]…",
    .summary = "list quotations with their speakers",
    .options = "format from charset ascii notes no-notes config no-config no-confine",
    .takes_lines = true,
    .reads_stream = true,
    .run = run,
};
