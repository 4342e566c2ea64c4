/*
 * The bundled themes as they come to a screen. Every cell that a terminal (tmux) shows has the sign, the colours and the attributes that the
 * theme gives it, in each of its forms; and among 256 colours they look near enough: CIEDE2000.
 */
#include <math.h>
#include <string.h>

#include "base/unicode/unicode.h"
#include "clock.h"
#include "own_texts.h"
#include "term/entry.h"
#include "theme/ciede2000.h"
#include "theme_dump.h"
#include "tmux.h"
#include "ui/reader.h"

enum { ROWS = 30, COLUMNS = 100, MEAN_LARGEST_TENTHS = 53, DISTINCT_MOST = 4096 };

static char themes[] = "themes";
static const ThemeSource theme_source = {theme_from_folder, themes};

/* ---- what the reader draws ---- */

static const struct TagModel *find_model(void *model)
{
    return model;
}

static Text no_problem(void *model)
{
    (void)model;
    return (Text){0};
}

typedef struct Reader {
    Arena arena;
    Config config;
    Library library;
    AppOptions options;
    App app;
    Canvas canvas;
} Reader;

static void draw(Reader *reader, TagModel *model, Text theme, VariantChoice variant, const char *article)
{
    Report report;
    bool changed;

    *reader = (Reader){0};
    report_init(&report, &reader->arena, TEXT("library"));
    config_init(&reader->config, &reader->arena);
    reader->config.variant = variant;
    library_init(&reader->library, &reader->arena);
    (void)library_add(&reader->library, text_from(article), &report);
    reader->options = (AppOptions){.config = &reader->config,
                                   .library = &reader->library,
                                   .themes = theme_source,
                                   .theme_count = 1,
                                   .models = {find_model, no_problem, model},
                                   .theme = theme};
    reader->options.theme_ids = &reader->options.theme;
    canvas_init(&reader->canvas, CHARSET_UTF8);
    canvas_resize(&reader->canvas, ROWS, COLUMNS);
    app_init(&reader->app, &reader->options);
    app_resize(&reader->app, ROWS, COLUMNS);
    while (app_work(&reader->app, &changed))
        ;
    app_settle(&reader->app);
    app_draw(&reader->app, &reader->canvas);
}

static void release(Reader *reader)
{
    app_release(&reader->app);
    canvas_release(&reader->canvas);
    arena_release(&reader->arena);
}

/* ---- what the terminal shows ---- */

typedef struct Shown {
    Style style;
    const char *at; /* in the captured bytes */
} Shown;

static unsigned take_number(const char **at)
{
    unsigned number = 0;

    while (**at >= '0' && **at <= '9')
        number = number * 10 + (unsigned)(*(*at)++ - '0');
    return number;
}

/* After 38 or 48: ";2;r;g;b" or ";5;n". */
static Color take_color(const char **at)
{
    Color color = {COLOR_RGB, 0};
    unsigned kind;

    ++*at;
    kind = take_number(at);
    for (int i = 0; i < (kind == 2 ? 3 : 1); i++) {
        ++*at;
        color.value = color.value << 8 | take_number(at);
    }
    if (kind != 2)
        color.kind = COLOR_INDEX;
    return color;
}

/* One parameter of select graphic rendition. */
static void take_rendition(Style *style, const char **at)
{
    static const unsigned char attributes[] = {
        [1] = ATTRIBUTE_BOLD,      [2] = ATTRIBUTE_DIM,     [3] = ATTRIBUTE_ITALIC,
        [4] = ATTRIBUTE_UNDERLINE, [7] = ATTRIBUTE_REVERSE, [9] = ATTRIBUTE_STRIKE};
    unsigned number = take_number(at);

    if (number == 0)
        *style = (Style){.foreground = {COLOR_DEFAULT, 0}, .background = {COLOR_DEFAULT, 0}};
    else if (number < sizeof attributes)
        style->set |= attributes[number];
    else if (number == 38)
        style->foreground = take_color(at);
    else if (number == 48)
        style->background = take_color(at);
    else if (number == 39)
        style->foreground = (Color){COLOR_DEFAULT, 0};
    else if (number == 49)
        style->background = (Color){COLOR_DEFAULT, 0};
    else if (number >= 30 && number <= 37)
        style->foreground = (Color){COLOR_INDEX, number - 30};
    else if (number >= 40 && number <= 47)
        style->background = (Color){COLOR_INDEX, number - 40};
}

static void take_sequences(Shown *shown)
{
    while (strncmp(shown->at, "\033[", 2) == 0) {
        shown->at++;
        do {
            shown->at++; /* the bracket, or a semicolon */
            take_rendition(&shown->style, &shown->at);
        } while (*shown->at == ';');
        shown->at += *shown->at == 'm';
    }
}

/* curses has no strike, and dims instead. */
static unsigned attributes_shown(const Style *style)
{
    return style->set & ATTRIBUTE_STRIKE ? (style->set & ~(unsigned)ATTRIBUTE_STRIKE) | ATTRIBUTE_DIM : style->set;
}

/* The terminal leaves out what was cleared, if it has its own colours, at the end of a row. */
static bool is_cleared(const Cell *cell, const Style *style)
{
    return (cell->length == 0 || cell->bytes[0] == ' ') && style->foreground.kind == COLOR_DEFAULT &&
           style->background.kind == COLOR_DEFAULT && style->set == 0;
}

/* The first cell that is not as it should be: row * COLUMNS + column; -1: there is none. Moves `shown` on. */
static int compare_row(const Reader *reader, int row, Shown *shown)
{
    for (int column = 0; column < COLUMNS; column++) {
        const Cell *cell = &reader->canvas.cells[row * COLUMNS + column];
        Style style = theme_resolve(reader->app.themes.theme, reader->app.themes.variant, cell->roles, DEPTH_RGB);
        size_t length = cell->length ? cell->length : 1;

        if (cell->columns == 0)
            continue;
        take_sequences(shown);
        if (*shown->at == '\n' && is_cleared(cell, &style))
            continue;
        if (strncmp(shown->at, cell->length ? cell->bytes : " ", length) != 0 ||
            !color_same(shown->style.foreground, style.foreground) ||
            !color_same(shown->style.background, style.background) || shown->style.set != attributes_shown(&style))
            return row * COLUMNS + column;
        shown->at += length;
    }
    return -1;
}

static int first_difference(const Reader *reader, const Tmux *tmux)
{
    Shown shown = {{.foreground = {COLOR_DEFAULT, 0}, .background = {COLOR_DEFAULT, 0}}, tmux->bytes};
    int wrong = -1;

    for (int row = 0; row < ROWS && wrong < 0; row++) {
        wrong = compare_row(reader, row, &shown);
        take_sequences(&shown);
        if (wrong < 0 && *shown.at != '\n')
            wrong = row * COLUMNS + COLUMNS - 1;
        shown.at += *shown.at == '\n';
    }
    return wrong;
}

static void write_config(const char *path, VariantChoice variant)
{
    FILE *file = fopen(path, "w");

    if (!file)
        return;
    (void)fprintf(file, "variant: %s\n", variant == CHOICE_LIGHT ? "light" : "dark");
    (void)fclose(file);
}

static void test_screen(const char *program, const char *config, const char *article, TagModel *model, Text theme,
                        VariantChoice variant)
{
    static Reader reader;
    static Tmux tmux;
    long deadline = now_ms() + TMUX_DEADLINE_MS;
    char option[128];
    const char *arguments[] = {program, "--config", config, option, article, NULL};
    int wrong = 0;
    bool started;
    static bool failed; /* others will too, and need not be waited for so long */

    if (failed)
        deadline = now_ms() + 1000;
    (void)snprintf(option, sizeof option, "--theme=%.*s", TEXT_ARGS(theme));
    write_config(config, variant);
    draw(&reader, model, theme, variant, article);
    started = tmux_start(&tmux, ROWS, COLUMNS, arguments);
    while (started && (wrong = tmux_capture(&tmux) ? first_difference(&reader, &tmux) : 0) >= 0 && now_ms() < deadline)
        tmux_pause();
    ok(started && wrong < 0, "%.*s, %s: all cells are as the theme has them (%d)", TEXT_ARGS(theme),
       variant == CHOICE_LIGHT ? "light" : "dark", wrong);
    failed = failed || !started || wrong >= 0;
    tmux_end(&tmux);
    release(&reader);
}

static void test_screens(const VectorNames *files, TagModel *model)
{
    const char *build = getenv("BUILDDIR"), *source = getenv("SRCDIR");
    char program[1024], article[1024], config[1024];

    (void)snprintf(program, sizeof program, "%s/quoin", build ? build : ".");
    (void)snprintf(config, sizeof config, "%s/tests/colors-shown.yaml", build ? build : ".");
    (void)snprintf(article, sizeof article, "%s/articles/10-night-boat.yaml", source ? source : ".");
    for (size_t i = 0; i < files->count; i++) {
        Text theme = text_from(files->names[i]);

        theme.size -= strlen(".yaml");
        test_screen(program, config, article, model, theme, CHOICE_DARK);
        test_screen(program, config, article, model, theme, CHOICE_LIGHT);
    }
    (void)remove(config);
}

/* ---- among 256 colours ---- */

typedef struct Sum {
    uint32_t seen[DISTINCT_MOST];
    size_t count;
    double total, shown_total; /* of the nearest; as they are shown, which keeps contrast */
    size_t shown_count;
} Sum;

static void add_color(Sum *sum, Color exact, Color shown)
{
    if (exact.kind != COLOR_RGB)
        return;
    sum->shown_total += ciede2000(cie_lab(exact.value), cie_lab(color_of_index(shown.value)));
    sum->shown_count++;
    for (size_t i = 0; i < sum->count; i++) {
        if (sum->seen[i] == exact.value)
            return;
    }
    if (sum->count == DISTINCT_MOST)
        return;
    sum->seen[sum->count++] = exact.value;
    sum->total += ciede2000(cie_lab(exact.value), cie_lab(color_of_index(color_nearest_256(exact.value))));
}

static void add_theme(Sum *sum, const char *file)
{
    Arena arena = {0};
    Text id = text_from(file), text, path, why;
    const Theme *theme = NULL;
    Report report;

    id.size -= strlen(".yaml");
    report_init(&report, &arena, id);
    if (theme_from_folder(themes, &arena, id, &text, &path, &why))
        theme = theme_read(&arena, id, text, &theme_source, &report);
    for (Variant variant = VARIANT_DARK; theme && variant < VARIANT_COUNT; variant++) {
        for (int role = ROLE_NONE + 1; role < ROLE_COUNT; role++) {
            Style exact = theme_resolve(theme, variant, role_stack((Role)role), DEPTH_RGB);
            Style shown = theme_resolve(theme, variant, role_stack((Role)role), DEPTH_256);

            add_color(sum, exact.foreground, shown.foreground);
            add_color(sum, exact.background, shown.background);
        }
    }
    arena_release(&arena);
}

static void test_mapping(const VectorNames *files)
{
    static const struct {
        CieLab x, y;
        double difference;
    } published[] = {
        /* pairs 1, 7, 13, 17, 25 and 33 of the paper's test data */
        {{50, 2.6772, -79.7751}, {50, 0, -82.7485}, 2.0425},
        {{50, 0, 0}, {50, -1, 2}, 2.3669},
        {{50, -0.0010, 2.4900}, {50, 0.0009, -2.4900}, 4.8045},
        {{50, 2.5, 0}, {73, 25, -18}, 27.1492},
        {{60.2574, -34.0099, 36.2677}, {60.4626, -34.1751, 39.4387}, 1.2644},
        {{6.7747, -0.2908, -2.4247}, {5.8714, -0.0985, -2.2286}, 0.6377},
    };
    static Sum sum;

    for (size_t i = 0; i < COUNT_OF(published); i++) {
        double found = ciede2000(published[i].x, published[i].y);

        ok(fabs(found - published[i].difference) < 0.0001, "CIEDE2000 as published: %.4f, found %.4f",
           published[i].difference, found);
    }
    for (size_t i = 0; i < files->count; i++)
        add_theme(&sum, files->names[i]);
    ok(sum.count > 100 && sum.total / (double)sum.count <= MEAN_LARGEST_TENTHS / 10.0,
       "%zu colours among 256: mean CIEDE2000 %.2f, at most %.1f", sum.count, sum.total / (double)sum.count,
       MEAN_LARGEST_TENTHS / 10.0);
    printf("# weighed by roles, with contrast kept: %.2f\n", sum.shown_total / (double)sum.shown_count);
}

int main(void)
{
    const char *missing;
    VectorNames files;
    Arena arena = {0};
    TagModel model;

    (void)unicode_init("C.UTF-8");
    own_model(&arena, &model);
    vector_list(&files, themes, "", ".yaml");
    test_mapping(&files);
    missing = ENTRY_IS_SHOWN ? tmux_missing() : "quoin was built without the terminal's entry";
    if (missing)
        tap_skip(missing);
    else
        test_screens(&files, &model);
    vector_list_release(&files);
    arena_release(&arena);
    return tap_done();
}
