/*
 * The jump list: places that the reader left by a jump, oldest first. Going back from the newest end first remembers where
 * the reader is now, so that forward leads there again:
 *
 *     offsets: 10 700 45      at = 3 (the end); back from 900 ->  10 700 45 900, at = 2: goes to 45
 */
#include "ui/document.h"

#include <string.h>

void jumps_push(JumpList *jumps, size_t offset)
{
    if (jumps->at < jumps->count)
        jumps->count = jumps->at + 1; /* a jump from the middle of the way back forgets the way forward */
    if (jumps->count && jumps->offsets[jumps->count - 1] == offset) {
        jumps->at = jumps->count;
        return;
    }
    if (jumps->count == JUMP_LIMIT) {
        memmove(jumps->offsets, jumps->offsets + 1, (JUMP_LIMIT - 1) * sizeof jumps->offsets[0]);
        jumps->count--;
    }
    jumps->offsets[jumps->count++] = offset;
    jumps->at = jumps->count;
}

size_t jumps_back(JumpList *jumps, size_t here)
{
    if (jumps->at == jumps->count && jumps->count) {
        jumps_push(jumps, here);
        jumps->at = jumps->count - 1;
    }
    if (jumps->at == 0)
        return NO_OFFSET;
    return jumps->offsets[--jumps->at];
}

size_t jumps_forward(JumpList *jumps)
{
    if (jumps->at + 1 >= jumps->count)
        return NO_OFFSET;
    return jumps->offsets[++jumps->at];
}
