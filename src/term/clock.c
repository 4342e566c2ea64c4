/* The clock that waits and double clicks go by: nobody sets it. */
#include "term/screen.h"

#include <time.h>

int64_t screen_now_ms(void)
{
    struct timespec now = {0};

    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}
