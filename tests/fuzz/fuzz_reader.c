/* Any keys in any article. The input is a script of keys as played_reader.h has it, an empty line, and an article. */
#include "fuzz/played_reader.h"

enum { KEYS_MOST = 100 };

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static PlayedReader reader;
    Text input = {(const char *)bytes, size};
    size_t blank = text_find(input, TEXT("\n\n"), 0);
    Choices script = {text_slice(input, (Range){0, blank})};

    if (blank == TEXT_NOT_FOUND)
        return 0;
    played_reader_open(&reader, text_slice(input, (Range){blank + 2, size}), PLAYED_ALONE, CHARSET_UTF8);
    for (int i = 0; i < KEYS_MOST && played_reader_press(&reader, &script); i++)
        ;
    played_reader_rest(&reader);
    played_reader_check(&reader);
    played_reader_leave_all(&reader);
    played_reader_close(&reader);
    return 0;
}
