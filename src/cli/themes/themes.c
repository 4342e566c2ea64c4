/* `quoin themes`: what there is; and what is done with one, by a word that follows: a row of a table. */
#include "base/nearest.h"
#include "cli/output/report_print.h"
#include "export/table.h"
#include "cli/session/session.h"
#include "cli/themes/theme_check.h"
#include "cli/themes/theme_new.h"
#include "cli/themes/theme_sample.h"

#include <limits.h>
#include <string.h>

enum { ID_COLUMNS = 18, VARIANTS_COLUMNS = 14 };

static Text variants_of(const Theme *theme)
{
    return !theme                                                                        ? TEXT("unreadable")
           : theme->variants[VARIANT_DARK].given && theme->variants[VARIANT_LIGHT].given ? TEXT("dark, light")
           : theme->variants[VARIANT_DARK].given                                         ? TEXT("dark")
                                                                                         : TEXT("light");
}

/* `theme`: NULL if it cannot be read. */
static void print_theme_line(const Table *table, Text id, const Theme *theme, bool current)
{
    sink_string(table->out, current ? "* " : "  ");
    table_put_padded(table->out, id, ID_COLUMNS, table->charset);
    table_put_padded(table->out, variants_of(theme), VARIANTS_COLUMNS, table->charset);
    if (theme)
        printable_write(table->out, theme->author, table->charset, LINES_JOINED);
    if (theme && theme->license.size) {
        sink_string(table->out, " (");
        printable_write(table->out, theme->license, table->charset, LINES_JOINED);
        sink_byte(table->out, ')');
    }
    sink_byte(table->out, '\n');
}

static void print_theme_row(Table *table, Text id, const Theme *theme, bool current)
{
    Text none = {0};
    TableField fields[] = {
        FIELD_TEXT("theme", id),
        FIELD_TEXT("variants", variants_of(theme)),
        FIELD_TEXT("name", theme ? theme->name : none),
        FIELD_TEXT("author", theme ? theme->author : none),
        FIELD_TEXT("license", theme ? theme->license : none),
        FIELD_BOOL("current", current),
    };

    table_row(table, fields, COUNT_OF(fields));
}

static void print_theme(Session *session, Table *table, Text id, bool current)
{
    Arena arena = {0};
    Text source, path, why;
    const Theme *theme = NULL;
    Report report;

    report_init(&report, &arena, id);
    if (session->themes.read(session->themes.context, &arena, id, &source, &path, &why)) {
        report.path = path;
        theme = theme_read(&arena, id, source, &session->themes, &report);
    } else if (why.size) {
        report.path = path;
        report_add(&report, SEVERITY_ERROR, 0, 0, "%.*s", TEXT_ARGS(why));
    }
    if (table->format == OUTPUT_TEXT)
        print_theme_line(table, id, theme, current);
    else
        print_theme_row(table, id, theme, current);
    report_print(session->errors, &report, table->charset);
    arena_release(&arena);
}

static void list_themes(Session *session, Table *table)
{
    Text current = session->config.theme.size ? session->config.theme : TEXT(USUAL_THEME);

    for (size_t i = 0; i < session->theme_ids.count; i++)
        print_theme(session, table, session->theme_ids.items[i], text_equal(session->theme_ids.items[i], current));
}

/* ---- what may follow `quoin themes` ---- */

static int check_one(Session *session, Table *table, Text name, const Options *options)
{
    (void)options;
    return theme_check(session, name, table);
}

static int show_one(Session *session, Table *table, Text name, const Options *options)
{
    (void)table;
    return theme_show(session, name, options);
}

static int new_one(Session *session, Table *table, Text name, const Options *options)
{
    (void)table;
    return theme_new(session, name, options);
}

static int preview_one(Session *session, Table *table, Text name, const Options *options)
{
    (void)table;
    return theme_preview(session, name, options->html, options);
}

typedef struct Verb {
    const char *name, *operands;
    int most;        /* operands */
    bool html, from; /* the options that only it takes */
    bool prints_table;
    int (*run)(Session *session, Table *table, Text name, const Options *options); /* for each */
} Verb;

static const Verb verbs[] = {
    {"check", "THEME|FILE…", INT_MAX, .prints_table = true, .run = check_one},
    {"show", "THEME|FILE…", INT_MAX, .run = show_one},
    {"preview", "[--html=PAGE] THEME|FILE", 1, .html = true, .run = preview_one},
    {"new", "NAME [--from=THEME|FILE]", 1, .from = true, .run = new_one},
};

enum { VERB_COUNT = COUNT_OF(verbs) };

static const Verb *find_verb(const char *name)
{
    for (size_t i = 0; i < VERB_COUNT; i++) {
        if (strcmp(verbs[i].name, name) == 0)
            return &verbs[i];
    }
    return NULL;
}

static int tell_verbs(Sink *errors, Text found)
{
    Text names[VERB_COUNT], near;

    for (size_t i = 0; i < VERB_COUNT; i++)
        names[i] = text_from(verbs[i].name);
    near = nearest_name(found, names, VERB_COUNT);
    if (near.size) {
        SINK_TEXTS(errors, TEXT("quoin themes: did you mean \"quoin themes "), near, TEXT("\"?\n"));
        return EXIT_USAGE;
    }
    sink_string(errors, "quoin themes: there are quoin themes");
    for (size_t i = 0; i < VERB_COUNT; i++)
        SINK_TEXTS(errors, i + 1 < VERB_COUNT ? TEXT(",") : TEXT(" and"), TEXT(" quoin themes "), names[i], TEXT(" "),
                   text_from(verbs[i].operands));
    sink_byte(errors, '\n');
    return EXIT_USAGE;
}

static int run_verb(Session *session, Table *table, const Verb *verb, const Options *options)
{
    int status = EXIT_OK;

    for (int i = 1; i < options->operand_count; i++) {
        int one = verb->run(session, table, text_from(options->operands[i]), options);

        status = one > status ? one : status;
    }
    return status;
}

/* `quoin themes preview --html FILE.yaml`: the theme is meant, and no theme is ever written over. */
static bool page_is_theme(const Options *options)
{
    return text_ends_with(options->html, TEXT(".yaml"));
}

/* False: told. */
static bool require_fit(const Verb *verb, const Options *options)
{
    bool page_alone = verb && verb->html && page_is_theme(options) && options->operand_count == 1;

    if ((options->html.size && (!verb || !verb->html)) || (options->base_theme.size && (!verb || !verb->from))) {
        sink_string(options->errors, options->html.size ? "quoin themes: --html goes with quoin themes preview\n"
                                                        : "quoin themes: --from goes with quoin themes new\n");
        return false;
    }
    if (!verb || page_alone ||
        (options->operand_count > 1 && options->operand_count - 1 <= verb->most && !page_is_theme(options)))
        return true;
    SINK_TEXTS(options->errors, TEXT("usage: quoin themes "), text_from(verb->name), TEXT(" "),
               text_from(verb->operands), TEXT("\n"));
    return false;
}

static int run_listing(Session *session, const Verb *verb, const Options *options)
{
    int status = EXIT_OK;
    Table table;

    table_begin(&table, options->out, options->format, options->charset);
    if (verb)
        status = run_verb(session, &table, verb, options);
    else
        list_themes(session, &table);
    table_end(&table);
    return status;
}

static int run_themes(const Options *options)
{
    const Verb *verb = options->operand_count ? find_verb(options->operands[0]) : NULL;
    Session session;
    int status;

    if (options->operand_count && !verb)
        return tell_verbs(options->errors, text_from(options->operands[0]));
    if (!require_fit(verb, options) || !session_open(&session, options))
        return EXIT_USAGE;
    report_print(options->errors, &session.config_report, options->charset);
    if (!verb || verb->prints_table)
        status = run_listing(&session, verb, options);
    else if (options->operand_count == 1)
        status = theme_preview(&session, options->html, (Text){0}, options);
    else
        status = run_verb(&session, NULL, verb, options);
    session_close(&session);
    return status;
}

const Command themes_command = {
    .name = "themes",
    .synopsis = "[--format=FORMAT] [check|show|preview|new] [THEME|FILE|NAME]…",
    .summary = "list themes; check, show or make one",
    .details =
        "  quoin themes                                    what there is\n"
        "  quoin themes check THEME|FILE…                  mistakes, contrasts, hues that look alike to some readers\n"
        "  quoin themes show THEME|FILE…                   a screen of the reader in them\n"
        "  quoin themes preview [--html=PAGE] THEME|FILE   the same as a page of HTML\n"
        "  quoin themes new NAME [--from=THEME|FILE]       begin one: a file with a line for every role",
    .options = "format base html color ascii config no-config",
    .words = "check show preview new",
    .run = run_themes,
};
