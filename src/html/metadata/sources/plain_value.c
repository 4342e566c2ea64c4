/* Two passes at most over a value that has a "&" or a "<" in it; all others are themselves. */
#include "html/metadata/sources/plain_value.h"

#include "base/limits.h"
#include "base/lower_bound.h"
#include "base/unicode/unicode.h"
#include "html/tree/html_tree.h"

static const struct {
    Text name;
    uint32_t code_point;
} characters[] = {
#define CHARACTER(name, code_point) {LITERAL(name), code_point},
#include "html/metadata/sources/characters.def"
#undef CHARACTER
};

enum { REFERENCE_LONGEST = 12, TAG_LONGEST = 400 }; /* bytes */

static uint32_t named(Text name)
{
    size_t at;

    LOWER_BOUND(at, COUNT_OF(characters), text_is_before(characters[at].name, name));
    return at < COUNT_OF(characters) && text_equal(characters[at].name, name) ? characters[at].code_point : 0;
}

/* "39", "x27", behind the "#"; 0: no number of a character. */
static uint32_t numbered(Text digits)
{
    uint32_t base = digits.size && ascii_to_lower(digits.bytes[0]) == 'x' ? 16 : 10, value = 0;

    for (size_t i = base == 16; i < digits.size; i++) {
        int digit = ascii_hex_digit(digits.bytes[i]);

        if (digit < 0 || (uint32_t)digit >= base || value > 0x10FFFF)
            return 0;
        value = value * base + (uint32_t)digit;
    }
    return value <= 0x10FFFF ? value : 0;
}

/* The bytes of the reference at the front of `rest`, which begins with "&"; 0: it is none. */
static size_t reference_size(Text rest, uint32_t *code_point)
{
    size_t end = text_find_byte(text_slice(rest, (Range){0, REFERENCE_LONGEST}), ';', 1);
    Text name;

    if (end == TEXT_NOT_FOUND || end == 1)
        return 0;
    name = text_slice(rest, (Range){1, end});
    *code_point = name.bytes[0] == '#' ? numbered(text_slice(name, (Range){1, name.size})) : named(name);
    return *code_point ? end + 1 : 0;
}

/* The bytes of the tag at the front of `rest`, which begins with "<"; 0: it is none. */
static size_t tag_size(Text rest, bool *is_within_line)
{
    size_t at = rest.size > 1 && rest.bytes[1] == '/' ? 2 : 1, end, start = at;
    char name[12];

    if (at >= rest.size || !(ascii_is_alpha(rest.bytes[at]) || rest.bytes[at] == '!'))
        return 0;
    while (at < rest.size && at - start < sizeof name && ascii_is_alnum(rest.bytes[at])) {
        name[at - start] = ascii_to_lower(rest.bytes[at]);
        at++;
    }
    *is_within_line = html_tag_traits(html_tag_of((Text){name, at - start})) & TAG_INLINE;
    end = text_find_byte(text_slice(rest, (Range){0, TAG_LONGEST}), '>', at);
    return end == TEXT_NOT_FOUND ? 0 : end + 1;
}

static void add_code_point(Arena *arena, TextBuffer *out, uint32_t code_point)
{
    char bytes[4];

    text_buffer_add(arena, out, (Text){bytes, utf8_encode(code_point, bytes)});
}

/* `tags`: they are markup too. */
static Text without_markup(Arena *arena, Text value, bool tags)
{
    TextBuffer out = {0};
    uint32_t code_point = 0;
    bool is_within_line = false;

    for (size_t at = 0, size; at < value.size; at += size) {
        Text rest = text_slice(value, (Range){at, value.size});

        if (rest.bytes[0] == '&' && (size = reference_size(rest, &code_point)) > 0) {
            add_code_point(arena, &out, code_point);
        } else if (tags && rest.bytes[0] == '<' && (size = tag_size(rest, &is_within_line)) > 0) {
            if (!is_within_line)
                ARRAY_PUSH(arena, out, ' ');
        } else {
            size = 1;
            ARRAY_PUSH(arena, out, rest.bytes[0]);
        }
    }
    return text_buffer_text(&out);
}

static bool is_nothing(uint32_t code_point)
{
    return code_point == 0x200B || code_point == 0x2060 || code_point == 0xFEFF;
}

/* Blanks in a row as one; the no-break space is one of them. */
static Text on_one_line(Arena *arena, Text value)
{
    TextBuffer out = {0};
    bool blank = false;

    for (size_t at = 0, size; at < value.size; at += size) {
        uint32_t code_point = utf8_decode(value, at, &size);

        if (unicode_is_space(code_point) || code_point < 0x20) {
            blank = out.count > 0;
            continue;
        }
        if (is_nothing(code_point))
            continue;
        if (blank)
            ARRAY_PUSH(arena, out, ' ');
        blank = false;
        text_buffer_add(arena, &out, text_slice(value, (Range){at, at + size}));
    }
    return text_buffer_text(&out);
}

static Text plain(Arena *arena, Text value, bool tags)
{
    if (value.size > MOST_FIELD_BYTES)
        return (Text){0};
    for (int passes = 0; passes < 2; passes++) {
        if (text_find_byte(value, '&', 0) != TEXT_NOT_FOUND || text_find_byte(value, '<', 0) != TEXT_NOT_FOUND)
            value = without_markup(arena, value, tags);
    }
    return on_one_line(arena, value);
}

Text plain_value(Arena *arena, Text value)
{
    return plain(arena, value, true);
}

Text plain_printed(Arena *arena, Text value)
{
    return plain(arena, value, text_find(value, TEXT("</"), 0) != TEXT_NOT_FOUND);
}

Text value_letters(Arena *arena, Text value)
{
    TextBuffer out = {0};

    for (size_t at = 0, size; at < value.size; at += size) {
        uint32_t code_point = utf8_decode(value, at, &size);

        if (unicode_is_alnum(code_point))
            add_code_point(arena, &out, unicode_to_lower(code_point));
    }
    return text_buffer_text(&out);
}
