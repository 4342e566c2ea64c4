/* Cuts a text into tokens, part by part. */
#ifndef QUOIN_ANALYSIS_WORDS_TOKENIZER_H
#define QUOIN_ANALYSIS_WORDS_TOKENIZER_H

#include "analysis/words/tokens.h"

/* Begin; about `bytes` of the article's text are going to be added. */
void tokens_init(TokenList *list, Arena *arena, const Article *article, size_t bytes);

/* Add the spans and tokens of a part of a block; parts come in their order. Sentences and quotations end with the part. */
void tokens_add(TokenList *list, size_t block, Range part);

/* All parts are added. */
void tokens_end(TokenList *list);

/* Forget all but the spans. */
void tokens_forget(TokenList *list);

#endif
