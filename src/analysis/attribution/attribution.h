/*
 * What the search for who said what knows so far: for each span in quotation marks the words that name the speaker, the cue, and the
 * rule that decided. Rules over words, without a parser; each has an example in rules.def. This room reads sentences (sentence.h) and
 * finds the verbs of saying in them (verbs.h, cues.h) and whom those are about (subjects.h); the next one, speech/, decides by them.
 */
#ifndef QUOIN_ANALYSIS_ATTRIBUTION_ATTRIBUTION_H
#define QUOIN_ANALYSIS_ATTRIBUTION_ATTRIBUTION_H

#include "analysis/attribution/rules.h"
#include "analysis/people/people.h"

typedef enum SubjectKind { SUBJECT_NAME, SUBJECT_PRONOUN, SUBJECT_NOMINAL } SubjectKind;

/* The words that speak: "Ines Farrow", "she", "a spokesman for the union". Tokens [first, end). */
typedef struct Subject {
    SubjectKind kind : 8;
    bool guessed; /* a description, and nothing of the kind was said of the person; a pronoun that may mean another as well */
    uint32_t first, end;
    int32_t person;     /* or NO_PERSON */
    int32_t antecedent; /* another subject that it stands for; or NO_SUBJECT */
} Subject;

enum { NO_SUBJECT = -1 };
#define NO_CUE UINT32_MAX

/* The decision about a span. */
typedef struct Decision {
    int32_t subject;
    uint32_t cue;              /* its token, or NO_CUE */
    RuleId rule : 16;          /* by which, or by what the ranker chose it */
    unsigned probability : 16; /* that the ranker gave it, of a thousand; 0: it was not asked */
} Decision;

/* What somebody said, without quotation marks: in the words of the reporter, or a turn of a transcript. */
typedef struct IndirectSpeech {
    int32_t subject;
    uint32_t cue; /* its token, or NO_CUE */
    TokenRange words;
    RuleId rule; /* RULE_INDIRECT; RULE_LABEL: "BECK: No." */
} IndirectSpeech;

typedef enum RegisterId {
#define REGISTER(ID, name, facts, example) REGISTER_##ID,
#include "analysis/attribution/registers.def"
    REGISTER_COUNT
} RegisterId;

/* What is said under a label, "BECK: No.", or goes on in another paragraph. */
typedef struct Turn {
    uint32_t first; /* token: of the label, or of the words where there is none */
    TokenRange words;
    TokenRange name; /* who speaks, as the label says it */
    int32_t person;  /* or NO_PERSON */
    uint32_t key;    /* equal for one speaker */
    unsigned char form;
    bool titled : 1;      /* a speaker by its words: "The CHAIRMAN" */
    bool looks_right : 1; /* … or since it is a person’s name, or has a time */
    bool timed : 1;
    bool clock : 1; /* behind a time without brackets */
    bool in_brackets : 1;
    bool spoken : 1; /* the words are such as somebody says to somebody */
    bool inside : 1; /* its paragraph begins with another */
    bool again : 1;  /* the label stands again near it */
    bool bare : 1;   /* "A No, sir.": no sign stands behind the letter */
    bool quoted : 1; /* all its words are a quotation in marks */
} Turn;

typedef ARRAY(Turn) TurnList;

/* Who was looked for last by a label's word. */
typedef struct LabelMemo {
    uint32_t hash;
    int32_t person;
    bool known;
} LabelMemo;

/* A word of a sentence, or a quotation as a whole. */
typedef struct Item {
    uint32_t token; /* index; of a quotation: its first in the sentence */
    int32_t span;   /* index of a quotation; -1 for a word */
} Item;

/* How a verb of saying and its subject stand. */
typedef enum CueKind {
    CUE_LEFT,       /* "Farrow said" */
    CUE_INVERTED,   /* "said Farrow" */
    CUE_SHARED,     /* "Farrow resigned and said" */
    CUE_PARTICIPLE, /* "Farrow resigned, saying" */
    CUE_ACCORDING,  /* "according to Farrow" */
    CUE_NOUN        /* "Farrow’s claim that" */
} CueKind;

typedef struct Cue {
    size_t item;  /* of its sentence */
    int strength; /* STRENGTH_…, see verbs.h */
    int32_t subject;
    CueKind kind;
} Cue;

typedef ARRAY(Cue) CueList;

/* A cue as it is kept for the whole text. */
typedef struct TextCue {
    uint32_t token; /* the verb */
    int32_t subject;
    unsigned strength : 8; /* STRENGTH_… */
    unsigned kind : 4;     /* a CueKind */
    unsigned back : 20;    /* tokens to the first one of its sentence, as far as they can be counted */
} TextCue;

typedef struct Attribution {
    Arena *arena;
    const TokenList *tokens;
    People *people;
    uint32_t *first_of_span; /* its first token */
    ARRAY(Subject) subjects;
    uint32_t *decided; /* for each span: 1 + the place of its decision in: */
    ARRAY(Decision) decisions;
    ARRAY(IndirectSpeech) indirect; /* in the order of the text */
    RegisterId page;                /* the form of the page, as far as it was recognised */
    Arena *labels;                  /* of the turns: */
    TurnList turns;                 /* in the order of the text */
    size_t taken_turns;             /* of them */
    LabelMemo label_memo[2];
    uint64_t left_out;        /* a bit for each RuleId that is not used */
    ARRAY(Item) items;        /* of the sentence asked for last, see attribution_sentence */
    CueList cues;             /* of the sentence whose cues were asked for last, see attribution_cues */
    Arena *noted;             /* of the cues of the text, until the ranker has decided: */
    ARRAY(TextCue) text_cues; /* of all sentences, in the order of the text */
} Attribution;

static inline bool rule_is_on(const Attribution *attribution, RuleId rule)
{
    return !(attribution->left_out >> rule & 1);
}

static inline const Word *word_at(const Attribution *attribution, size_t token)
{
    return tokens_word(attribution->tokens, token);
}

static inline size_t attribution_token_count(const Attribution *attribution)
{
    return attribution->tokens->tokens.count;
}

/* The name that a token is in, or NULL. */
static inline const NameRun *mention_at(const Attribution *attribution, uint32_t token)
{
    int32_t mention = people_mention(attribution->people, token);

    return mention < 0 ? NULL : &attribution->people->mentions.items[mention];
}

/* Tokens of a span: [span_first, span_end). */
static inline uint32_t span_first(const Attribution *attribution, size_t span)
{
    return attribution->first_of_span[span];
}

uint32_t span_end(const Attribution *attribution, size_t span);

/* Index into article->blocks. */
static inline uint32_t span_block(const Attribution *attribution, size_t span)
{
    return token_block(attribution->tokens, span_first(attribution, span));
}

/* Begin; all people of the text are known. */
void attribution_init(Attribution *attribution, Arena *arena, const TokenList *tokens, People *people,
                      uint64_t left_out);

/* What is decided about a span, good until the next decision; nothing as yet: NO_SUBJECT. Decide it, in place of what was. */
const Decision *decision_of(const Attribution *attribution, size_t span);
void attribution_decide(Attribution *attribution, size_t span, Decision decision);

/* The last byte of what is quoted, marks and blanks at its end left out; '-' for a dash, '\0' for nothing. */
char attribution_last_byte(const Attribution *attribution, size_t span);

#endif
