/* Letters and their answers: whoever stands behind "Dear" is spoken to. */
#ifndef QUOIN_ANALYSIS_SPEECH_LETTERS_H
#define QUOIN_ANALYSIS_SPEECH_LETTERS_H

#include "analysis/attribution/attribution.h"

/* Put the paragraphs of letters and answers into `turns`; of the labels noted in attribution->turns. False: the page has no such letters. */
bool letters_take(Attribution *attribution, TurnList *turns);

#endif
