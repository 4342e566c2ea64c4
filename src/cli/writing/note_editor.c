/* The file is the user's alone, and ends with ".md", so that editors set it as prose. */
#include "cli/writing/note_editor.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/system/file.h"
#include "cli/output/file_write.h"
#include "cli/paths.h"
#include "cli/session/programs.h"

/* A folder of its own: nobody else has a name in it. */
static bool make_folder(Arena *arena, char **folder, Report *report)
{
    Text name = arena_join(arena, (const Text[]){paths_temporary(), TEXT("/quoin-note-XXXXXX")}, 2);

    *folder = arena_alloc(arena, name.size + 1);
    memcpy(*folder, name.bytes, name.size);
    if (mkdtemp(*folder))
        return true;
    report_add(report, SEVERITY_ERROR, 0, 0, "%.*s: %s", TEXT_ARGS(paths_temporary()), strerror(errno));
    return false;
}

bool note_editor_run(const Config *config, Text otherwise, Arena *arena, Text *words, Path *file, Report *report)
{
    char *folder;
    Path path;
    bool good;

    if (!make_folder(arena, &folder, report))
        return false;
    path = path_join(arena, text_from(folder), TEXT("note.md"));
    good = file_replace(arena, path_string(path), *words, report) &&
           programs_edit(config, otherwise, path.text, 0, report) &&
           file_read_text(arena, path_string(path), LIMIT_FIELD_BYTES, words, report);
    if (!good) {
        if (path_exists(path))
            report_add(report, SEVERITY_WARNING, 0, 0, "the note is in %.*s", TEXT_ARGS(path.text));
        return false;
    }
    *file = path;
    return true;
}

void note_editor_end(Path file)
{
    Arena scratch = {0};
    Path folder = path_copy(&scratch, text_slice(file.text, (Range){0, text_folder_size(file.text)}));

    (void)unlink(path_string(file));
    (void)rmdir(path_string(folder));
    arena_release(&scratch);
}
