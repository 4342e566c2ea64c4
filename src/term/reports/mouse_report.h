/* What a terminal says of its mouse: XTerm Control Sequences, "Mouse Tracking". */
#ifndef QUOIN_TERM_REPORTS_MOUSE_REPORT_H
#define QUOIN_TERM_REPORTS_MOUSE_REPORT_H

#include "keys/key.h"

/* Asks for presses, releases and what moves in between (1002; 1000 where that is not known), in the form without a limit of columns (1006). */
#define MOUSE_REPORTS "\033[?1006;1000h\033[?1002h"
#define MOUSE_REPORTS_NOT "\033[?1002l\033[?1006;1000l"

/* The body of a control sequence of that form, "<0;10;19M". False: it is none, or one of a button that means nothing here: the middle one, a wheel
 * that turns sideways, those behind. Double clicks are told by who knows the time. */
bool mouse_report_read(Text body, Mouse *mouse);

enum { MOUSE_OLD_CHARACTERS = 3 };

/* The three characters behind "ESC [ M", the oldest form, which terminals use that know no other: each number plus 32. */
bool mouse_report_read_old(const uint32_t *characters, Mouse *mouse);

#endif
