/* The program is found by /proc/self/exe, or by its name and PATH; its data by where it stands. */
#include "cli/paths.h"

#include "config.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/system/file.h"

#ifndef PKGDATADIR
#define PKGDATADIR "/usr/local/share/quoin"
#endif
#ifndef PKGLIBEXECDIR
#define PKGLIBEXECDIR "/usr/local/libexec/quoin"
#endif

/* argv[0], looked up in PATH when it has no slash. */
static Path program_by_name(Arena *arena, const char *program)
{
    Text path = text_from(getenv("PATH")), folder;
    char resolved[PATH_MAX];

    if (strchr(program, '/'))
        return realpath(program, resolved) ? path_copy(arena, text_from(resolved)) : (Path){0};
    for (size_t at = 0; text_next_part(path, ':', &at, &folder);) {
        Path candidate = path_join(arena, folder, text_from(program));

        if (access(path_string(candidate), X_OK) == 0 && realpath(path_string(candidate), resolved))
            return path_copy(arena, text_from(resolved));
    }
    return (Path){0};
}

bool paths_has_program(const char *program)
{
    Arena scratch = {0};
    bool found = program_by_name(&scratch, program).text.size > 0;

    arena_release(&scratch);
    return found;
}

static Path program_path(Arena *arena, const char *program)
{
    char path[PATH_MAX];
    ssize_t size = readlink("/proc/self/exe", path, sizeof path);

    if (size > 0 && (size_t)size < sizeof path)
        return path_copy(arena, (Text){path, (size_t)size});
    return program_by_name(arena, program);
}

/* What the build left beside the program: the folder of the sources. */
static Path source_tree(Arena *arena, Path folder)
{
    Path marker = path_join(arena, folder.text, TEXT(".quoin-data")), path = {0};
    Report report;
    File file;

    if (!path_exists(marker))
        return path;
    report_init(&report, arena, marker.text);
    if (!file_open(&file, path_string(marker), &report))
        return path;
    path = path_copy(arena, text_trim(file.bytes));
    file_close(&file);
    return path_exists(path) ? path : folder; /* a tree that was moved after it was built in its own folder */
}

Path paths_data(Arena *arena, const char *program)
{
    Text given = text_from(getenv("QUOIN_DATA"));
    Path path = program_path(arena, program), folder, data;

    if (given.size)
        return path_copy(arena, given);
    if (path.text.size) {
        folder = path_folder(arena, path);
        data = source_tree(arena, folder);
        if (path_exists(data))
            return data;
        data = path_join(arena, path_folder(arena, folder).text, TEXT("share/quoin"));
        if (path_exists(data))
            return data;
    }
    return path_copy(arena, TEXT(PKGDATADIR));
}

Path paths_page_reader(Arena *arena, const char *program)
{
    static const Text places[] = {LITERAL("quoin-html"), LITERAL("../libexec/quoin/quoin-html")};
    Text given = text_from(getenv("QUOIN_HTML"));
    Path path = program_path(arena, program);

    if (given.size)
        return path_copy(arena, given);
    for (size_t i = 0; path.text.size && i < COUNT_OF(places); i++) {
        Path place = path_join(arena, path_folder(arena, path).text, places[i]);

        if (path_exists(place))
            return place;
    }
    return path_copy(arena, TEXT(PKGLIBEXECDIR "/quoin-html"));
}

/* A folder of the user's after the XDG Base Directory Specification, which says that a variable without a whole path does not count. */
static Path user_folder(Arena *arena, const char *variable, Text in_home, Text name)
{
    Text xdg = text_from(getenv(variable)), home = text_from(getenv("HOME"));

    if (xdg.size && xdg.bytes[0] == '/')
        return path_join(arena, xdg, name);
    return home.size ? path_join(arena, path_join(arena, home, in_home).text, name) : (Path){0};
}

Path paths_config(Arena *arena)
{
    return user_folder(arena, "XDG_CONFIG_HOME", TEXT(".config"), TEXT("quoin"));
}

Path paths_state(Arena *arena)
{
    return user_folder(arena, "XDG_STATE_HOME", TEXT(".local/state"), TEXT("quoin"));
}

Path paths_notes(Arena *arena)
{
    return user_folder(arena, "XDG_DATA_HOME", TEXT(".local/share"), TEXT("quoin/notes"));
}

Path paths_copied(Arena *arena)
{
    Text runtime = text_from(getenv("XDG_RUNTIME_DIR"));
    Path folder = runtime.size && runtime.bytes[0] == '/' && path_exists(path_copy(arena, runtime))
                      ? path_join(arena, runtime, TEXT("quoin"))
                      : paths_state(arena);

    return folder.text.size ? path_join(arena, folder.text, COPIED_NAME) : folder;
}

bool paths_has_variable(const char *name)
{
    return text_from(getenv(name)).size > 0;
}

Text paths_temporary(void)
{
    Text folder = text_from(getenv("TMPDIR"));

    return folder.size ? folder : TEXT("/tmp");
}

Text paths_home(void)
{
    return text_from(getenv("HOME"));
}

Text paths_editor(void)
{
    Text visual = text_trim(text_from(getenv("VISUAL"))), editor = text_trim(text_from(getenv("EDITOR")));

    return visual.size ? visual : editor.size ? editor : TEXT("vi");
}
