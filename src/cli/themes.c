/* `quoin themes`: what there is; `quoin themes check THEME|FILE…`: what could be better in them. */
#include "cli/session.h"
#include "cli/table.h"
#include "cli/theme_check.h"

#include <string.h>

static void print_theme(Session *session, Table *table, Text id, bool current)
{
    Arena arena = {0};
    Text source, path, variants = TEXT("unreadable");
    const Theme *theme = NULL;
    Report report;

    report_init(&report, &arena, id);
    if (session->themes.read(session->themes.context, &arena, id, &source, &path)) {
        report.path = path;
        theme = theme_read(&arena, id, source, &session->themes, &report);
    }
    if (theme)
        variants = theme->variants[VARIANT_DARK].given && theme->variants[VARIANT_LIGHT].given
                       ? TEXT("dark, light")
                   : theme->variants[VARIANT_DARK].given ? TEXT("dark")
                                                         : TEXT("light");
    if (table->format == OUTPUT_TEXT) {
        (void)fputs(current ? "* " : "  ", stdout);
        table_put_padded(id, 18, table->charset);
        table_put_padded(variants, 14, table->charset);
        if (theme) {
            printable_write(stdout, theme->author, table->charset, LINES_JOINED);
            if (theme->license.size) {
                (void)fputs(" (", stdout);
                printable_write(stdout, theme->license, table->charset, LINES_JOINED);
                (void)fputc(')', stdout);
            }
        }
        (void)fputc('\n', stdout);
    } else {
        TableField fields[] = {
            FIELD_TEXT("theme", id),
            FIELD_TEXT("variants", variants),
            FIELD_TEXT("name", theme ? theme->name : (Text){0}),
            FIELD_TEXT("author", theme ? theme->author : (Text){0}),
            FIELD_TEXT("license", theme ? theme->license : (Text){0}),
            FIELD_BOOL("current", current),
        };
        table_row(table, fields, sizeof fields / sizeof fields[0]);
    }
    report_print(stderr, &report, table->charset);
    arena_release(&arena);
}

static void list_themes(Session *session, Table *table)
{
    Text current = session->config.theme.size ? session->config.theme : TEXT("paper");

    for (size_t i = 0; i < session->theme_ids.count; i++)
        print_theme(session, table, session->theme_ids.items[i], text_equal(session->theme_ids.items[i], current));
}

static int check_themes(Session *session, Table *table, const Options *options)
{
    int status = EXIT_OK;

    if (options->operand_count == 1) {
        (void)fputs("quoin themes check: name a theme or its file\n", stderr);
        return EXIT_USAGE;
    }
    for (int i = 1; i < options->operand_count; i++) {
        int one = theme_check(session, text_from(options->operands[i]), table);

        status = one > status ? one : status;
    }
    return status;
}

static int run_themes(const Options *options)
{
    int status = EXIT_OK;
    Session session;
    Table table;

    if (options->operand_count && strcmp(options->operands[0], "check") != 0) {
        (void)fprintf(stderr, "quoin themes: there are `quoin themes` and `quoin themes check THEME|FILE…`\n");
        return EXIT_USAGE;
    }
    if (!session_open(&session, options))
        return EXIT_USAGE;
    report_print(stderr, &session.config_report, options->charset);
    table_begin(&table, options->format, options->charset);
    if (options->operand_count)
        status = check_themes(&session, &table, options);
    else
        list_themes(&session, &table);
    table_end(&table);
    session_close(&session);
    return status;
}

const Command themes_command = {
    .name = "themes",
    .synopsis = "[--format=FORMAT] [check THEME|FILE…]",
    .summary = "list themes, or check some: contrast, and colours told apart",
    .options = "format ascii config no-config",
    .run = run_themes,
};
