/* A Path ends in NUL by the way it is made: from an arena, whose texts do, and from no text with a NUL inside. */
#include "base/system/path.h"

#include <sys/stat.h>

Path path_copy(Arena *arena, Text text)
{
    return text.size == 0 || memchr(text.bytes, '\0', text.size) ? (Path){0} : (Path){arena_copy(arena, text)};
}

Path path_join(Arena *arena, Text folder, Text name)
{
    Text slash = text_ends_with(folder, TEXT("/")) ? (Text){0} : TEXT("/");

    return path_copy(arena, arena_join(arena, (const Text[]){folder, slash, name}, 3));
}

Path path_folder(Arena *arena, Path path)
{
    size_t end = text_folder_size(path.text);

    return path_copy(arena, end > 1 ? text_slice(path.text, (Range){0, end - 1}) : TEXT("/"));
}

bool path_is_stream(Path path)
{
    return text_equal(path.text, TEXT("-"));
}

bool path_exists(Path path)
{
    struct stat status;

    return path.text.size && stat(path.text.bytes, &status) == 0;
}

bool path_is_folder(Path path)
{
    struct stat status;

    return path.text.size && stat(path.text.bytes, &status) == 0 && S_ISDIR(status.st_mode);
}
