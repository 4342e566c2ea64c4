/* Text in HTML. */
#ifndef QUOIN_EXPORT_MARKUP_H
#define QUOIN_EXPORT_MARKUP_H

#include "base/sink.h"

/* What stands for a byte that means something in HTML: "&amp;"; empty: it stands for itself. */
Text markup_entity(char byte);

/* Write `text` so that it is read as that: in an element, or in an attribute between double quotation marks. What a terminal would not show as it is
 * stands as a reference ("&#x200d;"), and what HTML may not have, or is no UTF-8, as U+FFFD. Line ends stay. */
void markup_write(Sink *out, Text text);

#endif
