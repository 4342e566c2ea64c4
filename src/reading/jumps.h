/* The jump list: where the reader was before each jump, to go back to, and forward again. */
#ifndef QUOIN_READING_JUMPS_H
#define QUOIN_READING_JUMPS_H

#include "base/limits.h"
#include "base/text.h"

/* Jump.from when a jump began in the text. When it began in a list, it is the number of that list; the caller numbers them, from 1. */
enum { JUMP_FROM_TEXT };

/* Where a jump began: a place in the text, and whether it had the focus, or a list. */
typedef struct Jump {
    size_t offset; /* NO_OFFSET: no jump */
    int from;
} Jump;

typedef struct JumpList {
    Jump jumps[MOST_JUMPS];
    size_t count;
    size_t at; /* == count: at the newest end, not on the way back */
} JumpList;

void jumps_push(JumpList *jumps, Jump jump);
Jump jumps_back(JumpList *jumps, Jump here); /* to NO_OFFSET: there is none */
Jump jumps_forward(JumpList *jumps);
Jump jumps_next_back(const JumpList *jumps); /* where jumps_back would lead */

#endif
