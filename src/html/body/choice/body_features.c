/*
 * Measures are steps of a scale, so that a sum of weights can follow any curve: a block of 70 letters is "length=5", whose weight says how
 * often such blocks are of the body. Words of names and of short lines are features by themselves.
 */
#include "html/body/choice/body_features.h"

#include <stdio.h>

#include "base/unicode/unicode.h"
#include "html/body/blocks/page_names.h"
#include "html/body/blocks/word_runs.h"

enum { ANCESTORS = 24 /* elements above that are looked at */, SHORT = 60 /* letters */ };

static const float lengths[] = {5, 10, 20, 30, 45, 65, 90, 130, 200, 300, 500};
static const float rough_lengths[] = {20, 45, 90, 200};
static const float shares[] = {0.01F, 0.1F, 0.2F, 0.35F, 0.5F, 0.7F, 0.9F, 0.99F};
static const float rough_shares[] = {0.01F, 0.3F, 0.7F};
static const float distances[] = {0, 1, 2, 4, 8, 16};
static const float sizes[] = {100, 300, 1000, 3000};
static const float counts[] = {1, 2, 5, 10, 30};
static const float parts[] = {0.0F, 0.02F, 0.1F, 0.3F, 0.6F};

static int step_of(const float *scale, size_t count, float value)
{
    int step = 0;

    while (step < (int)count && value > scale[step])
        step++;
    return step;
}
#define STEP(scale, value) step_of((scale), COUNT_OF(scale), (float)(value))

/* ---- names and keys ---- */

static const Text kind_names[] = {
#define FEATURE(ID, name) LITERAL(name),
#include "html/body/choice/features.def"
#undef FEATURE
};

/* "3.0" in front of the word, or alone. */
static size_t write_numbers(const Feature *feature, char text[16])
{
    size_t size = 0;

    for (size_t i = 0; i < COUNT_OF(feature->numbers) && feature->numbers[i] >= 0; i++) {
        int number = feature->numbers[i];

        if (size)
            text[size++] = '.';
        if (number >= 100)
            text[size++] = '1';
        if (number >= 10)
            text[size++] = (char)('0' + number / 10 % 10);
        text[size++] = (char)('0' + number % 10);
    }
    if (size && feature->word.size)
        text[size++] = '.';
    return size;
}

Text feature_name(Arena *arena, const Feature *feature)
{
    char numbers[16];
    size_t size = write_numbers(feature, numbers);
    Text parts_of_it[] = {kind_names[feature->kind], TEXT("="), {numbers, size}, feature->word};

    return arena_join(arena, parts_of_it, COUNT_OF(parts_of_it));
}

#define KEY_START 0xCBF29CE484222325u

static uint64_t add_to_key(uint64_t key, Text text)
{
    for (size_t i = 0; i < text.size; i++)
        key = (key ^ (unsigned char)text.bytes[i]) * 0x100000001B3u;
    return key;
}

uint64_t feature_key_of_name(Text name)
{
    return add_to_key(KEY_START, name);
}

/* A key is worked out piece by piece as the name is written: "length=" once, then what stands behind it. */
static uint64_t key_of(Features *features, const Feature *feature)
{
    uint64_t *start = &features->keys[feature->kind];
    char numbers[16];
    Text text = {numbers, write_numbers(feature, numbers)};

    if (!*start)
        *start = add_to_key(add_to_key(KEY_START, kind_names[feature->kind]), TEXT("="));
    return add_to_key(add_to_key(*start, text), feature->word);
}

static Feature make_feature(Features *features, FeatureKind kind, Text word, int a, int b, int c)
{
    Feature feature = {0, (unsigned char)kind, {(short)a, (short)b, (short)c}, word};

    feature.key = key_of(features, &feature);
    return feature;
}

static void add(Features *features, FeatureKind kind, Text word, int a, int b, int c)
{
    if (features->count < FEATURES_MOST)
        features->items[features->count++] = make_feature(features, kind, word, a, b, c);
}

static void add_word(Features *features, FeatureKind kind, Text word)
{
    add(features, kind, word, -1, -1, -1);
}

static void add_number(Features *features, FeatureKind kind, int number)
{
    add(features, kind, (Text){0}, number, -1, -1);
}

static void add_pair(Features *features, FeatureKind kind, int a, int b)
{
    add(features, kind, (Text){0}, a, b, -1);
}

/* One that was added already says nothing twice. */
static void add_once(Features *features, FeatureKind kind, Text word)
{
    Feature feature = make_feature(features, kind, word, -1, -1, -1);

    uint32_t bit = (uint32_t)(feature.key ^ feature.key >> 32) % FEATURE_BITS;

    for (size_t i = features->count; features->seen[bit / 32] >> bit % 32 & 1 && i-- > 0;) {
        if (features->items[i].key == feature.key)
            return;
    }
    features->seen[bit / 32] |= 1u << bit % 32;
    if (features->count < FEATURES_MOST)
        features->items[features->count++] = feature;
}

static float share_of(uint32_t part, uint32_t all)
{
    return (float)part / (float)(all ? all : 1);
}

/* ---- its own text ---- */

static Text last_character(Text text)
{
    size_t at = utf8_previous(text, text.size), size;
    uint32_t code_point = utf8_decode(text, at, &size);

    return unicode_is_alnum(code_point) ? TEXT("letter") : text_slice(text, (Range){at, text.size});
}

static bool is_in_capitals(Text text)
{
    bool has_letter = false;

    for (size_t i = 0; i < text.size; i++) {
        if (ascii_is_lower(text.bytes[i]))
            return false;
        has_letter = has_letter || ascii_is_upper(text.bytes[i]);
    }
    return has_letter;
}

static void add_words_of(const BlockFacts *facts, const PageBlock *block, Features *features)
{
    Text words[4];
    size_t count = 0, start = 0;

    for (size_t at = 0; count < COUNT_OF(words) && word_runs_next(facts->lower, &at, &words[count]); count++)
        start = count ? start : at - words[0].size;
    if (!count)
        return;
    add_word(features, FEATURE_WORD_FIRST, words[0]);
    if (count > 1)
        add_word(features, FEATURE_WORD_SECOND,
                 text_slice(facts->lower,
                            (Range){start, start + (size_t)(words[1].bytes - words[0].bytes) + words[1].size}));
    if (block->letters >= SHORT)
        return;
    for (size_t i = 0; i < count; i++)
        add_once(features, FEATURE_WORD_OF_SHORT, words[i]);
    for (size_t at = (size_t)(words[count - 1].bytes - facts->lower.bytes) + words[count - 1].size;
         count < 6 && word_runs_next(facts->lower, &at, &words[3]);)
        count++;
    add_number(features, FEATURE_WORDS, (int)count);
}

static void add_own(const PageFacts *facts, size_t at, Features *features)
{
    const PageBlock *block = &facts->page->blocks.items[at];
    const BlockFacts *known = &facts->blocks[at];
    Text text = page_block_text(facts->page, at);
    float linked = share_of(block->linked, block->letters);

    add_number(features, FEATURE_ALWAYS, 1);
    add_number(features, FEATURE_LENGTH, STEP(lengths, block->letters));
    add_number(features, FEATURE_LINKED, STEP(shares, linked));
    add_pair(features, FEATURE_LENGTH_LINKED, STEP(rough_lengths, block->letters), STEP(rough_shares, linked));
    add_word(features, FEATURE_END, last_character(text));
    if (known->is_sentence)
        add_number(features, FEATURE_SENTENCE, block->letters > 80 ? 2 : block->letters > 25);
    if (text_find_byte(text, ',', 0) != TEXT_NOT_FOUND)
        add_number(features, FEATURE_COMMA, 1);
    if (block->emphasised)
        add_number(features, FEATURE_EMPHASISED, share_of(block->emphasised, block->letters) > 0.9F);
    add_number(features, FEATURE_LINKS, block->links < 3 ? (int)block->links : 3);
    if (ascii_is_digit(text.bytes[0]))
        add_number(features, FEATURE_DIGIT_FIRST, 1);
    if (is_in_capitals(text))
        add_number(features, FEATURE_CAPITALS, 1);
    if (known->is_repeated)
        add_number(features, FEATURE_REPEATED, 1);
    if (known->is_furniture)
        add_number(features, FEATURE_FURNITURE, block->letters > 80);
    add_words_of(known, block, features);
}

/* ---- where it stands ---- */

static Text tag_word(const Page *page, uint32_t element)
{
    const PageElement *here = &page->elements.items[element];

    return here->tag == HTML_OTHER ? TEXT("other") : html_tag_name(here->tag);
}

static void add_names(Features *features, FeatureKind kind, Text names)
{
    Text word;
    bool goes_on;

    for (size_t at = 0; page_names_next(names, &at, &word, &goes_on);) {
        if (word.size > 1)
            add_once(features, kind, word);
    }
}

static void add_path(const PageFacts *facts, uint32_t element, Features *features)
{
    const PageElement *elements = facts->page->elements.items;
    static const FeatureKind kinds[] = {FEATURE_NAME, FEATURE_NAME_OUTER, FEATURE_NAME_ABOVE};

    add_word(features, FEATURE_TAG, tag_word(facts->page, element));
    add(features, FEATURE_TAGS, tag_word(facts->page, elements[element].parent), (int)elements[element].tag, -1, -1);
    for (unsigned i = 0; i < ANCESTORS; i++) {
        add_once(features, FEATURE_TAG_ABOVE, tag_word(facts->page, element));
        add_names(features, kinds[i < 2 ? i : 2], elements[element].names);
        add_names(features, FEATURE_MARK, elements[element].marks);
        if (element == 0)
            break;
        element = elements[element].parent;
    }
}

static void add_sizes(const PageFacts *facts, uint32_t element, Features *features)
{
    uint32_t parent = facts->page->elements.items[element].parent;
    uint32_t outer = facts->page->elements.items[parent].parent;
    const ElementFacts *in = &facts->elements[parent], *out = &facts->elements[outer];

    add_number(features, FEATURE_PARENT_LETTERS, STEP(sizes, in->letters));
    add_number(features, FEATURE_PARENT_LINKED, STEP(shares, share_of(in->linked, in->letters)));
    add_number(features, FEATURE_PARENT_BLOCKS, STEP(counts, in->blocks));
    add_number(features, FEATURE_OUTER_LETTERS, STEP(sizes, out->letters));
    add_number(features, FEATURE_OUTER_LINKED, STEP(shares, share_of(out->linked, out->letters)));
}

static void add_rules(const PageFacts *facts, const PageRules *rules, size_t at, Features *features)
{
    const PageBlock *block = &facts->page->blocks.items[at];
    const ElementFacts *element = &facts->elements[block->element];
    int inside = rules->inside[block->element];

    add_pair(features, FEATURE_BAD, element->furniture < 2 ? element->furniture : 2, inside);
    add_number(features, FEATURE_GOOD, element->body < 2 ? element->body : 2);
    add_number(features, FEATURE_BAD_TAG, element->furniture_tags > 0);
    add_number(features, FEATURE_STRANGE, element->strange > 0);
    add_number(features, FEATURE_FIGURE, element->figures > 0);
    add_number(features, FEATURE_INSIDE, inside);
    add_pair(features, FEATURE_INSIDE_LENGTH, inside, STEP(lengths, block->letters));
    add(features, FEATURE_INSIDE_TAG, tag_word(facts->page, block->element), inside, -1, -1);
    add_pair(features, FEATURE_INSIDE_LINKED, inside, STEP(shares, share_of(block->linked, block->letters)));
    add_number(features, FEATURE_RULES, rules->kept[at]);
    add_pair(features, FEATURE_RULES_LENGTH, rules->kept[at], STEP(rough_lengths, block->letters));
    if (rules->first == NO_INDEX)
        return;
    if (!inside) {
        add_number(features, FEATURE_SIDE, at < rules->first ? 0 : at > rules->last ? 2 : 1);
        return;
    }
    add_number(features, FEATURE_FROM_FIRST, STEP(distances, at - rules->first));
    add_number(features, FEATURE_FROM_LAST, STEP(distances, rules->last - at));
}

static void add_page(const PageFacts *facts, size_t at, Features *features)
{
    const BlockFacts *known = &facts->blocks[at];
    float part = share_of(facts->look_letters[known->look], facts->sentence_letters);
    int from_title = facts->title == NO_INDEX ? 0
                     : at == facts->title     ? 1
                     : at < facts->title      ? 2
                                              : 3 + STEP(distances, at - facts->title - 1);

    add_number(features, FEATURE_LOOK, STEP(parts, part));
    add_pair(features, FEATURE_LOOK_LENGTH, STEP(parts, part),
             STEP(rough_lengths, facts->page->blocks.items[at].letters));
    add_number(features, FEATURE_FROM_TITLE, from_title);
    if (known->is_title)
        add_number(features, FEATURE_IS_TITLE, facts->elements[facts->page->blocks.items[at].element].headings > 0);
    if (known->told != 255 && known->told >= 5) {
        add_number(features, FEATURE_TOLD, known->told >= 9);
        add_pair(features, FEATURE_TOLD_LENGTH, known->told >= 9, from_title);
    }
    if (known->marked != 255)
        add_number(features, FEATURE_MARKED, known->marked >= 8 ? 3 : known->marked >= 4 ? 2 : known->marked > 0);
}

/* ---- its neighbours ---- */

static void add_neighbour(const PageFacts *facts, const PageRules *rules, size_t at, int offset, Features *features)
{
    size_t other = at + (size_t)offset; /* wraps below 0 to what is none */
    const PageBlock *block = &facts->page->blocks.items[at], *near;

    if (other >= facts->page->blocks.count) {
        add_pair(features, FEATURE_NEAR, offset + 2, 9);
        return;
    }
    near = &facts->page->blocks.items[other];
    add(features, FEATURE_NEAR, (Text){0}, offset + 2, STEP(rough_lengths, near->letters),
        STEP(rough_shares, share_of(near->linked, near->letters)) * 2 + facts->blocks[other].is_sentence);
    add_pair(features, FEATURE_NEAR_RULES, offset + 2, rules->kept[other]);
    if (offset * offset != 1)
        return;
    add(features, FEATURE_NEAR_TAG, tag_word(facts->page, near->element), offset + 2, -1, -1);
    add_pair(features, FEATURE_NEAR_PARENT, offset + 2,
             facts->page->elements.items[near->element].parent == facts->page->elements.items[block->element].parent);
    if (near->letters < SHORT) {
        size_t from = 0;
        Text word;

        if (word_runs_next(facts->blocks[other].lower, &from, &word))
            add(features, FEATURE_NEAR_WORDS, word, offset + 2, -1, -1);
    }
}

void body_features_of(const PageFacts *facts, const PageRules *rules, size_t block, Features *features)
{
    uint32_t element = facts->page->blocks.items[block].element;

    features->count = 0;
    memset(features->seen, 0, sizeof features->seen);
    add_own(facts, block, features);
    add_path(facts, element, features);
    add_sizes(facts, element, features);
    add_rules(facts, rules, block, features);
    add_page(facts, block, features);
    for (int offset = -2; offset <= 2; offset++) {
        if (offset)
            add_neighbour(facts, rules, block, offset, features);
    }
}

/* ---- the second look ---- */

enum { SURE_LETTERS = 60 };

/* From 0 to 1, as a logistic function would go, without one. */
static float squash(float score)
{
    float size = score < 0 ? -score : score;

    return 0.5F + 0.5F * score / (1.0F + size);
}

void body_scores_read(Arena *arena, const PageFacts *facts, const float *scores, BodyScores *sums)
{
    const Page *page = facts->page;
    float *letters = ARENA_ARRAY(arena, float, page->elements.count + facts->look_count + 2),
          *look_letters = letters + page->elements.count + 1;

    *sums = (BodyScores){.scores = scores, .first = NO_INDEX, .last = NO_INDEX};
    sums->parents = ARENA_ARRAY(arena, float, page->elements.count + 1);
    sums->looks = ARENA_ARRAY(arena, float, facts->look_count + 1);
    for (size_t i = 0; i < page->blocks.count; i++) {
        const PageBlock *block = &page->blocks.items[i];
        float weight = (float)(block->letters < 600 ? block->letters + 10 : 600), value = squash(scores[i]) * weight;

        sums->parents[block->element] += value;
        letters[block->element] += weight;
        sums->looks[facts->blocks[i].look] += value;
        look_letters[facts->blocks[i].look] += weight;
        if (scores[i] < 1.0F || block->letters < SURE_LETTERS)
            continue;
        if (sums->first == NO_INDEX)
            sums->first = i;
        sums->last = i;
    }
    for (size_t i = page->elements.count; i-- > 1;) {
        sums->parents[page->elements.items[i].parent] += sums->parents[i];
        letters[page->elements.items[i].parent] += letters[i];
    }
    for (size_t i = 0; i < page->elements.count; i++)
        sums->parents[i] /= letters[i] > 0 ? letters[i] : 1.0F;
    for (size_t i = 0; i < facts->look_count; i++)
        sums->looks[i] /= look_letters[i] > 0 ? look_letters[i] : 1.0F;
}
