/* Where the end of a passage goes when it is moved through the text, whatever its lines are. */
#ifndef QUOIN_READING_PASSAGE_MOVE_H
#define QUOIN_READING_PASSAGE_MOVE_H

#include "article/article.h"

typedef enum PassageStep { STEP_CHARACTER, STEP_WORD, STEP_WORD_END, STEP_SENTENCE, STEP_PARAGRAPH } PassageStep;

/*
 * The start of the character that is one step after (direction +1) or before (-1) `from`: the next character of the text, the start of a word, its
 * last character, the start of a sentence, of a block. `from` itself where there is nothing further. The text is indexed as far as needed.
 */
size_t passage_step(Article *article, size_t from, PassageStep step, int direction);

/* The first character of the word at an offset, and the last. */
size_t passage_word_start(Article *article, size_t at);
size_t passage_word_end(Article *article, size_t at);

/* The start of the last character of a range that is no blank; that of the range where there is none. */
size_t passage_last_character(Text text, Range range);

#endif
