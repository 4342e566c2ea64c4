/* What a program that is not there is told by is its name, and the key of the configuration that names another. */
#include "cli/session/programs.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/system/process.h"
#include "cli/paths.h"

static bool tell_not_started(Report *report, const char *program, const char *key, int error)
{
    if (error == ENOENT)
        report_add(report, SEVERITY_ERROR, 0, 0, "there is no program \"%s\"; %s: in the configuration names another",
                   program, key);
    else
        report_add(report, SEVERITY_ERROR, 0, 0, "\"%s\" cannot be started: %s; %s: in the configuration names another",
                   program, strerror(error), key);
    return false;
}

bool programs_browse(const Config *config, Text address, Report *report)
{
    const char *const *arguments =
        program_arguments(report->arena, config->programs[PROGRAM_BROWSER], &(ProgramValues){.address = address});
    int error = arguments ? process_detach(arguments) : EINVAL;

    return error == 0 || tell_not_started(report, arguments ? arguments[0] : "", "browser", error);
}

/* ---- the editor ---- */

typedef ARRAY(Text) WordList;

/* A "%" stands for itself there. */
static WordList split_words(Arena *arena, Text line)
{
    WordList words = {0};
    Text word;

    for (size_t at = 0; text_next_part(line, ' ', &at, &word);) {
        TextBuffer plain = {0};

        for (size_t i = 0; i < word.size; i++)
            text_buffer_add(arena, &plain, word.bytes[i] == '%' ? TEXT("%%") : text_slice(word, (Range){i, i + 1}));
        if (word.size)
            ARRAY_PUSH(arena, words, text_buffer_text(&plain));
    }
    return words;
}

/* Editors that go to line 12 by "+12" before the file's name. */
static bool takes_plus(Text program)
{
    static const Text names[] = {LITERAL("vi"),   LITERAL("vim"),   LITERAL("nvim"),  LITERAL("gvim"),
                                 LITERAL("nvi"),  LITERAL("elvis"), LITERAL("vis"),   LITERAL("nano"),
                                 LITERAL("pico"), LITERAL("emacs"), LITERAL("zile"),  LITERAL("emacsclient"),
                                 LITERAL("mg"),   LITERAL("joe"),   LITERAL("jmacs"), LITERAL("ne"),
                                 LITERAL("kak"),  LITERAL("jed"),   LITERAL("micro"), LITERAL("tilde")};

    return text_index_of(text_slice(program, (Range){text_folder_size(program), program.size}), names,
                         COUNT_OF(names)) < COUNT_OF(names);
}

static bool has_place(Text word, char letter)
{
    for (size_t at = 0; (at = text_find_byte(word, '%', at)) != TEXT_NOT_FOUND; at += 2) {
        if (at + 1 < word.size && word.bytes[at + 1] == letter)
            return true;
    }
    return false;
}

/* The words with "+%l" before the file, where they have no place for a line and the editor takes one. */
static WordList with_line(Arena *arena, const WordList *words)
{
    WordList result = {0};
    bool done = !takes_plus(words->items[0]);

    for (size_t i = 0; i < words->count; i++)
        done = done || has_place(words->items[i], 'l');
    for (size_t i = 0; i < words->count; i++) {
        if (!done && has_place(words->items[i], 'f')) {
            ARRAY_PUSH(arena, result, TEXT("+%l"));
            done = true;
        }
        ARRAY_PUSH(arena, result, words->items[i]);
    }
    if (!done)
        ARRAY_PUSH(arena, result, TEXT("+%l"));
    return result;
}

static const char *const *editor_arguments(const Config *config, Text otherwise, Text path, size_t line, Arena *arena)
{
    ProgramWords configured = config->programs[PROGRAM_EDITOR];
    WordList words = {0};

    for (size_t i = 0; i < configured.count; i++)
        ARRAY_PUSH(arena, words, configured.items[i]);
    if (words.count == 0)
        words = split_words(arena, otherwise);
    if (words.count && line)
        words = with_line(arena, &words);
    return program_arguments(arena, (ProgramWords){words.items, words.count},
                             &(ProgramValues){.file = path, .line = arena_printf(arena, "%zu", line ? line : 1)});
}

bool programs_has_editor(const Config *config, Text otherwise, Text path, Report *report)
{
    const char *const *arguments = editor_arguments(config, otherwise, path, 0, report->arena);

    return (arguments && paths_has_program(arguments[0])) ||
           tell_not_started(report, arguments ? arguments[0] : "", "editor", arguments ? ENOENT : EINVAL);
}

bool programs_edit(const Config *config, Text otherwise, Text path, size_t line, Report *report)
{
    const char *const *arguments = editor_arguments(config, otherwise, path, line, report->arena);
    int input = isatty(STDIN_FILENO) ? STDIN_FILENO : open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
    ProcessResult result = {.end = PROCESS_NOT_STARTED, .code = EINVAL};

    if (arguments)
        result = process_run_in_front(arguments, input);
    if (input > STDIN_FILENO)
        (void)close(input);
    if (result.end == PROCESS_NOT_STARTED)
        return tell_not_started(report, arguments ? arguments[0] : "", "editor", result.code);
    if (result.end == PROCESS_EXITED && result.code == 0)
        return true;
    report_add(report, SEVERITY_ERROR, 0, 0, "%s %.*s", arguments[0],
               TEXT_ARGS(process_end_text(report->arena, &result)));
    return false;
}
