/* Where sentences end, and which tokens are quoted. */
#ifndef QUOIN_ANALYSIS_WORDS_SENTENCE_ENDS_H
#define QUOIN_ANALYSIS_WORDS_SENTENCE_ENDS_H

#include "analysis/words/tokens.h"

/* Mark the tokens from one on, a part of a block, that stand in the spans from one on. */
void tokens_mark_spans(TokenList *list, size_t first_token, size_t first_span);

/* Mark which of these tokens begin a sentence; the first does, and with `of_lines` the first of each line. After tokens_mark_spans. */
void tokens_number_sentences(TokenList *list, size_t first_token, bool of_lines);

#endif
