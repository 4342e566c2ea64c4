/*
 * The neighbours of a mark are those that are no marks themselves: of “‘Rely’ is worse,” both opening marks stand after a blank and before a letter.
 */
#include "analysis/words/marks.h"

#include <string.h>

#include "analysis/words/quotation_words.h"
#include "base/unicode/unicode.h"

enum { MARKS_BESIDE = 3, FENCE = 3 };

const unsigned char mark_costs[] = {
#define MARK_COST(id, cost, example) cost,
#include "analysis/words/data/mark_costs.def"
};

/* ---- shapes ---- */

static const struct {
    uint32_t code_point;
    MarkLevel level;
    MarkShape shape;
} kinds[] = {
    {'"', LEVEL_DOUBLE, SHAPE_STRAIGHT},
    {0x201C, LEVEL_DOUBLE, SHAPE_OPENING}, /* “ */
    {0x201D, LEVEL_DOUBLE, SHAPE_CLOSING}, /* ” */
    {0x201E, LEVEL_DOUBLE, SHAPE_LOW},     /* „ */
    {'\'', LEVEL_SINGLE, SHAPE_STRAIGHT},
    {0x2018, LEVEL_SINGLE, SHAPE_OPENING},           /* ‘ */
    {0x2019, LEVEL_SINGLE, SHAPE_CLOSING},           /* ’ */
    {0x201A, LEVEL_SINGLE, SHAPE_LOW},               /* ‚ */
    {0xAB, LEVEL_GUILLEMET, SHAPE_OPENING},          /* « */
    {0xBB, LEVEL_GUILLEMET, SHAPE_CLOSING},          /* » */
    {0x2039, LEVEL_SINGLE_GUILLEMET, SHAPE_OPENING}, /* ‹ */
    {0x203A, LEVEL_SINGLE_GUILLEMET, SHAPE_CLOSING}, /* › */
    {0x300C, LEVEL_CORNER, SHAPE_OPENING},           /* 「 */
    {0x300D, LEVEL_CORNER, SHAPE_CLOSING},           /* 」 */
    {0x300E, LEVEL_WHITE_CORNER, SHAPE_OPENING},     /* 『 */
    {0x300F, LEVEL_WHITE_CORNER, SHAPE_CLOSING},     /* 』 */
};

bool mark_kind(uint32_t code_point, unsigned char *level, unsigned char *shape)
{
    if (code_point < 0x80 && code_point != '"' && code_point != '\'')
        return false; /* most are letters beside a mark */
    for (size_t i = 0; i < COUNT_OF(kinds); i++) {
        if (kinds[i].code_point == code_point) {
            *level = (unsigned char)kinds[i].level;
            *shape = (unsigned char)kinds[i].shape;
            return true;
        }
    }
    return false;
}

/* Bytes that a mark may begin with. */
static const bool begins_mark[UCHAR_MAX + 1] = {
    ['"'] = true, ['\''] = true, ['`'] = true, [0xC2] = true, [0xE2] = true, [0xE3] = true};

static size_t run_of(Text text, size_t at, size_t end)
{
    size_t stop = at;

    while (stop < end && text.bytes[stop] == text.bytes[at])
        stop++;
    return stop - at;
}

/* Of ''' the outer mark is the double one: the first two where it opens. */
static bool is_doubled(Text text, size_t at, size_t run, size_t start)
{
    return run == 2 || (run == 3 && text.bytes[at] == '\'' && (at == start || ascii_is_blank(text.bytes[at - 1])));
}

/* What stands at `at`: its size in bytes. '' and `` and ’’ are one double mark where single ones are not of the first level. */
static size_t read_mark(Text text, Range paragraph, size_t at, bool single, Mark *mark, bool *is_mark)
{
    char byte = text.bytes[at];
    size_t run = (unsigned char)byte < 0x80 ? run_of(text, at, paragraph.end) : 0, size;

    *is_mark = false;
    if (run > FENCE || (run == FENCE && byte != '\''))
        return run;
    if (!single && byte != '"' && is_doubled(text, at, run, paragraph.start)) {
        *is_mark = true;
        mark->level = LEVEL_DOUBLE;
        mark->shape = byte == '`' ? SHAPE_OPENING : SHAPE_STRAIGHT;
        return 2;
    }
    if (byte == '`')
        return run;
    if (!single && text_starts_with((Text){text.bytes + at, paragraph.end - at}, TEXT("’’"))) {
        *is_mark = true;
        mark->level = LEVEL_DOUBLE;
        mark->shape = SHAPE_CLOSING;
        return 6;
    }
    *is_mark = mark_kind(utf8_decode(text, at, &size), &mark->level, &mark->shape);
    return size;
}

/* ---- neighbours ---- */

typedef enum Neighbour {
    BESIDE_BLANK,
    BESIDE_LETTER,
    BESIDE_DIGIT,
    BESIDE_STOP, /* what ends a sentence or a part of it */
    BESIDE_EQUALS,
    BESIDE_OTHER
} Neighbour;

static bool is_blank(uint32_t code_point)
{
    return code_point <= ' ' || code_point == 0xA0 || (code_point >= 0x2000 && code_point <= 0x200B) ||
           code_point == 0x2028 || code_point == 0x2029 || code_point == 0x202F || code_point == 0x3000;
}

static Neighbour neighbour_of(uint32_t code_point)
{
    if (is_blank(code_point))
        return BESIDE_BLANK;
    if (code_point < 0x80) {
        if (ascii_is_alpha((char)code_point))
            return BESIDE_LETTER;
        if (ascii_is_digit((char)code_point))
            return BESIDE_DIGIT;
        if (strchr(".,;:!?)]}", (int)code_point))
            return BESIDE_STOP;
        return code_point == '=' ? BESIDE_EQUALS : BESIDE_OTHER;
    }
    if (code_point == 0x3002 || code_point == 0x3001 || code_point == 0xFF0C || code_point == 0xFF01 ||
        code_point == 0xFF1F)
        return BESIDE_STOP;
    return unicode_is_alnum(code_point) ? BESIDE_LETTER : BESIDE_OTHER;
}

/* A mark with what stands around it. */
typedef struct Place {
    Text text;
    Range paragraph;
    const MarkStyle *style;
    Mark *mark;
    uint32_t left, right; /* code points, marks left out */
    size_t right_at;
    Neighbour before, after;
    bool inside_word; /* a letter or digit at once on either side */
} Place;

static uint32_t left_of(Place *place, bool *beside)
{
    size_t at = place->mark->start, size;
    unsigned char level, shape;

    for (int i = 0; at > place->paragraph.start; i++) {
        uint32_t code_point;

        at = utf8_previous(place->text, at);
        code_point = utf8_decode(place->text, at, &size);
        if (i == 0)
            *beside = unicode_is_alnum(code_point);
        if (i >= MARKS_BESIDE || !mark_kind(code_point, &level, &shape))
            return code_point;
    }
    return ' ';
}

static uint32_t right_of(Place *place, bool *beside)
{
    size_t at = place->mark->end, size;
    unsigned char level, shape;

    for (int i = 0; at < place->paragraph.end; i++, at += size) {
        uint32_t code_point = utf8_decode(place->text, at, &size);

        if (i == 0)
            *beside = unicode_is_alnum(code_point);
        place->right_at = at;
        if (i >= MARKS_BESIDE || !mark_kind(code_point, &level, &shape))
            return code_point;
    }
    place->right_at = place->paragraph.end;
    return ' ';
}

static void look_around(Place *place)
{
    bool letter_left = false, letter_right = false;

    place->left = left_of(place, &letter_left);
    place->right = right_of(place, &letter_right);
    place->inside_word = letter_left && letter_right;
    place->before = neighbour_of(place->left);
    place->after = neighbour_of(place->right);
}

/* The letters and digits from `at` on. */
static Text word_at(const Place *place, size_t at)
{
    size_t end = at;

    while (end < place->paragraph.end && ascii_is_alnum(place->text.bytes[end]))
        end++;
    return text_slice(place->text, (Range){at, end});
}

/* The word that comes next, blanks before it left out. */
static Text next_word(const Place *place)
{
    size_t at = place->right_at;

    while (at < place->paragraph.end && ascii_is_blank(place->text.bytes[at]))
        at++;
    return word_at(place, at);
}

static unsigned cost(const Place *place, MarkCost row)
{
    return mark_cost(place->style, row);
}

/* ---- what it costs ---- */

/* "90s", "04": two digits, and the "s" of a decade. */
static bool is_decade(Text word)
{
    return word.size >= 2 && ascii_is_digit(word.bytes[0]) && ascii_is_digit(word.bytes[1]) &&
           (word.size == 2 || (word.size == 3 && word.bytes[2] == 's'));
}

/* ’90s, ’em, ’e: letters are left out before the word. */
static bool is_elision(const Place *place)
{
    static const Text words[] = {LITERAL("tis"),   LITERAL("Tis"),   LITERAL("twas"), LITERAL("Twas"), LITERAL("twill"),
                                 LITERAL("Twill"), LITERAL("em"),    LITERAL("til"),  LITERAL("n"),    LITERAL("cause"),
                                 LITERAL("bout"),  LITERAL("round"), LITERAL("cos"),  LITERAL("e"),    LITERAL("im"),
                                 LITERAL("is"),    LITERAL("er"),    LITERAL("ave"),  LITERAL("ow")};
    Text word = word_at(place, place->mark->end);

    if (place->mark->level != LEVEL_SINGLE || place->before == BESIDE_LETTER || place->before == BESIDE_STOP)
        return false;
    for (size_t i = 0; i < COUNT_OF(words); i++) {
        if (text_equal(word, words[i]))
            return true;
    }
    return is_decade(word);
}

/* Does its shape say more than a blank that is not there? “ and ” do; and Chinese and Japanese have no blanks. */
static bool has_shape(const Place *place, MarkShape shape)
{
    return place->mark->level >= LEVEL_CORNER || (place->mark->level == LEVEL_DOUBLE && place->mark->shape == shape);
}

static unsigned cost_open(const Place *place)
{
    bool is_apostrophe = place->mark->level == LEVEL_SINGLE && place->mark->shape == SHAPE_CLOSING;
    unsigned sum = is_apostrophe ? cost(place, COST_OPEN_APOSTROPHE) : 0;

    if (place->before == BESIDE_STOP && !has_shape(place, SHAPE_OPENING))
        sum += cost(place, COST_OPEN_AFTER_STOP);
    else if ((place->before == BESIDE_LETTER || place->before == BESIDE_DIGIT) && !has_shape(place, SHAPE_LOW))
        sum += cost(place, COST_OPEN_AFTER_LETTER);
    if (place->after == BESIDE_BLANK && place->mark->level != LEVEL_GUILLEMET &&
        place->mark->level != LEVEL_SINGLE_GUILLEMET)
        sum += cost(place, COST_OPEN_BEFORE_BLANK);
    return sum;
}

/* After a plural’s apostrophe, or that of a droppin’ letter, comes what is owned, and no word that a sentence goes on with. */
static bool may_be_plural(const Place *place)
{
    enum {
        GOES_ON = CLASS_SAYS | CLASS_AUXILIARY | CLASS_PREPOSITION | CLASS_DETERMINER | CLASS_CONJUNCTION |
                  CLASS_PRONOUN | CLASS_FINITE
    };
    size_t start = place->mark->start;

    if (place->after != BESIDE_BLANK ||
        (place->left != 's' &&
         !(place->left == 'n' && start > place->paragraph.start + 1 && place->text.bytes[start - 2] == 'i')))
        return false;
    return next_word(place).size && !(word_classes(next_word(place)) & GOES_ON);
}

/* 6' 2", and 5'4": behind a number that nothing stands before. */
static bool is_measure(const Place *place)
{
    size_t at = place->mark->start;

    if (place->mark->shape != SHAPE_STRAIGHT || place->before != BESIDE_DIGIT || place->after == BESIDE_LETTER)
        return false;
    while (at > place->paragraph.start && (ascii_is_digit(place->text.bytes[at - 1]) || place->text.bytes[at - 1] == '.'))
        at--;
    if (at > place->paragraph.start + 1 && place->text.bytes[at - 1] == '\'')
        return ascii_is_digit(place->text.bytes[at - 2]);
    return at == place->paragraph.start || ascii_is_blank(place->text.bytes[at - 1]);
}

static unsigned cost_close(const Place *place)
{
    bool before_word = place->after == BESIDE_LETTER || place->after == BESIDE_DIGIT;

    return before_word && !has_shape(place, SHAPE_CLOSING) ? cost(place, COST_CLOSE_BEFORE_LETTER) : 0;
}

/* "…,’ said Ada Quill", "…,’ she said" */
static bool is_before_cue(const Place *place)
{
    Text word = next_word(place);

    if (place->before != BESIDE_STOP || place->after != BESIDE_BLANK)
        return false;
    if (word_classes(word) & CLASS_PRONOUN)
        word = word_at(place, (size_t)(word.bytes - place->text.bytes) + word.size + 1);
    return word_classes(word) & CLASS_SAYS;
}

/* Does a sentence end or begin at it? */
static bool is_at_sentence(const Place *place)
{
    return place->before == BESIDE_STOP || (place->before == BESIDE_BLANK && unicode_is_upper(place->right));
}

static unsigned cost_nothing(const Place *place)
{
    MarkCost row = COST_NOTHING_MINOR;

    if (is_measure(place) || is_elision(place))
        return 0;
    if (place->mark->level != LEVEL_SINGLE)
        return cost(place, COST_NOTHING);
    if (may_be_plural(place))
        return 0;
    if (place->style->single)
        row = is_at_sentence(place) ? COST_NOTHING : COST_NOTHING_SINGLE;
    return cost(place, row) + (is_before_cue(place) ? cost(place, COST_NOTHING_BEFORE_CUE) : 0);
}

static void weigh(Place *place)
{
    Mark *mark = place->mark;

    mark->open = (unsigned char)cost_open(place);
    mark->close = (unsigned char)cost_close(place);
    mark->nothing = (unsigned char)cost_nothing(place);
    mark->before_capital = unicode_is_upper(place->right);
    mark->after_stop = place->before == BESIDE_STOP;
    mark->attribute = place->before == BESIDE_EQUALS;
}

/* Append what stands at `at`, if it is a mark; its size. */
static size_t list_mark(Arena *arena, const Place *around, size_t at, MarkList *marks)
{
    Mark mark = {.start = (uint32_t)at};
    Place place = *around;
    bool is_mark;
    size_t size = read_mark(place.text, place.paragraph, at, place.style->single, &mark, &is_mark);

    if (!is_mark)
        return size;
    mark.end = (uint32_t)(at + size);
    place.mark = &mark;
    look_around(&place);
    if (mark.level == LEVEL_SINGLE && place.inside_word)
        return size;
    weigh(&place);
    ARRAY_PUSH(arena, *marks, mark);
    return size;
}

/* The lanes that are zero, or above ASCII, have their highest bit; some of those that are neither may have it too, which are looked at in vain. */
static uint64_t zero_lanes(uint64_t lanes)
{
    return (lanes - 0x0101010101010101u) | lanes;
}

/* The first byte from `at` on that a mark may begin with: mostly letters and blanks are passed over, eight at once. */
static size_t next_mark(Text text, size_t at, size_t end)
{
    const uint64_t ones = 0x0101010101010101u;
    uint64_t lanes;

    for (; at + sizeof lanes <= end; at += sizeof lanes) {
        memcpy(&lanes, text.bytes + at, sizeof lanes);
        if ((zero_lanes(lanes ^ ones * '"') | zero_lanes(lanes ^ ones * '\'') | zero_lanes(lanes ^ ones * '`')) &
            ones << 7)
            break;
    }
    while (at < end && !begins_mark[(unsigned char)text.bytes[at]])
        at++;
    return at;
}

void marks_list(Arena *arena, Text text, Range paragraph, const MarkStyle *style, MarkList *marks)
{
    const Place place = {.text = text, .paragraph = paragraph, .style = style};

    for (size_t at = next_mark(text, paragraph.start, paragraph.end); at < paragraph.end;
         at = next_mark(text, at, paragraph.end))
        at += list_mark(arena, &place, at, marks);
}
