/* Who speaks by the form of the page, without a verb: transcripts, interviews, signatures. */
#ifndef QUOIN_ANALYSIS_SPEECH_TURNS_H
#define QUOIN_ANALYSIS_SPEECH_TURNS_H

#include "analysis/attribution/attribution.h"

/* Decide about the quotations whose speaker the form of the page tells; after all sentences were looked at. */
void attribution_turns(Attribution *attribution);

/* The turn "BECK: No." that begins at `first`, though it may have quotations in it; *end: the token behind it. False: there is none. */
bool attribution_add_turn(Attribution *attribution, uint32_t first, uint32_t *end);

/* The same of a block quotation, not in marks, with a line behind it that tells whose it is. */
bool attribution_take_cited(Attribution *attribution, uint32_t first, uint32_t *end);

#endif
