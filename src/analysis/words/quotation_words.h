/*
 * Words that tell who said what: verbs of saying, titles, first names, nouns that speak. A read-only table made at build time from
 * the lists in data/; nothing is built at start.
 */
#ifndef QUOIN_ANALYSIS_WORDS_QUOTATION_WORDS_H
#define QUOIN_ANALYSIS_WORDS_QUOTATION_WORDS_H

#include "base/text.h"

/* Classes of words, as bits; a word may be in several. */
enum {
    CLASS_SAYS = 1 << 0,          /* Verbs that report speech, in the forms that do */
    CLASS_SAYS_WEAK = 1 << 1,     /* Verbs that may report speech: with words in quotation marks near them */
    CLASS_NOUN_TOO = 1 << 2,      /* Forms of both that are nouns as well: a determiner before them makes them so */
    CLASS_AUXILIARY = 1 << 3,     /* Auxiliaries and adverbs that stand between a subject and its verb */
    CLASS_TITLE = 1 << 4,         /* Titles, roles and nationalities that stand before a name */
    CLASS_STRONG_TITLE = 1 << 5,  /* Titles after which a name is a person */
    CLASS_PERSON_TITLE = 1 << 6,  /* … also when the name is a single word met nowhere else */
    CLASS_MALE = 1 << 7,          /* Titles and words for men */
    CLASS_FEMALE = 1 << 8,        /* Titles and words for women */
    CLASS_PARTICLE = 1 << 9,      /* Small words inside names: "de la Cruz" */
    CLASS_SUFFIX = 1 << 10,       /* After a name: "Jr." */
    CLASS_NOT_NAME = 1 << 11,     /* Capitalised words that are no part of a person's name */
    CLASS_PERSON_NOUN = 1 << 12,  /* Nouns that speak: people, groups, documents */
    CLASS_PREPOSITION = 1 << 13,  /* Prepositions */
    CLASS_DETERMINER = 1 << 14,   /* Determiners */
    CLASS_CONJUNCTION = 1 << 15,  /* Conjunctions and relative pronouns */
    CLASS_TIME = 1 << 16,         /* Words that begin a phrase of time after a verb */
    CLASS_FINITE = 1 << 17,       /* Finite verbs that do not end in -ed */
    CLASS_PRONOUN = 1 << 18,      /* Pronouns that can be a subject */
    CLASS_ROLE = 1 << 19,         /* Descriptions that stand for one person: "the mayor" */
    CLASS_GIVEN_MALE = 1 << 20,   /* First names of men */
    CLASS_GIVEN_FEMALE = 1 << 21, /* … of women */
    CLASS_GIVEN_EITHER = 1 << 22, /* … of both, or not known */
    CLASS_SAYS_NOUN = 1 << 23,    /* Nouns that report speech: "Farrow’s claim that" */
    CLASS_CUE = CLASS_SAYS | CLASS_SAYS_WEAK,
    CLASS_GIVEN = CLASS_GIVEN_MALE | CLASS_GIVEN_FEMALE | CLASS_GIVEN_EITHER
};

/* Words that the rules call by name. */
/* clang-format off */
enum {
    WORD_NONE,
    WORD_A, WORD_ACCORDING, WORD_AFTER, WORD_AN, WORD_AND, WORD_ARE, WORD_AS, WORD_BE, WORD_BECAUSE,
    WORD_BEEN, WORD_BEING, WORD_BUT, WORD_BY, WORD_CALLS, WORD_CO, WORD_CORP, WORD_FOR, WORD_FROM,
    WORD_HE, WORD_HER, WORD_HERS, WORD_HERSELF, WORD_HIM, WORD_HIMSELF, WORD_HIS, WORD_HOPES,
    WORD_HOWEVER, WORD_I, WORD_IF, WORD_IN, WORD_INC, WORD_IS, WORD_IT, WORD_JR, WORD_OF, WORD_ON,
    WORD_OR, WORD_PUT, WORD_PUTS, WORD_SAID, WORD_SAYS, WORD_SHE, WORD_SR, WORD_TELLS, WORD_THAT,
    WORD_THE, WORD_THEM, WORD_THEN, WORD_THEY, WORD_THIS, WORD_TO, WORD_TOLD, WORD_WAS, WORD_WE,
    WORD_WERE, WORD_WHAT, WORD_WHEN, WORD_WHERE, WORD_WHETHER, WORD_WHICH, WORD_WHILE, WORD_WHO,
    WORD_WHOM, WORD_WHOSE, WORD_WITH
};
/* clang-format on */

typedef struct WordInfo {
    uint32_t classes;
    unsigned number; /* WORD_…, or WORD_NONE */
} WordInfo;

/* `word` is in lower case, without a final full stop; `hash` is that of its bytes: h = h * 31 + byte, from 0. */
WordInfo word_info(Text word, uint32_t hash);
void word_info_expect(uint32_t hash); /* ask memory for what is looked at first */

/* The classes of a word; ASCII capitals do not matter. */
uint32_t word_classes(Text word);

/* "voters", "Farmers": is it with an "s" at its end a word of CLASS_PERSON_NOUN? Capitals do not matter. */
bool word_is_person_plural(Text word);

#endif
