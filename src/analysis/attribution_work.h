/* What the files of the attribution share: sentences as items, cues. Private to src/analysis. */
#ifndef QUOIN_ANALYSIS_ATTRIBUTION_WORK_H
#define QUOIN_ANALYSIS_ATTRIBUTION_WORK_H

#include "analysis/attribution.h"

/* A word, or a quotation as a whole. */
typedef struct Item {
    uint32_t token;   /* of a quotation: its first in the sentence */
    int32_t span;     /* of a quotation; -1 for a word */
} Item;

typedef struct Sentence {
    const Item *items;
    size_t count;
    size_t end;       /* the token after it */
} Sentence;

typedef enum CueKind { CUE_LEFT, CUE_INVERTED, CUE_SHARED, CUE_PARTICIPLE, CUE_ACCORDING } CueKind;

typedef struct Cue {
    size_t item;
    int strength;     /* in hundredths */
    int32_t subject;
    CueKind kind;
} Cue;

typedef ARRAY(Cue) CueList;

struct AttributionWork {
    uint32_t *span_first;         /* tokens of each span: [span_first, span_end) */
    uint32_t *span_end;
    ARRAY(Item) items;            /* of the sentence asked for last */
    bool has_memo;                /* of what propagation asked for last: whom the sentence suggests that ends with a token */
    size_t memo_last;
    int32_t memo_subject;
};

static inline const Token *work_token(const Attribution *attribution, size_t token)
{
    return &attribution->tokens->tokens.items[token];
}

static inline size_t work_token_count(const Attribution *attribution)
{
    return attribution->tokens->tokens.count;
}

/* The sentence that `token` is in, from its first token on. Good until the next is asked for. */
Sentence attribution_sentence(Attribution *attribution, size_t token);

void attribution_cues(Attribution *attribution, const Sentence *sentence, CueList *cues);
int32_t attribution_first_subject(Attribution *attribution, const Sentence *sentence, size_t limit);
uint32_t attribution_nominal_head(const Attribution *attribution, const Subject *subject);
char attribution_last_byte(const Attribution *attribution, size_t span);

#endif
