/*
 * libyaml 0.2.5 takes some sources in quadratic time, and says nothing of them:
 *
 *     %TAG !a! x        each directive is compared with all before it (yaml_parser_append_tag_directive)
 *     a␣␣␣␣␣ b b b      the buffer of the blanks between words is wiped at each word, as far as it has ever grown (CLEAR in
 *                       yaml_private.h); that of the empty lines between lines is, too
 *
 * Both are refused before it sees them, by a walk over the source that ends lines where libyaml does: a directive is one by where its
 * line begins.
 */
#include "base/yaml/yaml_source.h"

#include <string.h>

bool yaml_is_forbidden(uint32_t code_point)
{
    return (code_point < 0x20 && code_point != '\n' && code_point != '\r' && code_point != '\t') ||
           code_point == 0x7F || (code_point >= 0x80 && code_point < 0xA0 && code_point != 0x85) ||
           code_point == 0xFFFE || code_point == 0xFFFF;
}

size_t yaml_line_end(Text source, size_t at)
{
    Text rest = text_slice(source, (Range){at, source.size});

    switch (rest.size ? rest.bytes[0] : '\0') {
    case '\n':
        return 1;
    case '\r':
        return rest.size > 1 && rest.bytes[1] == '\n' ? 2 : 1;
    case '\xC2': /* NEL */
        return rest.size > 1 && rest.bytes[1] == '\x85' ? 2 : 0;
    case '\xE2': /* U+2028, U+2029 */
        return rest.size > 2 && rest.bytes[1] == '\x80' && (rest.bytes[2] == '\xA8' || rest.bytes[2] == '\xA9') ? 3 : 0;
    default:
        return 0;
    }
}

size_t yaml_next_line_end(Text source, size_t at)
{
    for (; at < source.size; at++) {
        if (source.bytes[at] > '\r' && (unsigned char)source.bytes[at] < 0x80) /* most are */
            continue;
        if (yaml_line_end(source, at))
            break;
    }
    return at;
}

bool yaml_says_nothing(Text source)
{
    bool comment = false;

    for (size_t at = utf8_mark_size(source), line_end; at < source.size; at += line_end ? line_end : 1) {
        line_end = yaml_line_end(source, at);
        if (line_end)
            comment = false;
        else if (source.bytes[at] == '#')
            comment = true;
        else if (!comment && !ascii_is_blank(source.bytes[at]))
            return false;
    }
    return true;
}

/* Line and column, from 1, of a byte, as libyaml counts them; columns in code points. */
static void find_place(Text source, size_t offset, size_t *line, size_t *column)
{
    size_t start = 0, size;

    *line = *column = 1;
    for (size_t end = yaml_next_line_end(source, 0); end < offset; end = yaml_next_line_end(source, start)) {
        start = end + yaml_line_end(source, end);
        ++*line;
    }
    for (; start < offset; start += size, ++*column)
        (void)utf8_decode(source, start, &size);
}

/* ---- the walk ---- */

typedef struct Walk {
    Text source;
    Report *report;
    size_t at;
    size_t line;                 /* from 1 */
    size_t counted, column;      /* code points of this line before the byte `counted` */
    size_t blanks, blanks_start; /* blanks and line ends in a row up to here; where they began */
    bool refused;                /* something was told */
    bool ended;                  /* the rest is not looked at */
} Walk;

/* Goes on from the place asked for last: a line may be long and have much wrong with it. */
static void refuse_control(Walk *walk, uint32_t code_point)
{
    size_t size;

    for (; walk->counted < walk->at; walk->counted += size, walk->column++)
        (void)utf8_decode(walk->source, walk->counted, &size);
    report_add(walk->report, SEVERITY_ERROR, walk->line, walk->column + 1, "control character U+%04X; take it out",
               (unsigned)code_point);
    walk->refused = true;
}

/* One directive is enough: the walk ends. */
static void begin_line(Walk *walk)
{
    walk->counted = walk->at;
    walk->column = 0;
    if (walk->at == walk->source.size || walk->source.bytes[walk->at] != '%' ||
        !text_starts_with(text_slice(walk->source, (Range){walk->at, walk->source.size}), TEXT("%TAG")))
        return;
    report_add(walk->report, SEVERITY_ERROR, walk->line, 1,
               "directives (\"%%TAG\") are not part of the format; take the line out, or indent it where it is text");
    walk->refused = walk->ended = true;
}

static void count_blank(Walk *walk, size_t size)
{
    if (walk->blanks++ == 0)
        walk->blanks_start = walk->at;
    walk->at += size;
}

static void step(Walk *walk)
{
    char byte = walk->source.bytes[walk->at];
    uint32_t code_point;
    size_t size;

    if (byte > ' ' && byte < 0x7F) {
        walk->blanks = 0;
        walk->at++;
    } else if (byte == ' ' || byte == '\t') {
        count_blank(walk, 1);
    } else if ((size = yaml_line_end(walk->source, walk->at)) > 0) {
        count_blank(walk, size);
        walk->line++;
        begin_line(walk);
    } else {
        code_point = utf8_decode(walk->source, walk->at, &size);
        if (yaml_is_forbidden(code_point))
            refuse_control(walk, code_point);
        walk->blanks = 0;
        walk->at += size;
    }
}

/* Eight bytes of printable ASCII and blanks, as most are. False: they are not only that, or a row of blanks may end in them as one too long. */
static bool step_by_eight(Walk *walk)
{
    static const uint64_t ones = 0x0101010101010101u, high_bits = 0x8080808080808080u;
    uint64_t eight;
    size_t trailing = 0;
    const char *bytes = walk->source.bytes + walk->at;

    if (walk->source.size - walk->at < sizeof eight || walk->blanks + sizeof eight > MOST_BLANKS)
        return false;
    memcpy(&eight, bytes, sizeof eight);
    if ((eight | (eight - ones * ' ') | (eight + ones)) &
        high_bits) /* one is >= 0x80, < 0x20 (or after such a one), 0x7F */
        return false;
    while (trailing < sizeof eight && bytes[sizeof eight - 1 - trailing] == ' ')
        trailing++;
    walk->at += sizeof eight;
    if (trailing < sizeof eight)
        walk->blanks = 0;
    if (walk->blanks == 0)
        walk->blanks_start = walk->at - trailing;
    walk->blanks += trailing;
    return true;
}

/* One row is enough, too. It is counted to its end. */
static void refuse_blanks(Walk *walk)
{
    size_t line, column, found = walk->blanks;

    find_place(walk->source, walk->blanks_start, &line, &column);
    while (walk->blanks && walk->at < walk->source.size) {
        step(walk);
        if (walk->blanks)
            found = walk->blanks;
    }
    report_over(walk->report, line, column, LIMIT_BLANKS, found);
    walk->refused = walk->ended = true;
}

static void walk_over(Walk *walk)
{
    begin_line(walk);
    while (walk->at < walk->source.size && !walk->ended) {
        if (step_by_eight(walk))
            continue;
        for (size_t end = walk->at + 8; walk->at < end && walk->at < walk->source.size && !walk->ended;) {
            step(walk);
            if (walk->blanks > MOST_BLANKS)
                refuse_blanks(walk);
        }
    }
}

static bool refuse_encoding(Text source, size_t invalid, Report *report)
{
    size_t line, column;

    if (text_starts_with(source, TEXT("\xFF\xFE")) || text_starts_with(source, TEXT("\xFE\xFF"))) {
        report_add(report, SEVERITY_ERROR, 1, 1,
                   "UTF-16, where UTF-8 was expected; try \"iconv -f UTF-16 -t UTF-8 FILE\"");
        return false;
    }
    find_place(source, invalid, &line, &column);
    report_add(report, SEVERITY_ERROR, line, column,
               "not UTF-8 (byte 0x%02X); try \"iconv -f WINDOWS-1252 -t UTF-8 FILE\"",
               (unsigned char)source.bytes[invalid]);
    return false;
}

bool yaml_source_check(Text source, Report *report)
{
    size_t invalid = utf8_find_invalid(source, 0);
    Walk walk = {.source = source, .report = report, .line = 1};

    if (invalid != TEXT_NOT_FOUND)
        return refuse_encoding(source, invalid, report);
    walk_over(&walk);
    return !walk.refused;
}

/* ---- JSON ---- */

/* The value of "\uXXXX" at `at`, or 0. */
static uint32_t escape_at(Text source, size_t at)
{
    uint32_t value = 0;

    if (at + 6 > source.size || source.bytes[at] != '\\' || source.bytes[at + 1] != 'u')
        return 0;
    for (size_t i = at + 2; i < at + 6; i++) {
        int digit = ascii_hex_digit(source.bytes[i]);

        if (digit < 0)
            return 0;
        value = value << 4 | (uint32_t)digit;
    }
    return value;
}

bool yaml_may_have_surrogates(Text source)
{
    return text_starts_with(text_trim(source), TEXT("{")) && (text_find(source, TEXT("\\ud"), 0) != TEXT_NOT_FOUND ||
                                                              text_find(source, TEXT("\\uD"), 0) != TEXT_NOT_FOUND);
}

enum { PAIR_SIZE = 12, JOINED_SIZE = 10 }; /* "\uD83D\uDE00" and "\U0001F600" */

/* What two escapes at `at` stand for, or 0. */
static uint32_t surrogates_at(Text source, size_t at)
{
    uint32_t high = escape_at(source, at), low = escape_at(source, at + PAIR_SIZE / 2);

    return high >= 0xD800 && high < 0xDC00 && low >= 0xDC00 && low < 0xE000
               ? 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00)
               : 0;
}

Text yaml_join_surrogates(Arena *arena, Text source)
{
    static const char hex[] = "0123456789ABCDEF";
    char *joined;
    size_t size = 0;

    if (!yaml_may_have_surrogates(source))
        return source;
    joined = arena_alloc(arena, source.size + 1);
    for (size_t at = 0; at < source.size;) {
        uint32_t code_point = surrogates_at(source, at);

        if (code_point) {
            joined[size++] = '\\';
            joined[size++] = 'U';
            for (int shift = 28; shift >= 0; shift -= 4)
                joined[size++] = hex[code_point >> shift & 15];
            at += PAIR_SIZE;
        } else {
            if (source.bytes[at] == '\\' && at + 1 < source.size) /* "\\\\" is no escape of what follows */
                joined[size++] = source.bytes[at++];
            joined[size++] = source.bytes[at++];
        }
    }
    return (Text){joined, size};
}

size_t yaml_counted_size(Text source, size_t at, bool joined, size_t *characters)
{
    size_t most = *characters, escape = 0, size;

    *characters = 1;
    if (joined && surrogates_at(source, at)) {
        *characters = most < JOINED_SIZE ? most : JOINED_SIZE;
        return PAIR_SIZE;
    }
    if (joined && source.bytes[at] == '\\' && most > 1 && at + 1 < source.size) { /* "\\\\" is no escape of what follows */
        escape = 1;
        *characters = 2;
    }
    (void)utf8_decode(source, at + escape, &size);
    return escape + size;
}

size_t yaml_byte_of_character(Text source, size_t character)
{
    bool joined = yaml_may_have_surrogates(source);
    size_t at = 0, counted;

    for (; character > 0 && at < source.size; character -= counted) {
        counted = character;
        at += yaml_counted_size(source, at, joined, &counted);
    }
    return at < source.size ? at : source.size;
}
