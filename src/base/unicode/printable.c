/*
 * The gate reads a text glyph by glyph: a base character with the marks that sit on it. What a glyph may hold is what
 * C libraries and terminals agree on (base/unicode/columns.h):
 *
 *     text                             glyphs (columns)
 *     e U+0301 (two code points)       "é" (1): composed, NFC
 *     U+1F469 U+200D U+1F4BB           U+1F469 (2), U+1F4BB (2): joiners go, and what they joined stands apart
 *     U+0301 at the start              "◌́" (1)
 *     ESC [ 3 1 m                      nothing, "[" "3" "1" "m": without its ESC it is only text
 *     e BEL U+0301                     "é" (1): what is dropped separates nothing
 *     0xE9                             "�" (1)
 *     U+2630, one column or two        "�" (1)
 *     U+1FAE8, an emoji of Unicode 15  "�" (1); itself (2) in CHARSET_EMOJI_15
 *     U+1F1F3 U+1F1F4 (a flag)         "Ⓝ" (1), "Ⓞ" (1)
 *
 * A glyph depends on the text from its start on, never on what goes before: a line of a paragraph shows the same alone.
 */
#include "base/unicode/printable.h"

#include <string.h>

#include "base/lower_bound.h"
#include "base/unicode/columns.h"
#include "base/unicode/unicode.h"

enum {
    MARKS_SHOWN = 4,
    MARKS_READ = 12,
    GLYPH_LONGEST = 1024, /* bytes of text, with what is dropped before its last mark */
    DOTTED_CIRCLE = 0x25CC,
    FIRST_MARK_BYTE = 0xCC /* of U+0300 */
};

/* ---- what a code point is to the gate ---- */

static bool is_control(uint32_t code_point)
{
    return code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0);
}

/* Characters that separate: shown as one blank. A carriage return is not one, or CR LF would be two. */
static bool is_separator(uint32_t code_point)
{
    return (code_point >= '\t' && code_point <= '\f') || code_point == 0x85 || code_point == 0x2028 ||
           code_point == 0x2029;
}

/* Dropped inside a glyph without ending it: joiners, variation selectors, tags, and skin tones after their base. */
static bool is_dropped_inside(uint32_t code_point)
{
    return code_point == 0x034F || code_point == 0x200C || code_point == 0x200D ||
           (code_point >= 0xFE00 && code_point <= 0xFE0F) || (code_point >= 0x1F3FB && code_point <= 0x1F3FF) ||
           (code_point >= 0xE0000 && code_point <= 0xE0FFF);
}

/* Invisible or dangerous wherever it stands: soft hyphen, zero width, bidi controls, fillers that are as wide as a letter (U+3164) and the like. */
static bool is_dropped(uint32_t code_point)
{
    return code_point < 0x300 ? code_point == 0xAD : unicode_columns(code_point) == COLUMNS_NOTHING;
}

/* A control character that leaves nothing, not even a blank. */
static bool is_dropped_control(uint32_t code_point)
{
    return is_control(code_point) && !is_separator(code_point);
}

/* Sits on the base before it: combining marks of no width, vowels and finals of Hangul syllables. */
static bool is_combining(uint32_t code_point)
{
    return code_point >= 0x300 && unicode_columns(code_point) == COLUMNS_MARK;
}

/* Nothing of it is shown, and it separates nothing. */
static bool leaves_nothing(uint32_t code_point)
{
    return is_dropped_control(code_point) || is_dropped(code_point);
}

/* The columns of a code point; of a newer emoji, where the terminal has said that it knows it. -1: not to be sent. */
static int width_in(uint32_t code_point, Charset charset)
{
    int emoji = charset < CHARSET_EMOJI_15 ? 0 : columns_emoji_unicode(code_point);

    return emoji && emoji - EMOJI_FIRST_UNICODE <= (int)charset - (int)CHARSET_EMOJI_15 ? 2 : unicode_width(code_point);
}

/*
 * What is sent in place of what terminals see differently. Two regional indicators are a flag of two columns to one terminal and to another
 * two letters, or a flag of one column, and one alone has one column or two: they are shown as letters in circles.
 */
static uint32_t stand_in(uint32_t code_point, Charset charset)
{
    enum { INDICATOR_A = 0x1F1E6, INDICATOR_Z = 0x1F1FF, CIRCLED_A = 0x24B6 };

    if (code_point >= INDICATOR_A && code_point <= INDICATOR_Z)
        return CIRCLED_A + (code_point - INDICATOR_A);
    return width_in(code_point, charset) < 0 ? REPLACEMENT_CHARACTER : code_point;
}

/* ---- ASCII ---- */

typedef struct Spelling {
    uint16_t code_point;
    char ascii[4]; /* padded with NUL */
} Spelling;

/* In order of code points. What NFKD spells (é ½ … ﬁ ① Ａ) needs no row. */
static const Spelling spellings[] = {
    {0x00A1, "!"},   {0x00A2, "c"},   {0x00A3, "GBP"}, {0x00A4, "$"},  {0x00A5, "JPY"}, {0x00A6, "|"},
    {0x00A7, "S"},   {0x00A9, "(c)"}, {0x00AB, "<<"},  {0x00AC, "!"},  {0x00AE, "(R)"}, {0x00B0, "deg"},
    {0x00B1, "+/-"}, {0x00B4, "'"},   {0x00B6, "P"},   {0x00B7, "-"},  {0x00BB, ">>"},  {0x00BF, "?"},
    {0x00C6, "AE"},  {0x00D0, "D"},   {0x00D7, "x"},   {0x00D8, "O"},  {0x00DE, "Th"},  {0x00DF, "ss"},
    {0x00E6, "ae"},  {0x00F0, "d"},   {0x00F7, "/"},   {0x00F8, "o"},  {0x00FE, "th"},  {0x0110, "D"},
    {0x0111, "d"},   {0x0126, "H"},   {0x0127, "h"},   {0x0131, "i"},  {0x0138, "k"},   {0x0141, "L"},
    {0x0142, "l"},   {0x014A, "N"},   {0x014B, "n"},   {0x0152, "OE"}, {0x0153, "oe"},  {0x0166, "T"},
    {0x0167, "t"},   {0x0192, "f"},   {0x02B9, "'"},   {0x02BB, "'"},  {0x02BC, "'"},   {0x02BD, "'"},
    {0x02C6, "^"},   {0x02DC, "~"},   {0x1E9E, "SS"},  {0x2010, "-"},  {0x2012, "-"},   {0x2013, "-"},
    {0x2014, "--"},  {0x2015, "--"},  {0x2016, "||"},  {0x2018, "'"},  {0x2019, "'"},   {0x201A, "'"},
    {0x201B, "'"},   {0x201C, "\""},  {0x201D, "\""},  {0x201E, "\""}, {0x201F, "\""},  {0x2020, "+"},
    {0x2021, "++"},  {0x2022, "*"},   {0x2023, "*"},   {0x2027, "-"},  {0x2030, "%o"},  {0x2032, "'"},
    {0x2033, "\""},  {0x2035, "'"},   {0x2039, "<"},   {0x203A, ">"},  {0x2043, "-"},   {0x2044, "/"},
    {0x20AC, "EUR"}, {0x20BD, "RUB"}, {0x2190, "<-"},  {0x2191, "^"},  {0x2192, "->"},  {0x2193, "v"},
    {0x2194, "<->"}, {0x21D2, "=>"},  {0x2212, "-"},   {0x2215, "/"},  {0x2217, "*"},   {0x2219, "-"},
    {0x2248, "~"},   {0x2260, "!="},  {0x2264, "<="},  {0x2265, ">="}, {0x2500, "-"},   {0x2501, "-"},
    {0x2502, "|"},   {0x2503, "|"},   {0x250C, "+"},   {0x2510, "+"},  {0x2514, "+"},   {0x2518, "+"},
    {0x251C, "+"},   {0x2524, "+"},   {0x252C, "+"},   {0x2534, "+"},  {0x253C, "+"},   {0x2550, "="},
    {0x2551, "|"},   {0x256D, "+"},   {0x256E, "+"},   {0x256F, "+"},  {0x2570, "+"},   {0x2588, "#"},
    {0x2589, "#"},   {0x258A, "#"},   {0x258B, "#"},   {0x258C, "|"},  {0x258D, "|"},   {0x258E, "|"},
    {0x258F, "]"},   {0x2590, "|"},   {0x2591, "."},   {0x2592, ":"},  {0x2593, "#"},   {0x2595, "["},
    {0x25A0, "#"},   {0x25A1, "-"},   {0x25AA, "*"},   {0x25B2, "^"},  {0x25B6, ">"},   {0x25B8, ">"},
    {0x25BC, "v"},   {0x25C0, "<"},   {0x25C6, "*"},   {0x25CB, "o"},  {0x25CF, "*"},   {0x25E6, "o"},
    {0x2605, "*"},   {0x2606, "*"},   {0x2713, "x"},   {0x2714, "x"},  {0x2717, "x"},   {0x3001, ","},
    {0x3002, "."},
};

static const Spelling *find_spelling(uint32_t code_point)
{
    size_t at;

    LOWER_BOUND(at, COUNT_OF(spellings), spellings[at].code_point < code_point);
    return at < COUNT_OF(spellings) && spellings[at].code_point == code_point ? &spellings[at] : NULL;
}

/* Append to the glyph; false when it would be longer than four columns. */
static bool append_ascii(Glyph *glyph, const char *ascii, size_t size)
{
    if (glyph->length + size > 4)
        return false;
    memcpy(glyph->bytes + glyph->length, ascii, size);
    glyph->length = (unsigned char)(glyph->length + size);
    return true;
}

/* The letters of a decomposition without their marks. */
static bool spell_parts(Glyph *glyph, Text parts)
{
    size_t size;

    for (size_t at = 0; at < parts.size; at += size) {
        uint32_t part = utf8_decode(parts, at, &size);
        const Spelling *spelling = find_spelling(part);

        if (part >= 0x20 && part < 0x7F) {
            if (!append_ascii(glyph, parts.bytes + at, 1))
                return false;
        } else if (spelling) {
            if (!append_ascii(glyph, spelling->ascii, strnlen(spelling->ascii, sizeof spelling->ascii)))
                return false;
        } else if (!unicode_is_mark(part)) {
            return false;
        }
    }
    return glyph->length > 0;
}

static void spell_in_ascii(Glyph *glyph, uint32_t base)
{
    const Spelling *spelling = find_spelling(base);
    char parts[64];
    size_t size;

    glyph->length = 0;
    if (spelling) {
        (void)append_ascii(glyph, spelling->ascii, strnlen(spelling->ascii, sizeof spelling->ascii));
    } else {
        size = unicode_decompose(base, parts, sizeof parts);
        if (!spell_parts(glyph, (Text){parts, size})) {
            glyph->length = glyph->columns > 1 ? 2 : 1;
            memcpy(glyph->bytes, "??", 2);
        }
    }
    glyph->columns = glyph->length;
}

/* ---- glyphs ---- */

static Glyph dropped_glyph(size_t size)
{
    return (Glyph){.size = size};
}

static Glyph ascii_glyph(char byte, size_t size)
{
    Glyph glyph;

    glyph.size = size;
    glyph.columns = 1;
    glyph.length = 1;
    glyph.bytes[0] = byte;
    return glyph;
}

/* A base and its marks, as far as they were read. */
typedef struct Gathered {
    size_t size; /* bytes of the text, what is dropped included */
    size_t length;
    char bytes[4 * (1 + MARKS_READ)];
} Gathered;

/* Read what sits on the base that ends at `gathered->size` from `at`. */
static void gather_marks(Gathered *gathered, Text text, size_t at, uint32_t base)
{
    size_t size, marks = 0;

    for (size_t next = at + gathered->size; next < text.size && gathered->size < GLYPH_LONGEST; next += size) {
        uint32_t code_point = utf8_decode(text, next, &size);
        uint32_t composed;

        if (code_point < 0x300 && !leaves_nothing(code_point))
            break;
        if (is_combining(code_point)) {
            if (marks++ < MARKS_READ)
                gathered->length += utf8_encode(code_point, gathered->bytes + gathered->length);
        } else if (marks == 0 && base >= 0x900 && unicode_is_mark(code_point) && !is_dropped(code_point) &&
                   (composed = unicode_compose_pair(base, code_point)) != 0) {
            base = composed; /* a vowel sign that takes a column but has a form together with its letter */
            gathered->length = utf8_encode(base, gathered->bytes);
        } else if (leaves_nothing(code_point) && !is_dropped_inside(code_point)) {
            continue; /* a mark may follow, and is of the base then */
        } else if (!is_dropped_inside(code_point)) {
            break;
        }
        gathered->size = next + size - at;
    }
}

/* Fill a glyph with a composed base and its marks; false when there is more than one base in it. */
static bool fill_glyph(Glyph *glyph, Text composed, Charset charset)
{
    size_t size, marks = 0;
    int columns = width_in(utf8_decode(composed, 0, &size), charset);

    if (columns < 1)
        return false;
    glyph->columns = (unsigned char)columns;
    memcpy(glyph->bytes, composed.bytes, size);
    glyph->length = (unsigned char)size;
    for (size_t at = size; at < composed.size; at += size) {
        if (!is_combining(utf8_decode(composed, at, &size)))
            return false;
        if (marks++ == MARKS_SHOWN)
            break;
        memcpy(glyph->bytes + glyph->length, composed.bytes + at, size);
        glyph->length = (unsigned char)(glyph->length + size);
    }
    return true;
}

/* Of most that is not ASCII in a text, Latin letters and typographic signs, NFC is what it is. */
static bool is_composed(uint32_t base)
{
    return base < 0x300 || (base >= 0x2010 && base <= 0x2027) || (base >= 0x2500 && base <= 0x25FF);
}

/* Does a mark begin with that byte, or what is dropped before one? */
static bool may_go_on(unsigned char byte)
{
    return byte >= FIRST_MARK_BYTE || byte == 0xC2 || is_dropped_control(byte);
}

static Glyph base_glyph(Text text, size_t at, uint32_t base, size_t size, Charset charset)
{
    Gathered gathered;
    Glyph glyph = {0};
    char composed[sizeof gathered.bytes];
    size_t composed_size;

    gathered.size = size;
    gathered.length = utf8_encode(base, gathered.bytes);
    if (at + size < text.size && may_go_on((unsigned char)text.bytes[at + size]))
        gather_marks(&gathered, text, at, base);
    composed_size = gathered.size == size && is_composed(base)
                        ? 0
                        : unicode_compose((Text){gathered.bytes, gathered.length}, composed, sizeof composed);
    if (composed_size == 0 || !fill_glyph(&glyph, (Text){composed, composed_size}, charset))
        (void)fill_glyph(&glyph, (Text){gathered.bytes, gathered.length}, charset);
    glyph.size = gathered.size;
    if (charset == CHARSET_ASCII)
        spell_in_ascii(&glyph, utf8_decode((Text){glyph.bytes, glyph.length}, 0, &size));
    return glyph;
}

/* Everything that is not a printable ASCII character between ASCII characters. */
static Glyph other_glyph(Text text, size_t at, Charset charset)
{
    size_t size;
    uint32_t code_point = utf8_decode(text, at, &size); /* what is not UTF-8 is U+FFFD */

    if (code_point == ' ' || is_separator(code_point)) /* takes no marks: a line may break after it */
        return ascii_glyph(' ', size);
    if (leaves_nothing(code_point))
        return dropped_glyph(size);
    if (is_combining(code_point))
        return base_glyph(text, at, DOTTED_CIRCLE, 0, charset);
    return base_glyph(text, at, stand_in(code_point, charset), size, charset);
}

static bool is_plain(unsigned char byte)
{
    return byte >= 0x20 && byte < 0x7F;
}

/* After a character of ASCII: nothing goes on with it. */
static bool ends_plain(unsigned char byte)
{
    return is_plain(byte) || (byte < 0x80 && !is_dropped_control(byte));
}

Glyph printable_next(Text text, size_t at, Charset charset)
{
    if (is_plain((unsigned char)text.bytes[at]) && (at + 1 == text.size || ends_plain((unsigned char)text.bytes[at + 1])))
        return ascii_glyph(text.bytes[at], 1);
    return other_glyph(text, at, charset);
}

bool printable_passes(uint32_t code_point)
{
    return unicode_columns(code_point) >= COLUMNS_MARK;
}

/* ---- whole texts ---- */

/* End of the run of ASCII characters from `at` that are glyphs of their own. */
static size_t plain_end(Text text, size_t at)
{
    size_t end = at;

    while (end < text.size && is_plain((unsigned char)text.bytes[end]))
        end++;
    if (end > at && end < text.size && !ends_plain((unsigned char)text.bytes[end]))
        end--; /* a mark may follow */
    return end;
}

size_t printable_fit(Text text, size_t columns, Charset charset, size_t *used)
{
    size_t at = 0;

    *used = 0;
    while (at < text.size) {
        Glyph glyph = printable_next(text, at, charset);

        if (glyph.columns > columns - *used)
            break;
        *used += glyph.columns;
        at += glyph.size;
    }
    return at;
}

size_t printable_width(Text text, Charset charset)
{
    size_t columns = 0;

    for (size_t at = 0; at < text.size && columns < PRINTABLE_WIDEST;) {
        size_t end = plain_end(text, at);
        Glyph glyph;

        columns += end - at;
        at = end;
        if (at == text.size)
            break;
        glyph = printable_next(text, at, charset);
        columns += glyph.columns;
        at += glyph.size;
    }
    return columns < PRINTABLE_WIDEST ? columns : PRINTABLE_WIDEST;
}

Text printable_copy(Arena *arena, Text text, Charset charset)
{
    size_t size = 0;
    char *bytes;

    for (size_t at = 0; at < text.size;) {
        Glyph glyph = printable_next(text, at, charset);

        size = memory_sum(size, glyph.length);
        at += glyph.size;
    }
    bytes = arena_alloc(arena, memory_sum(size, 1));
    size = 0;
    for (size_t at = 0; at < text.size;) {
        Glyph glyph = printable_next(text, at, charset);

        memcpy(bytes + size, glyph.bytes, glyph.length);
        size += glyph.length;
        at += glyph.size;
    }
    return (Text){bytes, size};
}

void printable_write(Sink *sink, Text text, Charset charset, LineFeeds line_feeds)
{
    for (size_t at = 0; at < text.size;) {
        size_t end = plain_end(text, at);
        Glyph glyph;

        sink_text(sink, (Text){text.bytes + at, end - at});
        at = end;
        if (at == text.size)
            break;
        glyph = printable_next(text, at, charset);
        if (text.bytes[at] == '\n' && line_feeds == LINES_KEPT)
            sink_byte(sink, '\n');
        else
            sink_text(sink, (Text){glyph.bytes, glyph.length});
        at += glyph.size;
    }
}
