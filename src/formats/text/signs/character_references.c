/*
 * Only what ends with ";" is one: "AT&T" and "R&D" stay. Numbers in the C1 range are windows-1252, as browsers read them ("&#147;" is “).
 * Source: HTML 4.01, section 24; HTML Living Standard, "numeric character reference end state".
 */
#include "formats/text/signs/character_references.h"

#include "base/lower_bound.h"
#include "base/unicode/windows_1252.h"

typedef struct Reference {
    Text name;
    uint32_t code_point;
} Reference;

static const Reference references[] = {
#define REFERENCE(name, code_point) {LITERAL(name), code_point},
#include "formats/text/signs/character_references.def"
#undef REFERENCE
};

enum { NAME_LONGEST = 8, NUMBER_LONGEST = 10 };

/* "#8220", "#x201C": 0: it is none, or of no character. */
static uint32_t numbered(Text name)
{
    uint32_t base = name.size > 1 && ascii_to_lower(name.bytes[1]) == 'x' ? 16 : 10, value = 0;
    size_t at = base == 16 ? 2 : 1;

    if (at == name.size || name.size > NUMBER_LONGEST)
        return 0;
    for (; at < name.size; at++) {
        int digit = ascii_hex_digit(name.bytes[at]);

        if (digit < 0 || (uint32_t)digit >= base || value > 0x10FFFF)
            return 0;
        value = value * base + (uint32_t)digit;
    }
    if (value >= 0x80 && value < 0xA0)
        value = windows_1252_code_point((unsigned char)value);
    return value < 0x20 || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000) ? 0 : value;
}

static uint32_t named(Text name)
{
    size_t at;

    LOWER_BOUND(at, COUNT_OF(references), text_compare(references[at].name, name) < 0);
    return at < COUNT_OF(references) && text_equal(references[at].name, name) ? references[at].code_point : 0;
}

size_t character_reference(Text text, uint32_t *code_point)
{
    size_t end = 1;

    while (end < text.size && end <= NUMBER_LONGEST + 1 && (ascii_is_alnum(text.bytes[end]) || text.bytes[end] == '#'))
        end++;
    if (text.size == 0 || text.bytes[0] != '&' || end >= text.size || end == 1 || text.bytes[end] != ';')
        return 0;
    text = text_slice(text, (Range){1, end});
    *code_point = text.bytes[0] == '#' ? numbered(text) : text.size <= NAME_LONGEST ? named(text) : 0;
    return *code_point ? end + 1 : 0;
}
