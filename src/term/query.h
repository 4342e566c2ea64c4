/* What the terminal says of itself when it is asked, and what somebody typed meanwhile. */
#ifndef QUOIN_TERM_QUERY_H
#define QUOIN_TERM_QUERY_H

#include "term/sequence.h"
#include "theme/theme.h"

enum { AHEAD_BYTES = 120 }; /* of what is typed ahead; curses takes back as many */

typedef struct Answers {
    bool has_scheme;     /* it says whether it is dark or light, */
    Variant scheme;
    bool has_background; /* … which colour its background has */
    uint32_t background; /* 0xRRGGBB */
    bool synchronizes;   /* … that it shows a frame only when it is whole (mode 2026) */
    bool announces;      /* … that it will say when it changes between dark and light (mode 2031) */
    bool exact_colors;   /* … that it keeps colours by value */
    bool complete;       /* the last answer has come */
    char ahead[AHEAD_BYTES];
    size_t ahead_size;
    bool ahead_full;     /* something was too much: what is typed after it is not kept either */
} Answers;

/* Can a terminal of that name be asked? The consoles of kernels and old hardware would print the questions, or have nothing to say. */
bool query_may_ask(Text term);

/*
 * Ask on `output` and wait on `input`, a terminal in its usual modes, at most `deadline_ms` for the answers; `colors`: also whether there
 * are colours by value. The modes are afterwards as they were. Answers that come later may be taken by answer_take.
 */
void query_terminal(Answers *answers, int input, int output, bool colors, int deadline_ms);

/* The bytes from a terminal, one after the other: an answer, or typed ahead. `query_end` keeps half a sequence as typed. */
void query_feed(Sequence *sequence, Answers *answers, char byte);
void query_end(Sequence *sequence, Answers *answers);

/* False: this whole sequence is no answer. */
bool answer_take(Answers *answers, const Sequence *sequence);

/* Dark or light: as the terminal says, else as its background is, else by COLORFGBG ("15;0": the last is the background; NULL: not set).
 * False: nobody knows. */
bool answers_variant(const Answers *answers, const char *colorfgbg, Variant *variant);

#endif
