/* How much of a text another one has: shared runs of words. Small letters and capitals of ASCII are one; marks are passed over. */
#ifndef QUOIN_HTML_BODY_BLOCKS_WORD_RUNS_H
#define QUOIN_HTML_BODY_BLOCKS_WORD_RUNS_H

#include "base/arena.h"

enum { RUN_WORDS = 4 /* of a run; a text that is shorter is one run */ };

typedef struct WordRuns {
    uint32_t *slots; /* hashes; 0: empty */
    size_t slot_count, count;
} WordRuns;

/* The runs of a text. */
void word_runs_read(Arena *arena, WordRuns *runs, Text text);

/* The share of `text`'s runs that are among them, in tenths, rounded down; 0 for a text without words. */
unsigned word_runs_share(const WordRuns *runs, Text text);

/* The next word at or after `*at`; false: there is none. */
bool word_runs_next(Text text, size_t *at, Text *word);

#endif
