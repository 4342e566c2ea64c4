/* Text and UTF-8, byte by byte. The decoder follows Unicode 15 section 3.9, table 3-7: no overlong forms,
 * no surrogates, nothing above U+10FFFF. */
#include "base/text.h"

#include <string.h>

Text text_from(const char *terminated)
{
    return (Text){terminated, terminated ? strlen(terminated) : 0};
}

#define ONES (UINT64_MAX / 255) /* in each of eight bytes */
#define TOPS (ONES << 7)

/* Eight bytes, of which the first is the lowest. A compiler makes one load of it. */
static inline uint64_t eight_bytes(const char *bytes)
{
    const unsigned char *at = (const unsigned char *)bytes;

    return (uint64_t)at[0] | (uint64_t)at[1] << 8 | (uint64_t)at[2] << 16 | (uint64_t)at[3] << 24 |
           (uint64_t)at[4] << 32 | (uint64_t)at[5] << 40 | (uint64_t)at[6] << 48 | (uint64_t)at[7] << 56;
}

/* Count the words that begin in eight bytes, none of which is below a blank; `*before`: the byte before them is one, as a top bit. */
static inline size_t count_in_eight(uint64_t eight, uint64_t *before)
{
    uint64_t other = eight ^ ONES * ' ', filled = (((other & ~TOPS) + ~TOPS) | other) & TOPS;
    uint64_t starts = filled & ((filled ^ TOPS) << 8 | *before);

    *before = (filled ^ TOPS) >> 56;
    return (size_t)((starts >> 7) * ONES >> 56);
}

/* A word begins where no blank stands behind one. */
size_t text_count_words(Text text)
{
    uint64_t before = 0x80, eight;
    size_t count = 0, at = 0;

    while (at < text.size) {
        while (text.size - at >= sizeof eight) {
            eight = eight_bytes(text.bytes + at);
            if ((eight - ONES * ' ') & ~eight & TOPS)
                break; /* a line end, it may be */
            count += count_in_eight(eight, &before);
            at += sizeof eight;
        }
        for (size_t end = text.size - at > sizeof eight ? at + sizeof eight : text.size; at < end; at++) {
            bool blank = ascii_is_blank(text.bytes[at]);

            count += before && !blank;
            before = blank ? 0x80 : 0;
        }
    }
    return count;
}

bool text_has_small_letter(Text text)
{
    for (size_t i = 0; i < text.size; i++) {
        if (ascii_is_lower(text.bytes[i]))
            return true;
    }
    return false;
}

Text text_trim(Text text)
{
    while (text.size && ascii_is_blank(text.bytes[0])) {
        text.bytes++;
        text.size--;
    }
    while (text.size && ascii_is_blank(text.bytes[text.size - 1]))
        text.size--;
    return text;
}

bool text_equal_small(Text a, Text b)
{
    if (a.size != b.size)
        return false;
    for (size_t i = 0; i < a.size; i++) {
        if (ascii_to_lower(a.bytes[i]) != ascii_to_lower(b.bytes[i]))
            return false;
    }
    return true;
}

bool text_is_one_of(Text text, const Text *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (text_equal_ignoring_case(text, words[i]))
            return true;
    }
    return false;
}

size_t text_index_of(Text text, const Text *texts, size_t count)
{
    size_t i = 0;

    while (i < count && !text_equal(text, texts[i]))
        i++;
    return i;
}

size_t text_folder_size(Text path)
{
    size_t size = path.size;

    while (size && path.bytes[size - 1] != '/')
        size--;
    return size;
}

int text_compare(Text a, Text b)
{
    size_t shorter = a.size < b.size ? a.size : b.size;
    int order = shorter ? memcmp(a.bytes, b.bytes, shorter) : 0;

    if (order)
        return order;
    return (a.size > b.size) - (a.size < b.size);
}

size_t text_find_byte(Text text, char byte, size_t from)
{
    const char *found;

    if (from >= text.size)
        return TEXT_NOT_FOUND;
    found = memchr(text.bytes + from, byte, text.size - from);
    return found ? (size_t)(found - text.bytes) : TEXT_NOT_FOUND;
}

size_t text_words_start(Text text, size_t end, size_t most)
{
    size_t at = end > most ? end - most : 0;

    while (at > 0 && at < end && !ascii_is_blank(text.bytes[at - 1]))
        at++;
    return at;
}

size_t text_find(Text text, Text needle, size_t from)
{
    if (needle.size == 0)
        return from <= text.size ? from : TEXT_NOT_FOUND;
    for (;;) {
        size_t at = text_find_byte(text, needle.bytes[0], from);

        if (at == TEXT_NOT_FOUND || text.size - at < needle.size)
            return TEXT_NOT_FOUND;
        if (memcmp(text.bytes + at, needle.bytes, needle.size) == 0)
            return at;
        from = at + 1;
    }
}

bool text_next_part(Text list, char separator, size_t *at, Text *part)
{
    size_t start = *at, end;

    if (start >= list.size)
        return false;
    end = text_find_byte(list, separator, start);
    if (end == TEXT_NOT_FOUND)
        end = list.size;
    *part = text_slice(list, (Range){start, end});
    *at = end + 1;
    return true;
}

bool text_list_has(Text list, Text word)
{
    Text part;

    for (size_t at = 0; text_next_part(list, ' ', &at, &part);) {
        if (text_equal(part, word))
            return true;
    }
    return false;
}

bool text_to_number(Text text, size_t most, size_t *number)
{
    size_t value = 0;

    if (text.size == 0)
        return false;
    for (size_t i = 0; i < text.size; i++) {
        size_t digit = (size_t)(unsigned char)text.bytes[i] - '0';

        if (!ascii_is_digit(text.bytes[i]) || digit > most || value > (most - digit) / 10)
            return false;
        value = value * 10 + digit;
    }
    *number = value;
    return true;
}

/* The size of the well-formed sequence at `at`, or 0. */
static size_t sequence_size(Text text, size_t at)
{
    const unsigned char *byte = (const unsigned char *)text.bytes + at;
    size_t left = text.size - at;
    size_t size;
    unsigned char low = 0x80, high = 0xBF;

    if (byte[0] < 0x80)
        return 1;
    if (byte[0] < 0xC2 || byte[0] > 0xF4)
        return 0;
    size = byte[0] < 0xE0 ? 2 : byte[0] < 0xF0 ? 3 : 4;
    if (left < size)
        return 0;
    if (byte[0] == 0xE0)
        low = 0xA0;
    else if (byte[0] == 0xED)
        high = 0x9F;
    else if (byte[0] == 0xF0)
        low = 0x90;
    else if (byte[0] == 0xF4)
        high = 0x8F;
    if (byte[1] < low || byte[1] > high)
        return 0;
    for (size_t i = 2; i < size; i++) {
        if ((byte[i] & 0xC0) != 0x80)
            return 0;
    }
    return size;
}

uint32_t utf8_decode_any(Text text, size_t at, size_t *size)
{
    static const unsigned char mask[5] = {0, 0x7F, 0x1F, 0x0F, 0x07};
    const unsigned char *byte = (const unsigned char *)text.bytes + at;
    uint32_t code_point;

    *size = sequence_size(text, at);
    if (*size == 0) {
        *size = 1;
        return REPLACEMENT_CHARACTER;
    }
    code_point = byte[0] & mask[*size];
    for (size_t i = 1; i < *size; i++)
        code_point = code_point << 6 | (byte[i] & 0x3Fu);
    return code_point;
}

size_t utf8_previous(Text text, size_t at)
{
    for (size_t back = 1; back <= 4 && back <= at; back++) {
        if (((unsigned char)text.bytes[at - back] & 0xC0) != 0x80)
            return sequence_size(text, at - back) == back ? at - back : at - 1;
    }
    return at - 1;
}

size_t utf8_encode(uint32_t code_point, char bytes[4])
{
    if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF))
        code_point = REPLACEMENT_CHARACTER;
    if (code_point < 0x80) {
        bytes[0] = (char)code_point;
        return 1;
    }
    if (code_point < 0x800) {
        bytes[0] = (char)(0xC0 | code_point >> 6);
        bytes[1] = (char)(0x80 | (code_point & 0x3F));
        return 2;
    }
    if (code_point < 0x10000) {
        bytes[0] = (char)(0xE0 | code_point >> 12);
        bytes[1] = (char)(0x80 | (code_point >> 6 & 0x3F));
        bytes[2] = (char)(0x80 | (code_point & 0x3F));
        return 3;
    }
    bytes[0] = (char)(0xF0 | code_point >> 18);
    bytes[1] = (char)(0x80 | (code_point >> 12 & 0x3F));
    bytes[2] = (char)(0x80 | (code_point >> 6 & 0x3F));
    bytes[3] = (char)(0x80 | (code_point & 0x3F));
    return 4;
}

size_t utf8_find_invalid(Text text, size_t from)
{
    static const uint64_t high_bits = 0x8080808080808080u;

    while (from < text.size) {
        uint64_t eight;
        size_t size;

        while (text.size - from >= sizeof eight) { /* plain ASCII, eight bytes at a time */
            memcpy(&eight, text.bytes + from, sizeof eight);
            if (eight & high_bits)
                break;
            from += sizeof eight;
        }
        if (from == text.size)
            break;
        size = sequence_size(text, from);
        if (size == 0)
            return from;
        from += size;
    }
    return TEXT_NOT_FOUND;
}

size_t utf8_mark_size(Text text)
{
    static const Text mark = LITERAL("\xEF\xBB\xBF");

    return text_starts_with(text, mark) ? mark.size : 0;
}

void text_line_column(Text text, size_t offset, size_t *line, size_t *column)
{
    *line = 1;
    *column = 1;
    if (offset > text.size)
        offset = text.size;
    for (size_t i = 0; i < offset;) {
        size_t size;

        if (text.bytes[i] == '\n') {
            ++*line;
            *column = 1;
            i++;
            continue;
        }
        (void)utf8_decode(text, i, &size);
        ++*column;
        i += size;
    }
}

uint32_t text_hash(Text text)
{
    uint32_t hash = HASH_START;

    for (size_t i = 0; i < text.size; i++)
        hash = hash_byte(hash, text.bytes[i]);
    return hash_finish(hash);
}
