/* "Did you mean …": the known name that is nearest to an unknown one. */
#ifndef QUOIN_BASE_NEAREST_H
#define QUOIN_BASE_NEAREST_H

#include "base/text.h"

/*
 * The one of `count` names with the smallest edit distance to `name`, neighbours exchanged counting as one edit
 * (optimal string alignment; Damerau 1964), letter case ignored; the empty text when none is near enough: more
 * than a third of the letters of the longer one would have to change. Names over 63 bytes have no neighbour.
 */
Text nearest_name(Text name, const Text *names, size_t count);

#endif
