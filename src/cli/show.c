/* `quoin show`: the set article on standard output, line by line as the reader draws it: one row of canvas at
 * a time. */
#include "cli/show.h"

#include "cli/session.h"
#include "ui/app.h"
#include "ui/body_pane.h"
#include "ui/gutter.h"
#include "ui/pane.h"

enum { WIDTH_DEFAULT = 80, GUTTER = 6 };

/* ---- a row of cells as bytes ---- */

static void print_color(Color color, int base)
{
    if (color.kind == COLOR_INDEX && color.value < 8)
        (void)printf(";%d", base + (int)color.value);
    else if (color.kind == COLOR_INDEX && color.value < 16)
        (void)printf(";%d", base + 60 + (int)color.value - 8);
    else if (color.kind == COLOR_INDEX)
        (void)printf(";%d;5;%u", base + 8, (unsigned)color.value);
    else if (color.kind == COLOR_RGB)
        (void)printf(";%d;2;%u;%u;%u", base + 8, (unsigned)(color.value >> 16 & 255),
                     (unsigned)(color.value >> 8 & 255), (unsigned)(color.value & 255));
}

static void print_style(Style style)
{
    static const struct {
        Attribute attribute;
        int code;
    } codes[] = {{ATTRIBUTE_BOLD, 1},      {ATTRIBUTE_DIM, 2},     {ATTRIBUTE_ITALIC, 3},
                 {ATTRIBUTE_UNDERLINE, 4}, {ATTRIBUTE_REVERSE, 7}, {ATTRIBUTE_STRIKE, 9}};

    (void)fputs("\033[0", stdout);
    for (size_t i = 0; i < sizeof codes / sizeof codes[0]; i++) {
        if (style.set & codes[i].attribute)
            (void)printf(";%d", codes[i].code);
    }
    print_color(style.foreground, 30);
    print_color(style.background, 40);
    (void)fputc('m', stdout);
}

static bool same_stack(RoleStack a, RoleStack b)
{
    for (int layer = 0; layer < LAYER_COUNT; layer++) {
        if (a.roles[layer] != b.roles[layer])
            return false;
    }
    return true;
}

/* Blanks at the end are left out: an article's background is the terminal's when it is printed. */
static void print_row(Canvas *canvas, const Theme *theme, Variant variant, ColorDepth depth, bool styled)
{
    int end = canvas->columns;
    RoleStack last = role_stack(ROLE_NONE);

    while (end && canvas_cell(canvas, 0, end - 1)->columns == 1 &&
           (canvas_cell(canvas, 0, end - 1)->length == 0 || canvas_cell(canvas, 0, end - 1)->bytes[0] == ' '))
        end--;
    for (int column = 0; column < end; column++) {
        const Cell *cell = canvas_cell(canvas, 0, column);

        if (cell->columns == 0)
            continue;
        if (styled && !same_stack(cell->roles, last)) {
            Style style = theme_resolve(theme, variant, cell->roles, depth);

            style.background = (Color){COLOR_DEFAULT, 0};
            print_style(style);
            last = cell->roles;
        }
        if (cell->length)
            (void)fwrite(cell->bytes, 1, cell->length, stdout);
        else
            (void)fputc(' ', stdout);
    }
    (void)fputs(styled && end ? "\033[0m\n" : "\n", stdout);
}

/* ---- an article ---- */

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
    int needed = gutter_label_columns(document) + 2;

    return needed > GUTTER ? needed : GUTTER;
}

static void print_article(App *app, const Options *options)
{
    StreamStyle style = stream_style(options->color);
    int width = print_width(options, style.columns);
    LinePosition position;
    Canvas canvas;

    document_finish(&app->document);
    app->arrangement = (Arrangement){.shape = SHAPE_BODY, .gutter_columns = gutter_columns(&app->document)};
    app->arrangement.panes[PANE_BODY] = (Rect){0, 0, 1, width};
    document_measure(&app->document, arrangement_measure(&app->arrangement, app->measure_columns));
    canvas_init(&canvas, app->options.charset);
    canvas_resize(&canvas, 1, width);
    position = layout_first(app->document.layout);
    do {
        app->document.top = position;
        canvas.signs = app->theme->signs;
        canvas_clear(&canvas, ROLE_TEXT);
        body_pane.draw(app, &canvas, app->arrangement.panes[PANE_BODY], false);
        print_row(&canvas, app->theme, app->variant, style.depth, style.styled);
    } while (layout_move(app->document.layout, &position, 1));
    canvas_release(&canvas);
}

int show_session(Session *session, const Options *options)
{
    AppOptions app_options = session_app_options(session, options);
    int status = EXIT_OK;
    App app;

    app_init(&app, &app_options);
    for (size_t entry = 0; entry < session->library.entries.count; entry++) {
        if (entry > 0) {
            app_open(&app, entry);
            (void)fputc('\n', stdout);
        }
        report_print(stderr, &app.failure, options->charset);
        if (app.document.article)
            print_article(&app, options);
        else
            status = EXIT_USAGE;
        if (app.failure.error_count && status == EXIT_OK)
            status = EXIT_PROBLEMS;
    }
    app_release(&app);
    return status;
}

static int run(const Options *options)
{
    Session session;
    int status = EXIT_USAGE;

    if (!session_open(&session, options))
        return EXIT_USAGE;
    report_print(stderr, &session.config_report, options->charset);
    if (session_add_articles(&session, options) || session.library.entries.count)
        status = show_session(&session, options);
    session_close(&session);
    return status;
}

const Command show_command = {
    .name = "show",
    .synopsis = "[--width=COLUMNS] [--color=WHEN] [FILE|FOLDER|-]…",
    .summary = "print articles as the reader sets them",
    .options = "width color theme from ascii config no-config",
    .run = run,
};
