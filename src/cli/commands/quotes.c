/* `quoin quotes`: who said what, for people and for programs; all of it, or what is asked for by names. */
#include "analysis/result/quote_choice.h"
#include "base/nearest.h"
#include "cli/commands/articles.h"
#include "export/quotations.h"

/* What is asked for, and who there is instead where nobody is called so. */
typedef struct Asking {
    QuoteChoice choice;
    Arena arena;
    Text nearest_by, nearest_about; /* names of the articles, in the arena */
} Asking;

/* The nearest to `asked` of a name, its words, and what was the nearest before. */
static void compare(Asking *asking, Text asked, Text name, Text *nearest)
{
    Text words[2] = {*nearest, name}, found = nearest_name(asked, words, COUNT_OF(words));
    size_t at = 0;

    while (text_next_part(name, ' ', &at, &words[1])) {
        words[0] = found;
        found = nearest_name(asked, words, COUNT_OF(words));
    }
    if (!text_equal(found, *nearest))
        *nearest = arena_copy(&asking->arena, found);
}

/* Of those who speak, and of all names. */
static void find_nearest(Asking *asking, const Analysis *analysis)
{
    for (size_t i = 0; asking->choice.by_count == 0 && i < analysis->quotes.count; i++) {
        const QuoteSource *source = analysis->quotes.items[i].source;

        for (size_t j = 0; j < source->speaker_count; j++)
            compare(asking, asking->choice.by, source->speakers[j].name, &asking->nearest_by);
    }
    for (size_t i = 0; asking->choice.about_count == 0 && i < analysis->entities.count; i++)
        compare(asking, asking->choice.about, analysis->entities.items[i].name, &asking->nearest_about);
}

static bool choose(void *context, Analysis *analysis)
{
    Asking *asking = context;

    if (quote_choice_make(&asking->choice, analysis))
        return true;
    find_nearest(asking, analysis);
    return false;
}

/* `instead`: the cure where nobody is nearly called so; `there`: where the nearest name is that one, and says or is said elsewhere. */
static void tell_nobody(const Options *options, const char *what, Text name, Text near, const char *instead,
                        const char *there)
{
    SINK_TEXTS(options->errors, TEXT("quoin: "), text_from(what), TEXT(" \""));
    printable_write(options->errors, name, options->charset, LINES_JOINED);
    sink_string(options->errors, "\"; ");
    if (text_equal_ignoring_case(name, near)) {
        SINK_TEXTS(options->errors, text_from(there), TEXT("\n"));
    } else if (near.size) {
        sink_string(options->errors, "did you mean \"");
        printable_write(options->errors, near, options->charset, LINES_JOINED);
        sink_string(options->errors, "\"?\n");
    } else {
        SINK_TEXTS(options->errors, text_from(instead), TEXT("\n"));
    }
}

static void tell_nothing(const Options *options, const Asking *asking)
{
    const QuoteChoice *choice = &asking->choice;

    if (choice->by.size && choice->by_count == 0)
        tell_nobody(options, "no quotation is by", choice->by, asking->nearest_by,
                    "quoin quotes without --by shows who speaks", "indirect speech is: --format=json has it");
    if (choice->about.size && choice->about_count == 0)
        tell_nobody(options, "no quotation mentions", choice->about, asking->nearest_about,
                    "quoin entities lists the names", "the text around them does");
    if (choice->by_count && choice->about_count)
        tell_nobody(options, "no quotation by that speaker mentions", choice->about, (Text){0}, "others do", "");
}

static bool is_nothing(const Options *options, const char *option, Text name)
{
    if (!name.bytes || text_trim(name).size)
        return false;
    SINK_TEXTS(options->errors, TEXT("quoin: the option \""), text_from(option), TEXT("\" wants a name\n"));
    return true;
}

static int run(const Options *options)
{
    bool json = options->format == OUTPUT_JSON || options->format == OUTPUT_JSONL || options->from_lines;
    Asking asking = {.choice = {.by = options->by, .about = options->about, .indirect = json}};
    ArticleWriter writer = {.text = options->explain ? quotations_explain : quotations_print,
                            .rows = quotations_rows,
                            .line = quotations_members,
                            .context = &asking};
    int status;

    if (is_nothing(options, "by", options->by) || is_nothing(options, "about", options->about))
        return EXIT_USAGE;
    if (options->by.size == 0 && options->about.size == 0)
        return articles_write(options, &writer);
    writer.choose = choose;
    status = articles_write(options, &writer);
    if (asking.choice.count == 0 && status != EXIT_USAGE) {
        tell_nothing(options, &asking);
        status = EXIT_PROBLEMS;
    }
    arena_release(&asking.arena);
    return status;
}

const Command quotes_command = {
    .name = "quotes",
    .synopsis = "[--format=FORMAT] [--by=NAME] [--about=NAME] [--explain] [FILE|FOLDER|ADDRESS|-]…",
    .summary = "list quotations with their speakers",
    .options = "format by about explain from charset ascii notes no-notes config no-config no-confine",
    .takes_lines = true,
    .reads_stream = true,
    .run = run,
};
