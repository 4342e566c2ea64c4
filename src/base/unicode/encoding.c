/*
 * Two questions: which encoding a name means, and which one a text shows itself. UTF-16 without a mark is certain only where the high byte of
 * nearly each unit is NUL, on the same side all along:
 *
 *     T 00 h 00 e 00 20 00    UTF-16LE          00 T 00 h 00 e 00 20    UTF-16BE          T 00 00 00    UTF-32LE
 */
#include "base/unicode/encoding.h"

#include "base/nearest.h"
#include "base/unicode/conversion.h"

static const struct {
    Text label;
    EncodingKind kind;
    const char *converted;
} rows[] = {
#define ENCODING(label, KIND, converted) {LITERAL(label), ENCODING_##KIND, converted},
#include "base/unicode/encoding.def"
#undef ENCODING
};

enum { LABEL_LONGEST = 60 };

/* iconv takes more than names: "//TRANSLIT" changes how it works, an empty one is the locale's. */
static bool is_label(Text name)
{
    for (size_t i = 0; i < name.size; i++) {
        if (!ascii_is_alnum(name.bytes[i]) && !strchr("-_.:()+", name.bytes[i]))
            return false;
    }
    return name.size && name.size <= LABEL_LONGEST;
}

bool encoding_find(Text name, Encoding *encoding, const char **why)
{
    *why = "no encoding";
    if (!is_label(name))
        return false;
    *encoding = (Encoding){ENCODING_CONVERTED, name.bytes, name};
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        if (!text_equal_ignoring_case(name, rows[i].label))
            continue;
        *encoding = (Encoding){rows[i].kind, rows[i].converted, name};
        *why = "not an encoding that this system can convert";
    }
    return encoding->kind != ENCODING_CONVERTED || conversion_load(encoding->converted);
}

Text encoding_near(Text name)
{
    Text labels[COUNT_OF(rows)];

    for (size_t i = 0; i < COUNT_OF(rows); i++)
        labels[i] = rows[i].label;
    return nearest_name(name, labels, COUNT_OF(labels));
}

/* ---- what a text shows ---- */

static const struct {
    Text mark;
    EncodingKind kind;
} marks[] = {
    {{"\xFF\xFE\0\0", 4}, ENCODING_UTF_32LE}, /* before that of UTF-16, with which it begins */
    {{"\0\0\xFE\xFF", 4}, ENCODING_UTF_32BE},
    {{"\xFF\xFE", 2}, ENCODING_UTF_16LE},
    {{"\xFE\xFF", 2}, ENCODING_UTF_16BE},
};

/* How many bytes of each place in units of four are NUL. */
typedef struct NulCounts {
    size_t units, nul[4];
} NulCounts;

static NulCounts count_nul(Text head)
{
    enum { LOOKED_AT = 16 * 1024 };
    NulCounts counts = {.units = (head.size < LOOKED_AT ? head.size : LOOKED_AT) / 4};

    if (text_find_byte(text_slice(head, (Range){0, LOOKED_AT}), '\0', 0) == TEXT_NOT_FOUND)
        return counts; /* as nearly always */
    for (size_t i = 0; i < counts.units * 4; i++)
        counts.nul[i % 4] += head.bytes[i] == '\0';
    return counts;
}

/* But for marks as “ and —, of which the high byte is another; and some have a low byte that is NUL, as U+2000 or half of U+1F600. */
static bool is_all(size_t part, size_t whole)
{
    return part >= whole - whole / 8;
}

static bool is_none(size_t part, size_t whole)
{
    return part <= whole / 32;
}

/* A short one is certain too, if it has a word or two. */
static EncodingKind kind_by_nul(Text head)
{
    enum { UNITS_LEAST = 3 };
    NulCounts n = count_nul(head);

    if (n.units < UNITS_LEAST)
        return ENCODING_UNTOLD;
    if (is_all(n.nul[1], n.units) && is_all(n.nul[2], n.units) && is_all(n.nul[3], n.units))
        return is_none(n.nul[0], n.units) ? ENCODING_UTF_32LE : ENCODING_UNTOLD;
    if (is_all(n.nul[0], n.units) && is_all(n.nul[1], n.units) && is_all(n.nul[2], n.units))
        return is_none(n.nul[3], n.units) ? ENCODING_UTF_32BE : ENCODING_UNTOLD;
    if (is_none(n.nul[0] + n.nul[2], 2 * n.units) && is_all(n.nul[1] + n.nul[3], 2 * n.units))
        return ENCODING_UTF_16LE;
    if (is_none(n.nul[1] + n.nul[3], 2 * n.units) && is_all(n.nul[0] + n.nul[2], 2 * n.units))
        return ENCODING_UTF_16BE;
    return ENCODING_UNTOLD;
}

Encoding encoding_of(Text head, Encoding said)
{
    if (utf8_mark_size(head))
        return (Encoding){0};
    for (size_t i = 0; i < COUNT_OF(marks); i++) {
        if (text_starts_with(head, marks[i].mark))
            return (Encoding){.kind = marks[i].kind};
    }
    if (said.kind == ENCODING_UNTOLD || said.kind == ENCODING_UTF_16 || said.kind == ENCODING_UTF_32) {
        EncodingKind shown = kind_by_nul(head);

        if (shown != ENCODING_UNTOLD)
            return (Encoding){.kind = shown};
    }
    if (said.kind == ENCODING_UTF_16) /* little-endian is what one meets (WHATWG Encoding Standard, 14.4) */
        said.kind = ENCODING_UTF_16LE;
    if (said.kind == ENCODING_UTF_32)
        said.kind = ENCODING_UTF_32LE;
    return said;
}
