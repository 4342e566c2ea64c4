/*
 * The languages other than English that are read: a table each (german.def and so on), one mechanism for all. Of them quotations and their
 * speakers are found, by marks, places and some verbs of saying; of names no more than those of speakers.
 */
#ifndef QUOIN_ANALYSIS_LANGUAGES_LANGUAGE_H
#define QUOIN_ANALYSIS_LANGUAGES_LANGUAGE_H

#include "analysis/result/language.h"
#include "article/article.h"

/* Facts of a language. */
enum {
    DASH_IS_SPEECH = 1 << 0,         /* —No —dice Ana—. Nunca. */
    COMMA_ENDS_DASH_SPEECH = 1 << 1, /* — Non, répond Marie. */
    CUES_STAND_INSIDE = 1 << 2,      /* « Non, répond Marie. Jamais. » */
    WORDS_ARE_ELIDED = 1 << 3,       /* l’archeologa: two words */
    NOUNS_ARE_CAPITALS = 1 << 4,
    HAS_NO_BLANKS = 1 << 5,
    HAS_NO_ARTICLES = 1 << 7,     /* "сказала жительница": any noun may be a subject */
    SUBJECTS_ARE_DROPPED = 1 << 6 /* «Sì», confessa. */
};

/* CLASS(ID, member): lists of small words, apart by blanks. */
#define LANGUAGE_CLASSES(CLASS)                                                    \
    CLASS(SAYS, saying)    /* verbs of saying, in the forms that news have */      \
    CLASS(BESIDE, beside)  /* what stands for one: „…“, so Vogel */          \
    CLASS(FILLER, fillers) /* between a verb and its subject: auxiliaries, days */ \
    CLASS(DETERMINER, determiners)                                                 \
    CLASS(HE, male)                                                                \
    CLASS(SHE, female)                                                             \
    CLASS(THEY, neutral) /* other pronouns */                                      \
    CLASS(OF, of_words)  /* a description goes on: "a spokesman of the union" */   \
    CLASS(PREPOSITION, prepositions)                                               \
    CLASS(CONJUNCTION, conjunctions)                                               \
    CLASS(PARTICLE, particles)  /* of names */                                     \
    CLASS(TITLE, titles)        /* before names */                                 \
    CLASS(SHORT, abbreviations) /* their full stop ends no sentence */             \
    CLASS(ENCLITIC, enclitics)  /* behind a hyphen: dit-elle */                    \
    CLASS(WOMAN, female_words)  /* beside a name: it is a woman’s */             \
    CLASS(MAN, male_words)                                                         \
    CLASS(PEOPLE, people)           /* somebody, and no more: "el joven" */        \
    CLASS(FUNCTION, function_words) /* by which the language is recognised */

typedef enum WordClass {
#define CLASS(ID, member) CLASS_NUMBER_##ID,
    LANGUAGE_CLASSES(CLASS) WORD_CLASS_COUNT
#undef CLASS
} WordClass;

/* The same as bits. */
enum {
#define CLASS(ID, member) IS_##ID = 1 << CLASS_NUMBER_##ID,
    LANGUAGE_CLASSES(CLASS)
#undef CLASS
        IS_PRONOUN = IS_HE | IS_SHE | IS_THEY
};

typedef struct Language {
    unsigned facts;
#define CLASS(ID, member) Text member;
    LANGUAGE_CLASSES(CLASS)
#undef CLASS
    Text marks, title_marks; /* pairs, apart by blanks: of speech, of titles */
    Text according;          /* phrases, apart by bars, before the speaker; with ^ at the start of a sentence only */
    Text behind;             /* words behind the speaker: "Vogel zufolge" */
    Text roles;              /* endings of nouns that stand before names, where nouns are capitals */
    Text topics;             /* what stands behind a subject, where there are no blanks */
} Language;

const Language *language_info(LanguageId id);                    /* of one that is not English */
Text language_class(const Language *language, WordClass number); /* its words */

/* The language of an article: what it says itself, else what its first words say; unsure: English. `scratch` is for a while. */
LanguageId language_of_article(Arena *scratch, const Article *article);

#endif
