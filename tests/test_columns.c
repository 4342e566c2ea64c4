/*
 * The table of columns (src/base/unicode/columns.def) against this machine's C library: whatever the gate lets through of any code point, alone and
 * after another, takes here as many columns as we think, and nothing of it is what machines see differently. Without an argument: the test.
 *
 *     tests/test_columns --rows [EARLIER]     the rows of the table as this machine sees them, or of these what is in the file EARLIER too
 */
#include <stdlib.h>
#include <string.h>
#include <unictype.h>
#include <wchar.h>

#include "base/unicode/columns.h"
#include "base/unicode/printable.h"
#include "base/unicode/unicode.h"
#include "tap.h"

enum { CODE_POINTS = 0x110000, SETTLED_LEAST = 250000, TOLD_MOST = 5 };

static const char *const kind_names[] = {"UNSETTLED", "NOTHING", "MARK", "ONE", "TWO"};
static const int kind_widths[] = {-1, 0, 0, 1, 2};

/* ---- what this machine says ---- */

/* Seen differently by terminals, or by another version of a library that the machine at hand may not have. */
typedef struct Disputed {
    uint32_t first, last;
    Columns columns;
    const char *why;
} Disputed;

static const Disputed disputed[] = {
    {0x0600, 0x0605, COLUMNS_UNSETTLED, "Arabic signs before numbers: 1 in glibc, 0 in musl, utf8proc"},
    {0x06DD, 0x06DD, COLUMNS_UNSETTLED, "likewise"},
    {0x070F, 0x070F, COLUMNS_UNSETTLED, "likewise"},
    {0x0890, 0x0891, COLUMNS_UNSETTLED, "likewise"},
    {0x08E2, 0x08E2, COLUMNS_UNSETTLED, "likewise"},
    {0x2630, 0x2637, COLUMNS_UNSETTLED, "trigrams: 1 before Unicode 16, then 2"},
    {0x268A, 0x268F, COLUMNS_UNSETTLED, "likewise"},
    {0x302E, 0x302F, COLUMNS_UNSETTLED, "Hangul tone marks: 2 in glibc, 0 in Python's wcwidth"},
    {0x3248, 0x324F, COLUMNS_UNSETTLED, "numbers on black squares: 2 in glibc, 1 elsewhere"},
    {0x4DC0, 0x4DFF, COLUMNS_UNSETTLED, "hexagrams: 2 in glibc and since Unicode 16, 1 elsewhere"},
    {0xFFF9, 0xFFFB, COLUMNS_NOTHING, "interlinear annotation: 0 in glibc 2.36, 1 since 2.41"},
    {0x110BD, 0x110BD, COLUMNS_UNSETTLED, "Kaithi signs before numbers: 1 in glibc, 0 in musl, utf8proc"},
    {0x110CD, 0x110CD, COLUMNS_UNSETTLED, "likewise"},
    {0x1171E, 0x1171E, COLUMNS_UNSETTLED, "Ahom medial ra: 0 before Unicode 15, then 1"},
    {0x13430, 0x1343F, COLUMNS_NOTHING, "hieroglyph format controls: 0 in glibc 2.36, 1 since 2.41"},
    {0x16FF0, 0x16FF1, COLUMNS_UNSETTLED, "Vietnamese reading marks: 2 in glibc, 0 in Python's wcwidth"},
    {0x1D300, 0x1D356, COLUMNS_UNSETTLED, "monograms and tetragrams: 1 before Unicode 16, then 2"},
    {0x1D360, 0x1D376, COLUMNS_UNSETTLED, "counting rods: likewise"},
    {0x1F1E6, 0x1F1FF, COLUMNS_UNSETTLED,
     "regional indicators: 1 and 1 in glibc; in terminals 2 alone, 2 as a pair, or 1 as a pair"},
};

static bool is_hangul_vowel_or_final(uint32_t code_point)
{
    return (code_point >= 0x1160 && code_point <= 0x11FF) || (code_point >= 0xD7B0 && code_point <= 0xD7FB);
}

/* Of what is disputed and of what is invisible the answer is ours. */
static Columns columns_here(uint32_t code_point)
{
    for (size_t i = 0; i < COUNT_OF(disputed); i++) {
        if (code_point >= disputed[i].first && code_point <= disputed[i].last)
            return disputed[i].columns;
    }
    if ((code_point >= 0xD800 && code_point < 0xE000) ||
        uc_is_general_category_withtable(code_point, UC_CATEGORY_MASK_Cc))
        return COLUMNS_UNSETTLED;
    if (uc_is_property_default_ignorable_code_point(code_point))
        return COLUMNS_NOTHING;
    switch (wcwidth((wchar_t)code_point)) {
    case 0:
        return unicode_is_mark(code_point) || is_hangul_vowel_or_final(code_point) ? COLUMNS_MARK : COLUMNS_UNSETTLED;
    case 1:
        return COLUMNS_ONE;
    case 2:
        return COLUMNS_TWO;
    default:
        return COLUMNS_UNSETTLED;
    }
}

/* ---- making the table ---- */

/* "COLUMN_RANGE(0x0020, 0x007E, ONE)": code points of one kind. A line that is no row is passed over. */
static void read_row(char *line, unsigned char *columns)
{
    static const char start[] = "COLUMN_RANGE(";
    unsigned long first, last;
    char *at;

    if (strncmp(line, start, strlen(start)) != 0)
        return;
    first = strtoul(line + strlen(start), &at, 16);
    at += strspn(at, ", ");
    last = strtoul(at, &at, 16);
    at += strspn(at, ", ");
    at[strcspn(at, ")")] = '\0';
    for (size_t kind = 0; kind < COUNT_OF(kind_names); kind++) {
        if (strcmp(at, kind_names[kind]) == 0 && first <= last && last < CODE_POINTS)
            memset(columns + first, (int)kind, last - first + 1);
    }
}

static bool read_rows(const char *path, unsigned char *columns)
{
    FILE *in = fopen(path, "r");
    char line[256];

    if (!in)
        return false;
    while (fgets(line, sizeof line, in))
        read_row(line, columns);
    return fclose(in) == 0;
}

static int print_rows(const char *earlier)
{
    static unsigned char before[CODE_POINTS], now[CODE_POINTS + 1];

    if (earlier && !read_rows(earlier, before)) {
        perror(earlier);
        return EXIT_FAILURE;
    }
    for (uint32_t code_point = 0; code_point < CODE_POINTS; code_point++) {
        Columns here = columns_here(code_point);

        now[code_point] = (unsigned char)(earlier && before[code_point] != here ? COLUMNS_UNSETTLED : here);
    }
    for (uint32_t first = 0, last; first < CODE_POINTS; first = last + 1) {
        for (last = first; last + 1 < CODE_POINTS && now[last + 1] == now[first]; last++)
            continue;
        if (now[first] != COLUMNS_UNSETTLED)
            printf("COLUMN_RANGE(0x%04X, 0x%04X, %s)\n", first, last, kind_names[now[first]]);
    }
    return EXIT_SUCCESS;
}

/* ---- the test ---- */

/* A row that overlaps the one before, or says the same beside it, is found by no code point or stands for nothing. */
static void test_table(void)
{
    static const struct {
        uint32_t first, last;
    } rows[] = {
#define COLUMN_RANGE(first, last, columns) {first, last},
#include "base/unicode/columns.def"
#undef COLUMN_RANGE
    };
    size_t count = COUNT_OF(rows), wrong = 0, settled = 0;

    for (size_t i = 0; i < count; i++) {
        wrong +=
            rows[i].first > rows[i].last || rows[i].last >= CODE_POINTS || (i > 0 && rows[i].first <= rows[i - 1].last);
        settled += rows[i].last - rows[i].first + 1;
    }
    ok(wrong == 0, "%zu rows are in order", count);
    ok(settled >= SETTLED_LEAST, "%zu code points are settled", settled);
    wrong = 0;
    for (size_t i = 0; i < COUNT_OF(disputed); i++) {
        for (uint32_t code_point = disputed[i].first; code_point <= disputed[i].last; code_point++)
            wrong += columns_settled(code_point) != disputed[i].columns;
    }
    ok(wrong == 0, "what machines see differently is sent by none: %zu code points", wrong);
}

/* What comes out of the gate takes as many columns here as its glyphs say, and is settled. */
static bool is_seen_alike(Text text)
{
    size_t size;

    for (size_t at = 0, next; at < text.size; at = next) {
        Glyph glyph = printable_next(text, at, CHARSET_UTF8);
        Text shown = {glyph.bytes, glyph.length};
        int columns = 0;

        for (size_t in = 0; in < shown.size; in += size) {
            uint32_t code_point = utf8_decode(shown, in, &size);
            Columns settled = columns_settled(code_point);

            if (settled < COLUMNS_MARK || (unicode_has_locale() && wcwidth((wchar_t)code_point) != kind_widths[settled]))
                return false;
            columns += kind_widths[settled];
        }
        if (columns != glyph.columns)
            return false;
        next = at + glyph.size;
    }
    return true;
}

static void test_gate(Text before, const char *what)
{
    size_t wrong = 0;
    char bytes[16];

    memcpy(bytes, before.bytes, before.size);
    for (uint32_t code_point = 0; code_point < CODE_POINTS; code_point++) {
        if ((code_point >= 0xD800 && code_point < 0xE000) ||
            is_seen_alike((Text){bytes, before.size + utf8_encode(code_point, bytes + before.size)}))
            continue;
        if (wrong++ < TOLD_MOST)
            printf("# U+%04X %s\n", code_point, what);
    }
    ok(wrong == 0, "every code point %s: what is sent is settled, and takes here what we think (%zu do not)", what,
       wrong);
}

typedef struct Shown {
    uint32_t code_point;
    const char *as;
} Shown;

/* The same on every machine. */
static void test_substitutes(void)
{
    /* clang-format off */
    static const Shown rows[] = {
        {0xAD, ""},          {0x200B, ""},        {0x202E, ""},        {0xFFF9, ""},        {0xFFFB, ""},   {0x13430, ""},  {0xE0001, ""},
        {0x0600, "\uFFFD"},  {0x06DD, "\uFFFD"},  {0x2630, "\uFFFD"},  {0x4DC0, "\uFFFD"},  {0x3248, "\uFFFD"}, {0x1D300, "\uFFFD"},
        {0x1FAE8, "\uFFFD"}, {0x1C80, "\u1C80"},  {0x1C89, "\uFFFD"},  {0x31350, "\uFFFD"}, {0x11F00, "\uFFFD"}, {0x378, "\uFFFD"},
        {0x1F1E6, "\u24B6"}, {0x1F1F3, "\u24C3"}, {0x1F1FF, "\u24CF"}, {0x0301, "\u25CC\u0301"},
    };
    /* clang-format on */
    Arena arena = {0};

    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        char bytes[4];
        Text found = printable_copy(&arena, (Text){bytes, utf8_encode(rows[i].code_point, bytes)}, CHARSET_UTF8);

        ok(text_equal(found, text_from(rows[i].as)), "U+%04X is sent as \"%s\", found \"%.*s\"", rows[i].code_point,
           rows[i].as, TEXT_ARGS(found));
    }
    arena_release(&arena);
}

/* No fault: what is another number here is not sent here. */
static void tell_differences(void)
{
    size_t count = 0;

    for (uint32_t code_point = 0; code_point < CODE_POINTS; code_point++)
        count += columns_settled(code_point) >= COLUMNS_MARK && unicode_columns(code_point) == COLUMNS_UNSETTLED;
    printf("# this machine's C library has another number of columns for %zu code points of the table\n", count);
}

/* Newer emoji are in no row of the table, so that the terminal alone decides. */
static void test_newer_emoji(void)
{
    static const char *const names[] = {"no newer one", "", "15", "16", "17"};
    static const struct {
        uint32_t code_point;
        Charset first; /* in which it is shown; CHARSET_ASCII: in none */
    } rows[] = {{0x1F6D8, CHARSET_EMOJI_17}, {0x1F6DC, CHARSET_EMOJI_15}, {0x1FA75, CHARSET_EMOJI_15},
                {0x1FA74, CHARSET_UTF8},     {0x1FA79, CHARSET_UTF8},     {0x1FAE8, CHARSET_EMOJI_15},
                {0x1FAE9, CHARSET_EMOJI_16}, {0x1FAEA, CHARSET_EMOJI_17}, {0x1FAEB, CHARSET_ASCII},
                {0x1FAF8, CHARSET_EMOJI_15}, {0x1FAFF, CHARSET_ASCII},    {0x2630, CHARSET_ASCII}};
    size_t count = 0, unsettled = 0;

    for (uint32_t code_point = 0; code_point < CODE_POINTS; code_point++) {
        count += columns_emoji_unicode(code_point) != 0;
        unsettled += columns_emoji_unicode(code_point) != 0 && columns_settled(code_point) == COLUMNS_UNSETTLED;
    }
    ok(count > 30 && unsettled == count, "%zu newer emoji, none of them settled", count);
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        char bytes[8];
        Text text = {bytes, utf8_encode(rows[i].code_point, bytes)};

        for (Charset charset = CHARSET_UTF8; charset <= CHARSET_EMOJI_17; charset++) {
            bool shown = rows[i].first == CHARSET_UTF8 || (rows[i].first != CHARSET_ASCII && charset >= rows[i].first);
            Glyph glyph = printable_next(text, 0, charset);

            if (charset != CHARSET_ASCII)
                ok(shown ? glyph.columns == 2 && glyph.length == text.size && memcmp(glyph.bytes, bytes, text.size) == 0
                         : glyph.columns == 1 && glyph.length == 3,
                   "U+%04lX on a terminal that knows %s", (unsigned long)rows[i].code_point, names[charset]);
        }
    }
}

int main(int argc, char **argv)
{
    (void)unicode_init("C.UTF-8");
    if (argc >= 2 && strcmp(argv[1], "--rows") == 0)
        return unicode_has_locale() ? print_rows(argc > 2 ? argv[2] : NULL) : EXIT_FAILURE;
    test_table();
    test_substitutes();
    test_newer_emoji();
    test_gate(TEXT(""), "alone");
    test_gate(TEXT("a"), "after a letter");
    test_gate(TEXT("\u1100"), "after a leading jamo");
    test_gate(TEXT("\u0915"), "after a letter of Devanagari");
    test_gate(TEXT("\U0001F1F3"), "after a regional indicator");
    tell_differences();
    return tap_done();
}
