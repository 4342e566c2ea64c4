/*
 * People: who is named, by which mentions, with what titles and of what gender, as far as the text tells. Names without a clear owner
 * (organisations, places) are mentions too, without a person: they can speak.
 */
#ifndef QUOIN_ANALYSIS_PEOPLE_PEOPLE_H
#define QUOIN_ANALYSIS_PEOPLE_PEOPLE_H

#include "analysis/analysis.h"
#include "analysis/words/tokens.h"

enum { NO_PERSON = -1, TITLES_KEPT = 8 };

/* A run of capitalised words: [outer, outer_end) with titles, [first, end) the name. Tokens. */
typedef struct NameRun {
    uint32_t outer, first, end, outer_end;
    uint32_t titles;          /* the first token of its titles; == shown: none */
    uint32_t shown;           /* where the name begins for a reader: "[de la] Cruz" is linked by "Cruz" alone */
    int32_t person;           /* or NO_PERSON */
    bool organization;        /* looks like one: never made a person */
    bool possessive;          /* "’s" follows */
    bool in_headline;
    bool doubtful;            /* a last or first name that fits several, none of them named in its paragraph */
} NameRun;

typedef struct PersonEntry {
    uint32_t first, end;      /* tokens of the fullest name */
    uint32_t last_word;       /* the token of the last name */
    uint32_t suffix;          /* the token of "Jr."; 0: none is known */
    uint32_t named_in;        /* 1 + the block that people_link saw the fullest name in last; 0: none yet */
    const Text *known_name;   /* NULL: none. "Barack Obama", of whom the text only says "President Obama", "Paul Sorensen" of "Paul and Ingrid
                                 Sorensen" */
    unsigned weight;          /* of mentions, in tenths: a full name counts more than a last name */
    unsigned evidence;        /* that it is a person, in halves */
    uint32_t *titles;         /* tokens, TITLES_KEPT at most */
    uint32_t title_count;
    unsigned he, she;         /* pronouns near its mentions */
    int32_t same_last;        /* the next person with that last name, or NO_PERSON; … */
    int32_t same_first;       /* … with that first name */
} PersonEntry;

/* The registry as others see it: a name, a role, a gender; mentions as ranges. */
typedef struct Person {
    Text name;
    Text role;            /* empty when the text gives none */
    unsigned char gender; /* a Gender */
    bool titled;          /* the text gives the person a title */
    bool by_office;       /* the text calls nobody by that name: "President Obama" */
    bool unlikely;        /* no more than two capitals in a row says that it is a person */
} Person;

typedef struct PersonMention {
    ShortRange range;
    uint32_t person;
    bool doubtful; /* fits others as well */
} PersonMention;

/* Which of TOKENS_A_GROUP tokens are in a mention, as bits, and the first mention that one of them is in. */
typedef struct NamedGroup {
    uint32_t tokens, first;
} NamedGroup;

typedef struct People {
    Arena *arena;
    Arena *kept;              /* of names that the text does not have as they are: they outlive the registry */
    const TokenList *tokens;
    ARRAY(NameRun) mentions;  /* in the order of the text */
    Arena *entered;           /* of the people and their titles: */
    ARRAY(PersonEntry) people;
    NamedGroup *named;            /* one for each group of tokens */
    struct NameIndex *index;
    int32_t recent[3];            /* the people whom people_link met last, the newest last */
    bool use_given_names;         /* the list of first names, … */
    bool use_namesakes;           /* and telling people of one last name apart: on, unless their worth is measured */
} People;

void people_init(People *people, Arena *arena, Arena *kept, const TokenList *tokens);

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

/* The names in the tokens [first, end), whole sentences; call in order. */
void people_find_names(People *people, size_t first, size_t end);

/* Who they are: after all names were found. Call the steps in their order, each over [first, end) of the mentions. */
void people_weigh(People *people, size_t first, size_t end);      /* what speaks for a person */
void people_enter(People *people, size_t first, size_t end);      /* full names make people; first those outside headlines, … */
void people_enter_headlines(People *people, size_t first, size_t end); /* … then those in them, which make none */
void people_link(People *people, size_t first, size_t end);       /* single names: last names, first names */
void people_count_pronouns(People *people, size_t first, size_t end);

/* Nobody is looked for by name any more: forget what is known of words. And nothing is asked about people: forget all but the mentions. */
void people_forget_words(People *people);
void people_forget_people(People *people);

/* From names, titles and pronouns nearby. `sure`: not from pronouns alone. */
Gender person_gender(const People *people, size_t person, bool *sure);

/* The person with this mention's last name who is of that gender, other than `person`; NO_PERSON when there is none. */
int32_t people_namesake(const People *people, size_t person, Gender gender);

/* The newest person with the last name that the token's word is; NO_PERSON when there is none. */
int32_t people_with_last_name(const People *people, uint32_t token);

/* Has a title, or a known first name before another. */
bool person_is_evident(const People *people, size_t person);

bool person_has_title(const People *people, size_t person, uint32_t hash);

/* A mention's own token range as bytes of the text. */
Range mention_range(const People *people, const NameRun *mention);
Range person_range(const People *people, size_t person);

#endif
