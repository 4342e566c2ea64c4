/* Asking the terminal about itself, and keeping what somebody types while it answers. */
#ifndef QUOIN_TERM_QUERY_H
#define QUOIN_TERM_QUERY_H

#include "base/unicode/columns.h"
#include "base/unicode/printable.h"
#include "term/reports/sequence.h"
#include "theme/theme.h"

enum { AHEAD_BYTES = 120 }; /* what is kept of what is typed ahead: curses accepts that many with ungetch */

typedef struct Answers {
    bool has_scheme; /* it says whether it is dark or light, */
    Variant scheme;
    bool has_background; /* … which colour its background has */
    uint32_t background; /* 0xRRGGBB */
    bool synchronizes;   /* … that it shows a frame only when it is whole (mode 2026) */
    bool announces;      /* … that it will say when it changes between dark and light (mode 2031) */
    bool exact_colors;   /* … that it keeps colours by value */
    bool reports_keys;   /* … that it reports keys with their modifiers (kitty's protocol) */
    bool has_clipboard;  /* … that it takes what shall be on the clipboard (OSC 52) */
    char name[32]; /* what it calls itself, with its version: "XTerm(379)", as far as there is room; empty: it does not say */
    bool asks_emoji; /* it was asked where its cursor is before and after an emoji of each Unicode that is newer than our table */
    size_t places_told;
    struct {
        size_t row, column;
    } places[1 + EMOJI_UNICODES];
    bool complete; /* the last answer has come */
    char ahead[AHEAD_BYTES];
    size_t ahead_size;
    bool ahead_full; /* something did not fit: what is typed after it is not kept either */
} Answers;

/* May a terminal of that name be asked? Consoles of kernels and old hardware would print the questions, or never answer. */
bool query_may_ask(Text term);

/*
 * Ask on `output` and wait on `input`, a terminal in its usual modes, at most `deadline_ms` for the answers; `colors`: also whether there
 * are colours by value; with `answers->asks_emoji`: how wide the newer emoji are, which are drawn for that where the cursor is,
 * and erased. The modes are afterwards as they were. Answers that come later may be taken by answer_take.
 */
void query_terminal(Answers *answers, int input, int output, bool colors, int deadline_ms);

/* Take the next byte from the terminal: part of an answer, or typed ahead. `query_end` keeps an unfinished sequence as typed ahead. */
void query_feed(Sequence *sequence, Answers *answers, char byte);
void query_end(Sequence *sequence, Answers *answers);

/* False: this whole sequence is no answer. */
bool answer_take(Answers *answers, const Sequence *sequence);

/* UTF-8 with the emoji that the terminal knows as two columns: those of a Unicode, and of all before it. */
Charset answers_charset(const Answers *answers);

/* Dark or light: as the terminal says, else by its background, else by COLORFGBG ("15;0": the last number is the background; NULL: not set).
 * False: none of these tells. */
bool answers_variant(const Answers *answers, const char *colorfgbg, Variant *variant);

#endif
