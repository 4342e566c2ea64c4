/* The configuration is read again, changed as text and replaced; where it is a link, in the place that it leads to. */
#include "cli/config_write.h"

#include <stdlib.h>

#include "base/file.h"
#include "cli/file_write.h"
#include "cli/paths.h"
#include "ui/config_edit.h"

/* The bytes to write, or none: why is in the report. */
static Text checked_edit(Arena *arena, Text source, Text theme, Report *report)
{
    Text result = config_with_theme(arena, source, theme, report);

    if (result.size == 0 || config_differs_in_theme_alone(arena, source, result, theme))
        return result;
    report_add(report, SEVERITY_ERROR, 0, 0, "more than its theme would change; put \"theme: %.*s\" into it yourself", TEXT_ARGS(theme));
    return (Text){0};
}

bool config_keep_theme(Text path, Text theme, Report *report)
{
    Arena arena = {0};
    char *real = realpath(path.bytes, NULL);
    Text source = {0}, result;
    bool there = paths_exists(path), good = true;
    File file;

    if (there && (good = file_open(&file, path.bytes, report))) {
        good = file_load_all(&file);
        source = arena_copy(&arena, file.bytes);
        file_close(&file);
    }
    result = good ? checked_edit(&arena, source, theme, report) : (Text){0};
    if (!there)
        file_make_folders(&arena, path);
    if (result.size && !file_replace(&arena, real ? real : path.bytes, result))
        report_add(report, SEVERITY_ERROR, 0, 0, "it cannot be written");
    free(real);
    arena_release(&arena);
    return result.size && report->error_count == 0;
}
