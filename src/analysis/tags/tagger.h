/* Which tokens are names, and of what kind: the best sequence of labels by the weights of a model (Viterbi). Integers only. */
#ifndef QUOIN_ANALYSIS_TAGS_TAGGER_H
#define QUOIN_ANALYSIS_TAGS_TAGGER_H

#include "analysis/tags/tag_features.h"

typedef struct TagScores {
    int32_t of[TAG_COUNT];
} TagScores;

enum { TAG_FORBIDDEN = INT32_MIN / 4 };

/*
 * The best of the sequences in which each inside follows its own kind; some label of each token must not be forbidden. `labels` gets
 * `count` of them, at most those of a segment, and `best` for each token the worth of the best way to each label. What all is worth.
 */
int32_t tag_best_path(const TagScores *scores, size_t count, const TagMoves *moves, TagScores *best,
                      unsigned char *labels);

/* For each token that is of a name: what the best sequence is ahead of the best with another label there; else 0. */
void tag_margins(const TagScores *scores, size_t count, const TagMoves *moves, const TagScores *best,
                 const unsigned char *labels, int32_t *margins);

/* Words whose own features have been added up, kept from call to call for one text of so many words (TokenList.words); and room to work in. */
typedef struct TagMemo TagMemo;
TagMemo *tag_memo_new(Arena *arena, size_t word_count);

/* Label the tokens of the segments that begin in [first, end), which are looked at, with the margins of those in names; `labels` and `margins`
 * begin with those of the first. Tokens of no segment are left as they are. */
void tagger_run(const TagText *text, size_t first, size_t end, TagMemo *memo, unsigned char *labels, int32_t *margins);

#endif
