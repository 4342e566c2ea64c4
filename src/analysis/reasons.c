/* The rows of reasons.def are few, and asked for when a reader wants to know: they are gone through from the first one. */
#include "analysis/reasons.h"

#include <string.h>

enum { ALWAYS_ANY = FIRST_ALWAYS, SPEAKER_NONE = FIRST_SPEAKER };
typedef enum Side { SIDE_OF_EITHER, SIDE_OF_FOR, SIDE_OF_AGAINST } Side;

typedef struct ReasonRow {
    unsigned char aspect, side;
    unsigned char dimensions[2], values[2];
    const char *words;
} ReasonRow;

static const ReasonRow rows[] = {
#define REASON(ASPECT, A, VALUE_A, B, VALUE_B, SIDE, words) \
    {ASPECT_##ASPECT, SIDE_OF_##SIDE, {IN_##A, IN_##B}, {A##_##VALUE_A - FIRST_##A, B##_##VALUE_B - FIRST_##B}, words},
#include "analysis/reasons.def"
};

static const struct {
    const char *rule, *words;
} decided[] = {
#define DECIDED(rule, words) {rule, words},
#include "analysis/reasons.def"
};

static bool fits(const ReasonRow *row, Aspect aspect, const Facts *facts, bool speaks_for)
{
    return row->aspect == aspect && row->side != (speaks_for ? SIDE_OF_AGAINST : SIDE_OF_FOR) &&
           facts->values[row->dimensions[0]] == row->values[0] && facts->values[row->dimensions[1]] == row->values[1];
}

const char *reason_words(Aspect aspect, const Facts *facts, bool speaks_for)
{
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        if (fits(&rows[i], aspect, facts, speaks_for))
            return rows[i].words;
    }
    return NULL;
}

Text reason_fill(Arena *arena, const char *words, Text who, Text verb)
{
    static const Text names[] = {LITERAL("{who}"), LITERAL("{verb}")};
    const Text values[] = {who, verb};
    Text rest = text_from(words);
    TextBuffer filled = {0};

    while (rest.size) {
        size_t size = text_find_byte(rest, '{', 0);

        if (size == 0) {
            size_t which = text_starts_with(rest, names[0]) ? 0 : 1;

            text_buffer_add(arena, &filled, values[which]);
            size = names[which].size;
        } else {
            text_buffer_add(arena, &filled, text_slice(rest, (Range){0, size}));
        }
        rest = text_slice(rest, (Range){size, rest.size});
    }
    return text_buffer_text(&filled);
}

Text reason_of_rule(const char *rule)
{
    for (size_t i = 0; i < COUNT_OF(decided); i++) {
        if (strcmp(decided[i].rule, rule) == 0)
            return text_from(decided[i].words);
    }
    return text_from(rule);
}
