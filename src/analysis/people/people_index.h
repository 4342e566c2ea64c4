/* The registry's index of words: what is known about each full, last and first name, and the people who have it. */
#ifndef QUOIN_ANALYSIS_PEOPLE_PEOPLE_INDEX_H
#define QUOIN_ANALYSIS_PEOPLE_PEOPLE_INDEX_H

#include "analysis/people/people.h"

enum { NAMESAKES = 64 /* people of one last name that are looked at */ };

/* What is known about a string of words (lower case): a full name, a last name, a first name. */
typedef struct NameEntry {
    uint32_t hash;
    uint32_t first, end;       /* tokens of one place where it stands */
    unsigned evidence : 31;    /* of full and single names, in halves */
    unsigned organization : 1; /* an organisation's name begins with it */
    unsigned single : 31;      /* how often the single word stands with a title or a verb */
    unsigned place : 1;        /* stands after "in", "near": two unknown words like "Carrick Ness" are no person then */
    int32_t last_of;           /* the newest person with that last name, … */
    int32_t first_of;          /* … with that first name, … */
    int32_t middle_of;         /* … with that name in the middle: "María de la [Cruz] Benavides" */
    uint32_t pair; /* 1 + the token of a first name before it in a headline or inside a longer name; 0: none */
} NameEntry;

/* Begin the registry: nobody is known. `kept` is for names that the text does not have as they are: they outlive the registry. */
void people_init(People *people, Arena *arena, Arena *kept, const TokenList *tokens);

/* The entry of the words [first, end); entered when it is new. Good until the next one is entered. */
NameEntry *people_entry(People *people, uint32_t first, uint32_t end);

/* The newest person with the last name that the token's word is; NO_PERSON when there is none. */
int32_t people_with_last_name(const People *people, uint32_t token);
int32_t people_with_first_name(const People *people, uint32_t token); /* the only one with that first name */

/* Forget what is known of words: nobody is looked for by name any more. */
void people_forget_words(People *people);

#endif
