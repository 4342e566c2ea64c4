/* What a line begins with that names who speaks in it, in the forms that transcripts, chats and captions have. */
#ifndef QUOIN_FORMATS_TEXT_WORDS_LINE_LABEL_H
#define QUOIN_FORMATS_TEXT_WORDS_LINE_LABEL_H

#include "base/text.h"

typedef struct LineLabel {
    Text name;  /* its words, without signs and times */
    char sign;  /* at which it ends: one of ":.>([-", or the blank before a time; '\0': the line begins with no label */
    bool timed; /* a time stands before it */
    size_t words; /* where what is said begins: behind the sign */
} LineLabel;

LineLabel line_label(Text line);

/* "KHAN: And below?", "Mr. REED. The rope was new.", "Q. What did you see?": a label, and words of whoever it names. */
bool line_begins_turn(Text line);
/* Does it begin with a label that has a time before it? Most lines have no time, which is told at once. */
bool line_has_timed_label(Text line);

/* Does it begin with a time, a day before it or brackets around it, whether a label follows or not: a line of a chat is one of its own by that. */
bool line_has_time(Text line);

#endif
