/* How two words are like each other. They are given by their folded letters, without what joins their parts. */
#ifndef QUOIN_ARTICLE_ANCHORS_WORDS_WORD_LIKENESS_H
#define QUOIN_ARTICLE_ANCHORS_WORDS_WORD_LIKENESS_H

#include "base/text.h"

/* "colour" and "color", "the" and "teh", "programme" and "program". */
bool letters_are_same_spelled(Text a, Text b);

/* Is it another word without its hyphen: "resign", "re-sign"? */
bool letters_need_hyphen(Text letters);

/* Is one the other with a prefix that turns its meaning, or with another beginning or end: "moral" and "amoral", "including" and "excluding"? */
bool letters_are_opposite(Text a, Text b);

#endif
