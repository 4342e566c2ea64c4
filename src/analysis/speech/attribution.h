/*
 * Who said what: for each span in quotation marks the words that name the speaker, the cue, and the rule that decided. Rules
 * over words, without a parser; each has an example in rules.def.
 */
#ifndef QUOIN_ANALYSIS_SPEECH_ATTRIBUTION_H
#define QUOIN_ANALYSIS_SPEECH_ATTRIBUTION_H

#include "analysis/people/people.h"

typedef enum RuleId {
#define RULE(ID, name, confidence, inferred, example) RULE_##ID,
#include "analysis/speech/rules.def"
#undef RULE
    RULE_COUNT
} RuleId;

typedef struct RuleInfo {
    const char *name;
    unsigned confidence;
    bool inferred;
    const char *example;
} RuleInfo;

_Static_assert(RULE_COUNT <= 64, "rules are bits of left_out");

const RuleInfo *rule_info(RuleId rule);

typedef enum SubjectKind { SUBJECT_NAME, SUBJECT_PRONOUN, SUBJECT_NOMINAL } SubjectKind;

/* The words that speak: "Ines Farrow", "she", "a spokesman for the union". Tokens [first, end). */
typedef struct Subject {
    SubjectKind kind : 8;
    bool guessed;        /* a description, and nothing of the kind was said of the person */
    uint32_t first, end;
    int32_t person;      /* or NO_PERSON */
    int32_t antecedent;  /* another subject that it stands for; or NO_SUBJECT */
} Subject;

enum { NO_SUBJECT = -1 };
#define NO_CUE UINT32_MAX

/* The decision about a span. */
typedef struct Decision {
    int32_t subject;
    RuleId rule;
    uint32_t cue;        /* its token, or NO_CUE */
} Decision;

/* What somebody said, without quotation marks: in the words of the reporter, or a turn of a transcript. */
typedef struct IndirectSpeech {
    int32_t subject;
    uint32_t cue;     /* its token, or NO_CUE */
    TokenRange words;
    RuleId rule;      /* RULE_INDIRECT; RULE_LABEL: "BECK: No." */
} IndirectSpeech;

typedef struct AttributionWork AttributionWork;

typedef struct Attribution {
    Arena *arena;
    const TokenList *tokens;
    People *people;
    ARRAY(Subject) subjects;
    Decision *decisions;  /* one for each span */
    ARRAY(IndirectSpeech) indirect; /* in the order of the text */
    uint64_t left_out;    /* a bit for each RuleId that is not used */
    AttributionWork *work;
} Attribution;

static inline bool rule_is_on(const Attribution *attribution, RuleId rule)
{
    return !(attribution->left_out >> rule & 1);
}

void attribution_init(Attribution *attribution, Arena *arena, const TokenList *tokens, People *people, uint64_t left_out);

/* The steps in their order. The first is over the tokens [first, end), whole sentences. */
void attribution_find_cues(Attribution *attribution, size_t first, size_t end);
void attribution_propagate(Attribution *attribution);
void attribution_resolve(Attribution *attribution);

/* What a span is: somebody's words, or something else in quotation marks. */
typedef enum SpeechKind { SPEECH_IS, SPEECH_TITLE, SPEECH_NICKNAME, SPEECH_TERM, SPEECH_SCARE } SpeechKind;

SpeechKind attribution_speech_kind(const Attribution *attribution, size_t span);

#endif
