/*
 * Makes the model of names: not installed, run by `make model`. The file is the same by every compiler.
 *
 *     tag_train --words=FILE --phrases=FILE --out=FILE [--sources=a,b] [--without=c]
 *               [--leave-out=GROUP,…] [--rows=N] [--more=TRAIN.jsonl] TRAIN.jsonl [TEST.jsonl]
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/tags/tagger.h"
#include "train/tag_crf.h"
#include "train/tag_model_write.h"

enum {
    RUNS = 5, /* the weights are the mean of so many */
    ROWS_KEPT = 250000,
    WEIGHT_MOST = 127,
    COPIES = 20,
    MARGIN_BINS = 24,
    MARGIN_STEP = 2048
};

typedef struct Options {
    const char *words, *phrases, *out, *leave_out, *train, *more, *test;
    TagSelection selection;
    size_t rows;
} Options;

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
    Text bytes = tag_load(arena, path), line, field;

    for (size_t at = 0; text_next_part(bytes, '\n', &at, &line);) {
        size_t tab = text_find_byte(line, '\t', 0), from = tab + 1, numbers[2] = {0, 0};
        Text key = text_slice(line, (Range){0, tab});
        TagEntry entry = {0, {0}};

        if (tab == TEXT_NOT_FOUND || text_starts_with(line, TEXT("# ")))
            continue;
        for (int i = 0; i < 2 && text_next_part(line, ' ', &from, &field); i++) {
            if (!text_to_number(field, UINT16_MAX, &numbers[i]))
                tag_refuse(path, "expected a number");
        }
        entry.value[0] = (unsigned char)numbers[0];
        entry.value[1] = (unsigned char)numbers[1];
        entry.value[2] = (unsigned char)(numbers[1] >> 8);
        entry.key = table == TAG_WORDS ? tag_word_key(key) : phrase_key(key);
        ARRAY_PUSH(arena, *entries, entry);
    }
}

/* ---- the model ---- */

typedef struct Kept {
    int64_t most;  /* the largest of its weights, whatever the sign, */
    int64_t worth; /* and that times the logarithm of how often it was met */
    const CrfRow *row;
} Kept;

static int compare_kept(const void *left, const void *right)
{
    const Kept *a = left, *b = right;

    if (a->worth != b->worth)
        return a->worth > b->worth ? -1 : 1;
    return a->row->feature < b->row->feature ? -1 : a->row->feature > b->row->feature;
}

/* Weights against that of no name, of which only differences count. */
static int64_t weight(const CrfRow *row, int label)
{
    return row->sum[label] - row->sum[TAG_NONE];
}

static TagEntry weights_entry(const CrfRow *row, int64_t most)
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

static void keep_rows(Arena *arena, const Crf *crf, size_t rows, TagEntries *entries)
{
    Kept *kept = ARENA_ARRAY(arena, Kept, crf->rows.count + 1);
    size_t count = 0;

    for (size_t i = 0; i < crf->rows.count; i++) {
        const CrfRow *row = &crf->rows.items[i];
        int64_t most = 0;

        for (int label = 1; label < TAG_COUNT; label++)
            most = llabs(weight(row, label)) > most ? llabs(weight(row, label)) : most;
        if (most)
            kept[count++] = (Kept){most, most * logarithm(row->seen / (CRF_ROUNDS * RUNS)), row};
    }
    if (count > 1)
        qsort(kept, count, sizeof *kept, compare_kept);
    for (size_t i = 0; i < count && i < rows; i++)
        ARRAY_PUSH(arena, *entries, weights_entry(kept[i].row, kept[i].most));
    (void)fprintf(stderr, "%zu features, %zu kept\n", count, entries->count);
}

/* ---- figures ---- */

static void count_names(const TagDocument *document, size_t right[TAG_TYPE_COUNT], size_t found[TAG_TYPE_COUNT])
{
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
            const TagGold *name = &document->names.items[i];

            right[type] += name->type == type && name->range.start == token_start(&document->tokens, first) &&
                           name->range.end == token_end(&document->tokens, end - 1);
        }
    }
}

/* Typed F1 of exact spans, people, organisations and places together. */
static void print_figure(const TagDocuments *documents, const char *source)
{
    size_t right[TAG_TYPE_COUNT] = {0}, found[TAG_TYPE_COUNT] = {0}, gold[TAG_TYPE_COUNT] = {0}, sums[3] = {0};

    for (size_t i = 0; i < documents->count; i++) {
        const TagDocument *document = &documents->items[i];

        if (!text_starts_with(document->source, text_from(source)))
            continue;
        count_names(document, right, found);
        for (size_t k = 0; k < document->names.count; k++)
            gold[document->names.items[k].type]++;
    }
    for (int type = 0; type < TAG_TYPE_MISC; type++) {
        sums[0] += right[type];
        sums[1] += found[type];
        sums[2] += gold[type];
    }
    (void)printf("%-20s %.3f  P %.3f  R %.3f   person %.3f  org %.3f  place %.3f\n", *source ? source : "all",
                 2.0 * (double)sums[0] / (double)(sums[1] + sums[2] + !(sums[1] + sums[2])),
                 (double)sums[0] / (double)(sums[1] + !sums[1]), (double)sums[0] / (double)(sums[2] + !sums[2]),
                 2.0 * (double)right[0] / (double)(found[0] + gold[0] + 1),
                 2.0 * (double)right[1] / (double)(found[1] + gold[1] + 1),
                 2.0 * (double)right[2] / (double)(found[2] + gold[2] + 1));
}

/* How often names are right, by their margins: what name_tags.c makes a confidence of. */
static void print_margins(const TagDocuments *documents)
{
    size_t right[MARGIN_BINS] = {0}, all[MARGIN_BINS] = {0};

    for (size_t i = 0; i < documents->count; i++) {
        const TagDocument *document = &documents->items[i];
        size_t count = document->tokens.tokens.count;

        for (size_t first = 0, end; first < count; first = end) {
            int type = (document->labels[first] - 1) / 2;
            int32_t margin = document->margins[first];
            size_t bin = 0;

            end = first + 1;
            if (!document->labels[first] || type == TAG_TYPE_MISC)
                continue;
            while (end < count && document->labels[end] == 2 * type + 2) {
                margin = document->margins[end] < margin ? document->margins[end] : margin;
                end++;
            }
            while (bin + 1 < MARGIN_BINS && margin >= MARGIN_STEP * (int32_t)(bin + 1))
                bin++;
            all[bin]++;
            for (size_t k = 0; k < document->names.count; k++) {
                const TagGold *name = &document->names.items[k];

                right[bin] += name->type == type && name->range.start == token_start(&document->tokens, first) &&
                              name->range.end == token_end(&document->tokens, end - 1);
            }
        }
    }
    for (size_t bin = 0; bin < MARGIN_BINS; bin++)
        (void)printf("margin from %6zu: %.3f of %zu\n", MARGIN_STEP * bin,
                     (double)right[bin] / (double)(all[bin] + !all[bin]), all[bin]);
}

static void test(Arena *arena, const Options *options, Text bytes)
{
    static const char *const sources[] = {"", "crossner", "gum", "news", "uner_ewt"};
    TagDocuments documents = {0};
    TagModel model;
    const char *why;

    if (!tag_model_read(&model, bytes, &why))
        tag_refuse(options->out, why);
    tag_corpus_read(arena, options->test, &(TagSelection){.left_out = options->selection.left_out}, &model, &documents);
    for (size_t i = 0; i < documents.count; i++)
        tagger_run(&documents.items[i].text, 0, documents.items[i].tokens.tokens.count,
                   tag_memo_new(arena, documents.items[i].tokens.words.count), documents.items[i].labels,
                   documents.items[i].margins);
    for (size_t i = 0; i < COUNT_OF(sources); i++)
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
            tag_refuse(names, "there is no such group of features");
        bits |= 1u << group;
    }
    return bits;
}

static Options read_options(int count, char **arguments)
{
    Options options = {.rows = ROWS_KEPT, .selection.copies = COPIES};

    for (int i = 1; i < count; i++) {
        const char *rows;

        if (take(arguments[i], "--words=", &options.words) || take(arguments[i], "--phrases=", &options.phrases) ||
            take(arguments[i], "--out=", &options.out) || take(arguments[i], "--sources=", &options.selection.sources) ||
            take(arguments[i], "--without=", &options.selection.without) ||
            take(arguments[i], "--more=", &options.more) || take(arguments[i], "--leave-out=", &options.leave_out))
            continue;
        if (take(arguments[i], "--rows=", &rows)) {
            if (!text_to_number(text_from(rows), SIZE_MAX / 64, &options.rows))
                tag_refuse(rows, "expected a number of rows");
        } else if (!options.train) {
            options.train = arguments[i];
        } else {
            options.test = arguments[i];
        }
    }
    if (!options.words || !options.phrases || !options.out || !options.train)
        tag_refuse(arguments[0], "expected --words --phrases --out TRAIN");
    if (options.selection.sources && !*options.selection.sources)
        options.selection.sources = NULL;
    options.selection.left_out = read_groups(options.leave_out);
    return options;
}

static void write_file(const char *path, Text bytes)
{
    FILE *file = fopen(path, "wb");

    if (!file || fwrite(bytes.bytes, 1, bytes.size, file) != bytes.size || fclose(file) != 0)
        tag_refuse(path, "cannot be written");
}

int main(int count, char **arguments)
{
    Arena arena = {0};
    Options options = read_options(count, arguments);
    TagEntries tables[TAG_TABLE_COUNT] = {{0}};
    TagDocuments documents = {0};
    Crf *crf;
    TagMoves moves = {{{0}}};
    TagModel lists;
    const char *why;
    Text bytes;

    read_list(&arena, options.words, TAG_WORDS, &tables[TAG_WORDS]);
    read_list(&arena, options.phrases, TAG_PHRASES, &tables[TAG_PHRASES]);
    if (!tag_model_read(&lists, tag_model_write(&arena, &moves, tables), &why))
        tag_refuse(options.words, why);
    tag_corpus_read(&arena, options.train, &options.selection, &lists, &documents);
    if (options.more)
        tag_corpus_read(&arena, options.more, &options.selection, &lists, &documents);
    crf = crf_new(&arena);
    for (uint32_t run = 0; run < RUNS; run++)
        crf_train(crf, &documents, run);
    keep_rows(&arena, crf, options.rows, &tables[TAG_WEIGHTS]);
    for (int from = 0; from <= TAG_COUNT; from++) {
        for (int to = 0; to < TAG_COUNT; to++)
            moves.of[from][to] = (int32_t)crf->moves[from][to];
    }
    bytes = tag_model_write(&arena, &moves, tables);
    write_file(options.out, bytes);
    (void)fprintf(stderr, "%s: %zu bytes\n", options.out, bytes.size);
    if (options.test)
        test(&arena, &options, bytes);
    arena_release(&arena);
    return 0;
}
