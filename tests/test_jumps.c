/* The jump list: back leads to where each jump began, forward to where it led. */
#include "reading/document.h"
#include "tap.h"

enum { IN_A_LIST = JUMP_FROM_TEXT + 1 };

static Jump in_text(size_t offset)
{
    return (Jump){offset, JUMP_FROM_TEXT};
}

static size_t back(JumpList *jumps, size_t here)
{
    return jumps_back(jumps, in_text(here)).offset;
}

int main(void)
{
    JumpList jumps = {0};

    ok(back(&jumps, 5) == NO_OFFSET, "nothing to go back to at first");
    jumps = (JumpList){0};
    jumps_push(&jumps, in_text(10));
    jumps_push(&jumps, in_text(700));
    ok(back(&jumps, 900) == 700, "back to the last jump's start");
    ok(back(&jumps, 700) == 10, "and to the one before");
    ok(back(&jumps, 10) == NO_OFFSET, "and no further");
    ok(jumps_forward(&jumps).offset == 700, "forward again");
    ok(jumps_forward(&jumps).offset == 900, "to where going back began");
    ok(jumps_forward(&jumps).offset == NO_OFFSET, "and no further");
    (void)back(&jumps, 900);
    jumps_push(&jumps, in_text(45));
    ok(jumps_forward(&jumps).offset == NO_OFFSET, "a new jump forgets the way forward");
    ok(back(&jumps, 50) == 45 && back(&jumps, 45) != NO_OFFSET, "but not the way back");
    jumps = (JumpList){0};
    for (size_t i = 0; i < 3 * MOST_JUMPS; i++)
        jumps_push(&jumps, in_text(i * 2));
    ok(jumps.count == MOST_JUMPS, "the list has an end");
    ok(back(&jumps, 1) == 2 * (3 * MOST_JUMPS - 1), "and keeps the newest");
    jumps = (JumpList){0};
    jumps_push(&jumps, in_text(7));
    jumps_push(&jumps, in_text(7));
    ok(jumps.count == 1, "the same place twice in a row is one");
    jumps_push(&jumps, (Jump){7, IN_A_LIST});
    ok(jumps.count == 2 && jumps_next_back(&jumps).from == IN_A_LIST, "but the list of quotations is another place");
    return tap_done();
}
