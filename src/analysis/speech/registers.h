/* The form of the page: news, interview, transcript, debate record, letters; and the turns of those that have labels for speakers. */
#ifndef QUOIN_ANALYSIS_SPEECH_REGISTERS_H
#define QUOIN_ANALYSIS_SPEECH_REGISTERS_H

#include "analysis/attribution/attribution.h"

enum { HAS_TURNS = 1 << 0 }; /* facts of a register */

typedef struct RegisterInfo {
    const char *name;
    unsigned facts;
} RegisterInfo;

const RegisterInfo *register_info(RegisterId id);

/* Note the labels at the beginning of the paragraphs of the tokens [first, end), whole paragraphs, in the order of the text. */
void attribution_find_labels(Attribution *attribution, size_t first, size_t end);

/* Once all labels are noted: what the page is, and which of them begin a turn. Fills attribution->turns. */
void attribution_recognise_register(Attribution *attribution);

/* The turn that begins at a token, of those not taken yet, which are asked for in order; NULL: none does. */
const Turn *attribution_take_turn(Attribution *attribution, uint32_t token);

#endif
