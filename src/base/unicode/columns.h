/* What terminals agree upon: how many columns a code point takes. One table of ours decides what they are sent. */
#ifndef QUOIN_BASE_UNICODE_COLUMNS_H
#define QUOIN_BASE_UNICODE_COLUMNS_H

#include <stdint.h>

typedef enum Columns {
    COLUMNS_UNSETTLED, /* control, not assigned, or not seen alike everywhere: not to be sent as it is */
    COLUMNS_NOTHING, /* invisible wherever it stands (soft hyphen, joiners, bidi controls, interlinear signs): to be left out */
    COLUMNS_MARK, /* takes none, and sits on what goes before: combining marks, vowels and finals of Hangul syllables */
    COLUMNS_ONE,
    COLUMNS_TWO
} Columns;

/* By the table alone; what this machine's C library says too: unicode_columns. */
Columns columns_settled(uint32_t code_point);

/* The Unicode (EMOJI_FIRST_UNICODE and later ones) with which an emoji came that is newer than that table: two columns where the terminal knows it,
 * which it can be asked. 0: it is none of these. */
enum { EMOJI_FIRST_UNICODE = 15, EMOJI_UNICODES = 3 };
int columns_emoji_unicode(uint32_t code_point);

#endif
