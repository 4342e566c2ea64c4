/* Keys as terminals report them in sequences that tell their modifiers: kitty's keyboard protocol, and the older forms that it keeps (XTerm Control
 * Sequences, "PC-Style Function Keys"). */
#ifndef QUOIN_TERM_REPORTS_KEY_REPORT_H
#define QUOIN_TERM_REPORTS_KEY_REPORT_H

#include "base/text.h"
#include "keys/key.h"

/* Asked for: keys that had one form together have each their own (1), with what Shift makes of them (4). Both go on the stack that the terminal keeps
 * for the screen that is shown, and from it. */
#define KEY_REPORTS_QUESTION "\033[?u"
#define KEY_REPORTS "\033[>5u"
#define KEY_REPORTS_NOT "\033[<u"

/* The body of a control sequence, as "105;5u" for ^I. False: it is no report of a key. A report of a key that means nothing here (a key that is let
 * go, one with Super) is one, of code 0. */
bool key_report_read(Text body, Key *key);

#endif
