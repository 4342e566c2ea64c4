/* Words by their form, and how much a verb of saying is one where it stands. */
#ifndef QUOIN_ANALYSIS_ATTRIBUTION_VERBS_H
#define QUOIN_ANALYSIS_ATTRIBUTION_VERBS_H

#include "analysis/attribution/attribution.h"

/* How much a verb of saying is one here, in hundredths. */
enum {
    STRENGTH_SURE = 200,
    STRENGTH_ACCORDING = 160, /* "according to" */
    STRENGTH_MAYBE = 100,     /* a verb that may report speech */
    STRENGTH_INFINITIVE = 50, /* "to say" */
    STRENGTH_PASSIVE = 40,    /* "was said"; less is nothing */
    STRENGTH_NONE = 0         /* it is no verb of saying, or its subject is nobody: "the effect says" */
};

/* STRENGTH_…; the first asks it of verbs that may be of saying, the second of any word. */
int verb_strength(const Attribution *attribution, uint32_t token);
static inline int cue_strength(const Attribution *attribution, uint32_t token)
{
    const Word *word = word_at(attribution, token);

    return (word->classes & CLASS_CUE) || word->number == WORD_PUT || word->number == WORD_PUTS
               ? verb_strength(attribution, token)
               : STRENGTH_NONE;
}

bool word_is_verb_like(const Attribution *attribution, uint32_t token);
bool word_ends_in_ly(const Attribution *attribution, uint32_t token); /* an adverb; not "reply" */
bool word_ends_in_ing(const Attribution *attribution, uint32_t token);

#endif
