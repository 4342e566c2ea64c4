/* Where a paragraph ended that was put into one line with the next. */
#ifndef QUOIN_FORMATS_TEXT_LOST_ENDS_H
#define QUOIN_FORMATS_TEXT_LOST_ENDS_H

#include "base/text.h"

/* The blank at which the paragraph from `start` on ends, before its line does; the size of the source: nothing tells of one. */
size_t lost_end_find(Text source, size_t start);

#endif
