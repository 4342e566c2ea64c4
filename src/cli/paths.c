/* The program is found by /proc/self/exe, or by its name and PATH; its data by where it stands. */
#include "cli/paths.h"

#include "config.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

#ifndef PKGDATADIR
#define PKGDATADIR "/usr/local/share/quoin"
#endif

Text paths_join(Arena *arena, Text folder, const char *name)
{
    return arena_join(arena, (const Text[]){folder, TEXT("/"), text_from(name)}, 3);
}

bool paths_exists(Text path)
{
    struct stat status;

    return path.size && stat(path.bytes, &status) == 0;
}

static Text folder_of(Arena *arena, Text path)
{
    size_t end = text_folder_size(path);

    return arena_copy(arena, end > 1 ? (Text){path.bytes, end - 1} : TEXT("/"));
}

/* argv[0], looked up in PATH when it has no slash. */
static Text program_by_name(Arena *arena, const char *program)
{
    Text path = text_from(getenv("PATH")), folder;
    char resolved[PATH_MAX];

    if (strchr(program, '/'))
        return realpath(program, resolved) ? arena_copy(arena, text_from(resolved)) : (Text){0};
    for (size_t at = 0; text_next_part(path, ':', &at, &folder);) {
        Text candidate = paths_join(arena, folder, program);

        if (access(candidate.bytes, X_OK) == 0 && realpath(candidate.bytes, resolved))
            return arena_copy(arena, text_from(resolved));
    }
    return (Text){0};
}

static Text program_path(Arena *arena, const char *program)
{
    char path[PATH_MAX];
    ssize_t size = readlink("/proc/self/exe", path, sizeof path);

    if (size > 0 && (size_t)size < sizeof path)
        return arena_copy(arena, (Text){path, (size_t)size});
    return program_by_name(arena, program);
}

/* What the build left beside the program: the folder of the sources. */
static Text source_tree(Arena *arena, Text folder)
{
    Text marker = paths_join(arena, folder, ".quoin-data");
    Report report;
    Text path = {0};
    File file;

    if (!paths_exists(marker))
        return path;
    report_init(&report, arena, marker);
    if (!file_open(&file, marker.bytes, &report))
        return path;
    path = arena_copy(arena, text_trim(file.bytes));
    file_close(&file);
    return paths_exists(path) ? path : folder; /* a tree that was moved after it was built in its own folder */
}

Text paths_data(Arena *arena, const char *program)
{
    Text given = text_from(getenv("QUOIN_DATA"));
    Text path = program_path(arena, program);
    Text folder, data;

    if (given.size)
        return arena_copy(arena, given);
    if (path.size) {
        folder = folder_of(arena, path);
        data = source_tree(arena, folder);
        if (paths_exists(data))
            return data;
        data = paths_join(arena, folder_of(arena, folder), "share/quoin");
        if (paths_exists(data))
            return data;
    }
    return TEXT(PKGDATADIR);
}

Text paths_config(Arena *arena)
{
    Text xdg = text_from(getenv("XDG_CONFIG_HOME"));
    Text home = text_from(getenv("HOME"));

    if (xdg.size && xdg.bytes[0] == '/')
        return paths_join(arena, xdg, "quoin");
    return home.size ? paths_join(arena, home, ".config/quoin") : (Text){0};
}
