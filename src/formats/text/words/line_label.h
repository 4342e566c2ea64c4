/* What a line begins with that names who speaks in it, in the forms that transcripts, chats and captions have. */
#ifndef QUOIN_FORMATS_TEXT_WORDS_LINE_LABEL_H
#define QUOIN_FORMATS_TEXT_WORDS_LINE_LABEL_H

#include "base/text.h"

/* The words of the label, without signs and times; empty: it begins with none. `*timed`: a time stands before it. */
Text line_label(Text line, bool *timed);

#endif
