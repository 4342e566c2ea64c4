/*
 * What is known of the quotations before the entities are found, by as little memory as will do: tokens, decisions and the registry of people are
 * forgotten then, and the quotations themselves are made afterwards.
 */
#ifndef QUOIN_ANALYSIS_QUOTES_QUOTE_DRAFTS_H
#define QUOIN_ANALYSIS_QUOTES_QUOTE_DRAFTS_H

#include "analysis/attribution/attribution.h"
#include "analysis/people/persons.h"
#include "analysis/result/quote.h"

/* One of those who say a quotation. */
typedef struct SpeakerDraft {
    int32_t person; /* of the registry; NO_PERSON: the words speak for themselves */
    ShortRange words;
} SpeakerDraft;

/* A quotation that is somebody's, or has no marks around it. */
typedef struct QuoteDraft {
    ShortRange range, mention, cue; /* as those of a Quote and its source */
    uint32_t next_span;             /* the span that comes behind it */
    unsigned char type;             /* a QuoteType */
    unsigned char rule;             /* a RuleId */
    unsigned char confidence;
    bool inferred : 1;
    bool marked : 1;            /* it is the span before next_span */
    unsigned speaker_count : 4; /* of the drafted speakers, one after the other */
} QuoteDraft;

/* Of the spans that are no drafts: all of them are nobody's, and some no quotations of their own. */
enum { DRAFTED = QUOTE_TYPE_COUNT, LEFT_OUT };

typedef struct QuoteDrafts {
    Arena *arena;
    unsigned char *types;    /* for each span: a QuoteType, DRAFTED or LEFT_OUT */
    ARRAY(QuoteDraft) items; /* in the order of the text; so too: */
    ARRAY(SpeakerDraft) speakers;
} QuoteDrafts;

typedef struct DraftInput {
    const Attribution *attribution;
    const Person *persons; /* of the registry, by their indexes */
    QuoteDrafts *drafts;
} DraftInput;

#endif
