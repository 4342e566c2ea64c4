/* The jump list: back leads to where each jump began, forward to where it led. */
#include "tap.h"
#include "ui/document.h"

int main(void)
{
    JumpList jumps = {0};

    ok(jumps_back(&jumps, 5) == NO_OFFSET, "nothing to go back to at first");
    jumps = (JumpList){0};
    jumps_push(&jumps, 10);
    jumps_push(&jumps, 700);
    ok(jumps_back(&jumps, 900) == 700, "back to the last jump's start");
    ok(jumps_back(&jumps, 700) == 10, "and to the one before");
    ok(jumps_back(&jumps, 10) == NO_OFFSET, "and no further");
    ok(jumps_forward(&jumps) == 700, "forward again");
    ok(jumps_forward(&jumps) == 900, "to where going back began");
    ok(jumps_forward(&jumps) == NO_OFFSET, "and no further");
    (void)jumps_back(&jumps, 900);
    jumps_push(&jumps, 45);
    ok(jumps_forward(&jumps) == NO_OFFSET, "a new jump forgets the way forward");
    ok(jumps_back(&jumps, 50) == 45 && jumps_back(&jumps, 45) != NO_OFFSET, "but not the way back");
    jumps = (JumpList){0};
    for (size_t i = 0; i < 3 * JUMP_LIMIT; i++)
        jumps_push(&jumps, i * 2);
    ok(jumps.count == JUMP_LIMIT, "the list has an end");
    ok(jumps_back(&jumps, 1) == 2 * (3 * JUMP_LIMIT - 1), "and keeps the newest");
    jumps = (JumpList){0};
    jumps_push(&jumps, 7);
    jumps_push(&jumps, 7);
    ok(jumps.count == 1, "the same place twice in a row is one");
    return tap_done();
}
