/* Signs: what the program draws that is no text: lines, bars, marks. A theme may bring others; each has a form in ASCII. */
#ifndef QUOIN_THEME_SIGNS_H
#define QUOIN_THEME_SIGNS_H

#include "base/unicode/printable.h"

typedef enum Sign {
#define SIGN(ID, name, sign, ascii, help) SIGN_##ID,
#include "theme/signs.def"
#undef SIGN
    SIGN_COUNT
} Sign;

enum {
    SIGN_LINES = SIGN_TEE_RIGHT + 1,
    SPEAKER_SIGNS = SIGN_SPEAKER_8 - SIGN_SPEAKER_1 + 1,
    CHARSET_COUNT = CHARSET_ASCII + 1
};

typedef struct Signs {
    Text forms[SIGN_COUNT][CHARSET_COUNT]; /* of one column */
} Signs;

extern const Signs signs_usual;

Text sign_name(Sign sign); /* as a theme's `glyphs` has it; empty: it has no name */
Text sign_help(Sign sign);

Text sign_form(const Signs *signs, Sign sign, Charset charset);

/* The sign of a speaker, who are counted from 0; they begin anew when there are more than signs. */
Sign sign_of_speaker(size_t speaker);

/* Lines by name: plain, rounded, heavy, double, ascii. False: there are none of that name. */
bool signs_use_border(Signs *signs, Text name);
const Text *sign_borders(size_t *count);

/* Put a sign in the place of another, with its ASCII form, or a suitable one where that is empty. False: it is not one column of one
 * character (ASCII: one printable byte). */
bool signs_set(Signs *signs, Sign sign, Text form, Text ascii);

#endif
