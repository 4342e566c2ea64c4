/* The outline of a theme (theme_outline), as a file in the user's folder; what is there is never written over. */
#include "cli/theme_new.h"

#include "cli/file_write.h"
#include "cli/paths.h"
#include "cli/theme_named.h"

static int write_theme(Session *session, Arena *arena, Text name, Text outline, const Options *options)
{
    Text path = paths_join(arena, paths_join(arena, session->config_folder, "themes"), arena_printf(arena, "%.*s.yaml", TEXT_ARGS(name)).bytes);

    if (paths_exists(path)) {
        printable_write(stderr, path, options->charset, LINES_JOINED);
        (void)fputs(": there is a theme of that name already\n", stderr);
        return EXIT_USAGE;
    }
    file_make_folders(arena, path);
    if (!file_replace(arena, path.bytes, outline)) {
        printable_write(stderr, path, options->charset, LINES_JOINED);
        (void)fputs(": it cannot be written\n", stderr);
        return EXIT_USAGE;
    }
    printable_write(stdout, path, options->charset, LINES_JOINED);
    (void)fputc('\n', stdout);
    return EXIT_OK;
}

int theme_new(Session *session, Text name, const Options *options)
{
    Text base = options->base_theme.size ? options->base_theme : TEXT("paper"), id, source, outline = {0}, listed, path;
    Arena arena = {0};
    int status = EXIT_USAGE;
    Report report;
    bool good;

    if (!theme_id_valid(name) || session->config_folder.size == 0) {
        (void)fputs(session->config_folder.size ? "quoin themes new: a name without a folder and without \".yaml\" was expected\n"
                                                : "quoin themes new: there is no home to write it to\n",
                    stderr);
        return EXIT_USAGE;
    }
    report_init(&report, &arena, base);
    good = theme_source_named(session, &arena, base, &id, &source, &report);
    if (good && !session->themes.read(session->themes.context, &arena, id, &listed, &path))
        report_add(&report, SEVERITY_ERROR, 0, 0, "only what quoin themes lists can be inherited; copy it to %.*s/themes first",
                   TEXT_ARGS(session->config_folder));
    else if (good)
        outline = theme_outline(&arena, name, id, source, &session->themes, &report);
    report_print(stderr, &report, options->charset);
    if (outline.size)
        status = write_theme(session, &arena, name, outline, options);
    arena_release(&arena);
    return status;
}
