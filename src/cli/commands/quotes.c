/* `quoin quotes`: who said what, for people and for programs. */
#include "cli/commands/articles.h"
#include "export/quotations.h"

static int run(const Options *options)
{
    static const ArticleWriter writer = {.text = quotations_print, .rows = quotations_rows, .line = quotations_members};
    static const ArticleWriter explaining = {
        .text = quotations_explain, .rows = quotations_rows, .line = quotations_members};

    return articles_write(options, options->explain ? &explaining : &writer);
}

const Command quotes_command = {
    .name = "quotes",
    .synopsis = "[--format=FORMAT] [--explain] [FILE|FOLDER|ADDRESS|-]…",
    .summary = "list quotations with their speakers",
    .options = "format explain from charset ascii notes no-notes config no-config no-confine",
    .takes_lines = true,
    .reads_stream = true,
    .run = run,
};
