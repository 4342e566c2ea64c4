/* The model's file, whole and damaged; the best sequence of labels against all sequences; and what the bundled model finds. */
#include "train/tag_model_write.h"
#include "analysis/tags/tagger.h"
#include "analysis/words/tokenizer.h"
#include "base/system/file.h"
#include "formats/text/plain_text.h"
#include "tap.h"

#include <assert.h>
#include <string.h>

enum { FLIPS = 3000, SEQUENCES = 300, SEQUENCE_MOST = 4 };

static uint32_t state = 20;

static uint32_t draw(uint32_t below)
{
    assert(below);
    state = state * 1664525u + 1013904223u;
    return (state >> 8) % below;
}

static Text load_model(Arena *arena)
{
    const char *root = getenv("SRCDIR");
    Text path = arena_printf(arena, "%s/models/names.model", root ? root : ".");
    Report report;
    Text bytes = {0};
    File file;

    report_init(&report, arena, path);
    if (file_open(&file, path.bytes, &report)) {
        (void)file_load_all(&file);
        bytes = arena_copy(arena, file.bytes);
        file_close(&file);
    }
    return bytes;
}

/* ---- the file ---- */

static bool is_refused(Text bytes, const char *expected)
{
    const char *why = NULL;
    TagModel model;

    return !tag_model_read(&model, bytes, &why) && strcmp(why, expected) == 0;
}

static void test_damage(Arena *arena, Text whole)
{
    char *bytes = arena_alloc(arena, whole.size);
    Text copy = {bytes, whole.size};
    size_t accepted = 0;
    TagModel model;
    const char *why;

    assert(whole.bytes);
    memcpy(bytes, whole.bytes, whole.size);
    ok(tag_model_read(&model, copy, &why), "the bundled model is read");
    ok(is_refused((Text){0}, "it is no model of names"), "an empty file is none");
    ok(is_refused((Text){copy.bytes, 63}, "it is no model of names"), "nor is half a header");
    ok(is_refused((Text){copy.bytes, copy.size - 1}, "it is cut short or has been added to"), "cut short");
    ok(is_refused((Text){copy.bytes, copy.size / 2}, "it is cut short or has been added to"), "half of it");
    bytes[TAG_AT_VERSION]++;
    ok(is_refused(copy, "it is a model for another version of quoin"), "another version");
    bytes[TAG_AT_VERSION]--;
    bytes[TAG_AT_FEATURES]++;
    ok(is_refused(copy, "it is a model for another version of quoin"), "other features");
    bytes[TAG_AT_FEATURES]--;
    for (int i = 0; i < FLIPS; i++) {
        size_t at = draw((uint32_t)copy.size);
        char change = (char)(1 + draw(255));

        bytes[at] ^= change;
        accepted += tag_model_read(&model, copy, &why);
        bytes[at] ^= change;
    }
    ok(accepted == 0, "%d changed bytes are all found", FLIPS);
    ok(tag_model_read(&model, copy, &why), "and it is read again when they are back");
}

static void add_feature(const TagModel *model, uint32_t feature, int32_t scores[TAG_COUNT])
{
    TagPlace place;

    tag_model_look_up(model, &feature, 1, &place);
    tag_model_add(model, &place, 1, scores);
}

static void test_written(Arena *arena)
{
    TagEntries tables[TAG_TABLE_COUNT] = {{0}};
    TagEntry weights = {0x12345678, {2, 1, 0xFF, 0, 0, 0, 0, 0, 3}}, word = {0xCAFE0001, {7, 0x02, 0x01}};
    TagMoves moves = {{{0}}};
    int32_t scores[TAG_COUNT] = {0};
    TagModel model;
    const char *why;

    moves.of[TAG_START][TAG_PERSON] = -300;
    moves.of[TAG_NONE][TAG_NONE] = 1 << 20;
    ARRAY_PUSH(arena, tables[TAG_WEIGHTS], weights);
    ARRAY_PUSH(arena, tables[TAG_WORDS], word);
    ok(tag_model_read(&model, tag_model_write(arena, &moves, tables), &why), "a small model is read");
    add_feature(&model, 0x12345678, scores);
    ok(scores[TAG_NONE] == 0 && scores[TAG_PERSON] == 4 && scores[TAG_PERSON_INSIDE] == -4 &&
           scores[TAG_MISC_INSIDE] == 12,
       "its weights are shifted and signed");
    add_feature(&model, 0x12345679, scores);
    ok(scores[TAG_PERSON] == 4, "a feature that it does not have adds nothing");
    ok(tag_model_word(&model, 0xCAFE0001).few == 8 && tag_model_word(&model, 0xCAFE0001).many == 0x103,
       "classes are numbered from 1");
    ok(tag_model_word(&model, 2).few == 0 && tag_model_phrase(&model, 2) == 0, "and are 0 for what is not there");
    ok(tag_model_move(&model, TAG_START, TAG_PERSON) == -300 && tag_model_move(&model, TAG_NONE, TAG_NONE) == INT16_MAX,
       "moves are signed, and cut to 16 bits");
}

/* Many entries, of which buckets have several, with all shifts and weights. */
static TagEntry any_entry(uint32_t i)
{
    TagEntry entry = {.key = i * 0x9E3779B1u};

    for (size_t byte = 0; byte < TAG_WEIGHTS_SIZE; byte++)
        entry.value[byte] = (unsigned char)(i * 0x85EBCA6Bu >> byte * 3);
    entry.value[0] %= 16;
    return entry;
}

static void test_sums(Arena *arena)
{
    enum { ENTRIES = 3000 };
    TagEntries tables[TAG_TABLE_COUNT] = {{0}};
    TagMoves moves = {{{0}}};
    uint32_t features[TAG_PLACES_MOST];
    TagPlace places[TAG_PLACES_MOST];
    TagModel model;
    const char *why;
    size_t wrong = 0;

    for (uint32_t i = 0; i < ENTRIES; i++)
        ARRAY_PUSH(arena, tables[TAG_WEIGHTS], any_entry(i));
    ok(tag_model_read(&model, tag_model_write(arena, &moves, tables), &why), "a model with many weights is read");
    for (uint32_t from = 0; from + TAG_PLACES_MOST <= ENTRIES; from += TAG_PLACES_MOST) {
        int32_t scores[TAG_COUNT] = {0}, expected[TAG_COUNT] = {0};

        for (uint32_t i = 0; i < TAG_PLACES_MOST; i++) {
            TagEntry entry = any_entry(from + i);

            features[i] = entry.key;
            for (size_t label = 1; label < TAG_COUNT; label++)
                expected[label] += (signed char)entry.value[label] * (1 << entry.value[0]);
        }
        tag_model_look_up(&model, features, TAG_PLACES_MOST, places);
        tag_model_add(&model, places, TAG_PLACES_MOST, scores);
        wrong += memcmp(scores, expected, sizeof scores) != 0;
    }
    ok(wrong == 0, "as many as are looked up at once are added up as one by one");
}

/* ---- sequences ---- */

static bool may_follow(int from, int to)
{
    return to == TAG_NONE || to % 2 == 1 || from == to || from == to - 1;
}

static int32_t best_of_all(const TagScores *scores, size_t count, const TagMoves *moves, int before)
{
    int32_t best = TAG_FORBIDDEN;

    if (count == 0)
        return 0;
    for (int label = 0; label < TAG_COUNT; label++) {
        int32_t rest = may_follow(before, label) ? best_of_all(scores + 1, count - 1, moves, label) : TAG_FORBIDDEN;

        if (rest > TAG_FORBIDDEN / 2 && rest + scores->of[label] + moves->of[before][label] > best)
            best = rest + scores->of[label] + moves->of[before][label];
    }
    return best;
}

/* Is a token's margin what is lost when its label is forbidden there? */
static bool is_margin(const TagScores *scores, size_t count, const TagMoves *moves, size_t token, int label,
                      int32_t margin)
{
    TagScores without[SEQUENCE_MOST];

    memcpy(without, scores, count * sizeof *scores);
    without[token].of[label] = TAG_FORBIDDEN;
    return margin == (label == TAG_NONE ? 0
                                        : best_of_all(scores, count, moves, TAG_START) -
                                              best_of_all(without, count, moves, TAG_START));
}

static void test_best_path(void)
{
    TagScores scores[SEQUENCE_MOST], best[SEQUENCE_MOST];
    unsigned char labels[SEQUENCE_MOST];
    int32_t margins[SEQUENCE_MOST];
    int wrong = 0, unruly = 0, unsure = 0;
    TagMoves moves;

    for (int i = 0; i < SEQUENCES; i++) {
        size_t count = 1 + draw(SEQUENCE_MOST);
        int before = TAG_START;
        int32_t sum = 0;

        for (int from = 0; from <= TAG_COUNT; from++) {
            for (int to = 0; to < TAG_COUNT; to++)
                moves.of[from][to] = (int32_t)draw(60) - 30;
        }
        for (size_t k = 0; k < count; k++) {
            for (int label = 0; label < TAG_COUNT; label++)
                scores[k].of[label] = (int32_t)draw(200) - 100;
        }
        (void)tag_best_path(scores, count, &moves, best, labels);
        tag_margins(scores, count, &moves, best, labels, margins);
        for (size_t k = 0; k < count; before = labels[k++]) {
            unruly += !may_follow(before, labels[k]);
            sum += scores[k].of[labels[k]] + moves.of[before][labels[k]];
            unsure += !is_margin(scores, count, &moves, k, labels[k], margins[k]);
        }
        wrong += sum != best_of_all(scores, count, &moves, TAG_START);
    }
    ok(wrong == 0 && unruly == 0, "the best of all sequences, %d times", SEQUENCES);
    ok(unsure == 0, "and what it is ahead of those with another label");
}

/* ---- names ---- */

/* "Ines Farrow/person, Norvane/place": what the model names in a text, in its order. */
static Text names_of(Arena *arena, const TagModel *model, Text string)
{
    static const char *const types[] = {"person", "organization", "place", "misc"};
    const Article *article = article_from_text(arena, string);
    TokenList tokens;
    TagText text;
    unsigned char *labels;
    Text names = {0};

    tokens_init(&tokens, arena, article, string.size);
    for (size_t i = 0; i < article->blocks.count; i++)
        tokens_add(&tokens, i, article->blocks.items[i].range);
    tag_text_init(&text, arena, &tokens, model);
    labels = ARENA_ARRAY(arena, unsigned char, tokens.tokens.count + 1);
    tagger_run(&text, 0, tokens.tokens.count, tag_memo_new(arena, tokens.tokens.count), labels,
               ARENA_ARRAY(arena, int32_t, tokens.tokens.count + 1));
    for (size_t first = 0, end; first < tokens.tokens.count; first = end) {
        end = first + 1;
        if (labels[first] == TAG_NONE)
            continue;
        while (end < tokens.tokens.count && labels[end] == labels[first] + 1)
            end++;
        names = arena_printf(arena, "%.*s%s%.*s/%s", TEXT_ARGS(names), names.size ? ", " : "",
                             TEXT_ARGS(text_slice(article->text, tokens_range(&tokens, first, end))),
                             types[(labels[first] - 1) / 2]);
    }
    return names;
}

static void test_names(Arena *arena, const TagModel *model)
{
    static const struct {
        const char *text, *names;
    } rows[] = {
        {"Nothing here has a name.", ""},
        {"", ""},
        {"Marta Lindgren left London for Berlin.", "Marta Lindgren/person, London/place, Berlin/place"},
        {"The World Health Organization said so in Geneva.", "World Health Organization/organization, Geneva/place"},
        {"Prime Minister Tom Okafor met Anna Petrova in Paris on Monday.",
         "Tom Okafor/person, Anna Petrova/person, Paris/place"},
    };

    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        Text names = names_of(arena, model, text_from(rows[i].text));

        ok(text_equal(names, text_from(rows[i].names)), "\"%s\": %.*s", rows[i].text, TEXT_ARGS(names));
    }
}

int main(void)
{
    Arena arena = {0};
    Text whole = load_model(&arena);
    TagModel model;
    const char *why;

    test_written(&arena);
    test_sums(&arena);
    test_best_path();
    if (ok(whole.size > 0, "there is a model")) {
        test_damage(&arena, whole);
        if (tag_model_read(&model, whole, &why))
            test_names(&arena, &model);
    }
    arena_release(&arena);
    return tap_done();
}
