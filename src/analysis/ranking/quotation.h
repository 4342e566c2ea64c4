/* A quotation as the ranker sees it: where it stands in its sentence, and which cues stand there too. */
#ifndef QUOIN_ANALYSIS_RANKING_QUOTATION_H
#define QUOIN_ANALYSIS_RANKING_QUOTATION_H

#include "analysis/attribution/attribution.h"
#include "analysis/ranking/features.h"

typedef struct Quotation {
    size_t span;
    uint32_t first, end; /* tokens */
    uint32_t sentence, block;
    size_t cues, cue,
        cues_end; /* of its sentence, indexes into attribution->text_cues: from `cues` on, `cue` is the first after it */
    uint32_t semicolon;               /* the last one before it in its sentence, or 0 */
    unsigned cues_before, cues_after; /* 0 none, 1 weak, 2 sure */
    char last;                        /* its last byte, see attribution_last_byte */
    bool is_short, is_paragraph;
    Facts facts; /* those that are the same for all candidates */
} Quotation;

/* `cue`: the first cue that may be of its sentence, moved on as quotations are asked for in the order of the text. */
Quotation quotation_of(const Attribution *attribution, size_t span, size_t *cue);

/* 0, 1, 2, 3, 4-5 …: the step of that many words. */
unsigned step_of(size_t words);

/* Words outside of quotations in [first, end); the tokens there are looked at, as far as they are few. */
size_t words_between(const Attribution *attribution, uint32_t first, uint32_t end);

#endif
