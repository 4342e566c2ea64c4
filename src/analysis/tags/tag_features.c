/*
 * The features are those of Ratinov and Roth, Design Challenges and Misconceptions in Named Entity Recognition (CoNLL 2009), as far as they
 * need no parser: forms, affixes and shapes in a window, word lists and classes, and the contexts of the same word elsewhere.
 */
#include "analysis/tags/tag_features.h"

enum {
    AFFIX_LONGEST = 4,   /* bytes */
    RUN_REACH = 12,      /* tokens that are looked at for where a run of capitals begins and ends, */
    RUN_LONGEST = 3,     /* and how far that counts */
    ELSEWHERE_MOST = 8,  /* other places of a word that are looked at, */
    ELSEWHERE_TAKEN = 4, /* and those with a capital that count */
    BITS = 32
};

/* What a feature tells; each tells it with a value. A model is made for these numbers: others make another TAG_FEATURES_VERSION. */
typedef enum Feature {
    FEATURE_ALWAYS,
    FEATURE_WORD,
    FEATURE_FORM,
    FEATURE_SHAPE,
    FEATURE_LONG_SHAPE,
    FEATURE_PREFIX,
    FEATURE_SUFFIX,
    FEATURE_LEXICON,
    FEATURE_LIST_SET,
    FEATURE_LIST_GIVEN,
    FEATURE_CLASS_OWN, /* these three of the many classes */
    FEATURE_CLASS_CAPITAL,
    FEATURE_CLASS_SHAPE,
    FEATURE_CLASS_BEFORE_2, /* these of the few */
    FEATURE_CLASS_BEFORE,
    FEATURE_CLASS_AFTER,
    FEATURE_CLASS_AFTER_2,
    FEATURE_CLASS_PAIR_BEFORE,
    FEATURE_CLASS_PAIR_AFTER,
    FEATURE_WORD_BEFORE_2,
    FEATURE_WORD_BEFORE,
    FEATURE_WORD_AFTER,
    FEATURE_WORD_AFTER_2,
    FEATURE_WORD_PAIR_BEFORE,
    FEATURE_WORD_PAIR_AFTER,
    FEATURE_WORDS_BEFORE,
    FEATURE_WORDS_AFTER,
    FEATURE_SHAPE_WORD_BEFORE,
    FEATURE_SHAPE_WORD_AFTER,
    FEATURE_SHAPES_BEFORE,
    FEATURE_SHAPES_AFTER,
    FEATURE_LEXICON_BEFORE,
    FEATURE_LEXICON_AFTER,
    FEATURE_LEXICON_PAIR_BEFORE,
    FEATURE_LEXICON_PAIR_AFTER,
    FEATURE_RUN_PLACE,
    FEATURE_RUN_BEFORE,
    FEATURE_RUN_AFTER,
    FEATURE_RUN_LEXICON_BEFORE,
    FEATURE_RUN_LEXICON_AFTER,
    FEATURE_RUN_LAST,
    FEATURE_RUN_LAST_LEXICON,
    FEATURE_RUN_FIRST,
    FEATURE_RUN_FIRST_LEXICON,
    FEATURE_SENTENCE,
    FEATURE_SENTENCE_SHAPE,
    FEATURE_ELSEWHERE_SHAPE,
    FEATURE_ELSEWHERE_BEFORE,
    FEATURE_ELSEWHERE_AFTER,
    FEATURE_ELSEWHERE_LEXICON,
    FEATURE_LEXICON_BIT, /* from here on one for each bit */
    FEATURE_WORD_CLASS_BIT = FEATURE_LEXICON_BIT + BITS,
    FEATURE_PHRASE_BIT = FEATURE_WORD_CLASS_BIT + BITS,
    FEATURE_LIST_BIT = FEATURE_PHRASE_BIT + BITS,
    FEATURE_PHRASE_LIST_BIT = FEATURE_LIST_BIT + BITS
} Feature;

typedef struct Features {
    const TagModel *model;
    uint32_t *items;
    size_t count;
} Features;

/* Inlined, for half of the hash is then a constant. */
static inline void add(Features *features, uint32_t feature, uint32_t value)
{
    uint32_t hash = hash_pair(feature * 2654435761u, value);

    if (features->count == FEATURES_MOST)
        return;
    features->items[features->count++] = hash;
    tag_model_expect(features->model, TAG_WEIGHTS, hash);
}

static void add_bits(Features *features, Feature first, uint32_t bits, uint32_t value)
{
    for (uint32_t feature = first; bits; feature++, bits >>= 1) {
        if (bits & 1)
            add(features, feature, value);
    }
}

/* ---- what there is to be told of a token and its neighbours ---- */

/* Of tokens from two before to two behind; what is outside the sentence is one thing before it, and another behind it. */
enum { BEFORE_2, BEFORE, HERE, AFTER, AFTER_2, WINDOW };

#define OUTSIDE_BEFORE UINT32_MAX
#define OUTSIDE_BEHIND (UINT32_MAX - 1)

typedef struct Place {
    const TagText *text;
    const TagSegment *segment; /* NULL where only the word counts */
    size_t token;
    const TagWord *word; /* of the token, */
    const Word *own;     /* as is this */
    uint32_t words[WINDOW], shapes[WINDOW], classes[WINDOW];
    uint32_t lexicon[WINDOW]; /* of the token and those at once beside it */
} Place;

typedef uint32_t Property(const TagText *text, size_t token);

static uint32_t word_of(const TagText *text, size_t token)
{
    return tokens_word(text->tokens, token)->hash;
}

/* Of a token that is looked at, or of one elsewhere. */
static inline const TagForm *form_at(const TagText *text, size_t token)
{
    return token >= text->from && token < text->until ? &tag_word(text, token)->form : tag_form(text, token);
}

static uint32_t shape_of(const TagText *text, size_t token)
{
    return form_at(text, token)->shape;
}

static inline uint32_t lexicon_of(const TagText *text, size_t token)
{
    return hash_pair(form_at(text, token)->lexicon, tokens_word(text->tokens, token)->classes);
}

static inline uint32_t beside_token(const TagText *text, size_t token, int offset, Property *property)
{
    size_t at = token + (size_t)offset; /* below zero, it is beyond the end */

    if (at >= text->tokens->tokens.count || !tag_same_sentence(text, token, at))
        return offset < 0 ? OUTSIDE_BEFORE : OUTSIDE_BEHIND;
    return property(text, at);
}

static inline void take_place(Place *at, size_t token, int place)
{
    const TagForm *form = form_at(at->text, token);
    const Word *word = tokens_word(at->text->tokens, token);

    at->words[place] = word->hash;
    at->shapes[place] = form->shape;
    at->classes[place] = form->few;
    if (place >= BEFORE && place <= AFTER)
        at->lexicon[place] = hash_pair(form->lexicon, word->classes);
}

static inline void take_outside(Place *at, int place)
{
    at->words[place] = at->shapes[place] = at->classes[place] = at->lexicon[place] =
        place < HERE ? OUTSIDE_BEFORE : OUTSIDE_BEHIND;
}

static void look_around(Place *at)
{
    const TokenList *tokens = at->text->tokens;
    bool before = !token_starts_sentence(tokens, at->token);
    bool before_2 = before && !token_starts_sentence(tokens, at->token - 1);
    bool after = at->token + 1 < tokens->tokens.count && !token_starts_sentence(tokens, at->token + 1);
    bool after_2 = after && at->token + 2 < tokens->tokens.count && !token_starts_sentence(tokens, at->token + 2);

    before_2 ? take_place(at, at->token - 2, BEFORE_2) : take_outside(at, BEFORE_2);
    before ? take_place(at, at->token - 1, BEFORE) : take_outside(at, BEFORE);
    after ? take_place(at, at->token + 1, AFTER) : take_outside(at, AFTER);
    after_2 ? take_place(at, at->token + 2, AFTER_2) : take_outside(at, AFTER_2);
}

/* ---- groups that depend on the word alone ---- */

static void add_word(const Place *at, Features *features)
{
    add(features, FEATURE_ALWAYS, 0);
    add(features, FEATURE_WORD, at->words[HERE]);
    add(features, FEATURE_FORM, at->word->form.hash);
}

static void add_shape(const Place *at, Features *features)
{
    add(features, FEATURE_SHAPE, at->shapes[HERE]);
    add(features, FEATURE_LONG_SHAPE, at->word->form.long_shape);
}

static void add_affixes(const Place *at, Features *features)
{
    uint32_t prefix = HASH_START;
    char plain[TAG_PLAIN_BYTES];
    Text word;

    if (at->own->kind != TOKEN_WORD)
        return;
    word = tag_plain_word(tokens_text(at->text->tokens, at->token), plain);
    for (size_t size = 1; size <= AFFIX_LONGEST && size <= word.size; size++) {
        prefix = hash_byte(prefix, word.bytes[size - 1]);
        add(features, FEATURE_PREFIX, hash_finish(prefix));
        add(features, FEATURE_SUFFIX, text_hash((Text){word.bytes + word.size - size, size}));
    }
}

static void add_lexicon(const Place *at, Features *features)
{
    if (at->own->kind != TOKEN_WORD)
        return;
    add_bits(features, FEATURE_LEXICON_BIT, at->word->form.lexicon, at->word->form.capital);
    add_bits(features, FEATURE_WORD_CLASS_BIT, at->own->classes, at->word->form.capital);
    add(features, FEATURE_LEXICON, hash_pair(at->lexicon[HERE], at->word->form.capital));
}

static void add_lists(const Place *at, Features *features)
{
    unsigned list = at->word->list;

    if (!list)
        return;
    add_bits(features, FEATURE_LIST_BIT, list, 0);
    add(features, FEATURE_LIST_SET, list);
    add(features, FEATURE_LIST_GIVEN, hash_pair(list, at->own->classes & CLASS_GIVEN));
}

static void add_class(const Place *at, Features *features)
{
    const TagWord *word = at->word;

    add(features, FEATURE_CLASS_OWN, word->form.many);
    add(features, FEATURE_CLASS_CAPITAL, hash_pair(word->form.many, word->form.capital));
    add(features, FEATURE_CLASS_SHAPE, hash_pair(word->form.many, word->form.shape));
}

/* ---- groups of its place ---- */

static void add_words(const Place *at, Features *features)
{
    const uint32_t *words = at->words;

    add(features, FEATURE_WORD_BEFORE, words[BEFORE]);
    add(features, FEATURE_WORD_AFTER, words[AFTER]);
    add(features, FEATURE_WORD_BEFORE_2, words[BEFORE_2]);
    add(features, FEATURE_WORD_AFTER_2, words[AFTER_2]);
    add(features, FEATURE_WORD_PAIR_BEFORE, hash_pair(words[BEFORE], words[HERE]));
    add(features, FEATURE_WORD_PAIR_AFTER, hash_pair(words[HERE], words[AFTER]));
    add(features, FEATURE_WORDS_BEFORE, hash_pair(words[BEFORE_2], words[BEFORE]));
    add(features, FEATURE_WORDS_AFTER, hash_pair(words[AFTER], words[AFTER_2]));
}

static void add_shapes(const Place *at, Features *features)
{
    const uint32_t *shapes = at->shapes;

    add(features, FEATURE_SHAPE_WORD_BEFORE, hash_pair(shapes[HERE], at->words[BEFORE]));
    add(features, FEATURE_SHAPE_WORD_AFTER, hash_pair(shapes[HERE], at->words[AFTER]));
    add(features, FEATURE_SHAPES_BEFORE, hash_pair(hash_pair(shapes[BEFORE_2], shapes[BEFORE]), shapes[HERE]));
    add(features, FEATURE_SHAPES_AFTER, hash_pair(hash_pair(shapes[AFTER_2], shapes[AFTER]), shapes[HERE]));
}

static void add_lexicon_beside(const Place *at, Features *features)
{
    const uint32_t *lexicon = at->lexicon;

    add_bits(features, FEATURE_PHRASE_BIT, at->word->phrase, at->word->form.capital);
    add(features, FEATURE_LEXICON_BEFORE, lexicon[BEFORE]);
    add(features, FEATURE_LEXICON_AFTER, lexicon[AFTER]);
    add(features, FEATURE_LEXICON_PAIR_BEFORE, hash_pair(lexicon[BEFORE], lexicon[HERE]));
    add(features, FEATURE_LEXICON_PAIR_AFTER, hash_pair(lexicon[AFTER], lexicon[HERE]));
}

static void add_phrase_lists(const Place *at, Features *features)
{
    add_bits(features, FEATURE_PHRASE_LIST_BIT, at->word->phrase_list, 0);
}

static void add_classes_beside(const Place *at, Features *features)
{
    const uint32_t *classes = at->classes;

    add(features, FEATURE_CLASS_BEFORE, classes[BEFORE]);
    add(features, FEATURE_CLASS_AFTER, classes[AFTER]);
    add(features, FEATURE_CLASS_BEFORE_2, classes[BEFORE_2]);
    add(features, FEATURE_CLASS_AFTER_2, classes[AFTER_2]);
    add(features, FEATURE_CLASS_PAIR_BEFORE, hash_pair(classes[BEFORE], classes[HERE]));
    add(features, FEATURE_CLASS_PAIR_AFTER, hash_pair(classes[HERE], classes[AFTER]));
}

/* The run of capitals that a token stands in. */
static void add_run(const Place *at, Features *features)
{
    const TagText *text = at->text;
    size_t token = at->token, first = token, last = token;
    uint32_t ahead, behind;

    if (!at->word->form.capital)
        return;
    while (first > at->segment->first && token - first < RUN_REACH && tag_word(text, first - 1)->form.capital)
        first--;
    while (last + 1 < at->segment->end && last - token < RUN_REACH && tag_word(text, last + 1)->form.capital)
        last++;
    ahead = (uint32_t)(token - first > RUN_LONGEST ? RUN_LONGEST : token - first);
    behind = (uint32_t)(last - token > RUN_LONGEST ? RUN_LONGEST : last - token);
    add(features, FEATURE_RUN_PLACE, hash_pair(ahead, behind));
    add(features, FEATURE_RUN_BEFORE, hash_pair(beside_token(text, first, -1, word_of), ahead));
    add(features, FEATURE_RUN_AFTER, hash_pair(beside_token(text, last, 1, word_of), behind));
    add(features, FEATURE_RUN_LEXICON_BEFORE, hash_pair(beside_token(text, first, -1, lexicon_of), ahead));
    add(features, FEATURE_RUN_LEXICON_AFTER, hash_pair(beside_token(text, last, 1, lexicon_of), behind));
    if (last > token) {
        add(features, FEATURE_RUN_LAST, word_of(text, last));
        add(features, FEATURE_RUN_LAST_LEXICON, lexicon_of(text, last));
    }
    if (first < token) {
        add(features, FEATURE_RUN_FIRST, word_of(text, first));
        add(features, FEATURE_RUN_FIRST_LEXICON, lexicon_of(text, first));
    }
}

static void add_sentence(const Place *at, Features *features)
{
    const TagWord *word = at->word;
    uint32_t place = (uint32_t)(token_starts_sentence(at->text->tokens, at->token) * 2 + word->headline);
    uint32_t elsewhere = (uint32_t)(word->small_elsewhere * 2 + word->capital_elsewhere);

    if (!word->form.capital)
        return;
    add(features, FEATURE_SENTENCE, hash_pair(elsewhere, place));
    add(features, FEATURE_SENTENCE_SHAPE, hash_pair(place, word->form.shape));
    add(features, FEATURE_ELSEWHERE_SHAPE, hash_pair(elsewhere, word->form.shape));
}

/* Where the same word stands again. */
static void add_elsewhere(const Place *at, Features *features)
{
    const TagText *text = at->text;
    const TagCandidate *candidates = text->candidates.items;
    uint32_t own = at->word->candidate - 1, other;

    if (!at->word->form.capital || !at->word->candidate)
        return;
    other = candidates[own].next;
    for (int left = ELSEWHERE_MOST, taken = 0; other != own && left > 0 && taken < ELSEWHERE_TAKEN;
         other = candidates[other].next, left--) {
        size_t token = candidates[other].token;

        if (!form_at(text, token)->capital)
            continue;
        add(features, FEATURE_ELSEWHERE_BEFORE, beside_token(text, token, -1, word_of));
        add(features, FEATURE_ELSEWHERE_AFTER, beside_token(text, token, 1, word_of));
        if (beside_token(text, token, -1, shape_of) == at->shapes[HERE])
            add(features, FEATURE_ELSEWHERE_LEXICON, beside_token(text, token, -1, lexicon_of));
        taken++;
    }
}

/* ---- the groups ---- */

enum { WORDS, NEIGHBOURS, SHAPE, AFFIXES, LEXICON, LISTS, CLASSES, RUN, SENTENCE, ELSEWHERE, GROUPS };

static const char *const groups[] = {"word",  "neighbours", "shape", "affixes",  "lexicon",
                                     "lists", "classes",    "run",   "sentence", "elsewhere"};

_Static_assert((size_t)GROUPS == TAG_FEATURE_GROUP_COUNT && COUNT_OF(groups) == GROUPS, "a name for each group");

const char *tag_feature_group(size_t group)
{
    return groups[group];
}

static inline bool has_group(const Place *at, unsigned group)
{
    return !(at->text->left_out >> group & 1);
}

static inline Place place_of(const TagText *text, const TagSegment *segment, size_t token)
{
    Place at;

    at.text = text;
    at.segment = segment;
    at.token = token;
    at.word = tag_word(text, token);
    at.own = tokens_word(text->tokens, token);
    take_place(&at, token, HERE);
    return at;
}

/* clang-format off */
size_t tag_own_features(const TagText *text, size_t token, uint32_t *items)
{
    Place at = place_of(text, NULL, token);
    Features features = {text->model, items, 0};

    if (has_group(&at, WORDS))   add_word(&at, &features);
    if (has_group(&at, SHAPE))   add_shape(&at, &features);
    if (has_group(&at, AFFIXES)) add_affixes(&at, &features);
    if (has_group(&at, LEXICON)) add_lexicon(&at, &features);
    if (has_group(&at, LISTS))   add_lists(&at, &features);
    if (has_group(&at, CLASSES)) add_class(&at, &features);
    return features.count;
}

size_t tag_context_features(const TagText *text, const TagSegment *segment, size_t token, uint32_t *items)
{
    Place at = place_of(text, segment, token);
    Features features = {text->model, items, 0};

    look_around(&at);
    if (has_group(&at, NEIGHBOURS)) add_words(&at, &features);
    if (has_group(&at, SHAPE))      add_shapes(&at, &features);
    if (has_group(&at, LEXICON))    add_lexicon_beside(&at, &features);
    if (has_group(&at, LISTS))      add_phrase_lists(&at, &features);
    if (has_group(&at, CLASSES))    add_classes_beside(&at, &features);
    if (has_group(&at, RUN))        add_run(&at, &features);
    if (has_group(&at, SENTENCE))   add_sentence(&at, &features);
    if (has_group(&at, ELSEWHERE))  add_elsewhere(&at, &features);
    return features.count;
}
/* clang-format on */
