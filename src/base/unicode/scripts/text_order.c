/*
 * Each character gets a level, 0 for what goes from left to right, 1 for what goes from right to left, 2 for numbers and the like in that; then what
 * has level 2 or more is turned round, and what has 1 or more (rule L2 of the standard).
 *
 *     read     the word ABC DEF 12, he said       capitals: Hebrew
 *     levels   000000000 1111111122 0000000
 *     turned   the word 12 FED CBA, he said
 */
#include "base/unicode/scripts/text_order.h"

#include "base/arena.h"
#include "base/count_of.h"
#include "base/unicode/unicode.h"

/* The first characters from right to left are in the block of Hebrew, U+0590, which begins with the byte D6. */
enum { FIRST_BYTE = 0xD6 };

bool text_order_matters(Text text)
{
    size_t size;

    for (size_t at = 0; at < text.size; at += size) {
        size = 1;
        if ((unsigned char)text.bytes[at] >= FIRST_BYTE &&
            unicode_direction(utf8_decode(text, at, &size)) == DIRECTION_RIGHT)
            return true;
    }
    return false;
}

uint32_t text_order_mirror(uint32_t code_point)
{
    static const uint32_t pairs[][2] = {{'(', ')'}, {'[', ']'}, {'{', '}'}, {'<', '>'}, {0xAB, 0xBB}, {0x2039, 0x203A}};

    for (size_t i = 0; i < COUNT_OF(pairs); i++) {
        if (code_point == pairs[i][0] || code_point == pairs[i][1])
            return code_point == pairs[i][0] ? pairs[i][1] : pairs[i][0];
    }
    return code_point;
}

/* ---- levels ---- */

typedef struct Levels {
    size_t count;
    unsigned char base; /* of the line: 0, or 1 */
    bool is_label;      /* BASE_LEFT */
    unsigned char *directions, *levels;
} Levels;

static unsigned char base_of(const Levels *line)
{
    size_t left = 0, right = 0;

    for (size_t i = 0; i < line->count; i++) {
        left += line->directions[i] == DIRECTION_LEFT;
        right += line->directions[i] == DIRECTION_RIGHT;
    }
    return right > left;
}

/* "12.5", "12:30", "5%": what stands between digits, or beside one, is of the number (W4, W5). */
static void join_numbers(const Levels *line)
{
    for (size_t i = 0; i < line->count; i++) {
        bool before = i > 0 && line->directions[i - 1] == DIRECTION_NUMBER;
        bool behind = i + 1 < line->count && line->directions[i + 1] == DIRECTION_NUMBER;

        if ((line->directions[i] == DIRECTION_OF_NUMBERS && (before || behind)) ||
            (line->directions[i] == DIRECTION_BETWEEN_NUMBERS && before && behind))
            line->directions[i] = DIRECTION_NUMBER;
    }
}

static unsigned char level_of(const Levels *line, Direction direction)
{
    if (direction == DIRECTION_RIGHT)
        return 1;
    return line->base ? 2 : 0;
}

/* The direction of the letters that come next; that of the line at its end. */
static Direction next_letters(const Levels *line, size_t at)
{
    for (; at < line->count; at++) {
        if (line->directions[at] == DIRECTION_LEFT || line->directions[at] == DIRECTION_RIGHT)
            return (Direction)line->directions[at];
    }
    return line->base ? DIRECTION_RIGHT : DIRECTION_LEFT;
}

/* Letters and numbers: a number behind letters from left to right is one of them (W7), and so is, among words of the program, one before them. */
static void level_letters(const Levels *line)
{
    Direction last = line->base ? DIRECTION_RIGHT : DIRECTION_LEFT;

    for (size_t i = 0; i < line->count; i++) {
        Direction direction = (Direction)line->directions[i];

        if (direction == DIRECTION_LEFT || direction == DIRECTION_RIGHT)
            last = direction;
        if (direction == DIRECTION_NUMBER &&
            (last == DIRECTION_LEFT || (line->is_label && next_letters(line, i) == DIRECTION_LEFT)))
            direction = DIRECTION_LEFT;
        line->levels[i] = direction == DIRECTION_NUMBER ? 2 : level_of(line, direction);
        line->directions[i] = (unsigned char)direction;
    }
}

static bool is_settled(unsigned char direction)
{
    return direction == DIRECTION_LEFT || direction == DIRECTION_RIGHT || direction == DIRECTION_NUMBER;
}

/* Which way a neighbour of what has no direction goes: numbers as the letters before them; the ends of the line as the line. */
static bool goes_right_to_left(const Levels *line, size_t at, bool is_end)
{
    return is_end ? line->base == 1 : line->directions[at] != DIRECTION_LEFT;
}

/* Blanks and signs between two that go the same way go with them, others with the line (N1, N2). */
static void level_rest(const Levels *line)
{
    size_t end;

    for (size_t start = 0; start < line->count; start = end) {
        bool before, behind;

        end = start + 1;
        if (is_settled(line->directions[start]))
            continue;
        while (end < line->count && !is_settled(line->directions[end]))
            end++;
        before = goes_right_to_left(line, start - 1, start == 0);
        behind = goes_right_to_left(line, end, end == line->count);
        for (size_t i = start; i < end; i++)
            line->levels[i] = before == behind ? level_of(line, before ? DIRECTION_RIGHT : DIRECTION_LEFT) : line->base;
    }
}

/* ---- order ---- */

static void turn(size_t *order, size_t start, size_t end)
{
    for (; start + 1 < end; start++, end--) {
        size_t first = order[start];

        order[start] = order[end - 1];
        order[end - 1] = first;
    }
}

/* Turn round each stretch of the order that has at least that level. */
static void turn_levels(const Levels *line, size_t *order, unsigned char least)
{
    size_t end;

    for (size_t start = 0; start < line->count; start = end) {
        end = start + 1;
        if (line->levels[order[start]] < least)
            continue;
        while (end < line->count && line->levels[order[end]] >= least)
            end++;
        turn(order, start, end);
    }
}

/* The letters of words back as they were. */
static void turn_words(const Levels *line, size_t *order)
{
    size_t end;

    for (size_t start = 0; start < line->count; start = end) {
        end = start + 1;
        if (line->directions[order[start]] != DIRECTION_RIGHT)
            continue;
        while (end < line->count && line->directions[order[end]] == DIRECTION_RIGHT)
            end++;
        turn(order, start, end);
    }
}

void text_order_find(OrderedGlyph *glyphs, size_t count, TextOrder order, LineBase base)
{
    Arena scratch = {0};
    Levels line = {.count = count};
    size_t *shown = ARENA_ARRAY(&scratch, size_t, count + 1);
    unsigned short column = 0;

    line.directions = arena_alloc(&scratch, count + 1);
    line.levels = arena_alloc(&scratch, count + 1);
    for (size_t i = 0; i < count; i++) {
        line.directions[i] = (unsigned char)unicode_direction(glyphs[i].code_point);
        shown[i] = i;
    }
    line.is_label = base == BASE_LEFT;
    line.base = base == BASE_LEFT ? 0 : base_of(&line);
    join_numbers(&line);
    level_letters(&line);
    level_rest(&line);
    if (order != ORDER_OF_TERMINAL) {
        turn_levels(&line, shown, 2);
        turn_levels(&line, shown, 1);
    }
    if (order == ORDER_OF_WORDS)
        turn_words(&line, shown);
    for (size_t i = 0; i < count; i++) {
        glyphs[shown[i]].place = column;
        glyphs[shown[i]].mirrored = order != ORDER_OF_TERMINAL && line.levels[shown[i]] == 1;
        column = (unsigned short)(column + glyphs[shown[i]].columns);
    }
    arena_release(&scratch);
}
