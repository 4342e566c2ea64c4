/* A wrong program, for tests/test_signals.c: it takes the screen as the reader does and overflows its stack. */
#include "base/arena.h"
#include "term/screen.h"

enum { ENDLESS = 1 << 30 };

static int fall(volatile int *depth)
{
    volatile char room[1024];

    room[0] = (char)*depth;
    if (++*depth == ENDLESS)
        return 0;
    return fall(depth) + room[0];
}

int main(void)
{
    ScreenOptions options = {.mouse = true, .ask = true};
    volatile int depth = 0;
    Arena arena = {0};
    Report report;

    report_init(&report, &arena, TEXT("overflow"));
    return screen_open(&options, &report) ? fall(&depth) : 0;
}
