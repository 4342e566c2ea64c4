/* A program that reads what it is given is waited for, for some seconds; its output is a message when it is one line, else a popup. */
#include "cli/taking/taking.h"

#include "cli/output/file_write.h"
#include "ui/popups/popups.h"
#include "ui/taking/program_output.h"

enum { DEADLINE_MS = 10000, OUTPUT_MOST = 1 << 20 };

void taking_copy(App *app, TerminalClipboard terminal)
{
    Arena scratch = {0};
    Text where;

    if (clipboard_put(&scratch, app->config, terminal, app->out.text, &where))
        app_say(app, ROLE_STATUS_INFO, "copied %.*s, %.*s", TEXT_ARGS(app->out.what), TEXT_ARGS(where));
    else
        app_say(app, ROLE_STATUS_ERROR, "not copied: %.*s", TEXT_ARGS(where));
    arena_release(&scratch);
}

static Text first_line(Text text)
{
    size_t end = text_find_byte(text, '\n', 0);

    return end == TEXT_NOT_FOUND ? text : text_slice(text, (Range){0, end});
}

static void show_written(App *app, Text written)
{
    Text title = text_from(app->out.words[0]);

    if (written.size == 0)
        app_say(app, ROLE_STATUS_INFO, "%.*s has %.*s, and says nothing", TEXT_ARGS(title), TEXT_ARGS(app->out.what));
    else if (program_output_keep(app, title, written) == 1)
        app_say(app, ROLE_STATUS_INFO, "%.*s", TEXT_ARGS(written));
    else
        popup_open(app, POPUP_OUTPUT);
}

void taking_pipe(App *app, ProcessAwaited *is_awaited, void *waiting)
{
    ProcessPlan plan = {app->out.words, app->out.text, OUTPUT_MOST, DEADLINE_MS};
    Arena scratch = {0};
    ProcessResult result = process_run_awaited(&scratch, &plan, is_awaited, waiting);
    Text written = result.output, said = first_line(text_trim(result.errors));

    while (written.size && ascii_is_blank(written.bytes[written.size - 1]))
        written.size--;
    if (result.end == PROCESS_EXITED && result.code == 0) {
        show_written(app, written);
    } else {
        if (written.size && program_output_keep(app, text_from(app->out.words[0]), written) > 1)
            popup_open(app, POPUP_OUTPUT);
        app_say(app, ROLE_STATUS_ERROR, "%s %.*s%s%.*s", app->out.words[0],
                TEXT_ARGS(process_end_text(&scratch, &result)), said.size ? ": " : "", TEXT_ARGS(said));
    }
    arena_release(&scratch);
}

/* False also where somebody makes the file in the meantime. */
static bool write_new(Arena *arena, const char *path, Text bytes, bool *is_there, Report *report)
{
    FileEdit edit;

    if (!file_edit_begin(&edit, arena, path, FILE_IS_READ, report))
        return false;
    *is_there = edit.exists;
    if (!edit.exists)
        return file_edit_commit(&edit, bytes, report);
    file_edit_abandon(&edit);
    return false;
}

void taking_save(App *app)
{
    Arena scratch = {0};
    Path path = path_copy(&scratch, app->out.name);
    bool is_there = !app->out.replaces && path_exists(path), good = false;
    Report report;

    report_init(&report, &scratch, app->out.name);
    if (app->out.replaces)
        good = file_replace(&scratch, path_string(path), app->out.text, &report);
    else if (!is_there)
        good = write_new(&scratch, path_string(path), app->out.text, &is_there, &report);
    if (is_there)
        app_say(app, ROLE_STATUS_WARNING, "that file is there already; with ! behind the command it is replaced");
    else if (good)
        app_say(app, ROLE_STATUS_INFO, "saved %.*s in %.*s", TEXT_ARGS(app->out.what), TEXT_ARGS(app->out.name));
    else
        app_say(app, ROLE_STATUS_ERROR, "not saved: %.*s (%.*s)", TEXT_ARGS(report_first(&report)->message),
                TEXT_ARGS(app->out.name));
    arena_release(&scratch);
}
