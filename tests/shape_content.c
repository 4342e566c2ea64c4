/*
 * What becomes of a paragraph. Each step copies it from left to right, and puts something in, around or in place of what it looks for:
 *
 *     content_around_names, "**|**":     said Ines Farrow.      said **Ines Farrow**.
 *     content_inside_words, "-":         a passenger ferry      a pas-sen-ger ferry
 */
#include <stdio.h>

#include "base/unicode/unicode.h"
#include "shape_steps.h"

/* ---- entities ---- */

static const struct Entity {
    uint32_t code_point;
    const char *name;
} entities[] = {
    {'&', "amp"},      {'"', "quot"},     {'<', "lt"},        {'>', "gt"},        {'\'', "#39"},
    {0x00A0, "nbsp"},  {0x00AD, "shy"},   {0x00AB, "laquo"},  {0x00BB, "raquo"},  {0x2013, "ndash"},
    {0x2014, "mdash"}, {0x2018, "lsquo"}, {0x2019, "rsquo"},  {0x201A, "sbquo"},  {0x201C, "ldquo"},
    {0x201D, "rdquo"}, {0x201E, "bdquo"}, {0x2026, "hellip"}, {0x2039, "lsaquo"}, {0x203A, "rsaquo"},
};

static const char *entity_name(uint32_t code_point)
{
    for (size_t i = 0; i < COUNT_OF(entities); i++) {
        if (entities[i].code_point == code_point)
            return entities[i].name;
    }
    return NULL;
}

Text content_entities(Arena *arena, const ShapeSource *source, Text text, bool is_title, const char *argument)
{
    TextBuffer out = {0};
    size_t size;

    (void)source;
    (void)is_title;
    for (size_t at = 0; at < text.size; at += size) {
        uint32_t code_point = utf8_decode(text, at, &size);
        const char *name = entity_name(code_point);
        bool is_all = *argument == 'a' && code_point >= 0x80;

        if (!name && !is_all)
            text_buffer_add(arena, &out, text_slice(text, (Range){at, at + size}));
        else if (name && *argument == 'n')
            text_buffer_add(arena, &out, arena_printf(arena, "&%s;", name));
        else
            text_buffer_add(arena, &out,
                            arena_printf(arena, *argument == 'h' ? "&#x%X;" : "&#%u;", (unsigned)code_point));
    }
    return text_buffer_text(&out);
}

/* The character of "ldquo", "#8220", "#x201C"; 0: it is none. */
static uint32_t entity_character(Text name)
{
    uint32_t code_point = 0;

    for (size_t i = 0; i < COUNT_OF(entities); i++) {
        if (text_equal(name, text_from(entities[i].name)))
            return entities[i].code_point;
    }
    if (name.size < 2 || name.bytes[0] != '#')
        return 0;
    for (size_t i = name.bytes[1] == 'x' ? 2 : 1; i < name.size; i++) {
        int digit = ascii_hex_digit(name.bytes[i]);

        if (digit < 0)
            return 0;
        code_point = code_point * (name.bytes[1] == 'x' ? 16u : 10u) + (uint32_t)digit;
    }
    return code_point;
}

Text shape_without_entities(Arena *arena, Text text)
{
    enum { NAME_LONGEST = 12 };
    TextBuffer out = {0};

    for (size_t at = 0; at < text.size; at++) {
        Text rest = text_slice(text, (Range){at, at + NAME_LONGEST});
        size_t end = *rest.bytes == '&' ? text_find_byte(rest, ';', 0) : TEXT_NOT_FOUND;
        uint32_t character = end == TEXT_NOT_FOUND ? 0 : entity_character(text_slice(rest, (Range){1, end}));
        char bytes[4];

        if (character) {
            text_buffer_add(arena, &out, (Text){bytes, utf8_encode(character, bytes)});
            at += end;
        } else {
            ARRAY_PUSH(arena, out, text.bytes[at]);
        }
    }
    return text_buffer_text(&out);
}

/* ---- words ---- */

size_t shape_escape_size(Text text, size_t at)
{
    size_t end = at + 2;

    if (at + 2 >= text.size || text.bytes[at] != '\033' || !strchr("[]", text.bytes[at + 1]))
        return 0;
    if (text.bytes[at + 1] == ']')
        end = text_find(text, TEXT("\033\\"), at + 1);
    while (text.bytes[at + 1] == '[' && end < text.size && !ascii_is_alpha(text.bytes[end]))
        end++;
    if (end >= text.size)
        return 0;
    return end - at + (text.bytes[at + 1] == ']' ? 2 : 1);
}

size_t shape_letters_end(Text text, size_t at)
{
    size_t size;

    for (; at < text.size && unicode_is_letter(utf8_decode(text, at, &size)); at += size)
        ;
    return at;
}

static bool is_vowel(char byte)
{
    return strchr("aeiouyAEIOUY", byte) != NULL;
}

static bool is_consonant(char byte)
{
    return ascii_is_lower(byte) && !is_vowel(byte);
}

static bool has_vowel(Text text)
{
    for (size_t i = 0; i < text.size; i++) {
        if (is_vowel(text.bytes[i]))
            return true;
    }
    return false;
}

size_t shape_division(Text letters, size_t at)
{
    enum { DIVIDED_LEAST = 8, BEFORE_LEAST = 2, AFTER_LEAST = 3 };

    if (letters.size < DIVIDED_LEAST)
        return 0;
    for (at = at < BEFORE_LEAST ? BEFORE_LEAST : at + 1; at + AFTER_LEAST <= letters.size; at++) {
        if (is_consonant(letters.bytes[at]) && is_vowel(letters.bytes[at + 1]) &&
            ascii_is_alpha(letters.bytes[at - 1]) && has_vowel(text_slice(letters, (Range){0, at})))
            return at;
    }
    return 0;
}

Text content_inside_words(Arena *arena, const ShapeSource *source, Text text, bool is_title, const char *argument)
{
    TextBuffer out = {0};
    size_t end;

    (void)source;
    (void)is_title;
    for (size_t at = 0; at < text.size; at = end) {
        Text letters;
        size_t before = 0;

        end = shape_letters_end(text, at);
        letters = text_slice(text, (Range){at, end});
        for (size_t division = 0; (division = shape_division(letters, division)) != 0; before = division) {
            text_buffer_add(arena, &out, text_slice(letters, (Range){before, division}));
            text_buffer_add(arena, &out, text_from(argument));
        }
        text_buffer_add(arena, &out, text_slice(letters, (Range){before, letters.size}));
        if (end == at)
            ARRAY_PUSH(arena, out, text.bytes[end++]);
    }
    return text_buffer_text(&out);
}

/* ---- names ---- */

/* Size of the name that begins at `at`, or 0: whole words only. */
static size_t name_size(const ShapeSource *source, Text text, size_t at)
{
    if (at && (ascii_is_alnum(text.bytes[at - 1]) || (text.bytes[at - 1] & 0x80) || text.bytes[at - 1] == '-')) {
        size_t size;

        if (text.bytes[at - 1] == '-' || unicode_is_alnum(utf8_decode(text, utf8_previous(text, at), &size)))
            return 0;
    }
    for (size_t i = 0; i < source->names.count; i++) {
        Text name = source->names.items[i];
        size_t end = at + name.size, size;

        if (text_starts_with(text_slice(text, (Range){at, text.size}), name) &&
            (end == text.size || (text.bytes[end] != '-' && !unicode_is_alnum(utf8_decode(text, end, &size)))))
            return name.size;
    }
    return 0;
}

/* "**|**" cut at its bar. */
static void cut_argument(const char *argument, Text around[2])
{
    Text whole = text_from(argument);
    size_t bar = text_find_byte(whole, '|', 0);

    around[0] = text_slice(whole, (Range){0, bar});
    around[1] = text_slice(whole, (Range){bar + 1, whole.size});
}

Text content_around_names(Arena *arena, const ShapeSource *source, Text text, bool is_title, const char *argument)
{
    TextBuffer out = {0};
    Text around[2];
    size_t size;

    cut_argument(argument, around);
    for (size_t at = 0; at < text.size; at += size ? size : 1) {
        size = is_title ? 0 : name_size(source, text, at);
        if (size)
            text_buffer_add(arena, &out, around[0]);
        text_buffer_add(arena, &out, text_slice(text, (Range){at, at + (size ? size : 1)}));
        if (size)
            text_buffer_add(arena, &out, around[1]);
    }
    return text_buffer_text(&out);
}

Text content_overstrike(Arena *arena, const ShapeSource *source, Text text, bool is_title, const char *argument)
{
    TextBuffer out = {0};
    size_t name_end = 0, size;

    (void)is_title;
    for (size_t at = 0; at < text.size; at += size) {
        Text character;

        (void)utf8_decode(text, at, &size);
        character = text_slice(text, (Range){at, at + size});
        if (at >= name_end)
            name_end = at + name_size(source, text, at);
        if (at < name_end && text.bytes[at] != ' ') {
            text_buffer_add(arena, &out, *argument == 'b' ? character : TEXT("_"));
            ARRAY_PUSH(arena, out, '\b');
        }
        text_buffer_add(arena, &out, character);
    }
    return text_buffer_text(&out);
}

/* ---- quotations ---- */

/* Where the quotation ends that begins at `at`: behind its closing mark; 0: none begins there, or it goes on to the end. */
static size_t quotation_end(Text text, size_t at)
{
    static const struct {
        Text open, close;
    } marks[] = {{LITERAL("“"), LITERAL("”")}, {LITERAL("\""), LITERAL("\"")}};

    for (size_t i = 0; i < COUNT_OF(marks); i++) {
        size_t end;

        if (!text_starts_with(text_slice(text, (Range){at, text.size}), marks[i].open))
            continue;
        end = text_find(text, marks[i].close, at + marks[i].open.size);
        return end == TEXT_NOT_FOUND ? 0 : end + marks[i].close.size;
    }
    return 0;
}

Text content_around_quotes(Arena *arena, const ShapeSource *source, Text text, bool is_title, const char *argument)
{
    TextBuffer out = {0};
    Text around[2];
    size_t end;

    (void)source;
    cut_argument(argument, around);
    for (size_t at = 0; at < text.size; at = end) {
        end = is_title ? 0 : quotation_end(text, at);
        if (end)
            text_buffer_add(arena, &out, around[0]);
        text_buffer_add(arena, &out, text_slice(text, (Range){at, end ? end : at + 1}));
        if (end)
            text_buffer_add(arena, &out, around[1]);
        end = end ? end : at + 1;
    }
    return text_buffer_text(&out);
}

/* ---- blocks and blanks ---- */

Text content_headings(Arena *arena, const ShapeSource *source, Text text, bool is_title, const char *argument)
{
    enum { HEADING_LONGEST = 60 };
    bool is_heading = text.size && text.size <= HEADING_LONGEST && ascii_is_upper(text.bytes[0]) &&
                      !strchr(".!?:,;\"", text.bytes[text.size - 1]) && (text.bytes[text.size - 1] & 0x80) == 0;

    (void)source;
    (void)argument;
    if (!is_title && !is_heading)
        return text;
    return arena_join(arena, (const Text[]){is_title ? TEXT("# ") : TEXT("## "), text}, 2);
}

/* "J." "Mr." "Capt." before the blank at `at`. */
static bool is_after_initial(Text text, size_t at)
{
    static const Text titles[] = {LITERAL("Mr."),  LITERAL("Mrs."), LITERAL("Ms."),   LITERAL("Dr."),
                                  LITERAL("Sen."), LITERAL("Rep."), LITERAL("Capt."), LITERAL("Prof."),
                                  LITERAL("Gov."), LITERAL("Sgt."), LITERAL("Lt."),   LITERAL("St.")};
    Text before = text_slice(text, (Range){at < 6 ? 0 : at - 6, at});
    bool is_initial = at >= 2 && text.bytes[at - 1] == '.' && ascii_is_upper(text.bytes[at - 2]) &&
                      (at == 2 || !ascii_is_alnum(text.bytes[at - 3]));

    for (size_t i = 0; i < COUNT_OF(titles); i++)
        is_initial = is_initial || text_ends_with(before, titles[i]);
    return is_initial;
}

/* Does a sentence end before the blank at `at`? A stop with marks and brackets after it, and a capital or a mark behind the blank. */
static bool is_after_stop(Text text, size_t at)
{
    size_t before = at;

    while (before > 0 && (strchr("\"')*_", text.bytes[before - 1]) || (text.bytes[before - 1] & 0x80)))
        before--;
    return before > 1 && strchr(".!?", text.bytes[before - 1]) && !ascii_is_upper(text.bytes[before - 2]) &&
           at + 1 < text.size && !ascii_is_lower(text.bytes[at + 1]) && !is_after_initial(text, at);
}

/* Each blank behind which `is_there` says so is written as `gap`. */
static Text with_gaps(Arena *arena, Text text, bool (*is_there)(Text text, size_t at), const char *gap)
{
    TextBuffer out = {0};

    for (size_t at = 0; at < text.size; at++) {
        if (text.bytes[at] == ' ' && is_there(text, at))
            text_buffer_add(arena, &out, text_from(gap));
        else
            ARRAY_PUSH(arena, out, text.bytes[at]);
    }
    return text_buffer_text(&out);
}

Text content_after_stops(Arena *arena, const ShapeSource *source, Text text, bool is_title, const char *argument)
{
    (void)source;
    (void)is_title;
    return with_gaps(arena, text, is_after_stop, argument);
}

Text content_after_initials(Arena *arena, const ShapeSource *source, Text text, bool is_title, const char *argument)
{
    (void)source;
    (void)is_title;
    return with_gaps(arena, text, is_after_initial, argument);
}
