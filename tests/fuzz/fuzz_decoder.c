/*
 * Any bytes in any encoding, in parts of any size: UTF-8 without NUL comes of them, the same as of all at once, and so does a file of them. The first
 * byte says which encoding, the second how large the parts are.
 */
#include "formats/formats.h"
#include "formats/text_file.h"
#include "fuzz/fuzz.h"

static const char *const names[] = {"",         "utf-8",      "utf-16",    "utf-16le",    "utf-16be",   "utf-32le",
                                    "utf-32be", "latin1",     "shift_jis", "iso-2022-jp", "utf-7",      "gb18030",
                                    "koi8-r",   "big5-hkscs", "euc-jp",    "tscii",       "iso-2022-kr"};

/* What of the system is not there is left to the others. */
static Encoding encoding_named(const char *name)
{
    Encoding encoding = {0};
    const char *why;

    if (*name)
        (void)encoding_find(text_from(name), &encoding, &why);
    return encoding;
}

static DecodedText decode(Arena *arena, Text bytes, Encoding encoding, size_t part)
{
    DecodedText decoded = {.capacity = CONVERTED_MOST * (bytes.size + 1)};
    Decoder *decoder = decoder_new(encoding);
    Report report;

    report_init(&report, arena, TEXT("input"));
    REQUIRE(decoder != NULL);
    decoded.bytes = arena_alloc(arena, decoded.capacity);
    for (size_t at = 0; at < bytes.size; at += part)
        decoder_push(decoder, text_slice(bytes, (Range){at, at + part}), &decoded);
    decoder_finish(decoder, &decoded);
    REQUIRE(decoded.size <= decoded.capacity);
    decoder_tell(decoder, &report);
    REQUIRE(!decoder_has_news(decoder));
    decoder_free(decoder);
    return decoded;
}

static void require_text(Text text)
{
    REQUIRE(utf8_find_invalid(text, 0) == TEXT_NOT_FOUND && text_find_byte(text, '\0', 0) == TEXT_NOT_FOUND);
}

/* Refused, or read; and its head is the start of the same. */
static void read_file(Arena *arena, Text bytes, Encoding encoding)
{
    Report report;
    Text head;
    File file;

    report_init(&report, arena, TEXT("input"));
    file_from_text(&file, bytes);
    file.encoding = encoding;
    head = text_file_head(arena, &file);
    if (text_file_decode(arena, &file, &report)) {
        require_text(file.bytes);
        REQUIRE(file.bytes.size == file.size);
        REQUIRE(bytes.size > FILE_FIRST_BYTES || text_equal(head, file.bytes));
    } else {
        REQUIRE(report.unreadable && report.error_count == 1);
    }
    file_close(&file);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    Choices choices = {{(const char *)bytes, size}};
    Encoding encoding = encoding_named(names[choose(&choices, COUNT_OF(names))]);
    size_t part = 1 + choose(&choices, 256);
    DecodedText whole, parts;
    Arena arena = {0};

    read_file(&arena, choices.left, encoding);
    encoding = encoding_of(choices.left, encoding);
    whole = decode(&arena, choices.left, encoding, SIZE_MAX / 2);
    parts = decode(&arena, choices.left, encoding, part);
    require_text((Text){whole.bytes, whole.size});
    require_text((Text){parts.bytes, parts.size});
    REQUIRE(!whole.full && text_equal((Text){whole.bytes, whole.size}, (Text){parts.bytes, parts.size}));
    arena_release(&arena);
    return 0;
}
