/*
 * Who may have said a quotation: the subjects of cues, every name, pronoun and description outside of quotations, from some paragraphs
 * before it to one after it. They are found as the quotations go on, and forgotten when they are far behind.
 */
#ifndef QUOIN_ANALYSIS_RANKING_CANDIDATES_H
#define QUOIN_ANALYSIS_RANKING_CANDIDATES_H

#include "analysis/attribution/attribution.h"
#include "analysis/ranking/quotation.h"

enum { CUES_KEPT = 4 /* of one candidate */, NO_MENTION = -1 };

typedef struct Candidate {
    uint32_t first, end; /* tokens of the words that speak */
    uint32_t sentence, block;
    uint32_t words; /* outside of quotations before it, see Candidates */
    SubjectKind kind;
    int32_t subject; /* NO_SUBJECT: made when it is chosen */
    int32_t mention; /* of a name; or NO_MENTION */
    int32_t person;
    uint32_t cues[CUES_KEPT]; /* of which it is the subject: indexes into attribution->text_cues */
    unsigned cue_count;
    bool can_speak;
    Facts facts; /* those of the words themselves; 0 elsewhere */
} Candidate;

typedef struct Candidates {
    Arena *arena;
    Attribution *attribution;
    ARRAY(Candidate) items; /* in the order of the text */
    size_t low;             /* those before are forgotten */
    uint32_t next;          /* the token to look at next */
    size_t cue;             /* the first cue that may be of its sentence */
    uint32_t sentence;      /* the first token of the sentence looked at */
    size_t words;           /* outside of quotations, in what was looked at */
} Candidates;

/* How far the candidates of a quotation are looked for. */
typedef enum Width { WIDTH_SENTENCE, WIDTH_PARAGRAPH, WIDTH_ALL } Width;

void candidates_init(Candidates *candidates, Arena *arena, Attribution *attribution);

/* Those near a quotation: [*low, *high) of the items. Quotations are asked for in the order of the text; what is asked for with another
 * width than WIDTH_ALL forgets those before. */
void candidates_near(Candidates *candidates, const Quotation *quotation, Width width, size_t *low, size_t *high);

/* The subject of one, made when it has none. */
int32_t candidate_subject(Attribution *attribution, Candidate *candidate);

/* The same words are chosen again: they keep their subject. */
void candidates_keep_subject(Candidates *candidates, const Candidate *chosen);

#endif
