/*
 * For each segment the probability of each label at each token, given all that is known of the segment, comes from the ways to it and from
 * it (forward and backward). What is right pulls, what is expected pushes, so far as they differ; how far a weight goes at once depends on how
 * far it went before (AdaGrad: Duchi, Hazan, Singer, JMLR 12, 2011). Besides:
 *
 *     a wrong label is made a little likelier in training, so that the right one learns to be ahead of it
 *         (softmax-margin: Gimpel and Smith, NAACL 2010)
 *     where a source marks no misc, "no name" stands for both, and their probabilities are added up
 *         (Tsuboi, Kashima, Mori, Oda, Matsumoto, COLING 2008)
 *     some features are left out at random in each step (dropout)
 *
 * Single precision, without a library's functions and in a fixed order: the same bits by every compiler.
 */
#include "train/tag_crf.h"

#include <float.h>
#include <string.h>

#include "analysis/tags/tag_features.h"
#include "train/arithmetic.h"

#if defined(__clang__)
#pragma STDC FP_CONTRACT OFF /* a fused product and sum would be rounded once, on some machines */
#endif

enum {
    LEFT_OUT = 30, /* features of a hundred, in each step */
    FIRST_SLOTS = 1 << 20,
    SOURCE_FEATURES = 3
};

static const float rate = 0.1F;         /* of learning */
static const float damping = 0.1F;      /* added to the root of the squares */
static const float margin = 1.0F;       /* that a wrong label is ahead in training */
static const float least_doubt = 0.05F; /* a token whose labels are surer than that teaches nothing */

typedef struct Labels {
    float of[TAG_COUNT];
} Labels;

struct CrfWork {
    Arena *arena;
    uint32_t *slots; /* 1 + index of a row; 0: empty */
    size_t slot_count;
    uint32_t random;
    Labels moves[TAG_COUNT + 1], move_squares[TAG_COUNT + 1];
    /* of the segment under way, for each of its tokens: */
    size_t count;
    uint32_t features[TAG_SEGMENT_LONGEST][FEATURES_MOST + SOURCE_FEATURES];
    size_t feature_counts[TAG_SEGMENT_LONGEST];
    bool right[TAG_SEGMENT_LONGEST][TAG_COUNT];
    Labels scores[TAG_SEGMENT_LONGEST];
    Labels potentials[TAG_SEGMENT_LONGEST]; /* how likely by itself, the likeliest 1 */
    Labels forward[TAG_SEGMENT_LONGEST], backward[TAG_SEGMENT_LONGEST];
    Labels gradients[TAG_SEGMENT_LONGEST];
    /* and of the moves: */
    Labels move_potentials[TAG_COUNT + 1], move_gradients[TAG_COUNT + 1];
};

/* A linear congruential generator (Numerical Recipes); its upper bits. */
static uint32_t draw(CrfWork *work, uint32_t below)
{
    work->random = work->random * 1664525u + 1013904223u;
    return (work->random >> 8) % below;
}

/* ---- rows ---- */

static size_t slot_of(const Crf *crf, uint32_t feature)
{
    const CrfWork *work = crf->work;
    size_t slot = feature & (work->slot_count - 1);

    while (work->slots[slot] && crf->rows.items[work->slots[slot] - 1].feature != feature)
        slot = (slot + 1) & (work->slot_count - 1);
    return slot;
}

static void grow(Crf *crf)
{
    CrfWork *work = crf->work;

    work->slot_count = work->slot_count ? work->slot_count * 2 : FIRST_SLOTS;
    work->slots = ARENA_ARRAY(work->arena, uint32_t, work->slot_count);
    for (size_t i = 0; i < crf->rows.count; i++)
        work->slots[slot_of(crf, crf->rows.items[i].feature)] = (uint32_t)i + 1;
}

static CrfRow *row_of(Crf *crf, uint32_t feature)
{
    CrfRow fresh = {.feature = feature};
    size_t slot;

    if (crf->rows.count * 2 >= crf->work->slot_count)
        grow(crf);
    slot = slot_of(crf, feature);
    if (!crf->work->slots[slot]) {
        ARRAY_PUSH(crf->work->arena, crf->rows, fresh);
        crf->work->slots[slot] = (uint32_t)crf->rows.count;
    }
    return &crf->rows.items[crf->work->slots[slot] - 1];
}

/* ---- a segment ---- */

/* Where a text comes from counts in training, so that what only that source does is not learnt of all. */
static size_t add_source(const TagDocument *document, size_t token, uint32_t *features, size_t count)
{
    features[count++] = tag_phrase_key(document->source_key, 1);
    features[count++] = tag_phrase_key(document->source_key, tag_word(&document->text, token)->form.shape);
    features[count++] = tag_phrase_key(document->source_key, tokens_word(&document->tokens, token)->hash);
    return count;
}

/* The features of a token, without those left out; what they are worth so far. */
static void score_token(Crf *crf, const TagDocument *document, const TagSegment *segment, size_t at)
{
    CrfWork *work = crf->work;
    size_t token = segment->first + at, kept = 0;
    uint32_t *features = work->features[at];
    size_t count = tag_own_features(&document->text, token, features);

    count += tag_context_features(&document->text, segment, token, features + count);
    count = add_source(document, token, features, count);
    work->scores[at] = (Labels){{0}};
    for (size_t i = 0; i < count; i++) {
        uint32_t slot;
        CrfRow *row;

        if (draw(work, 100) < LEFT_OUT)
            continue;
        features[kept++] = features[i];
        slot = work->slots[slot_of(crf, features[i])];
        if (!slot)
            continue;
        row = &crf->rows.items[slot - 1];
        row->seen++;
        for (int label = 0; label < TAG_COUNT; label++)
            work->scores[at].of[label] += row->weights[label];
    }
    work->feature_counts[at] = kept;
}

/* The labels that are right at each token. What begins before the segment begins here. */
static void mark_right(CrfWork *work, const TagDocument *document, const TagSegment *segment)
{
    int before = TAG_NONE;

    for (size_t i = 0; i < work->count; i++) {
        int gold = document->gold[segment->first + i];

        if (gold && gold % 2 == 0 && before != gold && before != gold - 1)
            gold--;
        for (int label = 0; label < TAG_COUNT; label++)
            work->right[i][label] = label == gold || (document->partial && gold == TAG_NONE && label >= TAG_MISC);
        before = gold;
    }
}

static bool may_follow(int from, int to)
{
    return to == TAG_NONE || to % 2 || from == to || from == to - 1;
}

static void fill_moves(CrfWork *work)
{
    for (int from = 0; from <= TAG_COUNT; from++) {
        for (int to = 0; to < TAG_COUNT; to++)
            work->move_potentials[from].of[to] = may_follow(from, to) ? exponential(work->moves[from].of[to]) : 0.0F;
    }
}

static float ahead(const CrfWork *work, size_t at, int label, bool only_right)
{
    return work->scores[at].of[label] + (only_right || work->right[at][label] ? 0.0F : margin);
}

static void fill_potentials(CrfWork *work, bool only_right)
{
    for (size_t i = 0; i < work->count; i++) {
        float most = -FLT_MAX;

        for (int label = 0; label < TAG_COUNT; label++) {
            if ((work->right[i][label] || !only_right) && ahead(work, i, label, only_right) > most)
                most = ahead(work, i, label, only_right);
        }
        for (int label = 0; label < TAG_COUNT; label++)
            work->potentials[i].of[label] =
                work->right[i][label] || !only_right ? exponential(ahead(work, i, label, only_right) - most) : 0.0F;
    }
}

/* So that they add up to 1; false: they are all 0. */
static bool normalize(Labels *labels)
{
    float sum = 0;

    for (int label = 0; label < TAG_COUNT; label++)
        sum += labels->of[label];
    for (int label = 0; label < TAG_COUNT && sum > 0; label++)
        labels->of[label] /= sum;
    return sum > 0;
}

static void go_forward(CrfWork *work)
{
    for (size_t i = 0; i < work->count; i++) {
        for (int to = 0; to < TAG_COUNT; to++) {
            float sum = i ? 0.0F : work->move_potentials[TAG_START].of[to];

            for (int from = 0; i && from < TAG_COUNT; from++)
                sum += work->forward[i - 1].of[from] * work->move_potentials[from].of[to];
            work->forward[i].of[to] = sum * work->potentials[i].of[to];
        }
        (void)normalize(&work->forward[i]);
    }
}

static void go_backward(CrfWork *work)
{
    for (size_t i = work->count; i-- > 0;) {
        for (int from = 0; from < TAG_COUNT; from++) {
            float sum = i + 1 < work->count ? 0.0F : 1.0F;

            for (int to = 0; i + 1 < work->count && to < TAG_COUNT; to++)
                sum +=
                    work->move_potentials[from].of[to] * work->potentials[i + 1].of[to] * work->backward[i + 1].of[to];
            work->backward[i].of[from] = sum;
        }
        (void)normalize(&work->backward[i]);
    }
}

/* From the ways to a token and those from it: each label there, and each move to it. */
static void add_probabilities(CrfWork *work, size_t at, float sign)
{
    Labels here, moves[TAG_COUNT];
    float sum = 0;

    for (int label = 0; label < TAG_COUNT; label++)
        here.of[label] = work->forward[at].of[label] * work->backward[at].of[label];
    if (!normalize(&here))
        return;
    for (int label = 0; label < TAG_COUNT; label++) {
        work->gradients[at].of[label] += sign * here.of[label];
        if (at == 0)
            work->move_gradients[TAG_START].of[label] += sign * here.of[label];
    }
    for (int from = 0; at && from < TAG_COUNT; from++) {
        for (int to = 0; to < TAG_COUNT; to++) {
            moves[from].of[to] = work->forward[at - 1].of[from] * work->move_potentials[from].of[to] *
                                 work->potentials[at].of[to] * work->backward[at].of[to];
            sum += moves[from].of[to];
        }
    }
    for (int from = 0; sum > 0 && from < TAG_COUNT; from++) {
        for (int to = 0; to < TAG_COUNT; to++)
            work->move_gradients[from].of[to] += sign * moves[from].of[to] / sum;
    }
}

static void add_all_probabilities(CrfWork *work, bool only_right, float sign)
{
    fill_potentials(work, only_right);
    go_forward(work);
    go_backward(work);
    for (size_t i = 0; i < work->count; i++)
        add_probabilities(work, i, sign);
}

/* ---- learning ---- */

static void step(float *weights, float *squares, const Labels *gradients)
{
    for (int label = 0; label < TAG_COUNT; label++) {
        float gradient = gradients->of[label];

        squares[label] += gradient * gradient;
        weights[label] += rate * gradient / (square_root(squares[label]) + damping);
    }
}

static bool teaches(const Labels *gradients)
{
    for (int label = 0; label < TAG_COUNT; label++) {
        if (gradients->of[label] > least_doubt || gradients->of[label] < -least_doubt)
            return true;
    }
    return false;
}

static void learn(Crf *crf)
{
    CrfWork *work = crf->work;

    for (size_t i = 0; i < work->count; i++) {
        for (size_t k = 0; k < work->feature_counts[i] && teaches(&work->gradients[i]); k++) {
            CrfRow *row = row_of(crf, work->features[i][k]);

            step(row->weights, row->squares, &work->gradients[i]);
        }
    }
    for (int from = 0; from <= TAG_COUNT; from++)
        step(work->moves[from].of, work->move_squares[from].of, &work->move_gradients[from]);
}

static void train_segment(Crf *crf, const TagDocument *document, TagSegment segment)
{
    CrfWork *work = crf->work;

    work->count = segment.end - segment.first;
    for (size_t i = 0; i < work->count; i++) {
        score_token(crf, document, &segment, i);
        work->gradients[i] = (Labels){{0}};
    }
    memset(work->move_gradients, 0, sizeof work->move_gradients);
    mark_right(work, document, &segment);
    fill_moves(work);
    add_all_probabilities(work, true, 1.0F);
    add_all_probabilities(work, false, -1.0F);
    learn(crf);
}

static int64_t scaled(float weight)
{
    return (int64_t)(weight * (float)CRF_SCALE + (weight < 0 ? -0.5F : 0.5F));
}

/* Add the weights to the sums, and forget them. */
static void finish_run(Crf *crf)
{
    for (size_t i = 0; i < crf->rows.count; i++) {
        CrfRow *row = &crf->rows.items[i];

        for (int label = 0; label < TAG_COUNT; label++) {
            row->sum[label] += scaled(row->weights[label]);
            row->weights[label] = row->squares[label] = 0;
        }
    }
    for (int from = 0; from <= TAG_COUNT; from++) {
        for (int to = 0; to < TAG_COUNT; to++)
            crf->moves[from][to] += scaled(crf->work->moves[from].of[to]);
    }
    memset(crf->work->moves, 0, sizeof crf->work->moves);
    memset(crf->work->move_squares, 0, sizeof crf->work->move_squares);
}

Crf *crf_new(Arena *arena)
{
    Crf *crf = ARENA_NEW(arena, Crf);

    crf->work = ARENA_NEW(arena, CrfWork);
    crf->work->arena = arena;
    grow(crf);
    return crf;
}

void crf_train(Crf *crf, const TagDocuments *documents, uint32_t run)
{
    size_t *order = ARENA_ARRAY(crf->work->arena, size_t, documents->count);
    TagSegment segment;

    crf->work->random = 12345 + 7919 * run;
    for (size_t i = 0; i < documents->count; i++)
        order[i] = i;
    for (int round = 0; round < CRF_ROUNDS; round++) {
        for (size_t i = documents->count; i-- > 1;) {
            size_t other = draw(crf->work, (uint32_t)i + 1), moved = order[i];

            order[i] = order[other];
            order[other] = moved;
        }
        for (size_t i = 0; i < documents->count; i++) {
            const TagDocument *document = &documents->items[order[i]];

            for (size_t at = 0; tag_next_segment(&document->text, at, &segment); at = segment.end)
                train_segment(crf, document, segment);
        }
    }
    finish_run(crf);
}
