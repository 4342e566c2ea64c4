/*
 * The folder is read once. Names agree up to a byte, and are cut where a character is whole.
 *
 *     ~/ne    in which are news.txt, newer/    common "~/new", names "newer/", "news.txt"
 */
#include "library/path_completion.h"

#include <dirent.h>
#include <stdlib.h>

#include "base/system/path.h"

Text path_meant(Arena *arena, Text typed, Text home)
{
    if (home.size == 0 || (!text_equal(typed, TEXT("~")) && !text_starts_with(typed, TEXT("~/"))))
        return typed;
    return arena_join(arena, (const Text[]){home, text_slice(typed, (Range){1, typed.size})}, 2);
}

static bool can_be_typed(Text name)
{
    for (size_t i = 0; i < name.size; i++) {
        if ((unsigned char)name.bytes[i] < 0x20 || name.bytes[i] == 0x7F)
            return false;
    }
    return utf8_find_invalid(name, 0) == TEXT_NOT_FOUND;
}

static int compare(const void *a, const void *b)
{
    return text_compare(*(const Text *)a, *(const Text *)b);
}

static void read_names(Arena *arena, PathCompletion *completion, Text folder, Text begun)
{
    DIR *entries = opendir(path_string(path_copy(arena, folder)));
    const struct dirent *entry;

    while (entries && (entry = readdir(entries)) != NULL) {
        Text name = text_from(entry->d_name);

        if (!text_starts_with(name, begun) || (name.bytes[0] == '.' && begun.size == 0) || !can_be_typed(name) ||
            text_equal(name, TEXT(".")) || text_equal(name, TEXT("..")))
            continue;
        name = arena_join(
            arena, (const Text[]){name, path_is_folder(path_join(arena, folder, name)) ? TEXT("/") : (Text){0}}, 2);
        ARRAY_PUSH(arena, completion->names, name);
    }
    if (entries)
        (void)closedir(entries);
    if (completion->names.count)
        qsort(completion->names.items, completion->names.count, sizeof(Text), compare);
}

/* The first and the last of what is sorted differ as early as any two. */
static Text common_part(const PathCompletion *completion)
{
    Text first = completion->names.items[0], last = completion->names.items[completion->names.count - 1];
    size_t same = 0;

    while (same < first.size && same < last.size && first.bytes[same] == last.bytes[same])
        same++;
    while (same && same < first.size && ((unsigned char)first.bytes[same] & 0xC0) == 0x80)
        same--;
    return text_slice(first, (Range){0, same});
}

PathCompletion path_complete(Arena *arena, Text typed, Text home)
{
    size_t folder_size = text_folder_size(typed);
    Text folder = path_meant(arena, text_slice(typed, (Range){0, folder_size}), home);
    PathCompletion completion = {.common = typed};

    if (home.size && text_equal(typed, TEXT("~"))) {
        completion.common = TEXT("~/");
        ARRAY_PUSH(arena, completion.names, completion.common);
        return completion;
    }
    if (folder.size == 0)
        folder = TEXT(".");
    read_names(arena, &completion, folder, text_slice(typed, (Range){folder_size, typed.size}));
    if (completion.names.count)
        completion.common =
            arena_join(arena, (const Text[]){text_slice(typed, (Range){0, folder_size}), common_part(&completion)}, 2);
    return completion;
}
