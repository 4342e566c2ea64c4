/* The outline of a theme (theme_outline), as a file in the user's folder; what is there is never written over. */
#include "cli/themes/theme_new.h"

#include "cli/output/file_write.h"
#include "cli/output/report_print.h"
#include "cli/paths.h"
#include "cli/themes/theme_named.h"

static int refuse(Text what, const char *why, const Options *options)
{
    printable_write(options->errors, what, options->charset, LINES_JOINED);
    SINK_TEXTS(options->errors, TEXT(": "), text_from(why), TEXT("\n"));
    return EXIT_USAGE;
}

static int write_theme(Session *session, Arena *arena, Text name, Text outline, const Options *options)
{
    Path folder = path_join(arena, session->config_folder.text, TEXT("themes"));
    Path path = path_join(arena, folder.text, arena_join(arena, (const Text[]){name, TEXT(".yaml")}, 2));
    FileEdit edit;
    Report report;

    report_init(&report, arena, path.text);
    (void)file_make_folders(arena, path, FOLDERS_OF_USER);
    file_sweep_folder(arena, folder);
    if (!file_edit_begin(&edit, arena, path_string(path), FILE_IS_READ, &report) ||
        (!edit.exists && !file_edit_commit(&edit, outline, &report))) {
        report_print(options->errors, &report, options->charset);
        return EXIT_USAGE;
    }
    if (edit.exists) {
        file_edit_abandon(&edit);
        return refuse(path.text, "is there already", options);
    }
    printable_write(options->out, path.text, options->charset, LINES_JOINED);
    sink_byte(options->out, '\n');
    return EXIT_OK;
}

int theme_new(Session *session, Text name, const Options *options)
{
    Text base = options->base_theme.size ? options->base_theme : TEXT(USUAL_THEME), id, source, outline = {0};
    Arena arena = {0};
    int status = EXIT_USAGE;
    Report report;

    if (!theme_id_valid(name))
        return refuse(name, "a name without a folder and without \".yaml\" was expected", options);
    if (session->config_folder.text.size == 0)
        return refuse(name, "there is no home to write it to", options);
    if (session_knows_theme(session, name))
        return refuse(name, "there is a theme of that name, and others may inherit it; take another name", options);
    report_init(&report, &arena, base);
    if (theme_source_named(session, &arena, base, &id, &source, &report))
        outline =
            theme_outline(&arena, name, id, source,
                          session_knows_theme(session, id) && text_equal(id, base) ? OUTLINE_OF_LISTED : OUTLINE_ALONE,
                          &session->themes, &report);
    report_print(options->errors, &report, options->charset);
    if (outline.size)
        status = write_theme(session, &arena, name, outline, options);
    arena_release(&arena);
    return status;
}
