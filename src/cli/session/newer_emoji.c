/* They are of planes that UTF-8 writes with 0xF0 first, which is rare: the other bytes are passed over. */
#include "cli/session/newer_emoji.h"

#include "base/system/file.h"
#include "base/unicode/columns.h"

enum { FILES_LOOKED_AT = 8, BYTES_LOOKED_AT = 256 * 1024 };

static bool holds_one(Text text)
{
    size_t size;

    for (size_t at = text_find_byte(text, '\xF0', 0); at != TEXT_NOT_FOUND; at = text_find_byte(text, '\xF0', at + 1)) {
        if (columns_emoji_unicode(utf8_decode(text, at, &size)))
            return true;
    }
    return false;
}

static bool file_holds_one(const char *path)
{
    Arena scratch = {0};
    Report unheard;
    File file;
    bool found = false;

    report_init(&unheard, &scratch, (Text){0});
    if (file_open(&file, path, &unheard)) {
        (void)file_load(&file, BYTES_LOOKED_AT);
        found = holds_one(file.bytes);
        file_close(&file);
    }
    arena_release(&scratch);
    return found;
}

bool newer_emoji_in(const Library *library)
{
    size_t count = library->entries.count < FILES_LOOKED_AT ? library->entries.count : FILES_LOOKED_AT;
    bool found = false;

    for (size_t i = 0; i < count && !found; i++)
        found = !library->entries.items[i].stream && file_holds_one(path_string(library->entries.items[i].path));
    return found;
}
