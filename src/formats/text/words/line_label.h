/* What a line begins with that names who speaks in it, in the forms that transcripts, chats and captions have. */
#ifndef QUOIN_FORMATS_TEXT_WORDS_LINE_LABEL_H
#define QUOIN_FORMATS_TEXT_WORDS_LINE_LABEL_H

#include "base/text.h"

/* The words of the label, without signs and times; empty: it begins with none. `*timed`: a time stands before it. */
Text line_label(Text line, bool *timed);
/* Does it begin with a label that has a time before it? Most lines have no time, which is told at once. */
bool line_has_timed_label(Text line);

#endif
