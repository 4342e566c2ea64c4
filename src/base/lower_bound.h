/*
 * Binary search in what is sorted: the first item that does not come before what is looked for (a lower bound). `before` is an
 * expression of `at`, true for the first items and false for all others; `at`, a size_t of the caller's, is the index that it asks about,
 * and in the end the one that was found: `count` if all come before.
 *
 *     size_t at;
 *     LOWER_BOUND(at, count, items[at].end <= offset); // the first one that ends after `offset`
 *
 * A macro, so that the expression sees the caller's variables and costs no call.
 */
#ifndef QUOIN_BASE_LOWER_BOUND_H
#define QUOIN_BASE_LOWER_BOUND_H

#include <stddef.h>

#define LOWER_BOUND(at, count, before)                                         \
    do {                                                                       \
        size_t lower_bound_low = 0, lower_bound_high = (count);                \
        while (lower_bound_low < lower_bound_high) {                           \
            (at) = lower_bound_low + (lower_bound_high - lower_bound_low) / 2; \
            if (before)                                                        \
                lower_bound_low = (at) + 1;                                    \
            else                                                               \
                lower_bound_high = (at);                                       \
        }                                                                      \
        (at) = lower_bound_low;                                                \
    } while (0)

#endif
