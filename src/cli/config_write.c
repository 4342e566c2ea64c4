/* The new file is written beside the old one, whole, before it takes its place; where that is a link, in the place that it leads to. */
#include "cli/config_write.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "cli/paths.h"
#include "ui/config_edit.h"

static void make_folders(Arena *arena, Text path)
{
    for (size_t at = text_find_byte(path, '/', 1); at != TEXT_NOT_FOUND; at = text_find_byte(path, '/', at + 1))
        (void)mkdir(arena_terminated(arena, text_slice(path, (Range){0, at})), 0700);
}

static bool write_all(int descriptor, Text bytes)
{
    for (size_t at = 0; at < bytes.size;) {
        ssize_t written = write(descriptor, bytes.bytes + at, bytes.size - at);

        if (written <= 0)
            return false;
        at += (size_t)written;
    }
    return fsync(descriptor) == 0;
}

/* As the file was, if it was there. */
static bool replace_file(Arena *arena, const char *path, Text bytes)
{
    char *beside = arena_alloc(arena, strlen(path) + sizeof ".XXXXXX");
    struct stat before;
    mode_t mode = stat(path, &before) == 0 ? before.st_mode & 07777 : 0644;
    int descriptor;
    bool good;

    (void)snprintf(beside, strlen(path) + sizeof ".XXXXXX", "%s.XXXXXX", path);
    descriptor = mkstemp(beside);
    if (descriptor < 0)
        return false;
    good = write_all(descriptor, bytes) && fchmod(descriptor, mode) == 0;
    good = close(descriptor) == 0 && good && rename(beside, path) == 0;
    if (!good)
        (void)unlink(beside);
    return good;
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
    result = good ? config_with_theme(&arena, source, theme) : (Text){0};
    if (good && result.size == 0)
        report_add(report, SEVERITY_ERROR, 0, 0, "it has a form of its own; write \"theme: %.*s\" into it", TEXT_ARGS(theme));
    if (!there)
        make_folders(&arena, path);
    if (result.size && !replace_file(&arena, real ? real : path.bytes, result))
        report_add(report, SEVERITY_ERROR, 0, 0, "it cannot be written");
    free(real);
    arena_release(&arena);
    return result.size && report->error_count == 0;
}
