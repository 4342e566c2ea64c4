/*
 * A segment is decoded from its first to its last token: for each label the best way to it, then the best way back
 * (Viterbi, Error Bounds for Convolutional Codes, 1967). A name's inside may only follow its own kind.
 */
#include "analysis/tagger.h"

#include <string.h>

static bool may_follow(int from, int to)
{
    return to == TAG_NONE || to % 2 == 1 || from == to || from == to - 1;
}

void tag_best_path(const TagScores *scores, size_t count, const TagMoves *moves, unsigned char *labels)
{
    static const TagScores none;
    unsigned char from[TAG_SEGMENT_LONGEST][TAG_COUNT];
    TagScores best = none, next;
    int last = 0;

    for (size_t i = 0; i < count; i++) {
        for (int to = 0; to < TAG_COUNT; to++) {
            int32_t most = TAG_FORBIDDEN;

            from[i][to] = 0;
            for (int label = i ? 0 : TAG_START; label <= (i ? TAG_COUNT - 1 : TAG_START); label++) {
                int32_t score = (i ? best.of[label] : 0) + moves->of[label][to];

                if (may_follow(label, to) && score > most) {
                    most = score;
                    from[i][to] = (unsigned char)label;
                }
            }
            next.of[to] = most <= TAG_FORBIDDEN / 2 || scores[i].of[to] <= TAG_FORBIDDEN / 2
                              ? TAG_FORBIDDEN
                              : most + scores[i].of[to];
        }
        best = next;
    }
    for (int label = 1; label < TAG_COUNT; label++)
        last = best.of[label] > best.of[last] ? label : last;
    for (size_t i = count; i-- > 0;) {
        labels[i] = (unsigned char)last;
        last = from[i][last];
    }
}

void tag_moves_read(TagMoves *moves, const TagModel *model)
{
    for (int from = 0; from <= TAG_COUNT; from++) {
        for (int to = 0; to < TAG_COUNT; to++)
            moves->of[from][to] = tag_model_move(model, (TagLabel)from, (TagLabel)to);
    }
}

void tagger_run(const TagText *text, size_t first, size_t end, unsigned char *labels)
{
    TagScores scores[TAG_SEGMENT_LONGEST];
    uint32_t features[FEATURES_MOST];
    TagSegment segment;
    TagMoves moves;

    tag_moves_read(&moves, text->model);
    for (size_t at = first; tag_next_segment(text, at, &segment) && segment.first < end; at = segment.end) {
        for (size_t token = segment.first; token < segment.end; token++) {
            size_t count = tag_features(text, &segment, token, features);
            TagScores *score = &scores[token - segment.first];

            memset(score, 0, sizeof *score);
            for (size_t i = 0; i < count; i++)
                tag_model_add(text->model, features[i], score->of);
        }
        tag_best_path(scores, segment.end - segment.first, &moves, labels + segment.first);
    }
}
