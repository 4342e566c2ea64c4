/* Which place a nationality belongs to: "Ukrainian" (nationalities.def). */
#ifndef QUOIN_ANALYSIS_ENTITIES_NATIONALITIES_H
#define QUOIN_ANALYSIS_ENTITIES_NATIONALITIES_H

#include "base/text.h"

/* The place's name; empty when none is known. `name` is folded as the lexicon's keys are: "ukrainians". */
Text nationality_place(Text name);

#endif
