/*
 * What the program that gets pages says on standard error: what it has learned, in lines of a form of ours, and its own complaint. The default asks
 * curl for these lines (config/program.c); others need not write them.
 *
 *     quoin-fetch status 200
 *     quoin-fetch type text/html; charset=koi8-r
 *     quoin-fetch address https://example.org/where/it/led
 */
#ifndef QUOIN_LIBRARY_FETCH_TOLD_H
#define QUOIN_LIBRARY_FETCH_TOLD_H

#include "base/system/process.h"

/* Empty, or 0: not told. All but `address` and `complaint` is of the plain characters that it should be of. */
typedef struct FetchTold {
    unsigned status; /* of HTTP */
    Text type;       /* "text/html" */
    Text charset;    /* "koi8-r", ended by NUL */
    Text address;    /* where redirects led; whatever the program wrote there */
    Text complaint;  /* its last line of its own; of curl's the first that is a complaint */
} FetchTold;

FetchTold fetch_told(Arena *arena, Text errors);

/*
 * Why it is not all, and what to do about it, for a message that names the address before: "there is no such page (404); look for a slip in …".
 * `program` is the first of its words, `asked` the address that it was given. Empty: it is all. In the arena.
 */
Text fetch_fault(Arena *arena, Text program, Text asked, const FetchTold *told, const ProcessResult *result);

/* Why the program could not be started. */
Text fetch_start_fault(Arena *arena, Text program, int error);

#endif
