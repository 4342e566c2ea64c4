/*
 * The jump list: places that the reader left by a jump, oldest first. Going back from the newest end first remembers where
 * the reader is now, so that forward leads there again:
 *
 *     offsets: 10 700 45      at = 3 (the end); back from 900 ->  10 700 45 900, at = 2: goes to 45
 */
#include "reading/jumps.h"

#include <string.h>

static const Jump no_jump = {NO_OFFSET, JUMP_FROM_TEXT};

static bool same(Jump a, Jump b)
{
    return a.offset == b.offset && a.from == b.from;
}

void jumps_push(JumpList *jumps, Jump jump)
{
    if (jumps->at < jumps->count)
        jumps->count = jumps->at + 1; /* a jump from the middle of the way back forgets the way forward */
    if (jumps->count && same(jumps->jumps[jumps->count - 1], jump)) {
        jumps->at = jumps->count;
        return;
    }
    if (jumps->count == MOST_JUMPS) {
        memmove(jumps->jumps, jumps->jumps + 1, (MOST_JUMPS - 1) * sizeof jumps->jumps[0]);
        jumps->count--;
    }
    jumps->jumps[jumps->count++] = jump;
    jumps->at = jumps->count;
}

Jump jumps_back(JumpList *jumps, Jump here)
{
    if (jumps->at == jumps->count && jumps->count) {
        jumps_push(jumps, here);
        jumps->at = jumps->count - 1;
    }
    if (jumps->at == 0)
        return no_jump;
    return jumps->jumps[--jumps->at];
}

Jump jumps_forward(JumpList *jumps)
{
    if (jumps->at + 1 >= jumps->count)
        return no_jump;
    return jumps->jumps[++jumps->at];
}

Jump jumps_next_back(const JumpList *jumps)
{
    return jumps->at ? jumps->jumps[jumps->at - 1] : no_jump;
}
