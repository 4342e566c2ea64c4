/*
 * The limits of what the program accepts: the rows of limits.def. The code compares with MOST_ID; messages about what exceeds a limit are made
 * here, so that each says what was found, what is allowed, and what to do.
 */
#ifndef QUOIN_BASE_LIMITS_H
#define QUOIN_BASE_LIMITS_H

#include "base/arena.h"

/* MOST_KEYS, MOST_ARTICLE_BYTES, … */
enum {
#define LIMIT(ID, most, unit, group, name, cure) MOST_##ID = most,
#include "base/limits.def"
#undef LIMIT
};

/* LIMIT_KEYS, LIMIT_ARTICLE_BYTES, …: the rows. */
typedef enum LimitId {
#define LIMIT(ID, most, unit, group, name, cure) LIMIT_##ID,
#include "base/limits.def"
#undef LIMIT
    LIMIT_COUNT
} LimitId;

typedef enum LimitUnit { UNIT_BYTES, UNIT_COUNT } LimitUnit;
typedef enum LimitGroup { LIMITS_OF_PROGRAM, LIMITS_OF_ARTICLE, LIMITS_OF_THEME } LimitGroup; /* by the manual page */

typedef struct Limit {
    size_t most;
    LimitUnit unit;
    LimitGroup group;
    Text name; /* of what is limited */
    Text cure; /* what to do about it; one line, no full stop */
} Limit;

const Limit *limit_row(LimitId id);

/* "64 KiB", "200 bytes", "256": the most that is allowed. In the arena. */
Text limit_most(LimitId id, Arena *arena);

/* "a key: 300 bytes, at most 256 bytes; …". `found` 0: more than is allowed, but it is not known how much. In the arena. */
Text limit_message(LimitId id, size_t found, Arena *arena);

/* The same after "expected": "a line of JSON of at most 64 MiB; …", "at most 64 arrays …; …". In the arena. */
Text limit_expected(LimitId id, Arena *arena);

#endif
