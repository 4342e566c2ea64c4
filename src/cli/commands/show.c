/* `quoin show`: the set article on standard output, line by line as the reader draws it: one row of canvas at
 * a time. */
#include "cli/commands/show.h"

#include "cli/output/printed.h"
#include "cli/output/report_print.h"
#include "cli/session/confinement.h"
#include "cli/session/reader_notes.h"
#include "reading/gutter.h"
#include "term/written/hyperlinks.h"
#include "ui/panes/pane.h"
#include "ui/reader.h"
#include "ui/opening/opening.h"

enum { WIDTH_DEFAULT = 80, GUTTER = 6, SECTIONS_KEPT = 32 };

/* What was asked for, else the terminal's width, else 80. */
static int print_width(const Options *options, int terminal_columns)
{
    if (options->width_columns)
        return options->width_columns;
    if (terminal_columns == 0)
        return WIDTH_DEFAULT;
    return terminal_columns < WIDTH_LEAST ? WIDTH_LEAST : terminal_columns > WIDTH_MOST ? WIDTH_MOST : terminal_columns;
}

/* As wide as in the reader. */
static int gutter_columns(const Document *document)
{
    int needed = gutter_label_columns(document) + 3;

    return needed > GUTTER ? needed : GUTTER;
}

/* All of the width is the text's. */
static void set_article(App *app, int width)
{
    app->arrangement = (Arrangement){.shape = SHAPE_BODY, .gutter_columns = gutter_columns(&app->document)};
    app->arrangement.panes[PANE_BODY] = (Rect){0, 0, 1, width};
    document_measure(&app->document, arrangement_measure(&app->arrangement, app->measure_columns), LINKS_PLAIN);
}

/* The air above a headline is that of a screen. */
static LinePosition first_printed(App *app)
{
    LinePosition position = layout_first(app->document.layout);

    if (layout_line(app->document.layout, position)->kind == LINE_BLANK)
        (void)layout_move(app->document.layout, &position, 1);
    return position;
}

static bool has_rows(App *app, int width, int rows)
{
    LinePosition position;

    set_article(app, width);
    position = first_printed(app);
    return layout_move(app->document.layout, &position, rows) < rows;
}

/* The numbers of quotations may need a wider margin. */
bool show_fits(Session *session, const Options *options, int rows)
{
    AppOptions app_options = session_app_options(session, options);
    int width = print_width(options, stream_style(options->color).columns);
    bool fits;
    App *app = ARENA_NEW(&session->arena, App);

    app_init(app, &app_options);
    fits = app->document.article && has_rows(app, width, rows);
    if (fits)
        document_finish(&app->document);
    fits = fits && has_rows(app, width, rows);
    app_release(app);
    return fits;
}

static void print_article(App *app, const Options *options)
{
    StreamStyle style = stream_style(options->color);
    int width = print_width(options, style.columns);
    Printing printing = {options->out, app->themes.theme, app->themes.variant, style, GROUND_LEFT_OUT};
    LinePosition position;
    size_t kept = 0;
    Canvas canvas;

    set_article(app, width);
    canvas_init(&canvas, app->options.charset);
    canvas.hyperlinks = style.styled && hyperlinks_wanted(app->config->hyperlinks, style.columns > 0);
    canvas_resize(&canvas, 1, width);
    position = first_printed(app);
    do {
        app->document.top = position;
        canvas.signs = app->themes.theme->signs;
        canvas_clear(&canvas, ROLE_TEXT);
        pane_ops(PANE_BODY)->draw(app, &canvas, app->arrangement.panes[PANE_BODY], false);
        printed_row(&canvas, 0, &printing);
        if (position.section > kept + SECTIONS_KEPT) { /* those printed are not looked at again */
            layout_forget_lines(app->document.layout);
            kept = position.section;
        }
    } while (options->out->error == 0 && layout_move(app->document.layout, &position, 1));
    canvas_release(&canvas);
}

/* What the reader wrote, as in the reader: highlights, and who said what as it was corrected. */
static void take_notes(Session *session, App *app, const Options *options)
{
    Document *document = &app->document;
    NoteState *noting = &app->noting;
    Report report;

    report_init(&report, &app->failure_arena, TEXT("notes"));
    arena_reset(&noting->arena);
    noting->remarks = reader_notes(session, &noting->arena, &noting->sources_arena, document->article,
                                   document->analysis, library_name(app->library, app->entry), &report);
    reader_notes_tell_missing(&noting->remarks, &report);
    noting->is_read = true;
    quote_list_update(&document->listed, document->analysis);
    report_print(options->errors, &report, options->charset);
}

int show_session(Session *session, const Options *options)
{
    AppOptions app_options = session_app_options(session, options);
    int status = EXIT_OK;
    App *app = ARENA_NEW(&session->arena, App);

    app_options.variant = screen_variant(app_options.variant);
    app_init(app, &app_options);
    for (size_t entry = 0; entry < session->library.entries.count && options->out->error == 0; entry++) {
        if (entry > 0) {
            app_open(app, entry);
            sink_byte(options->out, '\n');
        }
        if (app->document.article)
            document_finish(&app->document);
        if (app->document.article && options->notes == NOTES_WANTED)
            take_notes(session, app, options);
        file_tell_error(&app->document.file, &app->failure);
        report_print(options->errors, &app->failure, options->charset);
        if (app->document.article && !app_page_fails(app))
            print_article(app, options);
        if (!app->document.article || app_page_fails(app) || app->failure.unreadable)
            status = EXIT_USAGE;
        if (app->failure.error_count && status == EXIT_OK)
            status = EXIT_PROBLEMS;
    }
    app_release(app);
    return status;
}

static int run(const Options *options)
{
    Session session;
    int status = EXIT_USAGE;

    if (!session_open(&session, options))
        return EXIT_USAGE;
    report_print(options->errors, &session.config_report, options->charset);
    if (session_add_articles(&session, options) || session.library.entries.count) {
        session.reads_notes = options->notes == NOTES_WANTED;
        confinement_begin_session(&session, options);
        status = show_session(&session, options);
    }
    session_close(&session);
    return status;
}

const Command show_command = {
    .name = "show",
    .synopsis = "[--width=COLUMNS] [--color=WHEN] [FILE|FOLDER|ADDRESS|-]…",
    .summary = "print articles as the reader sets them",
    .options = "width color theme from charset ascii notes no-notes config no-config no-confine",
    .reads_stream = true,
    .run = run,
};
