/*
 *     Caf=C3=A9 clo=          quoted-printable: "=C3" is a byte, "=" at the end of a line joins it with the next
 *     ses
 *     Q2Fmw6kgY2xvc2Vz        base64
 */
#include "formats/message/transfer.h"

#include "base/unicode/decoder.h"

/* ---- letters ---- */

/* "=C3" at `at`: the byte. False: it is none. */
static bool take_hex(Text letters, size_t at, char *byte)
{
    int high, low;

    if (at + 2 >= letters.size)
        return false;
    high = ascii_hex_digit(letters.bytes[at + 1]);
    low = ascii_hex_digit(letters.bytes[at + 2]);
    if (high < 0 || low < 0)
        return false;
    *byte = (char)(high << 4 | low);
    return true;
}

/* Bytes of a line end behind the "=" at `at`, over blanks that were added on the way; 0: the line goes on. */
static size_t soft_end(Text letters, size_t at)
{
    size_t end = at + 1;

    while (end < letters.size && (letters.bytes[end] == ' ' || letters.bytes[end] == '\t' || letters.bytes[end] == '\r'))
        end++;
    if (end == letters.size)
        return end - at;
    return letters.bytes[end] == '\n' ? end + 1 - at : 0;
}

static Text quoted_printable(Arena *arena, Text letters)
{
    char *bytes = ARENA_ARRAY(arena, char, letters.size + 1);
    size_t size = 0;

    for (size_t at = 0; at < letters.size;) {
        size_t soft = letters.bytes[at] == '=' ? soft_end(letters, at) : 0;

        if (soft) {
            at += soft;
        } else if (letters.bytes[at] == '=' && take_hex(letters, at, &bytes[size])) {
            size++;
            at += 3;
        } else {
            bytes[size++] = letters.bytes[at++];
        }
    }
    return (Text){bytes, size};
}

Text transfer_q_word(Arena *arena, Text letters)
{
    char *bytes = ARENA_ARRAY(arena, char, letters.size + 1);
    size_t size = 0;

    for (size_t at = 0; at < letters.size; size++) {
        if (letters.bytes[at] == '=' && take_hex(letters, at, &bytes[size])) {
            at += 3;
        } else {
            bytes[size] = letters.bytes[at] == '_' ? ' ' : letters.bytes[at];
            at++;
        }
    }
    return (Text){bytes, size};
}

/* The six bits of a letter; -1: it is none. */
static int base64_bits(char letter)
{
    if (ascii_is_upper(letter))
        return letter - 'A';
    if (ascii_is_lower(letter))
        return letter - 'a' + 26;
    if (ascii_is_digit(letter))
        return letter - '0' + 52;
    return letter == '+' ? 62 : letter == '/' ? 63 : -1;
}

Text transfer_base64(Arena *arena, Text letters)
{
    char *bytes = ARENA_ARRAY(arena, char, letters.size / 4 * 3 + 4);
    uint32_t group = 0;
    size_t size = 0;
    int bits = 0;

    for (size_t at = 0; at < letters.size && letters.bytes[at] != '='; at++) {
        int six = base64_bits(letters.bytes[at]);

        if (six < 0)
            continue;
        group = (group << 6 | (uint32_t)six) & 0xFFFFFF;
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            bytes[size++] = (char)(group >> bits & 0xFF);
        }
    }
    return (Text){bytes, size};
}

Text transfer_content(Arena *arena, Text bytes, Text encoding)
{
    if (text_equal_ignoring_case(encoding, TEXT("quoted-printable")))
        return quoted_printable(arena, bytes);
    if (text_equal_ignoring_case(encoding, TEXT("base64")))
        return transfer_base64(arena, bytes);
    return bytes;
}

/* ---- characters ---- */

/* Is it UTF-8, and has more than ASCII, which can be letters of others too: with ESC (ISO-2022-JP), two bytes each? */
static bool shows_utf8(Text bytes)
{
    size_t at = 0;

    while (at < bytes.size && (unsigned char)bytes.bytes[at] < 0x80)
        at++;
    return at < bytes.size && utf8_find_invalid(bytes, 0) == TEXT_NOT_FOUND;
}

static Encoding encoding_of_bytes(Arena *arena, Text bytes, Text charset)
{
    Encoding encoding = {0};
    const char *why;

    if (charset.size == 0 || shows_utf8(bytes) ||
        !encoding_find(text_from(arena_terminated(arena, charset)), &encoding, &why))
        return (Encoding){0};
    return encoding;
}

/* The rest of the bytes, in parts. */
static void decode(Arena *arena, Decoder *decoder, Text bytes, TextBuffer *text)
{
    enum { PART = 16 * 1024 };
    DecodedText decoded = {.capacity = (PART + 4) * CONVERTED_MOST};

    decoded.bytes = ARENA_ARRAY(arena, char, decoded.capacity);
    for (size_t at = 0; at < bytes.size; at += PART) {
        decoder_push(decoder, text_slice(bytes, (Range){at, at + PART}), &decoded);
        text_buffer_add(arena, text, (Text){decoded.bytes, decoded.size});
        decoded.size = 0;
    }
    decoder_finish(decoder, &decoded);
    text_buffer_add(arena, text, (Text){decoded.bytes, decoded.size});
}

Text transfer_utf8(Arena *arena, Text bytes, Text charset, Report *report)
{
    Decoder *decoder = decoder_new(encoding_of_bytes(arena, bytes, charset));
    TextBuffer text = {0};
    size_t clean;

    if (!decoder)
        decoder = decoder_new((Encoding){0});
    clean = decoder_skip_clean(decoder, bytes);
    if (clean < bytes.size) {
        text_buffer_add(arena, &text, text_slice(bytes, (Range){0, clean}));
        decode(arena, decoder, text_slice(bytes, (Range){clean, bytes.size}), &text);
        if (report)
            decoder_tell(decoder, report);
        bytes = text_buffer_text(&text);
    }
    decoder_free(decoder);
    return bytes;
}
