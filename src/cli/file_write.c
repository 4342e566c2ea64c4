/* The new file is written beside the old one, whole, before it takes its place. */
#include "cli/file_write.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

void file_make_folders(Arena *arena, Text path)
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

bool file_replace(Arena *arena, const char *path, Text bytes)
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
