/* The registry's index of words: what is known about each full, last and first name, and the people who have it. */
#ifndef QUOIN_ANALYSIS_PEOPLE_PEOPLE_INDEX_H
#define QUOIN_ANALYSIS_PEOPLE_PEOPLE_INDEX_H

#include "analysis/people/people.h"

enum { NAMESAKES = 64 /* people of one last name that are looked at */ };

enum { HALVES_MOST = (1 << 29) - 1 };

/* What is known about a name (in lower case) of one word or more. */
typedef struct NameEvidence {
    unsigned halves : 29;      /* for being a person's */
    unsigned place : 1;        /* stands after "in", "near": two unknown words like "Carrick Ness" are no person then */
    unsigned single : 1;       /* the single word stands with a title or a verb */
    unsigned organization : 1; /* an organisation's name begins with the word */
} NameEvidence;

/* What is known about a word of names. */
typedef struct NameEntry {
    NameEvidence evidence; /* where it is a name alone */
    int32_t last_of;       /* the newest person with that last name */
    uint32_t pair;         /* 1 + the token of a first name before it in a headline or inside a longer name; 0: none */
    uint32_t uses;         /* 1 + the index of its uses; 0: none */
} NameEntry;

/* Of a word that is no last name alone. */
typedef struct NameUses {
    int32_t first_of;      /* the newest person with that first name, … */
    bool first_of_several; /* … which others have too; … */
    int32_t middle_of;     /* … with that name in the middle: "María de la [Cruz] Benavides" */
} NameUses;

/* Begin the registry: nobody is known. `kept` is for names that the text does not have as they are: they outlive the registry. */
void people_init(People *people, Arena *arena, Arena *kept, const TokenList *tokens);

/* The evidence for the name [first, end); the entry of a token's word, and its uses: each entered when it is new, and good until another is. */
NameEvidence *people_evidence(People *people, uint32_t first, uint32_t end);
NameEntry *people_word(People *people, uint32_t token);
NameUses *people_word_uses(People *people, uint32_t token);

/* The same as far as they are known: never NULL. */
const NameEntry *people_known_word(const People *people, uint32_t token);
const NameUses *people_known_uses(const People *people, uint32_t token);

/* The newest person with the last name that the token's word is; NO_PERSON when there is none. */
int32_t people_with_last_name(const People *people, uint32_t token);
int32_t people_with_first_name(const People *people, uint32_t token); /* the only one with that first name */

/* Forget what is known of words: nobody is looked for by name any more. */
void people_forget_words(People *people);

#endif
