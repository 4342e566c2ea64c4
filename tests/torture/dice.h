/* Random numbers that are the same again for the same seed: splitmix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014). */
#ifndef QUOIN_TESTS_TORTURE_DICE_H
#define QUOIN_TESTS_TORTURE_DICE_H

#include <stddef.h>
#include <stdint.h>

typedef struct Dice {
    uint64_t state;
} Dice;

static inline uint64_t dice_next(Dice *dice)
{
    uint64_t mixed = dice->state += 0x9E3779B97F4A7C15u;

    mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9u;
    mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EBu;
    return mixed ^ mixed >> 31;
}

/* 0 to `count` - 1; `count` is not 0. */
static inline size_t dice_below(Dice *dice, size_t count)
{
    return (size_t)(dice_next(dice) % count);
}

/* Dice of a thing by its name: what it throws does not depend on what was thrown before. */
static inline Dice dice_for(uint64_t seed, const char *name)
{
    Dice dice = {seed ^ 0xCBF29CE484222325u};

    for (; *name; name++)
        dice.state = (dice.state ^ (unsigned char)*name) * 0x100000001B3u; /* FNV-1a */
    return dice;
}

#endif
