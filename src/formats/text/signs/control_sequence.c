/*
 * The grammar is that of ECMA-48 (5th edition, 5.4 and 5.6), as xterm reads it:
 *
 *     ESC [ 0-?... space-/... @-~     a control sequence: "ESC [ 1 ; 31 m"
 *     ESC ] ... BEL or ESC \          a string: "ESC ] 8 ; ; https://example.org ESC \"; also ESC P, X, ^, _, and k, by which screen is named
 *     ESC space-/... 0-~              an escape sequence with intermediates: "ESC ( B" chooses a character set
 *     ESC 0-~                         any other
 *
 * "ESC [" and its kind are also one character each, U+0080 to U+009F: U+009B is "ESC [".
 */
#include "formats/text/signs/control_sequence.h"

#include "article/article.h"

#define ESCAPE '\x1B'
#define BELL '\x07'

enum {
    INTRODUCER = 2,     /* bytes of one: ESC and a letter, or U+0080 to U+009F */
    C1_TO_LETTER = 0x40 /* U+009B is ESC and 0x5B */
};

static bool is_within(char byte, char first, char last)
{
    return first <= byte && byte <= last;
}

/* What introduces a sequence in one character: U+0090 DCS, U+0098 SOS, U+009B CSI, U+009C ST, U+009D OSC, U+009E PM, U+009F APC. */
static bool is_c1(Text line, size_t at)
{
    unsigned char second;

    if (line.bytes[at] != '\xC2' || at + 1 >= line.size)
        return false;
    second = (unsigned char)line.bytes[at + 1];
    return second == 0x90 || second == 0x98 || (second >= 0x9B && second <= 0x9F);
}

bool control_sequence_begins(Text line, size_t at)
{
    return line.bytes[at] == ESCAPE || is_c1(line, at);
}

static size_t skip(Text line, size_t at, char first, char last)
{
    while (at < line.size && is_within(line.bytes[at], first, last))
        at++;
    return at;
}

static ControlKind kind_of_control(char final, Text parameters)
{
    bool none = parameters.size == 0 || text_equal(parameters, TEXT("0"));

    if (final == 'm' && (parameters.size == 0 || parameters.bytes[0] < '<'))
        return CONTROL_ATTRIBUTES;
    if (final == 'G' && (none || text_equal(parameters, TEXT("1"))))
        return CONTROL_RETURN;
    if (final == 'K' && none)
        return CONTROL_ERASE_REST;
    return final == 'K' && text_equal(parameters, TEXT("2")) ? CONTROL_ERASE_LINE : CONTROL_DROPPED;
}

/* What follows "ESC [". */
static ControlSequence read_control(Text line, size_t at)
{
    size_t parameters = skip(line, at, '0', '?'), end = skip(line, parameters, ' ', '/');
    ControlSequence sequence = {.end = end, .said = text_slice(line, (Range){at, parameters})};

    if (end == line.size || !is_within(line.bytes[end], '@', '~'))
        return sequence;
    sequence.end++;
    if (end == parameters)
        sequence.kind = kind_of_control(line.bytes[end], sequence.said);
    return sequence;
}

/* What ends a line wherever it stands (formats/text/source_lines.c); a CR does so in some texts. */
static bool ends_line(Text line, size_t at)
{
    static const Text ends[] = {LITERAL("\xC2\x85"), LITERAL("\u2028"), LITERAL("\u2029")};

    if (is_within(line.bytes[at], '\n', '\r'))
        return true;
    for (size_t i = 0; i < COUNT_OF(ends); i++) {
        if (text_starts_with(text_slice(line, (Range){at, line.size}), ends[i]))
            return true;
    }
    return false;
}

/* Where a string stops: at its end or at what cannot be in it, which is looked at once, so that many of them take no longer than one. */
static size_t string_stop(Text line, size_t at)
{
    while (at < line.size && line.bytes[at] != BELL && !control_sequence_begins(line, at) && !ends_line(line, at))
        at++;
    return at;
}

/* Bytes of what ends a string at `at`, or 0. */
static size_t string_terminator(Text line, size_t at)
{
    static const Text terminators[] = {LITERAL("\x07"), LITERAL("\x1B\\"), LITERAL("\xC2\x9C")};

    for (size_t i = 0; i < COUNT_OF(terminators); i++) {
        if (text_starts_with(text_slice(line, (Range){at, line.size}), terminators[i]))
            return terminators[i].size;
    }
    return 0;
}

/* "8;parameters;address", of characters that can be seen */
static bool read_link(Text string, Text *address)
{
    size_t semicolon = text_starts_with(string, TEXT("8;")) ? text_find_byte(string, ';', 2) : TEXT_NOT_FOUND;

    if (semicolon == TEXT_NOT_FOUND)
        return false;
    for (size_t at = 0; at < string.size; at++) {
        if ((unsigned char)string.bytes[at] < ' ')
            return false;
    }
    *address = text_slice(string, (Range){semicolon + 1, string.size});
    return true;
}

/* What follows "ESC ]" and its kind. */
static ControlSequence read_string(Text line, size_t at, char introducer)
{
    size_t stop = string_stop(line, at), terminator = string_terminator(line, stop);
    ControlSequence sequence = {.end = at};

    if (terminator == 0)
        return sequence;
    sequence.end = stop + terminator;
    if (introducer == ']' && read_link(text_slice(line, (Range){at, stop}), &sequence.said))
        sequence.kind = CONTROL_LINK;
    return sequence;
}

ControlSequence control_sequence_read(Text line, size_t at)
{
    char letter;

    if (at + 1 == line.size)
        return (ControlSequence){.end = at + 1};
    letter = line.bytes[at] == ESCAPE ? line.bytes[at + 1] : (char)((unsigned char)line.bytes[at + 1] - C1_TO_LETTER);
    at += INTRODUCER;
    if (letter == '[')
        return read_control(line, at);
    if (letter != '\0' && strchr("]PX^_k", letter))
        return read_string(line, at, letter);
    if (is_within(letter, ' ', '/')) {
        size_t end = skip(line, at, ' ', '/');

        return (ControlSequence){.end = end < line.size && is_within(line.bytes[end], '0', '~') ? end + 1 : end};
    }
    return (ControlSequence){.end = is_within(letter, '0', '~') ? at : at - 1};
}

/* ---- attributes ---- */

/* ECMA-48, 8.3.117. Colours are left to the theme: who reads "\e[33mcommit" as bold would find most of a log bold. */
static const struct Sgr {
    unsigned char code, sets, clears;
} sgr[] = {{0, 0, 0xFF},
           {1, EMPHASIS_BOLD, 0},
           {3, EMPHASIS_ITALIC, 0},
           {4, EMPHASIS_UNDERLINE, 0},
           {7, SGR_REVERSE, 0},
           {21, EMPHASIS_UNDERLINE, 0},
           {22, 0, EMPHASIS_BOLD},
           {23, 0, EMPHASIS_ITALIC},
           {24, 0, EMPHASIS_UNDERLINE},
           {27, 0, SGR_REVERSE}};

static bool is_color(size_t code)
{
    return code == 38 || code == 48 || code == 58;
}

static unsigned attributes_after(unsigned attributes, size_t code)
{
    for (size_t i = 0; i < COUNT_OF(sgr); i++) {
        if (sgr[i].code == code)
            return (attributes & ~(unsigned)sgr[i].clears) | sgr[i].sets;
    }
    return attributes;
}

/* The number that a parameter begins with, up to a colon: "4:3" is an underline, of the third kind; "4:0" is none. */
static size_t parameter_code(Text parameter)
{
    size_t colon = text_find_byte(parameter, ':', 0), code = 0;
    Text number = text_slice(parameter, (Range){0, colon == TEXT_NOT_FOUND ? parameter.size : colon});

    if (text_equal(parameter, TEXT("4:0")))
        return 24;
    return number.size == 0 || text_to_number(number, 999, &code) ? code : 999;
}

/* Parameters that belong to a colour: "38;5;n", "38;2;r;g;b"; with colons they are one parameter. */
static size_t color_parameters(size_t space)
{
    return space == 5 ? 1 : space == 2 ? 3 : 0;
}

unsigned control_attributes(unsigned attributes, Text parameters)
{
    size_t at = 0, skipped = 0;
    bool space_follows = false;
    Text parameter;

    while (text_next_part(parameters, ';', &at, &parameter)) {
        size_t code = parameter_code(parameter);

        if (space_follows) {
            skipped = color_parameters(code);
            space_follows = false;
        } else if (skipped > 0) {
            skipped--;
        } else {
            attributes = attributes_after(attributes, code);
            space_follows = is_color(code) && text_find_byte(parameter, ':', 0) == TEXT_NOT_FOUND;
        }
    }
    /* nothing, and nothing after the last semicolon, is 0 */
    return parameters.size == 0 || (text_ends_with(parameters, TEXT(";")) && skipped == 0 && !space_follows)
               ? 0
               : attributes;
}
