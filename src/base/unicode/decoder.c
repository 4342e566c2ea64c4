/*
 * Parts go through a buffer that keeps what was left of the part before, so that each step sees whole characters:
 *
 *     "caf\xC3" "\xA9 \x93so\x94"    waits with \xC3;  "é " as it is;  \x93 is no UTF-8: “ by windows-1252
 *
 * A text ends within a character, or with a letter of windows-1252: what the text had before tells which (is_cut_off).
 */
#include "base/unicode/decoder.h"

#include <stdlib.h>

#include "base/unicode/conversion.h"
#include "base/unicode/windows_1252.h"

/* Characters that were replaced: how many, and where the first of them is. */
typedef struct Replaced {
    size_t count, line, column;
} Replaced;

enum { LONGEST_WAITING = 64 };

struct Decoder {
    Encoding encoding;
    Conversion *conversion;
    bool goes_on;       /* in units: the first was there, no byte order mark comes any more */
    bool ends;          /* nothing comes after the buffer */
    bool had_multibyte; /* characters of several bytes of UTF-8 */
    bool had_c1;        /* windows-1252 that somebody took for Latin-1 */
    bool told;
    Replaced strays; /* bytes that are not UTF-8, read as windows-1252 */
    Replaced broken; /* what is no character of the encoding */
    Replaced nuls;
    Replaced cut;   /* it ended within a character: one */
    size_t waiting; /* bytes at the start of the buffer, of the part before */
    char buffer[LONGEST_WAITING + DECODER_ROOM];
};

/* ---- writing ---- */

static void put(DecodedText *decoded, Text text)
{
    if (text.size > decoded->capacity - decoded->size)
        decoded->full = true;
    if (decoded->full || text.size == 0)
        return;
    memcpy(decoded->bytes + decoded->size, text.bytes, text.size);
    decoded->size += text.size;
}

static void put_code_point(DecodedText *decoded, uint32_t code_point)
{
    char bytes[4];

    put(decoded, (Text){bytes, utf8_encode(code_point, bytes)});
}

static void put_replaced(DecodedText *decoded, Replaced *replaced, uint32_t code_point)
{
    if (replaced->count++ == 0)
        text_line_column((Text){decoded->bytes, decoded->size}, decoded->size, &replaced->line, &replaced->column);
    put_code_point(decoded, code_point);
}

/* ---- UTF-8 ---- */

/* The size of the sequence that its first byte announces; 0: it announces none. */
static size_t announced_size(unsigned char first)
{
    return first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
}

/* Is `rest` the start of a character, and nothing more? The second byte has not all values (Unicode, table 3-7). */
static bool is_part_of_character(Text rest)
{
    unsigned char first = rest.size ? (unsigned char)rest.bytes[0] : 0;
    unsigned char second = rest.size > 1 ? (unsigned char)rest.bytes[1] : 0x90;

    if (rest.size == 0 || rest.size >= announced_size(first))
        return false;
    if ((rest.size > 1 && (second & 0xC0) != 0x80) || (rest.size > 2 && (rest.bytes[2] & 0xC0) != 0x80))
        return false;
    if (rest.size == 1)
        return true;
    return !(first == 0xE0 && second < 0xA0) && !(first == 0xED && second >= 0xA0) &&
           !(first == 0xF0 && second < 0x90) && !(first == 0xF4 && second >= 0x90);
}

/* A C1 control character: of windows-1252, but for NEL, which is one only if others were. */
static bool is_c1(const Decoder *decoder, uint32_t code_point)
{
    return decoder->encoding.kind == ENCODING_UNTOLD && code_point >= 0x80 && code_point < 0xA0 &&
           (code_point != 0x85 || decoder->had_c1);
}

static size_t skip_ascii(Text text, size_t at)
{
    static const uint64_t high_bits = 0x8080808080808080u, ones = 0x0101010101010101u;
    uint64_t eight;

    while (text.size - at >= sizeof eight) {
        memcpy(&eight, text.bytes + at, sizeof eight);
        if ((eight | (eight - ones)) & high_bits) /* one is not ASCII, or NUL (or after a NUL) */
            break;
        at += sizeof eight;
    }
    return at;
}

/* Where the first thing from `at` on is that does not stay as it is; text.size where there is none. */
static size_t find_unclean(Decoder *decoder, Text text, size_t at)
{
    size_t size;

    for (at = skip_ascii(text, at); at < text.size; at = skip_ascii(text, at + size)) {
        uint32_t code_point;

        if (text.bytes[at] && (unsigned char)text.bytes[at] < 0x80) { /* ASCII among others */
            size = 1;
            continue;
        }
        code_point = utf8_decode(text, at, &size);
        if (size == 1 || is_c1(decoder, code_point)) /* NUL, or not UTF-8 */
            return at;
        decoder->had_multibyte = true;
    }
    return text.size;
}

static void replace_byte(Decoder *decoder, unsigned char byte, DecodedText *decoded)
{
    if (byte == 0)
        put_replaced(decoded, &decoder->nuls, REPLACEMENT_CHARACTER);
    else if (decoder->encoding.kind == ENCODING_UNTOLD)
        put_replaced(decoded, &decoder->strays, windows_1252_code_point(byte));
    else
        put_replaced(decoded, &decoder->broken, REPLACEMENT_CHARACTER);
}

/*
 * The text ends with `rest`, the start of a character: was it cut off, or is it windows-1252, "caf\xE9"? Of what is common in UTF-8 the first
 * bytes are C2, C3 (accents), E2 (marks) and F0 (emoji), which are Â, Ã, â and ð and end few words.
 */
static bool is_cut_off(const Decoder *decoder, Text rest)
{
    if (decoder->encoding.kind != ENCODING_UNTOLD)
        return true;
    if (decoder->strays.count)
        return decoder->had_multibyte && rest.size > 1;
    return decoder->had_multibyte || rest.size > 1 || strchr("\xC2\xC3\xE2\xF0", rest.bytes[0]);
}

/* What one step decodes is what it returns, in bytes; what it leaves is the start of a character, or nothing. */
static size_t decode_utf8(Decoder *decoder, Text text, DecodedText *decoded)
{
    size_t at = 0, size;

    for (;;) {
        size_t end = find_unclean(decoder, text, at);
        Text rest = text_slice(text, (Range){end, text.size});

        put(decoded, text_slice(text, (Range){at, end}));
        at = end;
        if (rest.size == 0 || (is_part_of_character(rest) && (!decoder->ends || is_cut_off(decoder, rest))))
            return at;
        if (is_c1(decoder, utf8_decode(text, at, &size)) && size > 1)
            put_code_point(decoded, windows_1252_code_point((unsigned char)utf8_decode(text, at, &size)));
        else
            replace_byte(decoder, (unsigned char)text.bytes[at], decoded);
        at += size;
    }
}

/* ---- units of fixed sizes ---- */

static bool is_big_endian(EncodingKind kind)
{
    return kind == ENCODING_UTF_16BE || kind == ENCODING_UTF_32BE;
}

static uint32_t unit_at(const Decoder *decoder, Text text, size_t at, size_t size)
{
    uint32_t unit = 0;

    for (size_t i = 0; i < size; i++) {
        size_t byte = is_big_endian(decoder->encoding.kind) ? i : size - 1 - i;

        unit = unit << 8 | (unsigned char)text.bytes[at + byte];
    }
    return unit;
}

static bool is_surrogate(uint32_t unit)
{
    return unit >= 0xD800 && unit < 0xE000;
}

static void put_unit(Decoder *decoder, uint32_t code_point, DecodedText *decoded)
{
    bool is_first = !decoder->goes_on;

    decoder->goes_on = true;
    if (is_first && code_point == 0xFEFF) /* the mark */
        return;
    if (code_point == 0)
        put_replaced(decoded, &decoder->nuls, REPLACEMENT_CHARACTER);
    else if (is_surrogate(code_point) || code_point > 0x10FFFF)
        put_replaced(decoded, &decoder->broken, REPLACEMENT_CHARACTER);
    else
        put_code_point(decoded, code_point);
}

static size_t decode_utf32(Decoder *decoder, Text text, DecodedText *decoded)
{
    size_t at = 0;

    for (; text.size - at >= 4; at += 4)
        put_unit(decoder, unit_at(decoder, text, at, 4), decoded);
    return at;
}

static size_t decode_utf16(Decoder *decoder, Text text, DecodedText *decoded)
{
    size_t at = 0, size;

    for (; text.size - at >= 2; at += size) {
        uint32_t unit = unit_at(decoder, text, at, 2);
        uint32_t next = text.size - at >= 4 ? unit_at(decoder, text, at + 2, 2) : 0;

        size = 2;
        if (unit >= 0xD800 && unit < 0xDC00) {
            if (next == 0 && text.size - at < 4)
                break; /* the other half may come */
            if (next >= 0xDC00 && next < 0xE000) {
                unit = 0x10000 + ((unit - 0xD800) << 10) + (next - 0xDC00);
                size = 4;
            }
        }
        put_unit(decoder, unit, decoded);
    }
    return at;
}

/* ---- one byte a character, and all the others ---- */

static size_t decode_windows_1252(Decoder *decoder, Text text, DecodedText *decoded)
{
    for (size_t at = 0; at < text.size; at++) {
        size_t end = skip_ascii(text, at);
        unsigned char byte;

        put(decoded, text_slice(text, (Range){at, end}));
        at = end;
        if (at == text.size)
            break;
        byte = (unsigned char)text.bytes[at];
        if (byte == 0)
            put_replaced(decoded, &decoder->nuls, REPLACEMENT_CHARACTER);
        else
            put_code_point(decoded, windows_1252_code_point(byte));
    }
    return text.size;
}

/* `input` NULL: what the converter held back. */
static ConversionEnd convert(Decoder *decoder, Text *input, DecodedText *decoded)
{
    char bytes[4096], *output = bytes;
    size_t room = sizeof bytes;
    ConversionEnd end = conversion_step(decoder->conversion, input, &output, &room);

    (void)decode_utf8(decoder, (Text){bytes, sizeof bytes - room},
                      decoded); /* whole characters; there may be NUL in them */
    return end;
}

static size_t decode_converted(Decoder *decoder, Text text, DecodedText *decoded)
{
    Text rest = text;

    while (rest.size) {
        ConversionEnd end = convert(decoder, &rest, decoded);

        if (end == CONVERSION_CUT && rest.size <= LONGEST_WAITING)
            break;
        if (end == CONVERSION_CUT || end == CONVERSION_BROKEN) {
            put_replaced(decoded, &decoder->broken, REPLACEMENT_CHARACTER);
            rest = text_slice(rest, (Range){1, rest.size});
        }
    }
    return text.size - rest.size;
}

/* ---- the whole ---- */

typedef size_t Step(Decoder *decoder, Text text, DecodedText *decoded);

static Step *const steps[] = {
    [ENCODING_UNTOLD] = decode_utf8,
    [ENCODING_UTF_8] = decode_utf8,
    [ENCODING_UTF_16] = decode_utf16,
    [ENCODING_UTF_16LE] = decode_utf16,
    [ENCODING_UTF_16BE] = decode_utf16,
    [ENCODING_UTF_32] = decode_utf32,
    [ENCODING_UTF_32LE] = decode_utf32,
    [ENCODING_UTF_32BE] = decode_utf32,
    [ENCODING_WINDOWS_1252] = decode_windows_1252,
    [ENCODING_CONVERTED] = decode_converted,
};

static const Text kind_names[COUNT_OF(steps)] = {
    [ENCODING_UTF_8] = LITERAL("UTF-8"),     [ENCODING_UTF_16] = LITERAL("UTF-16"),
    [ENCODING_UTF_16LE] = LITERAL("UTF-16"), [ENCODING_UTF_16BE] = LITERAL("UTF-16"),
    [ENCODING_UTF_32] = LITERAL("UTF-32"),   [ENCODING_UTF_32LE] = LITERAL("UTF-32"),
    [ENCODING_UTF_32BE] = LITERAL("UTF-32"),
};

Decoder *decoder_new(Encoding encoding)
{
    Conversion *conversion = encoding.kind == ENCODING_CONVERTED ? conversion_open(encoding.converted) : NULL;
    Decoder *decoder;

    if (encoding.kind == ENCODING_CONVERTED && !conversion)
        return NULL;
    decoder = memory_resize(NULL, sizeof *decoder);
    memset(decoder, 0, offsetof(Decoder, buffer));
    decoder->encoding = encoding;
    decoder->conversion = conversion;
    return decoder;
}

void decoder_free(Decoder *decoder)
{
    if (!decoder)
        return;
    conversion_close(decoder->conversion);
    free(decoder);
}

/* Has the text control characters of the C1 range, but for NEL, which ends a line? */
static bool has_c1(Text text)
{
    for (size_t at = text_find_byte(text, '\xC2', 0); at != TEXT_NOT_FOUND; at = text_find_byte(text, '\xC2', at + 1)) {
        unsigned char next = at + 1 < text.size ? (unsigned char)text.bytes[at + 1] : 0;

        if (next >= 0x80 && next < 0xA0 && next != 0x85)
            return true;
    }
    return false;
}

size_t decoder_skip_clean(Decoder *decoder, Text text)
{
    if (steps[decoder->encoding.kind] != decode_utf8)
        return 0;
    decoder->had_c1 = has_c1(text);
    return find_unclean(decoder, text, 0);
}

/* Decode the buffer of so many bytes; what is left waits at its start. */
static void decode_buffer(Decoder *decoder, size_t size, DecodedText *decoded)
{
    size_t done = steps[decoder->encoding.kind](decoder, (Text){decoder->buffer, size}, decoded);

    decoder->waiting = size - done;
    memmove(decoder->buffer, decoder->buffer + done, decoder->waiting);
}

char *decoder_room(Decoder *decoder)
{
    return decoder->buffer + decoder->waiting;
}

void decoder_take(Decoder *decoder, size_t size, DecodedText *decoded)
{
    decode_buffer(decoder, decoder->waiting + size, decoded);
}

void decoder_push(Decoder *decoder, Text bytes, DecodedText *decoded)
{
    for (size_t at = 0, size; at < bytes.size; at += size) {
        size = bytes.size - at < DECODER_ROOM ? bytes.size - at : DECODER_ROOM;
        memcpy(decoder_room(decoder), bytes.bytes + at, size);
        decoder_take(decoder, size, decoded);
    }
}

void decoder_finish(Decoder *decoder, DecodedText *decoded)
{
    if (decoder->ends)
        return;
    decoder->ends = true;
    decode_buffer(decoder, decoder->waiting, decoded);
    if (decoder->waiting)
        put_replaced(decoded, &decoder->cut, REPLACEMENT_CHARACTER);
    decoder->waiting = 0;
    if (decoder->conversion)
        (void)convert(decoder, NULL, decoded);
}

/* ---- what is told ---- */

bool decoder_has_news(const Decoder *decoder)
{
    return !decoder->told &&
           (decoder->strays.count || decoder->broken.count || decoder->nuls.count || decoder->cut.count);
}

/* "3 bytes are not UTF-8; read as windows-1252, the first in line 7" */
static void tell(const Decoder *decoder, const Replaced *replaced, const char *noun, Text what, const char *hint,
                 Report *report)
{
    const char *so_far = decoder->ends ? "" : " so far";

    if (replaced->count == 0)
        return;
    if (replaced->count == 1)
        report_add(report, SEVERITY_WARNING, replaced->line, replaced->column, "one %s is %.*s%s%s", noun,
                   TEXT_ARGS(what), so_far, hint);
    else
        report_add(report, SEVERITY_WARNING, replaced->line, replaced->column,
                   "%zu %ss are %.*s, the first in line %zu%s%s", replaced->count, noun, TEXT_ARGS(what),
                   replaced->line, so_far, hint);
}

static Text said_of_broken(const Decoder *decoder, Arena *arena)
{
    Text name = decoder->encoding.name.size ? decoder->encoding.name : kind_names[decoder->encoding.kind];

    return arena_join(arena, (const Text[]){TEXT("not "), name, TEXT("; read as U+FFFD")}, 3);
}

void decoder_tell(Decoder *decoder, Report *report)
{
    if (!decoder_has_news(decoder))
        return;
    decoder->told = true;
    tell(decoder, &decoder->strays, "byte", TEXT("not UTF-8; read as windows-1252"),
         decoder->had_multibyte ? "" : " (--charset=NAME: as another)",
         report); /* without any UTF-8 it may be anything */
    tell(decoder, &decoder->broken, "character", said_of_broken(decoder, report->arena), "", report);
    tell(decoder, &decoder->nuls, "character", TEXT("NUL; read as U+FFFD"), "", report);
    if (decoder->cut.count)
        report_add(report, SEVERITY_WARNING, decoder->cut.line, decoder->cut.column,
                   "it ends in the middle of a character; read as U+FFFD");
}
