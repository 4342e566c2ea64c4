/*
 * What the text says of each person, word by word (traits), and which words stand for one another (rows of same_roles.def: "gov" and
 * "governor"). Private to this room.
 */
#ifndef QUOIN_ANALYSIS_ANTECEDENTS_TRAITS_H
#define QUOIN_ANALYSIS_ANTECEDENTS_TRAITS_H

#include "analysis/antecedents/search.h"

typedef enum RowKind { ROW_PERSON, ROW_ORGANIZATION } RowKind;

enum { ROW_WORDS = 2 };

/* The rows of same_roles.def that a word is in. */
typedef struct RowBits {
    uint64_t bits[ROW_WORDS];
} RowBits;

bool rows_meet(const RowBits *a, const RowBits *b);
bool rows_have(const RowBits *bits, RowKind kind);

typedef struct Traits Traits;

/* Collect the traits of all who are named; once, into search->traits. */
void traits_make(Search *search);

/* The rows of a word by its hash; good until the next word is asked for. */
const RowBits *traits_rows(const Traits *traits, uint32_t hash);

/* Is a word, or one in the rows `same`, a trait of the person? 0: no; 1: yes; 2: yes, at the head of its phrase. */
int traits_match(const Search *search, int32_t person, uint32_t hash, const RowBits *same);

/* Is anything known that the person is? */
bool traits_have_head(const Search *search, int32_t person);

/* Words. */
/* The hash of the number in "43" and "43-year-old"; 0: no age. */
uint32_t token_age(const Attribution *attribution, uint32_t token);
bool token_is_small(const Word *token); /* an article, a preposition, a sign … */
bool token_is(const Search *search, uint32_t token, Text word);
TokenRange traits_phrase_after(const Search *search, uint32_t first); /* words in a row, up to a sign or a verb */

#endif
