/* Rows of a table, and the sentence that is made of one. */
#include "base/limits.h"

static const Limit limits[LIMIT_COUNT] = {
#define LIMIT(ID, most, unit, group, name, cure) {most, UNIT_##unit, LIMITS_OF_##group, LITERAL(name), LITERAL(cure)},
#include "base/limits.def"
#undef LIMIT
};

const Limit *limit_row(LimitId id)
{
    return &limits[id];
}

/* Bytes are told in the largest unit that divides them. */
static Text amount(size_t number, LimitUnit unit, Arena *arena)
{
    static const struct {
        size_t bytes;
        const char *name;
    } units[] = {{(size_t)1 << 30, "GiB"}, {(size_t)1 << 20, "MiB"}, {(size_t)1 << 10, "KiB"}};

    if (unit == UNIT_COUNT)
        return arena_printf(arena, "%zu", number);
    for (size_t i = 0; number && i < COUNT_OF(units); i++) {
        if (number % units[i].bytes == 0)
            return arena_printf(arena, "%zu %s", number / units[i].bytes, units[i].name);
    }
    return arena_printf(arena, "%zu bytes", number);
}

Text limit_most(LimitId id, Arena *arena)
{
    return amount(limits[id].most, limits[id].unit, arena);
}

Text limit_message(LimitId id, size_t found, Arena *arena)
{
    const Limit *limit = &limits[id];
    Text most = limit_most(id, arena);

    if (found == 0)
        return arena_printf(arena, "%.*s: more than %.*s; %.*s", TEXT_ARGS(limit->name), TEXT_ARGS(most),
                            TEXT_ARGS(limit->cure));
    return arena_printf(arena, "%.*s: %.*s, at most %.*s; %.*s", TEXT_ARGS(limit->name),
                        TEXT_ARGS(amount(found, limit->unit, arena)), TEXT_ARGS(most), TEXT_ARGS(limit->cure));
}

Text limit_expected(LimitId id, Arena *arena)
{
    const Limit *limit = &limits[id];
    Text most = limit_most(id, arena);

    if (limit->unit == UNIT_COUNT)
        return arena_printf(arena, "at most %.*s %.*s; %.*s", TEXT_ARGS(most), TEXT_ARGS(limit->name),
                            TEXT_ARGS(limit->cure));
    return arena_printf(arena, "%.*s of at most %.*s; %.*s", TEXT_ARGS(limit->name), TEXT_ARGS(most),
                        TEXT_ARGS(limit->cure));
}
