/*
 * A thin layer over libunistring and wcwidth() with three things of its own:
 *
 * - ASCII, which is most of most texts, is answered without a call.
 * - Grapheme clusters are found going forward from where one starts, by a small state machine over the properties of
 *   UAX 29 (rules GB3 to GB13): the library has either a function over pairs, which takes families and flags apart, or one
 *   over a whole text, which costs the whole text for its first cluster.
 * - Line breaks come from the library (UAX 14) and are then tailored. It forgets rule LB29 ("e.|g."), and what the
 *   annex leaves open about quotation marks and dashes is decided as typesetters do.
 *
 *     “Yes” (he laughed) — e.g. twice — « oui »
 *          ^ ^   ^         ^    ^       ^            may break before these; the annex alone would also break
 *                                                    before both dashes, after "e." and inside the « », but not before "(".
 */
#include "base/unicode/unicode.h"

#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <unigbrk.h>
#include <unilbrk.h>
#include <uninorm.h>
#include <wchar.h>

/* ---- locale and width ---- */

/* wcwidth() knows Unicode only in a UTF-8 locale. */
static bool has_utf8_locale;

static bool names_utf8(Text locale)
{
    static const Text spellings[] = {LITERAL("utf-8"), LITERAL("utf8")};

    for (size_t spelling = 0; spelling < COUNT_OF(spellings); spelling++) {
        Text wanted = spellings[spelling];

        for (size_t at = 0; at + wanted.size <= locale.size; at++) {
            if (text_equal_ignoring_case((Text){locale.bytes + at, wanted.size}, wanted))
                return true;
        }
    }
    return false;
}

bool unicode_init(const char *locale)
{
    bool asks;

    has_utf8_locale = setlocale(LC_CTYPE, locale) && names_utf8(text_from(nl_langinfo(CODESET)));
    asks = has_utf8_locale ||
           names_utf8(text_from(
               locale)); /* not installed, or there is no memory for it: the terminal may know it all the same */
    if (!has_utf8_locale)
        has_utf8_locale = setlocale(LC_CTYPE, "C.UTF-8") || setlocale(LC_CTYPE, "en_US.UTF-8");
    return asks;
}

bool unicode_has_locale(void)
{
    return has_utf8_locale;
}

static const signed char widths[] = {
    [COLUMNS_UNSETTLED] = -1, [COLUMNS_NOTHING] = 0, [COLUMNS_MARK] = 0, [COLUMNS_ONE] = 1, [COLUMNS_TWO] = 2,
};

Columns unicode_columns(uint32_t code_point)
{
    Columns settled = columns_settled(code_point);

    if (settled >= COLUMNS_MARK && has_utf8_locale && wcwidth((wchar_t)code_point) != widths[settled])
        return COLUMNS_UNSETTLED;
    return settled;
}

int unicode_width(uint32_t code_point)
{
    if (code_point < 0x7F)
        return code_point >= 0x20 ? 1 : -1;
    return widths[unicode_columns(code_point)];
}

/* ---- grapheme clusters ---- */

typedef struct ClusterState {
    int property;          /* of the last code point */
    bool after_pictograph; /* Extended_Pictographic Extend* goes before */
    bool zwj_pictograph;   /* … and then a zero-width joiner */
    bool odd_indicators;   /* an odd number of regional indicators goes before */
} ClusterState;

static void cluster_add(ClusterState *state, uint32_t code_point, int property)
{
    state->zwj_pictograph = property == GBP_ZWJ && state->after_pictograph;
    if (property != GBP_EXTEND)
        state->after_pictograph = uc_is_property_extended_pictographic(code_point);
    state->odd_indicators = property == GBP_RI && !state->odd_indicators;
    state->property = property;
}

/* Does a cluster go on from what `state` has seen to the next code point? */
static bool cluster_goes_on(const ClusterState *state, uint32_t code_point, int property)
{
    switch (state->property) { /* GB3 to GB5 */
    case GBP_CR:
        return property == GBP_LF;
    case GBP_LF:
    case GBP_CONTROL:
        return false;
    default:
        break;
    }
    switch (property) {
    case GBP_CR:
    case GBP_LF:
    case GBP_CONTROL:
        return false;
    case GBP_EXTEND: /* GB9, GB9a */
    case GBP_ZWJ:
    case GBP_SPACINGMARK:
        return true;
    case GBP_L: /* GB6 to GB8: Hangul */
    case GBP_LV:
    case GBP_LVT:
        return state->property == GBP_L || state->property == GBP_PREPEND;
    case GBP_V:
        return state->property == GBP_L || state->property == GBP_V || state->property == GBP_LV ||
               state->property == GBP_PREPEND;
    case GBP_T:
        return state->property == GBP_V || state->property == GBP_T || state->property == GBP_LV ||
               state->property == GBP_LVT || state->property == GBP_PREPEND;
    case GBP_RI: /* GB12, GB13: flags */
        return state->odd_indicators || state->property == GBP_PREPEND;
    default:
        break;
    }
    if (state->property == GBP_PREPEND) /* GB9b */
        return true;
    return state->zwj_pictograph && uc_is_property_extended_pictographic(code_point); /* GB11 */
}

size_t unicode_cluster_end(Text text, size_t at)
{
    unsigned char first = (unsigned char)text.bytes[at];
    size_t most = text.size - at > CLUSTER_BYTES ? at + CLUSTER_BYTES : text.size;
    ClusterState state = {0};
    uint32_t code_point;
    size_t size;

    if (first < 0x80 && first != '\r' && (at + 1 == text.size || (unsigned char)text.bytes[at + 1] < 0x80))
        return at + 1;
    code_point = utf8_decode(text, at, &size);
    if (size == 1 && first >= 0x80)
        return at + 1;
    cluster_add(&state, code_point, uc_graphemeclusterbreak_property(code_point));
    for (at += size; at < most; at += size) {
        int property;

        code_point = utf8_decode(text, at, &size);
        if (at + size > most || (size == 1 && (unsigned char)text.bytes[at] >= 0x80))
            break;
        property = uc_graphemeclusterbreak_property(code_point);
        if (!cluster_goes_on(&state, code_point, property))
            break;
        cluster_add(&state, code_point, property);
    }
    return at;
}

/* ---- line breaks ---- */

static bool is_quotation_mark(uint32_t code_point)
{
    return code_point == '"' || code_point == '\'' || (code_point >= 0x2018 && code_point <= 0x201F) ||
           code_point == 0xAB || code_point == 0xBB || code_point == 0x2039 || code_point == 0x203A;
}

/* “ ‘ ‚ „ « ‹ that stand alone between blanks open, ” ’ » › close: French set with plain blanks. */
static bool opens_alone(uint32_t code_point)
{
    return code_point == 0x201C || code_point == 0x2018 || code_point == 0x201A || code_point == 0x201E ||
           code_point == 0xAB || code_point == 0x2039;
}

static bool closes_alone(uint32_t code_point)
{
    return code_point == 0x201D || code_point == 0x2019 || code_point == 0xBB || code_point == 0x203A;
}

static bool is_blank_at(Text text, size_t at)
{
    return at >= text.size || ascii_is_blank(text.bytes[at]);
}

/* The code point before the blanks that end at `at` (0: there is none), and where it starts. */
static uint32_t before_blanks(Text text, size_t at, size_t *start)
{
    size_t size;

    *start = 0;
    while (at > 0 && ascii_is_blank(text.bytes[at - 1]))
        at--;
    if (at == 0)
        return 0;
    *start = utf8_previous(text, at);
    return utf8_decode(text, *start, &size);
}

/* A blank goes before `at`: may the line break there? */
static bool may_break_after_blank(Text text, size_t at)
{
    size_t size, start;
    uint32_t next = utf8_decode(text, at, &size);
    uint32_t previous;

    if (next < 0x80)
        ;
    else if (next == 0x2014 || (next == 0x2013 && is_blank_at(text, at + size)))
        return false; /* word —| word */
    else if (closes_alone(next) && is_blank_at(text, at + size))
        return false; /* « mot » */
    previous = before_blanks(text, at, &start);
    return !(opens_alone(previous) && (start == 0 || is_blank_at(text, start - 1)));
}

/* UAX 14 (LB15) keeps “yes” (laughing) together, for it cannot know that the mark closes. */
static bool may_break_before_bracket(Text text, size_t at)
{
    size_t start;

    if (at == 0 || !ascii_is_blank(text.bytes[at - 1]))
        return false;
    return is_quotation_mark(before_blanks(text, at, &start)) && start > 0 && !is_blank_at(text, start - 1);
}

/* The hyphens before `at` begin a word: "-a", "--sort", "[-a". LB20a of later versions of UAX 14, which the library does not have. */
static bool is_after_first_hyphens(Text text, size_t at)
{
    while (at > 0 && text.bytes[at - 1] == '-')
        at--;
    return at == 0 || strchr(" \t\n\r([{\"'/", text.bytes[at - 1]);
}

/* No blank goes before `at` (> 0): may the line break there? */
static bool may_break_inside(Text text, size_t at)
{
    char before = text.bytes[at - 1];
    size_t size;
    uint32_t next = utf8_decode(text, at, &size);

    if (next == 0x2014)
        return false;                                                     /* word—|word */
    if (before == '.' || before == ',' || before == ':' || before == ';') /* LB29: e.g., U.S., www.example.org */
        return !(unicode_is_alnum(next) && unicode_width(next) < 2);
    if (before == '-' && unicode_is_alnum(next))
        return !is_after_first_hyphens(text, at);
    return true;
}

static BreakKind tailored_break(Text text, size_t at)
{
    if (ascii_is_blank(text.bytes[at - 1]))
        return may_break_after_blank(text, at) ? BREAK_ALLOWED : BREAK_NONE;
    if (at >= 2 && memcmp(text.bytes + at - 2, "\xC2\xAD", 2) == 0)
        return BREAK_SOFT_HYPHEN;
    return may_break_inside(text, at) ? BREAK_ALLOWED : BREAK_NONE;
}

/* The library's answer for one stretch of valid UTF-8, in its own codes. */
static void find_breaks(Text text, Range valid, unsigned char *kinds)
{
    u8_possible_linebreaks((const uint8_t *)text.bytes + valid.start, range_size(valid), "UTF-8",
                           (char *)kinds + valid.start);
    if (valid.start > 0) /* after bytes that are not UTF-8 */
        kinds[valid.start] = UC_BREAK_PROHIBITED;
}

void unicode_line_breaks(Text text, unsigned char *kinds)
{
    for (size_t at = 0; at < text.size;) {
        size_t invalid = utf8_find_invalid(text, at);
        size_t end = invalid == TEXT_NOT_FOUND ? text.size : invalid;

        if (end > at)
            find_breaks(text, (Range){at, end}, kinds);
        if (end < text.size) /* stands for a letter */
            kinds[end] = end > 0 && ascii_is_blank(text.bytes[end - 1]) ? UC_BREAK_POSSIBLE : UC_BREAK_PROHIBITED;
        at = end + 1;
    }
    if (text.size > 0)
        kinds[0] = BREAK_NONE;
    for (size_t at = 1; at < text.size; at++) {
        if (kinds[at] == UC_BREAK_POSSIBLE)
            kinds[at] = (unsigned char)tailored_break(text, at);
        else if (kinds[at] == UC_BREAK_MANDATORY)
            kinds[at] = BREAK_MANDATORY;
        else if ((text.bytes[at] == '(' || text.bytes[at] == '[') && may_break_before_bracket(text, at))
            kinds[at] = BREAK_ALLOWED;
        else
            kinds[at] = BREAK_NONE;
    }
}

/* ---- properties ---- */

bool unicode_is_letter(uint32_t code_point)
{
    if (code_point < 0x80)
        return ascii_is_alpha((char)code_point);
    return uc_is_general_category_withtable(code_point, UC_CATEGORY_MASK_L);
}

bool unicode_is_upper(uint32_t code_point)
{
    return code_point < 0x80 ? ascii_is_upper((char)code_point) : uc_is_property_uppercase(code_point);
}

bool unicode_is_bidi_control(uint32_t code_point)
{
    return code_point == 0x061C || code_point == 0x200E || code_point == 0x200F ||
           (code_point >= 0x202A && code_point <= 0x202E) || (code_point >= 0x2066 && code_point <= 0x2069);
}

bool unicode_is_lower(uint32_t code_point)
{
    return code_point < 0x80 ? ascii_is_lower((char)code_point) : uc_is_property_lowercase(code_point);
}

bool unicode_is_alnum(uint32_t code_point)
{
    if (code_point < 0x80)
        return ascii_is_alpha((char)code_point) || ascii_is_digit((char)code_point);
    return uc_is_general_category_withtable(code_point, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_M | UC_CATEGORY_MASK_N);
}

bool unicode_has_alnum(Text text)
{
    size_t size;

    for (size_t at = 0; at < text.size; at += size) {
        if (unicode_is_alnum(utf8_decode(text, at, &size)))
            return true;
    }
    return false;
}

bool unicode_is_symbol(uint32_t code_point)
{
    return uc_is_general_category_withtable(code_point, UC_CATEGORY_MASK_Sm | UC_CATEGORY_MASK_Sc | UC_CATEGORY_MASK_So);
}

bool unicode_is_space(uint32_t code_point)
{
    if (code_point < 0x80)
        return code_point == ' ' || (code_point >= '\t' && code_point <= '\r');
    return uc_is_property_white_space(code_point);
}

bool unicode_is_mark(uint32_t code_point)
{
    return code_point >= 0x300 && uc_is_general_category_withtable(code_point, UC_CATEGORY_MASK_M);
}

/* Nuktas, kana voicing marks and viramas (classes 7 to 9) and vowel signs (0) make other letters; accents, points and
 * tone marks have higher classes. */
bool unicode_is_accent(uint32_t code_point)
{
    return code_point >= 0x300 &&
           (uc_combining_class(code_point) > 9 || uc_is_general_category_withtable(code_point, UC_CATEGORY_MASK_Me));
}

bool unicode_is_ignorable(uint32_t code_point)
{
    return code_point >= 0x80 && uc_is_property_default_ignorable_code_point(code_point);
}

uint32_t unicode_to_lower(uint32_t code_point)
{
    if (code_point < 0x80)
        return (unsigned char)ascii_to_lower((char)code_point);
    return uc_tolower(code_point);
}

/* ---- folding and normal forms ---- */

/* `result` is what the library returned: in `bytes`, or in memory of its own because it did not fit; NULL: not UTF-8. */
static bool is_in_place(uint8_t *result, const char *bytes)
{
    if ((const char *)result == bytes)
        return true;
    if (!result && errno == ENOMEM)
        memory_exhausted();
    free(result);
    return false;
}

size_t unicode_fold(Text cluster, char *bytes, size_t capacity)
{
    size_t size = capacity;
    uint8_t *folded;

    if (cluster.size == 0 || cluster.size > CLUSTER_BYTES || capacity == 0)
        return 0;
    if (cluster.size == 1 && (unsigned char)cluster.bytes[0] < 0x80) {
        bytes[0] = ascii_to_lower(cluster.bytes[0]);
        return 1;
    }
    folded = u8_casefold((const uint8_t *)cluster.bytes, cluster.size, NULL, UNINORM_NFKD, (uint8_t *)bytes, &size);
    return is_in_place(folded, bytes) ? size : 0;
}

/* Blocks in which NFC changes no character that stands alone (UAX 15, NFC_Quick_Check); most texts have no others. */
static bool is_composed(uint32_t code_point)
{
    return code_point < 0x340 || (code_point >= 0x388 && code_point < 0x958) ||
           (code_point >= 0x1E00 && code_point < 0x1F00) || (code_point >= 0x2010 && code_point < 0x2126) ||
           (code_point >= 0x3041 && code_point < 0xA000) || (code_point >= 0xAC00 && code_point < 0xD7A4) ||
           (code_point >= 0x1F000 && code_point < 0x20000);
}

/* A letter alone or with one mark, the usual case, needs only a look at the pairs. */
static bool compose_pair(Text cluster, char *bytes, size_t capacity, size_t *size)
{
    size_t base_size, mark_size;
    uint32_t base = utf8_decode(cluster, 0, &base_size);
    uint32_t composed = 0;

    if (!is_composed(base) || capacity < cluster.size || capacity < 4 || utf8_find_invalid(cluster, 0) != TEXT_NOT_FOUND)
        return false;
    if (base_size < cluster.size) {
        uint32_t mark = utf8_decode(cluster, base_size, &mark_size);

        if (base_size + mark_size != cluster.size || mark == 0x340 || mark == 0x341 || mark == 0x343 || mark == 0x344)
            return false;
        composed = uc_composition(base, mark);
    }
    if (composed) {
        *size = utf8_encode(composed, bytes);
    } else {
        memcpy(bytes, cluster.bytes, cluster.size);
        *size = cluster.size;
    }
    return true;
}

size_t unicode_compose(Text cluster, char *bytes, size_t capacity)
{
    size_t size = capacity;
    uint8_t *composed;

    if (cluster.size == 0 || cluster.size > CLUSTER_BYTES || capacity == 0)
        return 0;
    if (compose_pair(cluster, bytes, capacity, &size))
        return size;
    composed = u8_normalize(UNINORM_NFC, (const uint8_t *)cluster.bytes, cluster.size, (uint8_t *)bytes, &size);
    return is_in_place(composed, bytes) ? size : 0;
}

uint32_t unicode_compose_pair(uint32_t first, uint32_t second)
{
    return uc_composition(first, second);
}

size_t unicode_decompose(uint32_t code_point, char *bytes, size_t capacity)
{
    char source[4];
    size_t size = capacity;
    size_t source_size = utf8_encode(code_point, source);
    uint8_t *parts = u8_normalize(UNINORM_NFKD, (const uint8_t *)source, source_size, (uint8_t *)bytes, &size);

    return is_in_place(parts, bytes) ? size : 0;
}

Direction unicode_direction(uint32_t code_point)
{
    switch (uc_bidi_class(code_point)) {
    case UC_BIDI_L:
        return DIRECTION_LEFT;
    case UC_BIDI_R:
    case UC_BIDI_AL:
        return DIRECTION_RIGHT;
    case UC_BIDI_EN:
    case UC_BIDI_AN:
        return DIRECTION_NUMBER;
    case UC_BIDI_ET:
        return DIRECTION_OF_NUMBERS;
    case UC_BIDI_ES:
    case UC_BIDI_CS:
        return DIRECTION_BETWEEN_NUMBERS;
    default:
        return DIRECTION_NONE;
    }
}
