/* What the reader corrected of who said what, in the place of what the analysis found: it wins over every rule, and over the file. */
#ifndef QUOIN_MEMORY_NOTES_CORRECTIONS_H
#define QUOIN_MEMORY_NOTES_CORRECTIONS_H

#include "analysis/result/result.h"
#include "memory/notes/people_corrections.h"

/*
 * Let the quotations of a finished analysis be those that it found, as corrected: a corrected passage is a quotation of its speaker, or
 * nobody's speech, and what was found of other extent on it is none, but for the turn that it stands in, or the quotations that were found in
 * it. People are joined and separated before (people_corrections.h). The analysis keeps what it found, so that a correction can be taken back.
 * Who says what is corrected lies in `arena`, which is for that alone, and has to outlive the analysis.
 */
void corrections_apply(Arena *arena, Analysis *analysis, const PlacedNotes *corrections, const PlacedNotes *people);

/*
 * Let somebody who looked at it say who says a quotation: by any name of an entity of the analysis, or another; empty: it is not known. Or that
 * it is nobody's speech. What tells so lies in `arena`.
 */
void quote_correct_speaker(Arena *arena, const Analysis *analysis, Quote *quote, Text name);
void quote_correct_no_speech(Arena *arena, Quote *quote);

/* Did the reader say who says it? */
bool quote_is_corrected(const Quote *quote);

#endif
