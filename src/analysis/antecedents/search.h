/* What the search for whom a pronoun or a description means knows: who is named where, who spoke last. Private to this room. */
#ifndef QUOIN_ANALYSIS_ANTECEDENTS_SEARCH_H
#define QUOIN_ANALYSIS_ANTECEDENTS_SEARCH_H

#include "analysis/attribution/subjects.h"

/* Mentions, as indexes into people->mentions, in the order of the text. */
typedef struct MentionList {
    uint32_t *items;
    size_t count;
} MentionList;

typedef struct Search {
    Arena *arena; /* of the search */
    Attribution *attribution;
    const People *people;
    MentionList named;                 /* people */
    MentionList others;                /* organisations, places, what is not known */
    struct Traits *traits;             /* what the text says of each person; made by the first description */
    int32_t last, second;              /* the last two people who spoke, in the order of the text, or NO_PERSON */
    uint32_t last_place, second_place; /* the tokens that their subjects, or what they say, begin with */
    int32_t last_description; /* the subject of a description that spoke last and is nobody named, or NO_SUBJECT */
} Search;

static inline const NameRun *search_mention(const Search *search, const MentionList *list, size_t at)
{
    return &search->people->mentions.items[list->items[at]];
}

static inline int least(int a, int b)
{
    return a < b ? a : b;
}

/* "he" and "she", "him" and "her"; of other words unknown. */
static inline Gender gender_of_pronoun(const Word *word)
{
    switch (word->number) {
    case WORD_HE:
    case WORD_HIM:
    case WORD_HIS:
        return GENDER_MALE;
    case WORD_SHE:
    case WORD_HER:
        return GENDER_FEMALE;
    default:
        return GENDER_UNKNOWN;
    }
}

/* Of the noun at a description's head: "her father", "the actress". */
static inline Gender description_gender(const Search *search, const Subject *description)
{
    uint32_t classes = word_at(search->attribution, subject_head(search->attribution, description))->classes;

    return classes & CLASS_MALE ? GENDER_MALE : classes & CLASS_FEMALE ? GENDER_FEMALE : GENDER_UNKNOWN;
}

/* The first of the mentions that begins at or after a token. */
size_t search_from(const Search *search, const MentionList *list, uint32_t token);

/* Where a mention stands: first in its sentence; before a verb, which it is the subject of then. */
bool mention_starts_sentence(const Search *search, const NameRun *mention);
bool mention_leads_sentence(const Search *search,
                            const NameRun *mention); /* first, or behind a description that is: "The mayor, Farrow, left" */
bool mention_before_verb(const Search *search, const NameRun *mention);

#endif
