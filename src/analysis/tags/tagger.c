/*
 * A segment is decoded from its first to its last token: for each label the best way to it, then the best way back
 * (Viterbi, Error Bounds for Convolutional Codes, 1967). A name's inside may only follow its own kind. How sure a label is: what the best
 * sequence is ahead of the best one with another label there (max-marginals, from the same ways forward and those backward).
 */
#include "analysis/tags/tagger.h"

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

static int best_label(const TagScores *scores)
{
    int best = 0;

    for (int label = 1; label < TAG_COUNT; label++)
        best = scores->of[label] > scores->of[best] ? label : best;
    return best;
}

static int32_t larger(int32_t a, int32_t b)
{
    return a > b ? a : b;
}

/* One step from the labels of a token to those of the next: what the best way to each of them is worth. */
static void step(const TagScores *best, const TagMoves *moves, const TagScores *scores, TagScores *next)
{
    int32_t most[TAG_COUNT];

    for (int to = 0; to < TAG_COUNT; to++) { /* on inside a name, from its own labels; else from no name at first */
        int from = to == TAG_NONE || to % 2 ? TAG_NONE : to;

        most[to] = best->of[from] + moves->of[from][to];
    }
    for (int label = TAG_PERSON; label < TAG_COUNT; label++) {
        const int32_t *move = moves->of[label];
        int32_t score = best->of[label];

        most[TAG_NONE] = larger(score + move[TAG_NONE], most[TAG_NONE]);
        most[TAG_PERSON] = larger(score + move[TAG_PERSON], most[TAG_PERSON]);
        most[TAG_ORGANIZATION] = larger(score + move[TAG_ORGANIZATION], most[TAG_ORGANIZATION]);
        most[TAG_PLACE] = larger(score + move[TAG_PLACE], most[TAG_PLACE]);
        most[TAG_MISC] = larger(score + move[TAG_MISC], most[TAG_MISC]);
        if (label % 2)
            most[label + 1] = larger(score + move[label + 1], most[label + 1]);
    }
    for (int to = 0; to < TAG_COUNT; to++)
        next->of[to] =
            larger(most[to] + scores->of[to], TAG_FORBIDDEN); /* so that nothing sinks below the least number */
}

/* Where the best way to a label comes from. */
static int label_before(const TagScores *best, const TagMoves *moves, int to)
{
    return to != TAG_NONE && to % 2 == 0 ? best_from(best, moves, to, to - 1, to + 1)
                                         : best_from(best, moves, to, 0, TAG_COUNT);
}

int32_t tag_best_path(const TagScores *scores, size_t count, const TagMoves *moves, TagScores *best,
                      unsigned char *labels)
{
    int last;

    if (count == 0)
        return 0;
    best[0] = begin(&scores[0], moves);
    for (size_t i = 1; i < count; i++)
        step(&best[i - 1], moves, &scores[i], &best[i]);
    last = best_label(&best[count - 1]);
    for (size_t i = count; i-- > 1;) {
        labels[i] = (unsigned char)last;
        last = label_before(&best[i - 1], moves, last);
    }
    labels[0] = (unsigned char)last;
    return best[count - 1].of[best_label(&best[count - 1])];
}

/* The best way on from each label of a token to the end, from those of the next: to no name, to the first word of one, or on inside this one. */
static TagScores step_back(const TagScores *rest, const TagMoves *moves, const TagScores *scores)
{
    int32_t ahead[TAG_COUNT];
    TagScores before;

    for (int to = 0; to < TAG_COUNT; to++)
        ahead[to] = scores->of[to] + rest->of[to];
    for (int label = 0; label < TAG_COUNT; label++) {
        const int32_t *move = moves->of[label];
        int32_t most = move[TAG_NONE] + ahead[TAG_NONE];

        for (int to = TAG_PERSON; to < TAG_COUNT; to += 2)
            most = larger(move[to] + ahead[to], most);
        if (label != TAG_NONE) {
            int inside = label + label % 2;

            most = larger(move[inside] + ahead[inside], most);
        }
        before.of[label] = larger(most, TAG_FORBIDDEN);
    }
    return before;
}

void tag_margins(const TagScores *scores, size_t count, const TagMoves *moves, const TagScores *best,
                 const unsigned char *labels, int32_t *margins)
{
    TagScores rest = {{0}};

    for (size_t i = count; i-- > 0;) {
        int32_t most = 2 * TAG_FORBIDDEN;

        if (i + 1 < count)
            rest = step_back(&rest, moves, &scores[i + 1]);
        for (int label = 0; label < TAG_COUNT && labels[i]; label++) {
            int32_t score = best[i].of[label] + rest.of[label];

            most = label != labels[i] && score > most ? score : most;
        }
        margins[i] = labels[i] ? best[i].of[labels[i]] + rest.of[labels[i]] - most : 0;
    }
}

static void tag_moves_read(TagMoves *moves, const TagModel *model)
{
    for (int from = 0; from <= TAG_COUNT; from++) {
        for (int to = 0; to < TAG_COUNT; to++)
            moves->of[from][to] = tag_model_move(model, (TagLabel)from, (TagLabel)to);
    }
}

enum { MEMO_LEAST = 64, MEMO_MOST = 2048 }; /* powers of two */

/* The scores of a segment, of each of its labels. */
typedef struct ScoredSegment {
    TagSegment segment;
    TagScores scores[TAG_SEGMENT_LONGEST];
} ScoredSegment;

struct TagMemo {
    size_t mask;
    uint32_t *words; /* 1 + the number of the word; 0: none yet */
    TagScores *scores;
    ScoredSegment *segments; /* two, in turn: one begins before the other is decoded */
    TagScores *best;         /* room for those of a segment */
};

TagMemo *tag_memo_new(Arena *arena, size_t word_count)
{
    TagMemo *memo = ARENA_NEW(arena, TagMemo);
    size_t size = MEMO_LEAST;

    while (size < MEMO_MOST && size < word_count)
        size *= 2;
    memo->mask = size - 1;
    memo->words = ARENA_ARRAY(arena, uint32_t, size);
    memo->scores = arena_room(arena, size * sizeof *memo->scores);
    memo->segments = arena_room(arena, 2 * sizeof *memo->segments);
    memo->best = arena_room(arena, TAG_SEGMENT_LONGEST * sizeof *memo->best);
    return memo;
}

static bool has_name(const unsigned char *labels, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (labels[i])
            return true;
    }
    return false;
}

/* A token of which all is asked for, but nothing added: its features are in the places. */
typedef struct AskedToken {
    TagPlace places[FEATURES_MOST];
    size_t count;
    TagScores *scores;            /* NULL: there is none */
    const ScoredSegment *decoded; /* what is complete with it; NULL: nothing is */
} AskedToken;

typedef struct Run {
    const TagText *text;
    TagMemo *memo;
    size_t first; /* token of the first label */
    unsigned char *labels;
    int32_t *margins;
    TagMoves moves;
    AskedToken asked;
} Run;

static void decode(Run *run, const ScoredSegment *segment)
{
    size_t first = segment->segment.first, count = segment->segment.end - first;
    unsigned char *labels = run->labels + (first - run->first);
    TagScores *best = run->memo->best;

    (void)tag_best_path(segment->scores, count, &run->moves, best, labels);
    if (has_name(labels, count))
        tag_margins(segment->scores, count, &run->moves, best, labels, run->margins + (first - run->first));
}

static void end_asked(Run *run)
{
    AskedToken *asked = &run->asked;

    if (!asked->scores)
        return;
    tag_model_add(run->text->model, asked->places, asked->count, asked->scores->of);
    asked->scores = NULL;
    if (asked->decoded)
        decode(run, asked->decoded);
}

/* What a word is worth by itself is added up once. */
static TagScores *own_scores(Run *run, size_t token, bool *known)
{
    TagMemo *memo = run->memo;
    uint32_t word = run->text->tokens->tokens.items[token].word;
    size_t slot = word & memo->mask;

    *known = memo->words[slot] == word + 1;
    memo->words[slot] = word + 1;
    return &memo->scores[slot];
}

/* While memory looks for the weights of one token, the features of the next one are worked out. */
static void ask_token(Run *run, ScoredSegment *segment, size_t token)
{
    const TagModel *model = run->text->model;
    TagScores *scores = &segment->scores[token - segment->segment.first];
    uint32_t features[FEATURES_MOST];
    TagPlace own_places[FEATURES_MOST];
    bool known;
    TagScores *own = own_scores(run, token, &known);
    size_t count, own_count = known ? 0 : tag_own_features(run->text, token, features);

    tag_model_look_up(model, features, own_count, own_places);
    count = tag_context_features(run->text, &segment->segment, token, features);
    end_asked(run);
    if (!known) {
        *own = (TagScores){{0}};
        tag_model_add(model, own_places, own_count, own->of);
    }
    *scores = *own;
    tag_model_look_up(model, features, count, run->asked.places);
    run->asked.count = count;
    run->asked.scores = scores;
    run->asked.decoded = token + 1 == segment->segment.end ? segment : NULL;
}

void tagger_run(const TagText *text, size_t first, size_t end, TagMemo *memo, unsigned char *labels, int32_t *margins)
{
    Run run;
    ScoredSegment *segments = memo->segments;
    unsigned turn = 0;

    run.text = text;
    run.memo = memo;
    run.first = first;
    run.labels = labels;
    run.margins = margins;
    run.asked.scores = NULL;
    tag_moves_read(&run.moves, text->model);
    for (size_t at = first; tag_next_segment(text, at, &segments[turn].segment) && segments[turn].segment.first < end;
         turn ^= 1) {
        ScoredSegment *segment = &segments[turn];

        for (size_t token = segment->segment.first; token < segment->segment.end; token++)
            ask_token(&run, segment, token);
        at = segment->segment.end;
    }
    end_asked(&run);
}
