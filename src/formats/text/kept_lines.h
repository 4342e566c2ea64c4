/* Lines that begin anew or stay as they are whatever the width says, told by what stands in them. Pure functions over their words. */
#ifndef QUOIN_FORMATS_TEXT_KEPT_LINES_H
#define QUOIN_FORMATS_TEXT_KEPT_LINES_H

#include "base/text.h"

/* Lines of a file of values, a listing, a log, a list of ingredients: each is built as the others are, and hardly one ends as a sentence does. */
bool lines_are_records(const Text *lines, size_t count);

/* "b) ", "(b) ", "B. ", "ii) " for 2, and so on; "o " and a dash for any number: the `place`th item of a list whose items letters count. */
bool line_is_lettered(Text line, size_t place);

#endif
