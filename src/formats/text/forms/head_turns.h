/* Where the turns of a transcript or an interview begin: what stands there is no head, however short its lines are. */
#ifndef QUOIN_FORMATS_TEXT_HEAD_TURNS_H
#define QUOIN_FORMATS_TEXT_HEAD_TURNS_H

#include "base/text.h"

/* The first of such lines; `count`: there are none. `lines` as head_recognise has them. */
size_t head_turns(const Text *lines, size_t count);

#endif
