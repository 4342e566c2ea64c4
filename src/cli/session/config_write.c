/* The configuration is read, changed as text, checked and replaced, while nobody else who keeps a setting can begin. */
#include "cli/session/config_write.h"

#include "cli/output/file_write.h"
#include "cli/paths.h"
#include "config/config_edit.h"

/* The bytes to write, or none: why is in the report. */
static Text checked_edit(Arena *arena, Text source, Text key, Text value, Report *report)
{
    Text result = config_with_value(arena, source, key, value, report);

    if (result.size == 0 || config_differs_in_value_alone(arena, source, result, key, value))
        return result;
    report_add(report, SEVERITY_ERROR, 0, 0, "more than its %.*s would change; put \"%.*s: %.*s\" into it yourself",
               TEXT_ARGS(key), TEXT_ARGS(key), TEXT_ARGS(value));
    return (Text){0};
}

bool config_keep(Path path, Text key, Text value, Report *report)
{
    Arena arena = {0};
    bool kept = false;
    FileEdit edit;
    Text result;

    if (!path_exists(path))
        (void)file_make_folders(&arena, path, FOLDERS_OF_USER);
    if (file_edit_begin(&edit, &arena, path_string(path), FILE_IS_READ, report)) {
        result = checked_edit(&arena, edit.before, key, value, report);
        kept = result.size > 0 && text_equal(result, edit.before);
        if (result.size == 0 || kept)
            file_edit_abandon(&edit);
        else
            kept = file_edit_commit(&edit, result, report);
    }
    arena_release(&arena);
    return kept;
}
