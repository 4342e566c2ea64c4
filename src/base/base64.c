/* Three bytes are four letters; what is missing at the end is "=". */
#include "base/base64.h"

Text base64_write(Arena *arena, Text bytes)
{
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    size_t size = memory_product(bytes.size / 3 + (bytes.size % 3 != 0), 4);
    char *written = ARENA_ARRAY(arena, char, size + 1);

    for (size_t from = 0, to = 0; from < bytes.size; from += 3, to += 4) {
        size_t left = bytes.size - from;
        uint32_t group = (uint32_t)(unsigned char)bytes.bytes[from] << 16;

        if (left > 1)
            group |= (uint32_t)(unsigned char)bytes.bytes[from + 1] << 8;
        if (left > 2)
            group |= (unsigned char)bytes.bytes[from + 2];
        written[to] = letters[group >> 18];
        written[to + 1] = letters[group >> 12 & 63];
        written[to + 2] = left > 1 ? letters[group >> 6 & 63] : '=';
        written[to + 3] = left > 2 ? letters[group & 63] : '=';
    }
    return (Text){written, size};
}
