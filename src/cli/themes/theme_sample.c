/*
 * The sample is the reader itself: the application runs without a terminal, with a bundled article and a few keys, and its canvas is printed. So
 * whatever the reader draws is in the picture: a selected quotation, names, speakers, matches of a search, lists, the status line.
 */
#include "cli/themes/theme_sample.h"

#include <errno.h>
#include <string.h>

#include "cli/output/file_write.h"
#include "cli/output/output.h"
#include "cli/output/page.h"
#include "cli/output/printed.h"
#include "cli/output/report_print.h"
#include "cli/paths.h"
#include "cli/session/model.h"
#include "cli/themes/theme_named.h"
#include "ui/reader.h"

enum { SAMPLE_ROWS = 32, SAMPLE_COLUMNS = 100, SAMPLE_COLUMNS_MOST = 120 };

static const Text sample_article = LITERAL("articles/10-night-boat.yaml");
static const char sample_keys[] = "/boat\r...";

/* ---- the screen ---- */

static void press_keys(App *app)
{
    for (const char *key = sample_keys; *key; key++)
        (void)app_key(app, (Key){.code = *key == '\r' ? KEY_SPECIAL_ENTER : (uint32_t)*key}, 0);
}

/* False: the article cannot be shown, which is told. */
static bool draw_sample(Session *session, const Options *options, const Theme *theme, Variant variant, Canvas *canvas)
{
    AppOptions app_options = session_app_options(session, options);
    bool model_asked = session->model_asked, changed, good;
    App *app = ARENA_NEW(&session->arena, App);

    app_init(app, &app_options);
    app->themes.theme = theme;
    theme_choice_use_variant(&app->themes, variant == VARIANT_DARK ? CHOICE_DARK : CHOICE_LIGHT);
    app_resize(app, canvas->rows, canvas->columns);
    while (app_work(app, &changed))
        ;
    press_keys(app);
    while (app_work(app, &changed))
        ;
    app_settle(app);
    app_draw(app, canvas);
    report_print(options->errors, &app->failure, options->charset);
    if (!model_asked)
        model_print_problem(options->errors, session->model_problem);
    good = app->document.article && !app->failure.unreadable;
    app_release(app);
    return good;
}

/* The theme, and the article in the library. False: told. */
static bool prepare(Session *session, Arena *arena, Text name, const Options *options, const Theme **theme)
{
    size_t mistakes;
    Report report;

    *theme = theme_named(session, arena, name, options->charset, &mistakes);
    if (!*theme)
        return false;
    report_init(&report, arena, TEXT("quoin themes"));
    if (session->library.entries.count == 0)
        (void)library_add(&session->library, path_join(&session->arena, session->data.text, sample_article).text,
                          &report);
    report_print(options->errors, &report, options->charset);
    return session->library.entries.count > 0;
}

/* ---- printed ---- */

static bool print_sample(Session *session, const Options *options, const Theme *theme, Variant variant)
{
    Printing printing = {options->out, theme, variant, stream_style(options->color), GROUND_PRINTED};
    int columns = printing.stream.columns;
    Canvas canvas;
    bool good;

    canvas_init(&canvas, options->charset);
    canvas_resize(&canvas, SAMPLE_ROWS,
                  columns == 0                    ? SAMPLE_COLUMNS
                  : columns < SAMPLE_COLUMNS_MOST ? columns
                                                  : SAMPLE_COLUMNS_MOST);
    good = draw_sample(session, options, theme, variant, &canvas);
    for (int row = 0; row < canvas.rows; row++)
        printed_row(&canvas, row, &printing);
    canvas_release(&canvas);
    return good;
}

int theme_show(Session *session, Text name, const Options *options)
{
    Arena arena = {0};
    const Theme *theme;
    bool there = prepare(session, &arena, name, options, &theme), good = there, first = true;

    for (Variant variant = VARIANT_DARK; there && variant < VARIANT_COUNT; variant++) {
        if (!theme->variants[variant].given)
            continue;
        if (!first)
            sink_byte(options->out, '\n');
        good = print_sample(session, options, theme, variant) && good;
        first = false;
    }
    arena_release(&arena);
    return good ? EXIT_OK : EXIT_USAGE;
}

/* ---- as a page ---- */

static Text make_page(Session *session, Arena *arena, const Options *options, const Theme *theme, bool *good)
{
    Page page = page_begin(arena, theme);

    for (Variant variant = VARIANT_DARK; variant < VARIANT_COUNT; variant++) {
        Canvas canvas;

        if (!theme->variants[variant].given)
            continue;
        canvas_init(&canvas, CHARSET_UTF8);
        canvas_resize(&canvas, SAMPLE_ROWS, SAMPLE_COLUMNS);
        *good = draw_sample(session, options, theme, variant, &canvas) && *good;
        page_add_screen(&page, &canvas, variant);
        canvas_release(&canvas);
    }
    return page_end(&page);
}

/* Into what the name leads to, whatever that is. False: told. */
static bool write_page(Arena *arena, Path path, Text page, const Options *options)
{
    Report report;

    if (path.text.size == 0 || path_is_stream(path)) {
        sink_text(options->out, page);
        return true;
    }
    report_init(&report, arena, path.text);
    if (!file_is_special(path_string(path)))
        (void)file_replace(arena, path_string(path), page, &report);
    else if ((errno = output_write_file(path_string(path), page)) != 0)
        report_add(&report, SEVERITY_ERROR, 0, 0, "it cannot be written: %s", strerror(errno));
    report_print(options->errors, &report, options->charset);
    return report.error_count == 0;
}

int theme_preview(Session *session, Text name, Text path, const Options *options)
{
    Arena arena = {0};
    const Theme *theme;
    bool good = prepare(session, &arena, name, options, &theme);
    Text page = good ? make_page(session, &arena, options, theme, &good) : (Text){0};

    if (page.size) /* also without an article that could not be read, which is told */
        good = write_page(&arena, path_copy(&arena, path), page, options) && good;
    arena_release(&arena);
    return good ? EXIT_OK : EXIT_USAGE;
}
