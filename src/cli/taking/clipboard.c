/* Programs are given a second: one that serves the clipboard goes on in a process of its own. */
#include "cli/taking/clipboard.h"

#include <string.h>

#include "base/system/process.h"
#include "cli/output/file_write.h"
#include "cli/paths.h"

enum { DEADLINE_MS = 1000, WORDS_MOST = 5 };

typedef struct Copying {
    Arena *arena;
    Text text;
    Text where;   /* it is, so far */
    Text trouble; /* the first that there was */
} Copying;

static void put_where(Copying *copying, Text where)
{
    copying->where = copying->where.size
                         ? arena_join(copying->arena, (const Text[]){copying->where, TEXT(", and "), where}, 3)
                         : where;
}

static void tell(Copying *copying, Text trouble)
{
    if (copying->trouble.size == 0)
        copying->trouble = trouble;
}

/* ---- the terminal ---- */

static bool by_terminal(Copying *copying, TerminalClipboard terminal)
{
    Arena *arena = copying->arena;

    if (terminal.ability.trust == CLIPBOARD_REFUSES) {
        tell(copying, text_from(terminal.ability.wanting));
        return false;
    }
    if (copying->text.size > terminal.ability.bytes_most) {
        tell(copying, arena_printf(arena, "a terminal takes %zu bytes at once, and these are %zu",
                                   terminal.ability.bytes_most, copying->text.size));
        return false;
    }
    if (!terminal.send(copying->text)) {
        tell(copying, TEXT("the terminal could not be written to"));
        return false;
    }
    if (terminal.ability.trust == CLIPBOARD_TAKES) {
        put_where(copying, TEXT("to the clipboard by OSC 52"));
        return true;
    }
    put_where(copying, TEXT("to the terminal by OSC 52, which it may not take"));
    return false;
}

/* ---- programs ---- */

/* The last line that it said, or how it ended. */
static Text what_went_wrong(Arena *arena, const char *program, const ProcessResult *result)
{
    Text said = text_trim(result->errors);

    if (result->end == PROCESS_NOT_STARTED || result->end == PROCESS_TIMED_OUT || said.size == 0)
        return arena_printf(arena, "%s %.*s", program, TEXT_ARGS(process_end_text(arena, result)));
    for (size_t at = 0; (at = text_find_byte(said, '\n', 0)) != TEXT_NOT_FOUND;)
        said = text_slice(said, (Range){at + 1, said.size});
    return arena_printf(arena, "%s: %.*s", program, TEXT_ARGS(arena_shortened(arena, said, 80)));
}

static bool by_program(Copying *copying, const char *const *arguments, Text where)
{
    ProcessPlan plan = {.arguments = arguments, .input = copying->text, .deadline_ms = DEADLINE_MS};
    ProcessResult result = process_hand_over(copying->arena, &plan);

    if (result.end == PROCESS_EXITED && result.code == 0) {
        put_where(copying, where);
        return true;
    }
    tell(copying, what_went_wrong(copying->arena, arguments[0], &result));
    return false;
}

/* "osc52" is the terminal, which its user knows to take it. */
static bool by_configured(Copying *copying, ProgramWords words, TerminalClipboard terminal)
{
    const char *const *arguments = program_arguments(copying->arena, words, &(ProgramValues){0});

    if (text_equal(words.items[0], TEXT("osc52"))) {
        terminal.ability.trust = CLIPBOARD_TAKES;
        return by_terminal(copying, terminal);
    }
    return arguments &&
           by_program(copying, arguments, arena_printf(copying->arena, "to the clipboard by %s", arguments[0]));
}

typedef struct Row {
    const char *variable; /* which must be set; NULL: none */
    const char *words[WORDS_MOST];
} Row;

static const Row desktop[] = {
    {"WAYLAND_DISPLAY", {"wl-copy"}},
    {"DISPLAY", {"xclip", "-selection", "clipboard"}},
    {"DISPLAY", {"xsel", "--clipboard", "--input"}},
    {"WSL_DISTRO_NAME", {"clip.exe"}},
    {NULL, {"pbcopy"}},
    {NULL, {"termux-clipboard-set"}},
};

/* tmux keeps it in a buffer of its own, and hands it on to its terminal (set-clipboard); an old one (before 3.2) does only the first. */
static const Row tmux[] = {
    {"TMUX", {"tmux", "load-buffer", "-w", "-"}},
    {"TMUX", {"tmux", "load-buffer", "-"}},
};

static bool by_first(Copying *copying, const Row *rows, size_t count, const char *where, const char *by)
{
    for (size_t i = 0; i < count; i++) {
        if ((rows[i].variable && !paths_has_variable(rows[i].variable)) || !paths_has_program(rows[i].words[0]))
            continue;
        if (by_program(copying, rows[i].words, arena_printf(copying->arena, "%s%s", where, by ? by : rows[i].words[0])))
            return true;
    }
    return false;
}

/* ---- a file ---- */

static bool by_file(Copying *copying)
{
    Path path = paths_copied(copying->arena);
    Report report;

    report_init(&report, copying->arena, path.text);
    if (path.text.size == 0) {
        tell(copying, TEXT("there is no home for a file"));
        return false;
    }
    (void)file_make_folders(copying->arena, path, FOLDERS_OF_USER);
    if (!file_replace(copying->arena, path_string(path), copying->text, &report)) {
        tell(copying, report_line(&report, report_first(&report), copying->arena));
        return false;
    }
    put_where(copying, arena_printf(copying->arena, "to %.*s", TEXT_ARGS(path.text)));
    return true;
}

/* By what is there of its own accord. False: it may be nowhere. */
static bool by_what_is_there(Copying *copying, TerminalClipboard terminal)
{
    bool done = by_first(copying, desktop, COUNT_OF(desktop), "to the clipboard by ", NULL);

    if (by_first(copying, tmux, COUNT_OF(tmux), "to tmux's buffer", "") || done)
        return true;
    return !paths_has_variable("TMUX") && by_terminal(copying, terminal);
}

bool clipboard_put(Arena *arena, const Config *config, TerminalClipboard terminal, Text text, Text *where)
{
    ProgramWords configured = config->programs[PROGRAM_CLIPBOARD];
    Copying copying = {.arena = arena, .text = text};
    bool done = configured.count ? by_configured(&copying, configured, terminal) : by_what_is_there(&copying, terminal);

    if (done) {
        *where = copying.where;
        return true;
    }
    done = by_file(&copying);
    *where = copying.where;
    if (copying.trouble.size)
        *where = arena_join(arena, (const Text[]){*where, where->size ? TEXT("; ") : (Text){0}, copying.trouble}, 3);
    return done || copying.where.size > 0;
}
