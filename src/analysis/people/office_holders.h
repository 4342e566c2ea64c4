/* Who is meant by an office and a last name alone: "President Obama" (office_holders.def). */
#ifndef QUOIN_ANALYSIS_PEOPLE_OFFICE_HOLDERS_H
#define QUOIN_ANALYSIS_PEOPLE_OFFICE_HOLDERS_H

#include "base/text.h"

/* The full name; empty when nobody is known. `title` is the last word of the title and `before` the word before that, which may be empty:
 * "Prime", "Minister". ASCII capitals do not matter. */
Text office_holder_name(Text before, Text title, Text last_name);

#endif
