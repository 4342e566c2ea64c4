/* A name with a slash or ".yaml" is a file, wherever it is; any other one of the themes that quoin themes lists. */
#include "cli/themes/theme_named.h"

#include "cli/output/report_print.h"

#include <string.h>

static bool is_file(Text name)
{
    return text_find_byte(name, '/', 0) != TEXT_NOT_FOUND || text_ends_with(name, TEXT(".yaml"));
}

/* "folder/mine.yaml": mine */
static Text id_of_file(Text path)
{
    path = text_slice(path, (Range){text_folder_size(path), path.size});
    if (text_ends_with(path, TEXT(".yaml")))
        path.size -= strlen(".yaml");
    return path;
}

static bool read_source(Session *session, Arena *arena, Text name, Text *source, Report *report)
{
    Text path, why;

    if (!is_file(name)) {
        if (session->themes.read(session->themes.context, arena, name, source, &path, &why)) {
            report->path = path;
            return true;
        }
        if (why.size) {
            report->path = path;
            report_add(report, SEVERITY_ERROR, 0, 0, "%.*s", TEXT_ARGS(why));
            return false;
        }
        report_add(report, SEVERITY_ERROR, 0, 0, "there is no such theme; %.*s",
                   TEXT_ARGS(session_theme_advice(session, name)));
        return false;
    }
    return file_read_text(arena, path_string(path_copy(arena, name)), LIMIT_THEME_BYTES, source, report);
}

bool theme_source_named(Session *session, Arena *arena, Text name, Text *id, Text *source, Report *report)
{
    *id = is_file(name) ? id_of_file(name) : name;
    return read_source(session, arena, name, source, report);
}

const Theme *theme_named(Session *session, Arena *arena, Text name, Charset charset, size_t *mistakes)
{
    const Theme *theme = NULL;
    Text id, source;
    Report report;

    report_init(&report, arena, name);
    if (theme_source_named(session, arena, name, &id, &source, &report))
        theme = theme_read(arena, id, source, &session->themes, &report);
    report_print(session->errors, &report, charset);
    *mistakes = report.error_count;
    return theme;
}
