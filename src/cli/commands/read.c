/* `quoin [FILE|FOLDER|ADDRESS|-]…`: the reader. The event loop: draw, then work while no key waits, then wait. */
#include "cli/commands/linear.h"
#include "cli/commands/one_screen.h"
#include "cli/commands/show.h"
#include "cli/lines.h"
#include "cli/output/file_write.h"
#include "cli/output/printed.h"
#include "cli/output/report_print.h"
#include "cli/paths.h"
#include "cli/writing/effects.h"
#include "cli/session/confinement.h"
#include "cli/session/model.h"
#include "cli/session/newer_emoji.h"
#include "cli/writing/note_editor.h"
#include "cli/session/programs.h"
#include "cli/taking/taking.h"
#include "cli/session/remembering.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/unicode/unicode.h"
#include "term/written/hyperlinks.h"
#include "ui/notes/note_line.h"
#include "ui/notes/noting.h"
#include "ui/reader.h"
#include "ui/opening/opening.h"
#include "ui/opening/remembering.h"

enum {
    FRAME_MS = 16, /* while keys keep coming */
    HELD_MS = 80   /* for a stream at the start */
};

static void draw(App *app, Canvas *canvas)
{
    app_settle(app);
    app_draw(app, canvas);
    screen_present(canvas, app->themes.theme, app->themes.variant);
}

static void take_size(App *app, Canvas *canvas)
{
    int rows, columns;

    screen_size(&rows, &columns);
    canvas_resize(canvas, rows, columns);
    app_resize(app, rows, columns);
}

/* Whatever the editor did, the file is read again. */
static void edit(App *app)
{
    Arena scratch = {0};
    Report report;
    bool good;

    report_init(&report, &scratch, library_name(app->library, app->entry));
    if (!programs_has_editor(app->config, paths_editor(), app->library->entries.items[app->entry].path.text, &report)) {
        app_say(app, ROLE_STATUS_ERROR, "%.*s", TEXT_ARGS(report_first(&report)->message));
        arena_release(&scratch);
        return;
    }
    screen_lend();
    good = programs_edit(app->config, paths_editor(), app->library->entries.items[app->entry].path.text, app->edit_line,
                         &report);
    screen_take_again();
    app_reload(app);
    if (!good)
        app_say(app, ROLE_STATUS_ERROR, "%.*s", TEXT_ARGS(report_first(&report)->message));
    arena_release(&scratch);
}

static void edit_note(App *app)
{
    Text words = note_field(&app->noting.line, NOTE_NOTE);
    Arena scratch = {0};
    Message why;
    Report report;
    Path file;
    bool good;

    report_init(&report, &scratch, TEXT("note"));
    if (!programs_has_editor(app->config, paths_editor(), TEXT("note"), &report)) {
        app_say(app, ROLE_STATUS_ERROR, "%.*s", TEXT_ARGS(report_first(&report)->message));
        arena_release(&scratch);
        return;
    }
    screen_lend();
    good = note_editor_run(app->config, paths_editor(), &scratch, &words, &file, &report);
    screen_take_again();
    if (!good) {
        message_say_problems(&app->message, "not noted: ", &report);
    } else if (note_line_written(app, words)) {
        note_editor_end(file);
    } else {
        why = app->message;
        app_say(app, ROLE_STATUS_ERROR, "the note is in %.*s: %s", TEXT_ARGS(file.text), why.bytes);
    }
    arena_release(&scratch);
}

/* Also where there are none yet: the first theme makes the folder. */
static void watch_themes(const Session *session)
{
    for (size_t i = 0; i < session->theme_places.count; i++)
        screen_watch(path_string(session->theme_places.items[i]));
}

/* Somebody makes a theme: it is put on as it is saved, and a new one can be chosen. */
static void take_themes(App *app, Session *session)
{
    watch_themes(session);
    session_find_themes(session);
    app_themes_changed(app, session->theme_ids.items, session->theme_ids.count);
}

/* What is around the reader is another now: the terminal, the themes. False: something else has come. */
static bool take_surroundings(App *app, Canvas *canvas, Session *session, Event event)
{
    switch (event.kind) {
    case EVENT_RESIZE:
        take_size(app, canvas);
        return true;
    case EVENT_RESUMED:
        take_size(app, canvas);
        screen_redraw();
        return true;
    case EVENT_VARIANT:
        theme_choice_set_background(&app->themes, event.variant);
        return true;
    case EVENT_FILES:
        take_themes(app, session);
        return true;
    default:
        return false;
    }
}

/* A program that was given something, and is waited for. */
typedef struct Running {
    App *app;
    Canvas *canvas;
    Session *session;
    int64_t since_ms;
    bool is_told, is_left; /* "running…" stands there; the program is to end */
} Running;

/* What is typed meanwhile is lost, but for ^C, which ends it. What comes of a stream is taken afterwards: until then it is said again and again. */
static bool is_awaited(void *waiting)
{
    enum { UNTOLD_MS = 300 };
    Running *running = waiting;
    Event event;

    if (!running->is_told && screen_now_ms() - running->since_ms >= UNTOLD_MS) {
        app_say(running->app, ROLE_STATUS_INFO, "%s is running… ^C ends it", running->app->out.words[0]);
        draw(running->app, running->canvas);
        running->is_told = true;
    }
    do {
        event = screen_wait(0);
        running->is_left = running->is_left || event.kind == EVENT_TERMINATE;
        if (take_surroundings(running->app, running->canvas, running->session, event))
            draw(running->app, running->canvas);
        if (event.kind == EVENT_KEY && event.key.modifiers == MODIFIER_CTRL && event.key.code == 'c')
            return false;
    } while (event.kind != EVENT_NONE && event.kind != EVENT_STREAM && !running->is_left);
    return !running->is_left;
}

/* False: the program is to end. */
static bool run_program(App *app, Canvas *canvas, Session *session)
{
    Running running = {.app = app, .canvas = canvas, .session = session, .since_ms = screen_now_ms()};

    taking_pipe(app, is_awaited, &running);
    return !running.is_left;
}

/* False: leave. */
static bool perform(App *app, Canvas *canvas, Session *session, Effects effects)
{
    if (effects & EFFECT_QUIT)
        return false;
    if (effects & EFFECT_SUSPEND)
        remembering_save(app);
    if (effects & EFFECT_SUSPEND)
        screen_suspend();
    if (effects & EFFECT_REDRAW)
        screen_redraw();
    if (effects & EFFECT_EDIT)
        edit(app);
    if (effects & EFFECT_COPY)
        taking_copy(app, (TerminalClipboard){screen_clipboard(), screen_copy});
    if ((effects & EFFECT_PIPE) && !run_program(app, canvas, session))
        return false;
    effects_perform(app, session, effects);
    if (effects & EFFECT_EDIT_NOTE)
        edit_note(app);
    return true;
}

static bool handle(App *app, Canvas *canvas, Session *session, Event event)
{
    switch (event.kind) {
    case EVENT_KEY:
        return perform(app, canvas, session, app_key(app, event.key, screen_now_ms()));
    case EVENT_PASTED:
        return perform(app, canvas, session, app_paste(app, event.key.code, screen_now_ms()));
    case EVENT_MOUSE:
        return perform(app, canvas, session, app_mouse(app, event.mouse, screen_now_ms()));
    case EVENT_RESIZE:
    case EVENT_RESUMED:
    case EVENT_VARIANT:
    case EVENT_FILES:
        return take_surroundings(app, canvas, session, event);
    case EVENT_TERMINATE:
        return false;
    case EVENT_STREAM:
    case EVENT_NONE:
        return perform(app, canvas, session, app_tick(app, screen_now_ms()));
    }
    return true;
}

/* What is on the screen against what should be. */
typedef struct Frame {
    bool stale;
    int64_t drawn_ms;
    int64_t held_ms; /* until then nothing is drawn where there is no text yet: most of it comes at once */
} Frame;

/* What waits already (a paste, a key that repeats) is taken before the screen is drawn again, for a frame's time at most. */
static Event next_event(App *app, Canvas *canvas, Frame *frame, bool more)
{
    bool held = document_may_grow(&app->document) && !app->document.article && screen_now_ms() < frame->held_ms;
    Event event = {.kind = EVENT_NONE};

    if (held && app_timeout_ms(app, screen_now_ms()) != 0)
        return screen_wait((int)(frame->held_ms - screen_now_ms()));
    if (frame->stale && screen_now_ms() < frame->drawn_ms + FRAME_MS)
        event = screen_wait(0);
    if (event.kind != EVENT_NONE)
        return event;
    if (frame->stale) {
        draw(app, canvas);
        *frame = (Frame){false, screen_now_ms(), frame->held_ms};
    }
    return screen_wait(more ? 0 : app_timeout_ms(app, screen_now_ms()));
}

/* What came is taken; there is nothing else to do yet but work, which goes on a little even where something keeps coming. */
static bool is_dealt_with(App *app, Frame *frame, bool *more, Event event)
{
    bool changed = false;

    if (event.kind == EVENT_STREAM)
        streaming_take(app, screen_now_ms());
    if (event.kind != EVENT_NONE && event.kind != EVENT_STREAM)
        return false;
    if (app_timeout_ms(app, screen_now_ms()) == 0 || (event.kind == EVENT_NONE && !*more))
        return false;
    *more = *more && app_work(app, &changed);
    frame->stale = frame->stale || changed;
    return true;
}

/* How the reader was left. */
typedef enum Leaving { LEFT_BY_KEY, LEFT_TO_PRINT, LEFT_BY_TERMINAL } Leaving;

/* Has what was read as it came ended, before a key was pressed, and fits on the screen? `*watched`: nothing else was looked for. */
static bool is_to_print(const App *app, Session *session, const Options *options, Event event, bool *watched)
{
    if (event.kind == EVENT_KEY || event.kind == EVENT_MOUSE)
        *watched = false;
    if (!*watched || document_may_grow(&app->document))
        return false;
    *watched = false;
    return one_screen_fits(session, options);
}

static Leaving loop(App *app, Canvas *canvas, Session *session, const Options *options)
{
    bool watched = session->config.quit_if_one_screen && document_may_grow(&app->document);
    Frame frame = {true, INT64_MIN / 2, screen_now_ms() + HELD_MS};
    bool more = true;

    (void)screen_wait(0); /* a resize during the start */
    take_size(app, canvas);
    for (;;) {
        Event event;

        screen_listen(streaming_descriptor(app));
        event = next_event(app, canvas, &frame, more);
        if (is_dealt_with(app, &frame, &more, event))
            continue;
        if (!handle(app, canvas, session, event))
            return event.kind == EVENT_TERMINATE ? LEFT_BY_TERMINAL : LEFT_BY_KEY;
        if (is_to_print(app, session, options, event, &watched))
            return LEFT_TO_PRINT;
        more = frame.stale = true;
    }
}

/* The last screen once more, below what was on the terminal before, without the rows that speak of keys. */
static void print_last_screen(App *app, Canvas *canvas, const Options *options)
{
    Printing printing = {options->out, app->themes.theme, app->themes.variant, stream_style(options->color),
                         GROUND_PRINTED};
    int rows = app->arrangement.status.rows ? app->arrangement.status.row : canvas->rows;

    app->popup.id = POPUP_NONE;
    app->prompt.line.kind = PROMPT_NONE;
    app->show_continuations = false;
    app_settle(app);
    app_draw(app, canvas);
    for (int row = 0; row < rows; row++)
        printed_row(canvas, row, &printing);
}

/* What could not be kept, for when the terminal is the shell's again. */
typedef struct Unkept {
    Report places, notes;
} Unkept;

/* While keys are still ours: a ^C that came later would end the program in the midst of it. */
static void remember_last(App *app, Session *session, Unkept *unkept)
{
    report_init(&unkept->places, &session->arena, TEXT("what is remembered"));
    report_init(&unkept->notes, &session->arena, TEXT("notes"));
    (void)remembering_end(app, &unkept->places);
    noting_end(app, &unkept->notes);
    session->kept_folders[KEEPER_PLACES] = (Path){0};
}

/* With what only the terminal knows, which is open. */
static AppOptions options_here(Session *session, const Options *options)
{
    AppOptions app_options = session_app_options(session, options);

    app_options.wait = NULL;
    app_options.continues = session->continues;
    app_options.variant = screen_variant(app_options.variant);
    app_options.tells_apart = screen_tells_keys_apart();
    app_options.order = screen_order(session->config.order);
    if (!unicode_has_locale()) /* curses goes by it */
        app_options.charset = CHARSET_ASCII;
    if (app_options.charset == CHARSET_UTF8)
        app_options.charset = screen_charset();
    return app_options;
}

static int read_articles(Session *session, const Options *options)
{
    AppOptions app_options;
    Canvas canvas;
    Leaving left;
    Unkept unkept;
    App *app = ARENA_NEW(&session->arena, App);

    session_remember(session, options);
    app_options = options_here(session, options);
    canvas_init(&canvas, app_options.charset);
    canvas.order = app_options.order;
    canvas.hyperlinks = hyperlinks_wanted(session->config.hyperlinks, true);
    app_init(app, &app_options);
    report_sort(&session->config_report);
    if (session->config_is_used) /* what a reader left that was killed while it kept a theme */
        file_sweep(&session->arena, path_string(session->config_path));
    message_say_problems(&app->message, "", &session->config_report);
    watch_themes(session);
    left = loop(app, &canvas, session, options);
    remember_last(app, session, &unkept);
    if (left == LEFT_BY_KEY)
        screen_leave();
    else
        screen_close();
    if (left == LEFT_BY_KEY && app->config->keep_screen)
        print_last_screen(app, &canvas, options);
    report_print(options->errors, &unkept.places, options->charset);
    report_print(options->errors, &unkept.notes, options->charset);
    app_release(app);
    canvas_release(&canvas);
    if (left == LEFT_TO_PRINT)
        return show_session(session, options);
    return left == LEFT_BY_KEY ? EXIT_OK : EXIT_PROBLEMS;
}

/* Only a device is opened for that: who writes into a FIFO would find its reader gone. */
static bool is_terminal(Path path)
{
    struct stat status;
    int descriptor;
    bool is;

    if (path_is_stream(path))
        return isatty(STDIN_FILENO);
    if (stat(path_string(path), &status) != 0 || !S_ISCHR(status.st_mode))
        return false;
    descriptor = open(path_string(path), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    is = descriptor >= 0 && isatty(descriptor);
    if (descriptor >= 0)
        (void)close(descriptor);
    return is;
}

/* Before the terminal is opened, which could get the number of standard input, if that is closed. A text that is typed is read to its end,
 * since keys * come from where it does. */
static bool begin_streams(Session *session, const Options *options)
{
    bool all = true;

    for (size_t i = 0; i < session->library.entries.count; i++) {
        const LibraryEntry *entry = &session->library.entries.items[i];
        bool typed = entry->stream && is_terminal(entry->path);
        Report report;

        if (!entry->stream || (!typed && !path_is_stream(entry->path)))
            continue;
        report_init(&report, &session->arena, library_name(&session->library, i));
        if (!library_stream(&session->library, i, typed ? STREAM_IS_AWAITED : STREAM_IS_WATCHED, lines_wait, &report))
            all = false;
        report_print(options->errors, &report, options->charset);
    }
    return all;
}

/* The options, or the same of the configuration. Is nothing left to read? */
static bool prints_one_screen(Session *session, const Options *options)
{
    session->config.keep_screen = session->config.keep_screen || options->keep_screen;
    session->config.quit_if_one_screen = session->config.quit_if_one_screen || options->quit_if_one_screen;
    if (!session->config.quit_if_one_screen || !isatty(STDOUT_FILENO))
        return false;
    one_screen_wait(session);
    return one_screen_fits(session, options);
}

static int read_or_print(Session *session, const Options *options)
{
    ScreenOptions screen = {.color = options->color, .mouse = session->config.mouse, .ask = session->config.ask_terminal};
    Options as_read = *options;
    bool fits = prints_one_screen(session, options);
    Report report;

    screen.emoji = !fits && isatty(STDOUT_FILENO) && newer_emoji_in(&session->library);
    screen.hyperlinks = hyperlinks_wanted(session->config.hyperlinks, isatty(STDOUT_FILENO));
    report_init(&report, &session->arena, TEXT("quoin"));
    if (!fits && isatty(STDOUT_FILENO) && screen_open(&screen, &report))
        return read_articles(session, options);
    report_print(options->errors, &report, options->charset); /* no terminal, or one that cannot place its cursor */
    as_read.notes = fits ? NOTES_WANTED : NOTES_USUAL;
    session->reads_notes = fits;
    confinement_begin_session(session, options);
    return show_session(session, &as_read);
}

/* None of the files that were named can be opened: that is told on the command line, not on a screen. Pages and streams may come yet. */
static bool tell_nothing_to_read(Session *session, const Options *options)
{
    Report report;

    for (size_t i = 0; i < session->library.entries.count; i++) {
        const LibraryEntry *entry = &session->library.entries.items[i];
        File file;

        report_init(&report, &session->arena, library_name(&session->library, i));
        if (entry->stream || file_open(&file, path_string(entry->path), &report)) {
            if (!entry->stream)
                file_close(&file);
            return false;
        }
    }
    for (size_t i = 0; i < session->library.entries.count; i++) {
        File file;

        report_init(&report, &session->arena, library_name(&session->library, i));
        if (!file_open(&file, path_string(session->library.entries.items[i].path), &report))
            report_print(options->errors, &report, options->charset);
    }
    return session->library.entries.count > 0;
}

/* What is told before there is a screen. False: it was told why there will be none. */
static bool can_begin(Session *session, const Options *options)
{
    return begin_streams(session, options) && !tell_nothing_to_read(session, options);
}

static int run(const Options *options)
{
    Session session;
    bool all, linear;
    int status;

    if (!session_open(&session, options))
        return EXIT_USAGE;
    linear = options->linear || session.config.linear;
    if (options->operand_count == 0 && isatty(STDOUT_FILENO) && !linear)
        session.continues = session_add_begun(&session, options);
    all = session_add_articles(&session, options);
    if (session.continues)
        session_drop_begun_again(&session);
    if ((session.library.entries.count == 0 && !all) ||
        (!linear && isatty(STDOUT_FILENO) && !can_begin(&session, options))) {
        session_close(&session);
        return EXIT_USAGE;
    }
    status = linear ? linear_session(&session, options) : read_or_print(&session, options);
    report_print(options->errors, &session.config_report, options->charset);
    model_print_problem(options->errors, session.model_problem);
    session_close(&session);
    return status;
}

const Command read_command = {
    .name = "read",
    .synopsis = "[FILE|FOLDER|ADDRESS|-]…",
    .summary = "read articles (the default)",
    .options =
        "theme color from charset width ascii quit-if-one-screen keep-screen linear lines config no-config no-memory "
        "no-confine",
    .reads_stream = true,
    .run = run,
};
