/*
 * Whom a verb is about. Subjects are indexes into attribution->subjects, or NO_SUBJECT. One header for the places where a subject may
 * stand: at the left of its verb (subjects_left.c), at its right (noun_phrases.c), or further off in its clause (subjects_clause.c).
 */
#ifndef QUOIN_ANALYSIS_ATTRIBUTION_SUBJECTS_H
#define QUOIN_ANALYSIS_ATTRIBUTION_SUBJECTS_H

#include "analysis/attribution/sentence.h"

/* ---- subjects.c: what a subject is ---- */

const Subject *subject_at(const Attribution *attribution, int32_t subject); /* good until the next one is made */
int32_t subject_new(Attribution *attribution, SubjectKind kind, uint32_t first, uint32_t end, int32_t person);
int32_t subject_of_mention(Attribution *attribution, const NameRun *mention);
int32_t subject_of_word(Attribution *attribution, uint32_t token); /* a pronoun */

uint32_t subject_head(const Attribution *attribution, const Subject *subject); /* the token that is the phrase's head */
/* "a spokesman", "voters", "Officials", not "the effect". */
bool subject_can_speak(const Attribution *attribution, const Subject *description);
/* By its class or its ending: "spokesman", "geologist". */
bool word_is_for_person(const Attribution *attribution, uint32_t token);

/* Does a preposition or an owner lead to the name: "of Farrow", "the union’s Farrow"? */
bool mention_follows_preposition(const Attribution *attribution, const Sentence *sentence, const NameRun *mention);

/* "[Mayor] of London Sadiq Khan", "[Interim Secretary] of Transportation": a role with "of" behind it, and nobody’s name. */
bool mention_is_title(const Attribution *attribution, const NameRun *mention);
bool name_is_full(const NameRun *name); /* a person’s, of two words and more; not NULL */

/* ---- where it stands ---- */

/* What a look to the left found: a subject; nothing; or a conjunction ("… and said"), whose subject stands further left. */
typedef struct Left {
    int32_t subject;
    bool conjoined;
} Left;

static inline Left left_found(int32_t subject)
{
    return (Left){subject, false};
}

static inline Left left_nothing(void)
{
    return (Left){NO_SUBJECT, false};
}

static inline Left left_conjunction(void)
{
    return (Left){NO_SUBJECT, true};
}

/* At the left of the verb at an item. */
Left subject_left(Attribution *attribution, const Sentence *sentence, size_t verb);

/* At the right of an inverted verb, or of "according to": from the item after it on. */
int32_t subject_right(Attribution *attribution, const Sentence *sentence, size_t start);

/* The item at which the phrase before a comma ends; an age and a bracket are left out: "[Farrow], 24,", "[Price] (D-Newport News),". */
size_t item_before_comma(const Attribution *attribution, const Sentence *sentence, size_t comma);

/* The nearest name or he/she before the verb that is the subject of something. */
int32_t subject_of_clause(Attribution *attribution, const Sentence *sentence, size_t verb);

/* The first of the sentence, before item `limit`. */
int32_t subject_first(Attribution *attribution, const Sentence *sentence, size_t limit);

/* "Her father", "A buyer": the description that begins at a token, with a verb after it. */
int32_t subject_description(Attribution *attribution, uint32_t first);

#endif
