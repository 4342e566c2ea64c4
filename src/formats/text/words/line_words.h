/* The words of one short line, as far as their form tells what the line is: capitals, stops, how many. Nothing here allocates. */
#ifndef QUOIN_FORMATS_TEXT_WORDS_LINE_WORDS_H
#define QUOIN_FORMATS_TEXT_WORDS_LINE_WORDS_H

#include "base/text.h"

static inline bool byte_is_one_of(char byte, const char *bytes)
{
    return byte && strchr(bytes, byte);
}

typedef enum LetterCase {
    LETTERS_NONE,
    LETTERS_CAPITAL,   /* "FERRY TO CLOSE" */
    LETTERS_HEADLINE,  /* "Ferry to Close in Spring": words that are no particles begin with a capital */
    LETTERS_SENTENCE,  /* "Ferry to close in spring" */
    LETTERS_LOWER_CASE /* "ferry to close": the first letter is small */
} LetterCase;

/* The next word of the line, without the blanks around it: `*at` is 0 at first. False: there are no more. */
bool line_next_word(Text line, size_t *at, Text *word);

Text line_first_word(Text line); /* empty: there is none */
Text line_last_word(Text line);  /* what follows the last blank */

LetterCase line_case(Text line);
bool line_is_capitals(Text line);         /* is line_case LETTERS_CAPITAL? */
bool word_begins_with_capital(Text word); /* of any script; marks and brackets before it are passed over */
bool word_is_particle(Text word); /* "of", "the", "and", "de": what a headline writes small, and a line does not end with */

/* "… by noon." "… by noon.”": a stop, question or exclamation mark at the end, closing marks and brackets left out. Not "Jane Doe Jr.", "U.S.". */
bool line_ends_sentence(Text line);
bool line_ends_with_stop(
    Text line); /* the same with ":", ";" and ",", and without "?" and "!", with which headlines end too */

/* Does `line` begin with `phrase`, capitals or not, and not in the middle of a word? */
bool line_begins_with(Text line, Text phrase);

enum { WORD_SLOTS = 256 }; /* twice as many as the longest list has words */

/*
 * Words or lines that commas separate, and where each begins, and one, in a table of hashes with linear probing; 0: an empty slot. The table is made
 * at the first question, so lists are static and not const.
 */
typedef struct WordList {
    Text words;
    uint16_t slots[WORD_SLOTS];
    bool is_indexed;
} WordList;

#define WORD_LIST(literal)        \
    {                             \
        .words = LITERAL(literal) \
    }

/* Is the line one of the list, capitals or not? */
bool line_is_one_of(Text line, WordList *list);

/* The next piece of a line whose pieces bars, points or dashes separate ("A | B", "A • B", "A - B"): `*at` is 0 at first. False: no more. */
bool line_next_piece(Text line, size_t *at, Text *piece);

/* Offset of `phrase` as whole words, capitals or not, or TEXT_NOT_FOUND. */
size_t line_find_words(Text line, Text phrase);

/* Without *, _, ` and # that stand around it as marks ("**By Jane Doe**", "# Title #"), and the number of a link before it ("[12]"). */
Text line_without_marks(Text line);

/* Without any of these bytes at its start, and of those at its end. */
Text line_stripped(Text line, const char *before, const char *behind);

/* Code points: what cut the lines counted about that. */
size_t line_columns(Text line);

#endif
