/* The clock of deadlines. */
#ifndef QUOIN_TESTS_CLOCK_H
#define QUOIN_TESTS_CLOCK_H

#include <time.h>

static inline long now_ms(void)
{
    struct timespec now;

    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

#endif
