/* What the files of the attribution share: sentences as items, cues. Private to src/analysis. */
#ifndef QUOIN_ANALYSIS_SPEECH_ATTRIBUTION_WORK_H
#define QUOIN_ANALYSIS_SPEECH_ATTRIBUTION_WORK_H

#include "analysis/speech/sentence.h"

/* How much a verb of saying is one here, in hundredths. */
enum {
    STRENGTH_SURE = 200,
    STRENGTH_ACCORDING = 160, /* "according to" */
    STRENGTH_MAYBE = 100,     /* a verb that may report speech */
    STRENGTH_INFINITIVE = 50, /* "to say" */
    STRENGTH_PASSIVE = 40,    /* "was said"; less is nothing */
    STRENGTH_NONE = 0         /* whose subject is nobody: "the effect says" */
};

typedef enum CueKind { CUE_LEFT, CUE_INVERTED, CUE_SHARED, CUE_PARTICIPLE, CUE_ACCORDING, CUE_NOUN } CueKind;

typedef struct Cue {
    size_t item;
    int strength;     /* STRENGTH_… */
    int32_t subject;
    CueKind kind;
} Cue;

typedef ARRAY(Cue) CueList;

struct AttributionWork {
    uint32_t *span_first;         /* tokens of each span: [span_first, span_end) */
    uint32_t *span_end;
    ARRAY(Item) items;            /* of the sentence asked for last */
    CueList cues;                 /* … and for its cues */
    bool has_memo;                /* of what propagation asked for last: whom the sentence suggests that ends with a token */
    size_t memo_last;
    int32_t memo_subject;
};

static inline const Word *work_token(const Attribution *attribution, size_t token)
{
    return tokens_word(attribution->tokens, token);
}

static inline size_t work_token_count(const Attribution *attribution)
{
    return attribution->tokens->tokens.count;
}

static inline uint32_t span_block(const Attribution *attribution, size_t span)
{
    return token_block(attribution->tokens, attribution->work->span_first[span]);
}

/* What a look to the left found: a subject, nothing, or a conjunction ("… and said"), whose subject stands
 * further left. */
typedef struct Left {
    int32_t subject;
    bool conjoined;
} Left;

/* subjects.c: words that can speak; indexes into attribution->subjects, or NO_SUBJECT. */
const Subject *subject_at(const Attribution *attribution, int32_t subject);
int32_t subject_new(Attribution *attribution, SubjectKind kind, uint32_t first, uint32_t end, int32_t person);
int32_t subject_of_mention(Attribution *attribution, const NameRun *mention);
int32_t subject_of_word(Attribution *attribution, uint32_t token);
Left subject_at_phrase(Attribution *attribution, const Sentence *sentence, size_t at);     /* of the phrase that ends at an item */
Left subject_left(Attribution *attribution, const Sentence *sentence, size_t verb);        /* of a verb, at its left */
int32_t subject_right(Attribution *attribution, const Sentence *sentence, size_t start);   /* of an inverted verb: from the item after it */
int32_t subject_of_clause(Attribution *attribution, const Sentence *sentence, size_t verb); /* the nearest name or he/she before it that is one */
int32_t subject_first(Attribution *attribution, const Sentence *sentence, size_t limit);   /* the sentence's, of the items before `limit` (0: all) */
int32_t subject_description(Attribution *attribution, uint32_t first); /* "Her father", "A buyer": from a token on, with a verb after it */
bool subject_can_speak(const Attribution *attribution, const Subject *description); /* "a spokesman", "voters", "Officials", not "the effect" */
uint32_t subject_head(const Attribution *attribution, const Subject *subject);             /* the token that is the phrase's head */

/* cues.c: STRENGTH_… of a token, 0 when it is no verb of saying; and the cues of a sentence in their order. */
int cue_strength(const Attribution *attribution, uint32_t token);
const CueList *attribution_cues(Attribution *attribution, const Sentence *sentence); /* good until they are asked for again */

/* attribution.c: */
bool rule_has_cue(RuleId rule); /* decides by a verb of saying, a name before a colon or a signature */
char attribution_last_byte(const Attribution *attribution, size_t span); /* of what is quoted, marks and blanks at its end left out; '-' for a dash */

/* turns.c: quotations whose speaker the form of the page tells; and whether one is the next turn of a dialogue, which it then decides. */
void attribution_turns(Attribution *attribution);
/* A paragraph "BECK: No." from `first` on, without marks; *end: the token behind it. */
bool attribution_take_turn(Attribution *attribution, uint32_t first, uint32_t *end);
bool attribution_dialogue_turn(Attribution *attribution, size_t span);

/* indirect.c: what a sentence without quotation marks says that somebody said. */
void attribution_find_indirect(Attribution *attribution, const Sentence *sentence);

#endif
