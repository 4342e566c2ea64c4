/* Numbers that look random and are the same for the same seed, of tests that generate what they try. SEED=number takes another one. */
#ifndef QUOIN_TESTS_RANDOM_H
#define QUOIN_TESTS_RANDOM_H

#include <assert.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static uint64_t random_state;

/* Begin; the seed, to be printed with what was found. */
static inline unsigned long random_begin(unsigned long usual)
{
    const char *given = getenv("SEED");
    unsigned long seed = given ? strtoul(given, NULL, 10) : usual;

    random_state = seed;
    return seed;
}

/* Below `limit`, which is more than 0: SplitMix64 (Steele, Lea, Flood 2014). */
static inline size_t random_below(size_t limit)
{
    uint64_t z = random_state += 0x9E3779B97F4A7C15u;

    assert(limit > 0);
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
    z = (z ^ z >> 27) * 0x94D049BB133111EBu;
    return (size_t)((z ^ z >> 31) % limit);
}

#define RANDOM_OF(list) ((list)[random_below(COUNT_OF(list))])

/* Is there time for hours? */
static inline bool torture_is_long(void)
{
    const char *torture = getenv("TORTURE");

    return torture && strcmp(torture, "long") == 0;
}

#endif
