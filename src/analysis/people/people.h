/*
 * People: who is named, by which mentions, with what titles and of what gender, as far as the text tells. Names without a clear owner
 * (organisations, places) are mentions too, without a person: they can speak.
 *
 * The registry is filled by steps in this order, each over the whole text before the next begins:
 *
 *     people_init               people_index.h    nobody is known
 *     people_find_names         name_runs.h       runs of capitalised words become mentions
 *     people_weigh              evidence.h        what speaks for each of them being a person
 *     people_enter              people_enter.h    full names make people, those outside headlines first
 *     people_enter_headlines    people_enter.h    … then those in headlines, which make none
 *     people_link               people_link.h     single names are linked to people
 *     people_count_pronouns     gender.h          "he" and "she" near the mentions
 *
 * persons.h hands it over to others as ranges and names.
 */
#ifndef QUOIN_ANALYSIS_PEOPLE_PEOPLE_H
#define QUOIN_ANALYSIS_PEOPLE_PEOPLE_H

#include "analysis/result/entity.h"
#include "analysis/words/tokens.h"

enum { NO_PERSON = -1, TITLES_KEPT = 8 };

/* A run of capitalised words: [outer, outer_end) with titles, [first, end) the name. Tokens. */
typedef struct NameRun {
    uint32_t outer, first, end, outer_end;
    uint32_t titles;   /* the first token of its titles; == shown: none */
    uint32_t shown;    /* where the name begins for a reader: "[de la] Cruz" is linked by "Cruz" alone */
    int32_t person;    /* or NO_PERSON */
    bool organization; /* looks like one: never made a person */
    bool possessive;   /* "’s" follows */
    bool in_headline;
    bool doubtful; /* a last or first name that fits several, none of them named in its paragraph */
} NameRun;

/* What most people have none of. */
typedef struct PersonDetails {
    const Text *known_name; /* NULL: none. "Barack Obama", of whom the text only says "President Obama", "Paul Sorensen" of "Paul and Ingrid
                                 Sorensen" */
    uint32_t suffix; /* the token of "Jr."; 0: none is known */
    uint32_t title_count;
    uint32_t titles[TITLES_KEPT]; /* tokens */
} PersonDetails;

typedef struct PersonEntry {
    uint32_t first, end; /* tokens of the fullest name */
    uint32_t last_word;  /* the token of the last name */
    uint32_t named_in;   /* 1 + the block that people_link saw the fullest name in last; 0: none yet */
    unsigned weight;     /* of mentions, in tenths: a full name counts more than a last name */
    unsigned evidence;   /* that it is a person, in halves */
    uint16_t he, she;    /* pronouns near its mentions, as far as it goes */
    int32_t same_last;   /* the next person with that last name, or NO_PERSON */
    uint32_t details;    /* index into people->details; 0: none, see person_details */
} PersonEntry;

/* Which of TOKENS_A_GROUP tokens are in a mention, as bits, and the first mention that one of them is in. */
typedef struct NamedGroup {
    uint32_t tokens, first;
} NamedGroup;

typedef struct People {
    Arena *arena;
    Arena *kept; /* of names that the text does not have as they are: they outlive the registry */
    const TokenList *tokens;
    ARRAY(NameRun) mentions; /* in the order of the text */
    ARRAY(PersonEntry) people;
    ARRAY(PersonDetails) details; /* the first is that of all who have none */
    NamedGroup *named;            /* one for each group of tokens */
    struct NameIndex *index;
    int32_t recent[3];    /* the people whom people_link met last, the newest last */
    bool use_given_names; /* the list of first names, … */
    bool use_namesakes;   /* and telling people of one last name apart: on, unless their worth is measured */
} People;

/* Index of the mention that a token is in, titles and all; or -1. */
static inline int32_t people_mention(const People *people, size_t token)
{
    const NamedGroup *group = &people->named[token / TOKENS_A_GROUP];
    uint32_t mention = group->first;

    if (!(group->tokens >> token % TOKENS_A_GROUP & 1))
        return -1;
    while (people->mentions.items[mention].outer_end <= token)
        mention++;
    return (int32_t)mention;
}

static inline const Word *people_token(const People *people, size_t token)
{
    return tokens_word(people->tokens, token);
}

static inline size_t people_token_count(const People *people)
{
    return people->tokens->tokens.count;
}

/* Good until those of another are written. */
static inline const PersonDetails *person_details(const People *people, const PersonEntry *person)
{
    return &people->details.items[person->details];
}

/* A mention's own tokens as bytes of the text, without titles; and those of a person's fullest name. */
Range mention_range(const People *people, const NameRun *mention);
Range person_range(const People *people, size_t person);

/* What the word lists say of a person's first name, CLASS_GIVEN_… among it; 0 when the name has one word. */
uint32_t person_given_classes(const People *people, const PersonEntry *person);

/* Has the person a title, or a known first name before another? */
bool person_is_evident(const People *people, size_t person);

/* Is the word with this hash among the person's titles? */
bool person_has_title(const People *people, size_t person, uint32_t hash);

#endif
