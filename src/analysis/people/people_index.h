/* What the files of the registry share: what is known about words of names, and people by them. Private to src/analysis/people*.c. */
#ifndef QUOIN_ANALYSIS_PEOPLE_PEOPLE_INDEX_H
#define QUOIN_ANALYSIS_PEOPLE_PEOPLE_INDEX_H

#include "analysis/people/people.h"

enum {
    WEIGHT_FULL = 10,
    WEIGHT_SINGLE = 3,
    NAMESAKES = 64 /* people of one last name that are looked at */
};

/* What is known about a string of words (lower case): a full name, a last name, a first name. */
typedef struct NameEntry {
    uint32_t hash;
    uint32_t first, end; /* tokens of one place where it stands */
    unsigned evidence : 31;    /* of full and single names, in halves */
    unsigned organization : 1; /* an organisation's name begins with it */
    unsigned single : 31;      /* how often the single word stands with a title or a verb */
    unsigned place : 1; /* stands after "in", "near": two unknown words like "Carrick Ness" are no person then */
    int32_t last_of; /* the newest person with that last name */
    int32_t first_of; /* the newest person with that first name, … */
    uint32_t
        pair; /* 1 + the token of a first name before it in a headline or inside a longer name; 0: none */
    int32_t middle_of; /* … with that name in the middle: "María de la [Cruz] Benavides" */
} NameEntry;

static inline const Word *people_token(const People *people, size_t token)
{
    return tokens_word(people->tokens, token);
}

static inline size_t people_token_count(const People *people)
{
    return people->tokens->tokens.count;
}

/* The entry of the words [first, end); entered when it is new. Good until the next one is entered. */
NameEntry *people_entry(People *people, uint32_t first, uint32_t end);

/* Has a mention a title of these classes before it? */
bool name_has_title(const People *people, const NameRun *mention, uint32_t classes);

/* The token of "Jr." behind a name; 0: there is none. */
uint32_t name_suffix(const NameRun *mention);

/* "George H. Marsh" is not "George W. Marsh", nor is Martin Hale Jr. his father: whoever is called so after somebody without it is another. */
bool person_is_another(const People *people, const PersonEntry *person, const NameRun *mention);

/* Enter the person that a mention names; its index. */
int32_t people_add(People *people, const NameRun *mention);

void person_keep_titles(People *people, PersonEntry *person, const NameRun *mention);

#endif
