/* The gate: whatever comes in, what goes out is printable. */
#include <string.h>

#include "base/unicode/printable.h"
#include "base/unicode/unicode.h"
#include "fuzz/fuzz.h"

static void require_printable(Text text, Charset charset)
{
    for (size_t at = 0; at < text.size;) {
        size_t size;
        uint32_t code_point = utf8_decode(text, at, &size);

        REQUIRE(code_point >= 0x20 && code_point != 0x7F && !(code_point >= 0x80 && code_point < 0xA0));
        REQUIRE(code_point != 0x200E && code_point != 0x200F && !(code_point >= 0x202A && code_point <= 0x202E));
        REQUIRE(!unicode_is_ignorable(code_point));
        REQUIRE(charset == CHARSET_UTF8 || code_point < 0x7F);
        at += size;
    }
    REQUIRE(utf8_find_invalid(text, 0) == TEXT_NOT_FOUND);
}

static void check(Arena *arena, Text text, Charset charset)
{
    Text copy = printable_copy(arena, text, charset);
    size_t used, columns = printable_width(text, charset);

    require_printable(copy, charset);
    REQUIRE(printable_width(copy, charset) == columns);
    REQUIRE(printable_fit(text, columns / 2, charset, &used) <= text.size && used <= columns / 2);
    for (size_t at = 0; at < text.size;) {
        Glyph glyph = printable_next(text, at, charset);

        REQUIRE(glyph.size > 0 && glyph.size <= text.size - at && glyph.length <= GLYPH_BYTES);
        at += glyph.size;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    Arena arena = {0};
    Text text = {(const char *)bytes, size};

    check(&arena, text, CHARSET_UTF8);
    check(&arena, text, CHARSET_ASCII);
    arena_release(&arena);
    return 0;
}
