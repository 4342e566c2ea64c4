/*
 * Control functions in what a terminal sends (ECMA-48): a control sequence (5.4), which is ESC "[", parameters and a final byte, or a control
 * string (5.6), which is ESC and one of "]P^_", and anything up to BEL, ESC "\" or U+009C. The two characters that begin one may be one of C1 in
 * UTF-8, too: U+009B for ESC "[". How long one is waited for is the reader's affair.
 */
#ifndef QUOIN_TERM_SEQUENCE_H
#define QUOIN_TERM_SEQUENCE_H

#include "base/text.h"

enum { SEQUENCE_BYTES = 130 }; /* of one that is kept: longer ones are read to their end, and mean nothing */

typedef enum SequenceState {
    SEQUENCE_OUTSIDE,
    SEQUENCE_LEAD,         /* after the first byte of a C1 control in UTF-8, or of another character */
    SEQUENCE_ESCAPE,       /* after ESC */
    SEQUENCE_CONTROL,      /* in a control sequence */
    SEQUENCE_STRING,       /* in a control string, */
    SEQUENCE_STRING_LEAD,  /* … after what may be the first byte of its end */
    SEQUENCE_STRING_ESCAPE /* … after ESC */
} SequenceState;

/* All zero: outside of any. It may be copied at any time. */
typedef struct Sequence {
    SequenceState state;
    char kind;                  /* '[', ']', 'P', '^' or '_' */
    char bytes[SEQUENCE_BYTES]; /* as it came, up to what was fed last */
    size_t size;
    size_t begun, body; /* bytes of what begins it, bytes of the body */
    bool cut;           /* it has more bytes */
} Sequence;

typedef enum SequenceStep {
    SEQUENCE_NONE,      /* the byte is no part of one */
    SEQUENCE_MORE,      /* it is, and there is more to come */
    SEQUENCE_WHOLE,     /* it is the last */
    SEQUENCE_META,      /* what came is ESC and this byte, which begins nothing: a key with Meta */
    SEQUENCE_CANCELLED, /* CAN or SUB: nothing of it counts */
    SEQUENCE_BROKEN /* what came before this byte is no sequence, but was typed. The byte has not been taken: feed it again */
} SequenceStep;

/* The next byte from the terminal. What came so far stays in `bytes` until the next one. */
SequenceStep sequence_feed(Sequence *sequence, char byte);

/* Without what begins it and what ends a string; of a control sequence with the final byte. Empty: none yet, or it is too long. */
Text sequence_body(const Sequence *sequence);

/* What came since it began, or before it was broken off. */
Text sequence_bytes(const Sequence *sequence);

#endif
