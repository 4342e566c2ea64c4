/* The clock of deadlines, and of what is measured. */
#ifndef QUOIN_TESTS_CLOCK_H
#define QUOIN_TESTS_CLOCK_H

#include <time.h>

static inline long now_ms(void)
{
    struct timespec now;

    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static inline double exact_ms(void)
{
    struct timespec now;

    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

#endif
