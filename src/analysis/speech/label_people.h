/* Whose words a label stands before. */
#ifndef QUOIN_ANALYSIS_SPEECH_LABEL_PEOPLE_H
#define QUOIN_ANALYSIS_SPEECH_LABEL_PEOPLE_H

#include "analysis/speech/labels.h"

/*
 * The person whom a label names: by a name, a last or a first name, initials, a title, or the name in brackets behind an office; NO_PERSON:
 * nobody known. `*name` becomes the tokens that name the speaker.
 */
int32_t label_person(Attribution *attribution, const Label *label, TokenRange *name);

/* Equal for labels of one speaker. */
uint32_t label_key(const Attribution *attribution, TokenRange name, int32_t person);

#endif
