/* What a span in quotation marks is: somebody's words, or something else. */
#ifndef QUOIN_ANALYSIS_SPEECH_SPEECH_H
#define QUOIN_ANALYSIS_SPEECH_SPEECH_H

#include "analysis/attribution/attribution.h"

typedef enum SpeechKind { SPEECH_IS, SPEECH_TITLE, SPEECH_NICKNAME, SPEECH_TERM, SPEECH_SCARE } SpeechKind;

/* After the decisions. */
SpeechKind attribution_speech_kind(const Attribution *attribution, size_t span);

/* For each person of the registry: does the person speak, and says the name too that it is one? In `arena`. */
const bool *attribution_speaking_people(const Attribution *attribution, Arena *arena);

#endif
