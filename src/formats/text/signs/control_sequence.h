/* What terminals are told within a text: the control sequences of ECMA-48, and OSC 8, which makes links. One at a time. */
#ifndef QUOIN_FORMATS_TEXT_SIGNS_CONTROL_SEQUENCE_H
#define QUOIN_FORMATS_TEXT_SIGNS_CONTROL_SEQUENCE_H

#include "base/text.h"

typedef enum ControlKind {
    CONTROL_DROPPED,    /* whatever it says, it is nothing for a reader */
    CONTROL_ATTRIBUTES, /* SGR: `said` are its parameters, "1;31" */
    CONTROL_LINK,       /* `said` is the address, empty where the link ends */
    CONTROL_RETURN,     /* to the first column */
    CONTROL_ERASE_REST, /* of the line, from the cursor on */
    CONTROL_ERASE_LINE
} ControlKind;

typedef struct ControlSequence {
    ControlKind kind;
    size_t end; /* of the whole of it */
    Text said;
} ControlSequence;

/* Does one begin at `at` (< line.size): ESC, or the character of the C1 range that stands for ESC and a letter? */
bool control_sequence_begins(Text line, size_t at);

/*
 * The sequence that begins at `at`. One that is cut short by the end of the line (of `line`, or one within it) or by what cannot be in it ends there;
 * of a string without its end only the introducer is taken, so that no text is lost.
 */
ControlSequence control_sequence_read(Text line, size_t at);

/* Attributes of letters as SGR sets them: EMPHASIS_… of article.h, and one that is shown as bold. */
enum { SGR_REVERSE = 8 };
unsigned control_attributes(unsigned attributes, Text parameters); /* what they are after an SGR */

#endif
