/*
 * A line is read in one pass, byte by byte: most are ordinary, a few begin what ends a line or takes no column.
 *
 *     "> > the tide\r\n"      level 2, indent 0, range "the tide", 8 columns
 *     "\tThe tide"            indent 8
 */
#include "formats/text/source_lines.h"

#include "formats/text/lost_ends.h"
#include "formats/text/signs/character_references.h"
#include "formats/text/signs/control_sequence.h"

enum { TAB_COLUMNS = 8 };

/* Bytes of the line end at `at`: LF, CR LF, form feed, vertical tab, NEL (U+0085), U+2028, U+2029; 0: there is none. */
static size_t line_end_size(Text source, size_t at, LineForm form)
{
    const unsigned char *byte = (const unsigned char *)source.bytes + at;
    size_t left = source.size - at;

    switch (byte[0]) {
    case '\n':
    case '\f':
    case '\v':
        return 1;
    case '\r':
        if (left > 1 && byte[1] == '\n')
            return 2;
        return form.cr_ends || left == 1;
    case 0xC2:
        return left > 1 && byte[1] == 0x85 ? 2 : 0;
    case 0xE2:
        return left > 2 && byte[1] == 0x80 && (byte[2] == 0xA8 || byte[2] == 0xA9) ? 3 : 0;
    default:
        return 0;
    }
}

/* Which bytes may begin what ends a line, or is not as wide as it is long. */
static const unsigned char is_special[256] = {
    ['\n'] = 1, ['\f'] = 1, ['\v'] = 1, ['\r'] = 1, [0xC2] = 1,
    [0xE2] = 1, [0xEF] = 1, ['&'] = 1,  [0x1B] = 1, ['\b'] = 1,
};

/* They take no column: soft hyphen, joiners, spaces without width. */
static const Text joiners[] = {LITERAL("\u00AD"), LITERAL("\u200B"), LITERAL("\u200C"),
                               LITERAL("\u200D"), LITERAL("\u2060"), LITERAL("\uFEFF")};

/* Where what terminals are told at `at` ends: in the same line. */
static size_t sequence_end(Text source, size_t at)
{
    return control_sequence_read(source, at).end;
}

/* Bytes at `at` that take no column, or one for all of them: then `*columns` says so. 0: an ordinary character. */
static size_t undrawn_size(Text source, size_t at, unsigned *columns)
{
    uint32_t code_point;
    Text rest = text_slice(source, (Range){at, source.size});

    *columns = 0;
    switch (source.bytes[at]) {
    case '&':
        *columns = 1;
        return character_reference(rest, &code_point);
    case 0x1B:
        return sequence_end(source, at) - at;
    default:
        for (size_t i = 0; i < COUNT_OF(joiners); i++) {
            if (text_starts_with(rest, joiners[i]))
                return joiners[i].size;
        }
        return 0;
    }
}

enum { WORD = sizeof(uint64_t) };

/* Are these eight bytes ASCII that is drawn, and no "&" among them? All at once (Warren, Hacker's Delight, 6-1). */
static bool are_plain(const char *bytes)
{
    const uint64_t ones = UINT64_MAX / 255;
    uint64_t word, ampersands;

    memcpy(&word, bytes, WORD);
    ampersands = word ^ ones * '&';
    return !(((word - ones * ' ') | word | ((ampersands - ones) & ~ampersands)) & ones * 0x80);
}

/* Plain bytes from `at` on, as far as they fill words. */
static size_t plain_size(Text source, size_t at)
{
    size_t end = at;

    while (end + WORD <= source.size && are_plain(source.bytes + end))
        end += WORD;
    return end - at;
}

bool source_has_undrawn(Text source)
{
    static const char first[] = {'&', 0x1B, '\b'};

    for (size_t i = 0; i < COUNT_OF(first); i++) {
        if (text_find_byte(source, first[i], 0) != TEXT_NOT_FOUND)
            return true;
    }
    for (size_t i = 0; i < COUNT_OF(joiners); i++) {
        if (text_find(source, joiners[i], 0) != TEXT_NOT_FOUND)
            return true;
    }
    return false;
}

/* The columns of what stands from `at` on, up to the line end, whose size is told; `*at` moves there. */
static unsigned count_columns(Text source, size_t *at, LineForm form, size_t *end_size)
{
    unsigned columns = 0, here;
    size_t tried = 0; /* as far as a word was found that is not plain */

    for (*end_size = 0; *at < source.size;) {
        unsigned char byte;
        size_t undrawn;

        if (*at >= tried) {
            size_t plain = plain_size(source, *at);

            columns += (unsigned)plain;
            *at += plain;
            tried = *at + WORD;
            continue;
        }
        byte = (unsigned char)source.bytes[*at];
        if (!is_special[byte]) {
            columns += (byte & 0xC0) != 0x80;
            (*at)++;
            continue;
        }
        *end_size = line_end_size(source, *at, form);
        if (*end_size)
            return columns;
        if (byte == '\b') {
            columns -= form.drawn_size && columns;
            columns += !form.drawn_size;
            (*at)++;
            continue;
        }
        undrawn = form.drawn_size ? undrawn_size(source, *at, &here) : 0;
        columns += undrawn ? here : 1;
        *at += undrawn ? undrawn : 1;
    }
    return columns;
}

/* Past blanks, whose columns are counted. */
static size_t skip_blanks(Text source, size_t at, unsigned *columns)
{
    for (; at < source.size; at++) {
        if (source.bytes[at] == ' ')
            ++*columns;
        else if (source.bytes[at] == '\t')
            *columns += TAB_COLUMNS - *columns % TAB_COLUMNS;
        else if (source.bytes[at] == '\xC2' && at + 1 < source.size && source.bytes[at + 1] == '\xA0') /* no-break space */
            ++*columns, at++;
        else
            break;
    }
    return at;
}

/* Past the number that each line has: "    12\t". */
static size_t skip_number(Text source, size_t at)
{
    size_t start = at, digits;

    while (at < source.size && source.bytes[at] == ' ')
        at++;
    for (digits = at; at < source.size && ascii_is_digit(source.bytes[at]);)
        at++;
    return at > digits && at < source.size && source.bytes[at] == '\t' ? at + 1 : start;
}

/* Past what terminals are told before the mark of a reply, as programs colour them; `at`, where no mark comes behind. */
static size_t skip_color(Text source, size_t at)
{
    size_t end = at;

    while (end < source.size && source.bytes[end] == 0x1B)
        end = sequence_end(source, end);
    return end < source.size && source.bytes[end] == '>' ? end : at;
}

/* Past the marks of a reply: "> > ", ">>", "| ". One blank after each belongs to it. */
static size_t skip_reply_marks(Text source, size_t at, LineForm form, unsigned *level)
{
    unsigned columns = 0;
    size_t first = skip_color(source, skip_blanks(source, at, &columns));

    if (columns > 3)
        return at;
    while (first < source.size && (source.bytes[first] == '>' || (form.bars && source.bytes[first] == '|'))) {
        ++*level;
        at = first + 1;
        if (at < source.size && source.bytes[at] == ' ')
            at++;
        first = at;
    }
    return at;
}

/* Blanks at its end are not its own. */
static size_t without_blanks(Text source, size_t start, size_t end)
{
    for (;;) {
        if (end > start && (ascii_is_blank(source.bytes[end - 1]) || source.bytes[end - 1] == '\0'))
            end--;
        else if (end > start + 1 && source.bytes[end - 1] == '\xA0' && source.bytes[end - 2] == '\xC2')
            end -= 2;
        else
            return end;
    }
}

/* Behind the control sequences that stand at `at` one after another, as far as they begin before `end`. */
static size_t skip_sequences(Text source, size_t at, size_t end)
{
    while (at < end && source.bytes[at] == 0x1B)
        at = sequence_end(source, at);
    return at;
}

/* Past the colours in which a whole line stands, if what it begins with is no word: "ESC [ 32 m > The tide". */
static size_t skip_colours(Text source, size_t start)
{
    size_t at = skip_sequences(source, start, source.size);

    return at < source.size && source.bytes[at] && strchr(" \t>|", source.bytes[at]) ? at : start;
}

SourceLine source_line(Text source, size_t start, LineForm form)
{
    SourceLine line = {.start = start};
    size_t at = skip_colours(source, start), lost_end, end_size, end;

    if (form.numbered)
        at = skip_number(source, at);
    at = skip_reply_marks(source, at, form, &line.level);
    at = skip_blanks(source, at, &line.indent);
    line.range.start = at;
    lost_end = form.joined ? lost_end_find(source, at) : source.size;
    line.columns = count_columns(text_slice(source, (Range){0, lost_end}), &at, form, &end_size);
    if (end_size == 0 && lost_end < source.size)
        end_size = 1; /* the blank */
    end = without_blanks(source, line.range.start, at);
    line.columns -= line.columns < at - end ? line.columns : (unsigned)(at - end); /* each blank had one */
    /* nothing but colours: a blank line */
    line.range.end = skip_sequences(source, line.range.start, end) < end ? end : line.range.start;
    line.next = at + end_size;
    line.ends_text = end_size == 0;
    line.ends_page = end_size == 1 && source.bytes[at] == '\f';
    line.ends_block = (end_size == 3 && source.bytes[at + 2] == '\xA9') || at == lost_end;
    return line;
}

/* Bytes of the mark or colour at the end of a line that may stand behind its stop; 0: there is none. */
static size_t closing_size(Text line)
{
    static const Text after[] = {LITERAL("\""),       LITERAL("'"),       LITERAL(")"),       LITERAL("]"),
                                 LITERAL("*"),        LITERAL("_"),       LITERAL("”"),       LITERAL("’"),
                                 LITERAL("»"),        LITERAL("«"),       LITERAL("“"),       LITERAL("‘"),
                                 LITERAL("\033[0m"),  LITERAL("\033[m"),  LITERAL("&quot;"),  LITERAL("&rdquo;"),
                                 LITERAL("&rsquo;"),  LITERAL("&#8221;"), LITERAL("&#8217;"), LITERAL("&#x201d;"),
                                 LITERAL("&#x201D;"), LITERAL("&#34;")};
    char last = line.size ? line.bytes[line.size - 1] : '\0';

    for (size_t i = 0; i < COUNT_OF(after); i++) {
        if (after[i].bytes[after[i].size - 1] == last && text_ends_with(line, after[i]))
            return after[i].size;
    }
    return 0;
}

bool line_may_end_paragraph(Text line)
{
    static const Text stops[] = {LITERAL("."),  LITERAL("!"),  LITERAL("?"),  LITERAL("…"),
                                 LITERAL("。"), LITERAL("！"), LITERAL("？"), LITERAL("&hellip;")};
    size_t closing;
    char last = line.size ? line.bytes[line.size - 1] : '\0';

    if (last == '.' || last == '!' || last == '?')
        return true;
    if (last != 'm' && ascii_is_alnum(last)) /* with m a colour ends */
        return false;
    while ((closing = closing_size(line)) > 0) /* several may stand there */
        line.size -= closing;
    for (size_t i = 0; i < COUNT_OF(stops); i++) {
        if (text_ends_with(line, stops[i]))
            return true;
    }
    return false;
}

bool line_begins_small(Text line)
{
    size_t size;
    uint32_t first = line.size ? utf8_decode(line, 0, &size) : 0;

    return (first >= 'a' && first <= 'z') || (first >= 0xDF && first <= 0xFF) || (first >= 0x3B1 && first <= 0x3C9) ||
           (first >= 0x430 && first <= 0x45F);
}

unsigned line_first_word_columns(Text line, LineForm form)
{
    size_t end = 0, end_size;

    while (end < line.size && !ascii_is_blank(line.bytes[end]))
        end++;
    line.size = end;
    end = 0;
    return count_columns(line, &end, form, &end_size);
}
