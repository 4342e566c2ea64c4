/* The loop: what a key says is written, then the next key is waited for. */
#include "cli/commands/linear.h"

#include "cli/output/report_print.h"
#include "cli/session/remembering.h"
#include "cli/writing/effects.h"
#include "term/line_terminal.h"
#include "ui/linear/linear.h"
#include "ui/notes/noting.h"
#include "ui/opening/remembering.h"
#include "ui/reader.h"

static bool reads_stream(const Session *session)
{
    bool reads = false;

    for (size_t i = 0; i < session->library.entries.count; i++)
        reads = reads || path_is_stream(session->library.entries.items[i].path);
    return reads;
}

/* Two rows are kept: that of "More.", and one of what was said before. 0: it is no screen. */
static int lines_of_screen(int rows)
{
    enum { KEPT = 2 };

    return rows == 0 ? 0 : rows > KEPT ? rows - KEPT : 1;
}

/* Before something is said: the terminal may have another size by now. */
static void take_size(Linear *linear, const Options *options)
{
    StreamStyle style = stream_style(COLOR_NEVER);

    linear_resize(linear, options->width_columns ? options->width_columns : style.columns,
                  options->lines ? options->lines : lines_of_screen(style.rows));
}

/* True: go on. */
static bool take_line(Linear *linear, LineTerminal *terminal, const Options *options)
{
    Arena arena = {0};
    Text line;
    bool more = line_terminal_line(terminal, linear_question(linear), &arena, &line) == KEYS_ONE;

    take_size(linear, options);
    more = more && linear_line(linear, line, screen_now_ms());
    arena_release(&arena);
    return more;
}

static bool take_key(Linear *linear, LineTerminal *terminal, const Options *options)
{
    Key key;

    KeyEvent event = line_terminal_key(terminal, linear_timeout_ms(linear, screen_now_ms()), &key);

    take_size(linear, options);
    switch (event) {
    case KEYS_ONE:
        return linear_key(linear, key, screen_now_ms());
    case KEYS_NONE:
        return linear_tick(linear, screen_now_ms());
    case KEYS_END:
        break;
    }
    return false;
}

static void loop(Linear *linear, LineTerminal *terminal, Session *session, const Options *options)
{
    bool more = true;

    while (more && sink_flush(linear->out)) {
        more = linear_wants_line(linear) ? take_line(linear, terminal, options) : take_key(linear, terminal, options);
        if (linear->effects) {
            effects_perform(linear->app, session, linear->effects);
            linear_done(linear);
        }
    }
}

/* One article was named, and it cannot be read: there is nothing to read by lines. */
static bool has_nothing(const App *app)
{
    return !app->document.article && app->library->entries.count == 1;
}

int linear_session(Session *session, const Options *options)
{
    AppOptions app_options;
    StreamStyle style = stream_style(COLOR_NEVER);
    LineTerminal terminal;
    Linear linear;
    Report report, unkept;
    App *app = ARENA_NEW(&session->arena, App);

    report_init(&unkept, &session->arena, TEXT("notes"));
    report_init(&report, &session->arena, TEXT("quoin"));
    if (!line_terminal_open(&terminal, reads_stream(session), &report)) {
        report_print(options->errors, &report, options->charset);
        return EXIT_USAGE;
    }
    session_remember(session, options);
    app_options = session_app_options(session, options);
    app_init(app, &app_options);
    if (has_nothing(app)) {
        report_print(options->errors, &app->failure, options->charset);
        app_release(app);
        line_terminal_close(&terminal);
        return EXIT_USAGE;
    }
    linear_begin(&linear, app, options->out, options->width_columns ? options->width_columns : style.columns,
                 options->lines ? options->lines : lines_of_screen(style.rows));
    loop(&linear, &terminal, session, options);
    linear_end(&linear);
    if (!remembering_end(app, &report))
        report_print(options->errors, &report, options->charset);
    noting_end(app, &unkept);
    report_print(options->errors, &unkept, options->charset);
    app_release(app);
    line_terminal_close(&terminal);
    return EXIT_OK;
}
