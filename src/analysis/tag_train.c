/*
 * Makes the model of names: not installed, run by `make model`. A structured perceptron, its weights averaged over all steps (Collins,
 * Discriminative Training Methods for Hidden Markov Models, EMNLP 2002), with a margin, features left out at random, and the mean of several
 * runs. All of it is in integers and in a fixed order, so that the file is the same by every compiler.
 *
 *     tag_train --words=FILE --phrases=FILE --out=FILE [--sources=a,b] [--without=c]
 *               [--leave-out=GROUP,…] [--rows=N] TRAIN.jsonl [TEST.jsonl]
 *
 * Data: a JSON object a line, {"src": …, "text": …, "entities": [{"start", "end", "type"}]}, offsets in bytes; types person, org, place, misc.
 * Sources whose names begin with "btc" or "uner" mark no misc: there a misc found is no error.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/tag_model_write.h"
#include "analysis/tagger.h"
#include "base/file.h"
#include "base/json.h"

enum {
    ROUNDS = 12,
    RUNS = 5,
    MARGIN = 80,   /* what a wrong label is given ahead of the right one */
    LEFT_OUT = 20, /* features of a hundred, in each step */
    SCALE = 16,    /* of the averaged weights */
    ROWS_KEPT = 200000,
    FIRST_ROWS = 1 << 20,
    WEIGHT_MOST = 127,
    COPIES = 20,        /* one of so many texts as a headline, too */
    COPY_LONGEST = 600, /* bytes */
    MARGIN_BINS = 24,
    MARGIN_STEP = 2048
};

static const char *const type_names[] = {"person", "org", "place", "misc"};

enum { TYPE_COUNT = 4, TYPE_MISC = 3 };

typedef struct GoldName {
    Range range;
    int type;
} GoldName;

typedef struct Document {
    Text source;
    uint32_t source_key; /* a feature of training only */
    TokenList tokens;
    TagText text;
    ARRAY(GoldName) names;
    unsigned char *gold, *labels; /* one for each token, */
    int32_t *margins;             /* as is this */
    bool partial;                 /* misc is not marked */
} Document;

typedef ARRAY(Document) Documents;

typedef struct Options {
    const char *words, *phrases, *out, *sources, *without, *leave_out, *train, *test;
    size_t rows;
    unsigned left_out; /* of leave_out, bits of groups */
} Options;

static void refuse(const char *path, const char *why)
{
    (void)fprintf(stderr, "%s: %s\n", path, why);
    exit(2);
}

static Text load(Arena *arena, const char *path)
{
    Report report;
    Text bytes;
    File file;

    report_init(&report, arena, text_from(path));
    if (!file_open(&file, path, &report))
        refuse(path, "cannot be read");
    (void)file_load_all(&file);
    bytes = arena_copy(arena, file.bytes);
    file_close(&file);
    return bytes;
}

/* ---- what is known of words and phrases ---- */

static uint32_t phrase_key(Text phrase)
{
    uint32_t key = 0;
    Text word;

    for (size_t at = 0; text_next_part(phrase, ' ', &at, &word);)
        key = tag_phrase_key(key, tag_word_key(word));
    return key;
}

/* Rows "word, tab, numbers apart by blanks"; a line that begins with "# " is a comment. */
static void read_list(Arena *arena, const char *path, TagTable table, TagEntries *entries)
{
    Text bytes = load(arena, path), line, field;

    for (size_t at = 0; text_next_part(bytes, '\n', &at, &line);) {
        size_t tab = text_find_byte(line, '\t', 0), from = tab + 1, numbers[2] = {0, 0};
        Text key = text_slice(line, (Range){0, tab});
        TagEntry entry = {0, {0}};

        if (tab == TEXT_NOT_FOUND || text_starts_with(line, TEXT("# ")))
            continue;
        for (int i = 0; i < 2 && text_next_part(line, ' ', &from, &field); i++) {
            if (!text_to_number(field, UINT16_MAX, &numbers[i]))
                refuse(path, "expected a number");
        }
        entry.value[0] = (unsigned char)numbers[0];
        entry.value[1] = (unsigned char)numbers[1];
        entry.value[2] = (unsigned char)(numbers[1] >> 8);
        entry.key = table == TAG_WORDS ? tag_word_key(key) : phrase_key(key);
        ARRAY_PUSH(arena, *entries, entry);
    }
}

/* ---- documents ---- */

static bool is_listed(const char *list, Text source)
{
    Text names = list ? text_from(list) : (Text){0}, name;

    for (size_t at = 0; text_next_part(names, ',', &at, &name);) {
        if (text_starts_with(source, name))
            return true;
    }
    return false;
}

static Text member(const JsonObject *object, Text key)
{
    const JsonMember *found = json_member(object, key);

    return !found ? (Text){0} : found->is_string ? found->text : found->raw;
}

static void read_names(Arena *arena, const char *path, const JsonObject *object, Document *document)
{
    JsonMember item;
    const char *why;

    for (size_t at = 0; json_next_item(arena, member(object, TEXT("entities")), &at, &item);) {
        JsonObject entity;
        GoldName name = {{0, 0}, 0};
        size_t where;

        if (!json_read_object(arena, item.raw, &entity, &where, &why) ||
            !text_to_number(member(&entity, TEXT("start")), SIZE_MAX / 2, &name.range.start) ||
            !text_to_number(member(&entity, TEXT("end")), SIZE_MAX / 2, &name.range.end))
            refuse(path, "expected entities with start and end");
        while (name.type < TYPE_MISC &&
               !text_equal(member(&entity, TEXT("type")), text_from(type_names[name.type])))
            name.type++;
        ARRAY_PUSH(arena, document->names, name);
    }
}

static void mark_gold(Arena *arena, Document *document)
{
    size_t count = document->tokens.tokens.count;

    document->gold = ARENA_ARRAY(arena, unsigned char, count + 1);
    document->labels = ARENA_ARRAY(arena, unsigned char, count + 1);
    document->margins = ARENA_ARRAY(arena, int32_t, count + 1);
    for (size_t i = 0; i < document->names.count; i++) {
        const GoldName *name = &document->names.items[i];
        unsigned char label = (unsigned char)(1 + 2 * name->type);

        for (size_t token = 0; token < count; token++) {
            Range range = document->tokens.tokens.items[token].range;

            if (range.end <= name->range.start || range.start >= name->range.end || document->gold[token])
                continue;
            document->gold[token] = label;
            label = (unsigned char)(2 + 2 * name->type);
        }
    }
}

/* A text as it is, or as a headline has it: "TALKS ON GRAIN FAIL", "Talks on Grain Fail". Offsets stay. */
typedef enum Letters { AS_WRITTEN, IN_CAPITALS, IN_TITLE_CASE } Letters;

static bool stays_small(Text word)
{
    static const char *const words[] = {"a",  "an", "and", "as", "at",  "by", "for", "from",
                                        "in", "of", "on",  "or", "the", "to", "with"};

    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (text_equal(word, text_from(words[i])))
            return true;
    }
    return false;
}

static Text rewritten(Arena *arena, Text text, Letters letters)
{
    char *bytes;
    size_t end;

    if (letters == AS_WRITTEN || text.size == 0)
        return text;
    bytes = arena_alloc(arena, text.size + 1);
    memcpy(bytes, text.bytes, text.size);
    for (size_t at = 0; at < text.size; at = end) {
        for (end = at; end < text.size && ascii_is_alpha(text.bytes[end]); end++)
            bytes[end] = letters == IN_CAPITALS ? ascii_to_upper(text.bytes[end]) : text.bytes[end];
        if (letters == IN_TITLE_CASE && end > at && !stays_small(text_slice(text, (Range){at, end})))
            bytes[at] = ascii_to_upper(text.bytes[at]);
        end += end == at || (end < text.size && text.bytes[end] == '\''); /* "don't" is one word */
    }
    return (Text){bytes, text.size};
}

static void read_document(Arena *arena, const char *path, const JsonObject *object, Letters letters,
                          Documents *documents)
{
    Document document = {.source = member(object, TEXT("src"))};
    const Article *article =
        article_from_text(arena, rewritten(arena, member(object, TEXT("text")), letters));

    document.partial = is_listed("btc,uner", document.source);
    document.source_key =
        tag_word_key(text_slice(document.source, (Range){0, text_find_byte(document.source, '/', 0)}));
    tokens_init(&document.tokens, arena, article, article->text.size);
    for (size_t i = 0; i < article->blocks.count; i++)
        tokens_add(&document.tokens, i, article->blocks.items[i].range);
    read_names(arena, path, object, &document);
    mark_gold(arena, &document);
    ARRAY_PUSH(arena, *documents, document);
}

/* `copies`: one of so many short documents once more in capitals, another in title case; 0: none. */
static void read_documents(Arena *arena, const char *path, const Options *options, size_t copies,
                           const TagModel *model, Documents *documents)
{
    Text bytes = load(arena, path), line;

    for (size_t at = 0, number = 0; text_next_part(bytes, '\n', &at, &line); number++) {
        JsonObject object;
        const char *why;
        size_t where;
        Text source;

        if (!json_read_object(arena, line, &object, &where, &why))
            refuse(path, why);
        source = member(&object, TEXT("src"));
        if ((options->sources && !is_listed(options->sources, source)) || is_listed(options->without, source))
            continue;
        read_document(arena, path, &object, AS_WRITTEN, documents);
        if (!copies || member(&object, TEXT("text")).size > COPY_LONGEST)
            continue;
        if (number % copies == 0)
            read_document(arena, path, &object, IN_CAPITALS, documents);
        if (number % copies == copies / 2)
            read_document(arena, path, &object, IN_TITLE_CASE, documents);
    }
    for (size_t i = 0; i < documents->count; i++) {
        tag_text_init(&documents->items[i].text, arena, &documents->items[i].tokens, model);
        documents->items[i].text.left_out = options->left_out;
    }
}

/* ---- weights ---- */

typedef struct Row {
    uint32_t feature;
    uint32_t seen; /* how often it was met since it was learnt */
    int32_t now[TAG_COUNT];
    int64_t steps[TAG_COUNT]; /* each change by the step in which it was made */
    int64_t sum[TAG_COUNT];   /* of the averages of the runs so far */
} Row;

typedef struct Weights {
    ARRAY(Row) rows;
    uint32_t *slots; /* 1 + index of a row; 0: empty */
    size_t slot_count;
    TagMoves now;
    int64_t move_steps[TAG_COUNT + 1][TAG_COUNT], move_sum[TAG_COUNT + 1][TAG_COUNT];
} Weights;

static size_t slot_of(const Weights *weights, uint32_t feature)
{
    size_t slot = feature & (weights->slot_count - 1);

    while (weights->slots[slot] && weights->rows.items[weights->slots[slot] - 1].feature != feature)
        slot = (slot + 1) & (weights->slot_count - 1);
    return slot;
}

static void grow(Arena *arena, Weights *weights)
{
    weights->slot_count = weights->slot_count ? weights->slot_count * 2 : FIRST_ROWS;
    weights->slots = ARENA_ARRAY(arena, uint32_t, weights->slot_count);
    for (size_t i = 0; i < weights->rows.count; i++)
        weights->slots[slot_of(weights, weights->rows.items[i].feature)] = (uint32_t)i + 1;
}

static Row *row_of(Arena *arena, Weights *weights, uint32_t feature)
{
    Row fresh = {.feature = feature};
    size_t slot;

    if (weights->rows.count * 2 >= weights->slot_count)
        grow(arena, weights);
    slot = slot_of(weights, feature);
    if (!weights->slots[slot]) {
        ARRAY_PUSH(arena, weights->rows, fresh);
        weights->slots[slot] = (uint32_t)weights->rows.count;
    }
    return &weights->rows.items[weights->slots[slot] - 1];
}

/* ---- training ---- */

typedef struct Trainer {
    Arena *arena;
    Weights weights;
    uint32_t random;
    int64_t step;
    uint32_t features[TAG_SEGMENT_LONGEST][FEATURES_MOST + 3];
    size_t counts[TAG_SEGMENT_LONGEST];
    TagScores scores[TAG_SEGMENT_LONGEST];
} Trainer;

/* A linear congruential generator (Numerical Recipes); its upper bits. */
static uint32_t draw(Trainer *trainer, uint32_t below)
{
    trainer->random = trainer->random * 1664525u + 1013904223u;
    return (trainer->random >> 8) % below;
}

/* Where a text comes from counts in training, so that what only that source does is not learnt of all. */
static size_t add_source(const Document *document, size_t token, uint32_t *features, size_t count)
{
    features[count++] = tag_phrase_key(document->source_key, 1);
    features[count++] = tag_phrase_key(document->source_key, document->text.words[token].form.shape);
    features[count++] = tag_phrase_key(document->source_key, document->tokens.tokens.items[token].hash);
    return count;
}

static void score_segment(Trainer *trainer, const Document *document, TagSegment segment)
{
    for (size_t token = segment.first; token < segment.end; token++) {
        size_t at = token - segment.first, kept = 0;
        uint32_t *features = trainer->features[at];
        size_t count = tag_own_features(&document->text, token, features);

        count += tag_context_features(&document->text, &segment, token, features + count);
        count = add_source(document, token, features, count);
        memset(&trainer->scores[at], 0, sizeof trainer->scores[at]);
        for (size_t i = 0; i < count; i++) {
            uint32_t slot;
            Row *row;

            if (draw(trainer, 100) < LEFT_OUT)
                continue;
            features[kept++] = features[i];
            slot = trainer->weights.slots[slot_of(&trainer->weights, features[i])];
            if (!slot)
                continue;
            row = &trainer->weights.rows.items[slot - 1];
            row->seen++;
            for (int label = 0; label < TAG_COUNT; label++)
                trainer->scores[at].of[label] += row->now[label];
        }
        trainer->counts[at] = kept;
    }
}

static bool is_right(const Document *document, size_t token, int label)
{
    return document->gold[token] == label ||
           (document->partial && document->gold[token] == TAG_NONE && label >= TAG_MISC);
}

/* The sequence to learn: the gold, or, where misc is not marked, the best with the gold. */
static void right_labels(const Trainer *trainer, const Document *document, TagSegment segment,
                         unsigned char *labels)
{
    TagScores scores[TAG_SEGMENT_LONGEST], best[TAG_SEGMENT_LONGEST];
    size_t count = segment.end - segment.first;

    memcpy(labels, document->gold + segment.first, count);
    for (size_t i = 0; i < count; i++) { /* what begins before the segment begins here */
        if (labels[i] && labels[i] % 2 == 0 &&
            (i == 0 || (labels[i - 1] != labels[i] && labels[i - 1] != labels[i] - 1)))
            labels[i]--;
    }
    if (!document->partial)
        return;
    for (size_t i = 0; i < count; i++) {
        for (int label = 0; label < TAG_COUNT; label++)
            scores[i].of[label] = label == labels[i] || (labels[i] == TAG_NONE && label >= TAG_MISC)
                                      ? trainer->scores[i].of[label]
                                      : TAG_FORBIDDEN;
    }
    (void)tag_best_path(scores, count, &trainer->weights.now, best, labels);
}

static void change_move(Trainer *trainer, int from, int to, int by)
{
    trainer->weights.now.of[from][to] += by;
    trainer->weights.move_steps[from][to] += by * trainer->step;
}

static void learn(Trainer *trainer, TagSegment segment, const unsigned char *right,
                  const unsigned char *wrong)
{
    for (size_t i = 0; i < segment.end - segment.first; i++) {
        int right_before = i ? right[i - 1] : TAG_START, wrong_before = i ? wrong[i - 1] : TAG_START;

        for (size_t k = 0; k < trainer->counts[i] && right[i] != wrong[i]; k++) {
            Row *row = row_of(trainer->arena, &trainer->weights, trainer->features[i][k]);

            row->now[right[i]]++;
            row->steps[right[i]] += trainer->step;
            row->now[wrong[i]]--;
            row->steps[wrong[i]] -= trainer->step;
        }
        if (right[i] != wrong[i] || right_before != wrong_before) {
            change_move(trainer, right_before, right[i], 1);
            change_move(trainer, wrong_before, wrong[i], -1);
        }
    }
}

static void train_segment(Trainer *trainer, const Document *document, TagSegment segment)
{
    TagScores scores[TAG_SEGMENT_LONGEST], best[TAG_SEGMENT_LONGEST];
    unsigned char found[TAG_SEGMENT_LONGEST], right[TAG_SEGMENT_LONGEST];
    size_t count = segment.end - segment.first;
    bool wrong = false;

    score_segment(trainer, document, segment);
    for (size_t i = 0; i < count; i++) {
        for (int label = 0; label < TAG_COUNT; label++)
            scores[i].of[label] =
                trainer->scores[i].of[label] + (is_right(document, segment.first + i, label) ? 0 : MARGIN);
    }
    (void)tag_best_path(scores, count, &trainer->weights.now, best, found);
    for (size_t i = 0; i < count; i++)
        wrong = wrong || !is_right(document, segment.first + i, found[i]);
    if (wrong) {
        right_labels(trainer, document, segment, right);
        learn(trainer, segment, right, found);
    }
    trainer->step++;
}

/* The mean of a weight over all steps, which is now - steps / step, added up. */
static void add_average(Trainer *trainer)
{
    Weights *weights = &trainer->weights;

    for (size_t i = 0; i < weights->rows.count; i++) {
        Row *row = &weights->rows.items[i];

        for (int label = 0; label < TAG_COUNT; label++) {
            row->sum[label] += (row->now[label] * trainer->step - row->steps[label]) * SCALE / trainer->step;
            row->now[label] = 0;
            row->steps[label] = 0;
        }
    }
    for (int from = 0; from <= TAG_COUNT; from++) {
        for (int to = 0; to < TAG_COUNT; to++)
            weights->move_sum[from][to] +=
                (weights->now.of[from][to] * trainer->step - weights->move_steps[from][to]) * SCALE /
                trainer->step;
    }
    memset(&weights->now, 0, sizeof weights->now);
    memset(weights->move_steps, 0, sizeof weights->move_steps);
}

static void train(Trainer *trainer, const Documents *documents, uint32_t run)
{
    size_t *order = ARENA_ARRAY(trainer->arena, size_t, documents->count);
    TagSegment segment;

    trainer->random = 12345 + 7919 * run;
    trainer->step = 1;
    for (size_t i = 0; i < documents->count; i++)
        order[i] = i;
    for (int round = 0; round < ROUNDS; round++) {
        for (size_t i = documents->count; i-- > 1;) {
            size_t other = draw(trainer, (uint32_t)i + 1), moved = order[i];

            order[i] = order[other];
            order[other] = moved;
        }
        for (size_t i = 0; i < documents->count; i++) {
            const Document *document = &documents->items[order[i]];

            for (size_t at = 0; tag_next_segment(&document->text, at, &segment); at = segment.end)
                train_segment(trainer, document, segment);
        }
    }
    add_average(trainer);
}

/* ---- the model ---- */

typedef struct Kept {
    int64_t most;  /* the largest of its weights, whatever the sign, */
    int64_t worth; /* and that times the logarithm of how often it was met */
    const Row *row;
} Kept;

static int compare_kept(const void *left, const void *right)
{
    const Kept *a = left, *b = right;

    if (a->worth != b->worth)
        return a->worth > b->worth ? -1 : 1;
    return a->row->feature < b->row->feature ? -1 : a->row->feature > b->row->feature;
}

/* Weights against that of no name, of which only differences count. */
static int64_t weight(const Row *row, int label)
{
    return row->sum[label] - row->sum[TAG_NONE];
}

static TagEntry weights_entry(const Row *row, int64_t most)
{
    TagEntry entry = {.key = row->feature};
    int shift = 0;

    while (most >> shift > WEIGHT_MOST - 1 && shift < 15)
        shift++;
    entry.value[0] = (unsigned char)shift;
    for (int label = 1; label < TAG_COUNT; label++) {
        int64_t value = weight(row, label), half = shift ? (int64_t)1 << (shift - 1) : 0;

        value = (value + (value < 0 ? -half : half)) / ((int64_t)1 << shift);
        value = value > WEIGHT_MOST ? WEIGHT_MOST : value < -WEIGHT_MOST ? -WEIGHT_MOST : value;
        entry.value[label] = (unsigned char)(value & 0xFF);
    }
    return entry;
}

/* To the base of two, from 1; integers only. */
static int64_t logarithm(uint32_t count)
{
    int64_t result = 1;

    for (; count > 1; count /= 2)
        result++;
    return result;
}

static void keep_rows(Arena *arena, const Weights *weights, size_t rows, TagEntries *entries)
{
    Kept *kept = ARENA_ARRAY(arena, Kept, weights->rows.count + 1);
    size_t count = 0;

    for (size_t i = 0; i < weights->rows.count; i++) {
        const Row *row = &weights->rows.items[i];
        int64_t most = 0;

        for (int label = 1; label < TAG_COUNT; label++)
            most = llabs(weight(row, label)) > most ? llabs(weight(row, label)) : most;
        if (most)
            kept[count++] = (Kept){most, most * logarithm(row->seen / (ROUNDS * RUNS)), row};
    }
    if (count > 1)
        qsort(kept, count, sizeof *kept, compare_kept);
    for (size_t i = 0; i < count && i < rows; i++)
        ARRAY_PUSH(arena, *entries, weights_entry(kept[i].row, kept[i].most));
    (void)fprintf(stderr, "%zu features, %zu kept\n", count, entries->count);
}

/* ---- figures ---- */

static void count_names(const Document *document, size_t right[TYPE_COUNT], size_t found[TYPE_COUNT])
{
    const Token *tokens = document->tokens.tokens.items;
    size_t count = document->tokens.tokens.count;

    for (size_t first = 0, end; first < count; first = end) {
        int type = (document->labels[first] - 1) / 2;

        end = first + 1;
        if (!document->labels[first])
            continue;
        while (end < count && document->labels[end] == 2 * type + 2)
            end++;
        found[type]++;
        for (size_t i = 0; i < document->names.count; i++) {
            const GoldName *name = &document->names.items[i];

            right[type] += name->type == type && name->range.start == tokens[first].range.start &&
                           name->range.end == tokens[end - 1].range.end;
        }
    }
}

/* Typed F1 of exact spans, people, organisations and places together. */
static void print_figure(const Documents *documents, const char *source)
{
    size_t right[TYPE_COUNT] = {0}, found[TYPE_COUNT] = {0}, gold[TYPE_COUNT] = {0}, sums[3] = {0};

    for (size_t i = 0; i < documents->count; i++) {
        const Document *document = &documents->items[i];

        if (!text_starts_with(document->source, text_from(source)))
            continue;
        count_names(document, right, found);
        for (size_t k = 0; k < document->names.count; k++)
            gold[document->names.items[k].type]++;
    }
    for (int type = 0; type < TYPE_MISC; type++) {
        sums[0] += right[type];
        sums[1] += found[type];
        sums[2] += gold[type];
    }
    (void)printf("%-20s %.3f  P %.3f  R %.3f   person %.3f  org %.3f  place %.3f\n", *source ? source : "all",
                 2.0 * (double)sums[0] / (double)(sums[1] + sums[2] + !(sums[1] + sums[2])),
                 (double)sums[0] / (double)(sums[1] + !sums[1]),
                 (double)sums[0] / (double)(sums[2] + !sums[2]),
                 2.0 * (double)right[0] / (double)(found[0] + gold[0] + 1),
                 2.0 * (double)right[1] / (double)(found[1] + gold[1] + 1),
                 2.0 * (double)right[2] / (double)(found[2] + gold[2] + 1));
}

/* How often names are right, by their margins: what name_tags.c makes a confidence of. */
static void print_margins(const Documents *documents)
{
    size_t right[MARGIN_BINS] = {0}, all[MARGIN_BINS] = {0};

    for (size_t i = 0; i < documents->count; i++) {
        const Document *document = &documents->items[i];
        const Token *tokens = document->tokens.tokens.items;
        size_t count = document->tokens.tokens.count;

        for (size_t first = 0, end; first < count; first = end) {
            int type = (document->labels[first] - 1) / 2;
            int32_t margin = document->margins[first];
            size_t bin = 0;

            end = first + 1;
            if (!document->labels[first] || type == TYPE_MISC)
                continue;
            while (end < count && document->labels[end] == 2 * type + 2) {
                margin = document->margins[end] < margin ? document->margins[end] : margin;
                end++;
            }
            while (bin + 1 < MARGIN_BINS && margin >= MARGIN_STEP * (int32_t)(bin + 1))
                bin++;
            all[bin]++;
            for (size_t k = 0; k < document->names.count; k++) {
                const GoldName *name = &document->names.items[k];

                right[bin] += name->type == type && name->range.start == tokens[first].range.start &&
                              name->range.end == tokens[end - 1].range.end;
            }
        }
    }
    for (size_t bin = 0; bin < MARGIN_BINS; bin++)
        (void)printf("margin from %6d: %.3f of %zu\n", MARGIN_STEP * (int)bin,
                     (double)right[bin] / (double)(all[bin] + !all[bin]), all[bin]);
}

static void test(Arena *arena, const Options *options, Text bytes)
{
    static const char *const sources[] = {"", "crossner", "gum", "uner_ewt"};
    Documents documents = {0};
    TagModel model;
    const char *why;

    if (!tag_model_read(&model, bytes, &why))
        refuse(options->out, why);
    read_documents(arena, options->test, &(Options){.left_out = options->left_out}, 0, &model, &documents);
    for (size_t i = 0; i < documents.count; i++)
        tagger_run(&documents.items[i].text, 0, documents.items[i].tokens.tokens.count,
                   tag_memo_new(arena, documents.items[i].tokens.tokens.count), documents.items[i].labels, documents.items[i].margins);
    for (size_t i = 0; i < sizeof sources / sizeof sources[0]; i++)
        print_figure(&documents, sources[i]);
    print_margins(&documents);
}

/* ---- the program ---- */

static bool take(const char *argument, const char *name, const char **value)
{
    size_t size = strlen(name);

    if (strncmp(argument, name, size) != 0)
        return false;
    *value = argument + size;
    return true;
}

/* Groups of features, by their names. */
static unsigned read_groups(const char *names)
{
    Text list = names ? text_from(names) : (Text){0}, name;
    unsigned bits = 0;

    for (size_t at = 0; text_next_part(list, ',', &at, &name);) {
        size_t group = 0;

        while (group < TAG_FEATURE_GROUP_COUNT && !text_equal(name, text_from(tag_feature_group(group))))
            group++;
        if (group == TAG_FEATURE_GROUP_COUNT)
            refuse(names, "there is no such group of features");
        bits |= 1u << group;
    }
    return bits;
}

static Options read_options(int count, char **arguments)
{
    Options options = {.rows = ROWS_KEPT};

    for (int i = 1; i < count; i++) {
        const char *rows;

        if (take(arguments[i], "--words=", &options.words) ||
            take(arguments[i], "--phrases=", &options.phrases) ||
            take(arguments[i], "--out=", &options.out) ||
            take(arguments[i], "--sources=", &options.sources) ||
            take(arguments[i], "--without=", &options.without) ||
            take(arguments[i], "--leave-out=", &options.leave_out))
            continue;
        if (take(arguments[i], "--rows=", &rows)) {
            if (!text_to_number(text_from(rows), SIZE_MAX / 64, &options.rows))
                refuse(rows, "expected a number of rows");
        } else if (!options.train) {
            options.train = arguments[i];
        } else {
            options.test = arguments[i];
        }
    }
    if (!options.words || !options.phrases || !options.out || !options.train)
        refuse(arguments[0], "expected --words --phrases --out TRAIN");
    if (options.sources && !*options.sources)
        options.sources = NULL;
    options.left_out = read_groups(options.leave_out);
    return options;
}

static void write_file(const char *path, Text bytes)
{
    FILE *file = fopen(path, "wb");

    if (!file || fwrite(bytes.bytes, 1, bytes.size, file) != bytes.size || fclose(file) != 0)
        refuse(path, "cannot be written");
}

int main(int count, char **arguments)
{
    Arena arena = {0};
    Options options = read_options(count, arguments);
    TagEntries tables[TAG_TABLE_COUNT] = {{0}};
    Documents documents = {0};
    Trainer *trainer = ARENA_NEW(&arena, Trainer);
    TagMoves moves = {{{0}}};
    TagModel lists;
    const char *why;
    Text bytes;

    read_list(&arena, options.words, TAG_WORDS, &tables[TAG_WORDS]);
    read_list(&arena, options.phrases, TAG_PHRASES, &tables[TAG_PHRASES]);
    if (!tag_model_read(&lists, tag_model_write(&arena, &moves, tables), &why))
        refuse(options.words, why);
    read_documents(&arena, options.train, &options, COPIES, &lists, &documents);
    trainer->arena = &arena;
    grow(&arena, &trainer->weights);
    for (uint32_t run = 0; run < RUNS; run++)
        train(trainer, &documents, run);
    keep_rows(&arena, &trainer->weights, options.rows, &tables[TAG_WEIGHTS]);
    for (int from = 0; from <= TAG_COUNT; from++) {
        for (int to = 0; to < TAG_COUNT; to++)
            moves.of[from][to] = (int32_t)trainer->weights.move_sum[from][to];
    }
    bytes = tag_model_write(&arena, &moves, tables);
    write_file(options.out, bytes);
    (void)fprintf(stderr, "%s: %zu bytes\n", options.out, bytes.size);
    if (options.test)
        test(&arena, &options, bytes);
    arena_release(&arena);
    return 0;
}
