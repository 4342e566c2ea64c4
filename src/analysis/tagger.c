/*
 * A segment is decoded from its first to its last token: for each label the best way to it, then the best way back
 * (Viterbi, Error Bounds for Convolutional Codes, 1967). A name's inside may only follow its own kind.
 */
#include "analysis/tagger.h"

/* The best of the labels first, first + step … before `end` to come from. */
static int best_from(const TagScores *best, const TagMoves *moves, int to, int first, int end)
{
    int from = first;

    for (int label = first + 1; label < end; label++) {
        if (best->of[label] + moves->of[label][to] > best->of[from] + moves->of[from][to])
            from = label;
    }
    return from;
}

/* The ways to the first token: from the start, into no name or the first word of one. */
static TagScores begin(const TagScores *scores, const TagMoves *moves)
{
    TagScores best = {{0}};

    for (int to = 0; to < TAG_COUNT; to++)
        best.of[to] = to == TAG_NONE || to % 2 ? moves->of[TAG_START][to] + scores->of[to] : TAG_FORBIDDEN;
    return best;
}

void tag_best_path(const TagScores *scores, size_t count, const TagMoves *moves, unsigned char *labels)
{
    unsigned char from[TAG_SEGMENT_LONGEST][TAG_COUNT];
    TagScores best, next;
    int last = 0;

    if (count == 0)
        return;
    best = next = begin(&scores[0], moves);
    for (size_t i = 1; i < count; i++) {
        for (int to = 0; to < TAG_COUNT; to++) {
            bool inside = to != TAG_NONE && to % 2 == 0;
            int label = inside ? best_from(&best, moves, to, to - 1, to + 1)
                               : best_from(&best, moves, to, 0, TAG_COUNT);
            int32_t score = best.of[label] + moves->of[label][to] + scores[i].of[to];

            from[i][to] = (unsigned char)label;
            next.of[to] = score > TAG_FORBIDDEN
                              ? score
                              : TAG_FORBIDDEN; /* so that nothing sinks below the least number */
        }
        best = next;
    }
    for (int label = 1; label < TAG_COUNT; label++)
        last = best.of[label] > best.of[last] ? label : last;
    for (size_t i = count; i-- > 1;) {
        labels[i] = (unsigned char)last;
        last = from[i][last];
    }
    labels[0] = (unsigned char)last;
}

void tag_moves_read(TagMoves *moves, const TagModel *model)
{
    for (int from = 0; from <= TAG_COUNT; from++) {
        for (int to = 0; to < TAG_COUNT; to++)
            moves->of[from][to] = tag_model_move(model, (TagLabel)from, (TagLabel)to);
    }
}

/* What a word is worth by itself is added up once. */
static const TagScores *own_scores(const TagText *text, size_t token, TagMemo *memo)
{
    TagRemembered *known = &memo->words[text->words[token].form % TAG_MEMO_WORDS];
    uint32_t features[FEATURES_MOST];

    if (!known->taken ||
        !text_equal(tokens_text(text->tokens, known->token), tokens_text(text->tokens, token))) {
        *known = (TagRemembered){.taken = true, .token = token};
        tag_model_add(text->model, features, tag_own_features(text, token, features), known->scores.of);
    }
    return &known->scores;
}

void tagger_run(const TagText *text, size_t first, size_t end, TagMemo *memo, unsigned char *labels)
{
    TagScores scores[TAG_SEGMENT_LONGEST] = {{{0}}};
    uint32_t features[FEATURES_MOST];
    TagSegment segment;
    TagMoves moves;

    tag_moves_read(&moves, text->model);
    for (size_t at = first; tag_next_segment(text, at, &segment) && segment.first < end; at = segment.end) {
        for (size_t token = segment.first; token < segment.end; token++) {
            TagScores *score = &scores[token - segment.first];

            *score = *own_scores(text, token, memo);
            tag_model_add(text->model, features, tag_context_features(text, &segment, token, features),
                          score->of);
        }
        tag_best_path(scores, segment.end - segment.first, &moves, labels + segment.first);
    }
}
