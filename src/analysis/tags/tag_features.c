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
    CONTEXT = 2,         /* tokens to each side */
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
    uint32_t *items;
    size_t count;
} Features;

/* Inlined, for half of the hash is then a constant. */
static inline void add(Features *features, uint32_t feature, uint32_t value)
{
    if (features->count < FEATURES_MOST)
        features->items[features->count++] = hash_pair(feature * 2654435761u, value);
}

static void add_bits(Features *features, Feature first, uint32_t bits, uint32_t value)
{
    for (uint32_t feature = first; bits; feature++, bits >>= 1) {
        if (bits & 1)
            add(features, feature, value);
    }
}

/* ---- what there is to be told of a token and its neighbours ---- */

typedef struct Place {
    const TagText *text;
    const TagSegment *segment; /* NULL where only the word counts */
    size_t token;
    const TagWord *word; /* of the token, */
    const Word *own;     /* as is this */
    int before, behind;  /* tokens of its sentence, two at most */
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

static uint32_t class_of(const TagText *text, size_t token)
{
    return form_at(text, token)->few;
}

static uint32_t lexicon_of(const TagText *text, size_t token)
{
    return hash_pair(form_at(text, token)->lexicon, tokens_word(text->tokens, token)->classes);
}

/* What is outside the sentence is one thing before it, and another behind it. */
static inline uint32_t beside_token(const TagText *text, size_t token, int offset, Property *property)
{
    size_t at = token + (size_t)offset; /* below zero, it is beyond the end */

    if (at >= text->tokens->tokens.count || !tag_same_sentence(text, token, at))
        return offset < 0 ? UINT32_MAX : UINT32_MAX - 1;
    return property(text, at);
}

static inline uint32_t beside(const Place *at, int offset, Property *property)
{
    if (offset < 0 ? -offset > at->before : offset > at->behind)
        return offset < 0 ? UINT32_MAX : UINT32_MAX - 1;
    return property(at->text, at->token + (size_t)offset);
}

static void measure_sentence(Place *at)
{
    const TokenList *tokens = at->text->tokens;

    while (at->before < CONTEXT && !token_starts_sentence(tokens, at->token - (size_t)at->before))
        at->before++;
    while (at->behind < CONTEXT && at->token + (size_t)at->behind + 1 < tokens->tokens.count &&
           !token_starts_sentence(tokens, at->token + (size_t)at->behind + 1))
        at->behind++;
}

static inline uint32_t here(const Place *at, Property *property)
{
    return property(at->text, at->token);
}

/* ---- groups that depend on the word alone ---- */

static void add_word(const Place *at, Features *features)
{
    add(features, FEATURE_ALWAYS, 0);
    add(features, FEATURE_WORD, here(at, word_of));
    add(features, FEATURE_FORM, at->word->form.hash);
}

static void add_shape(const Place *at, Features *features)
{
    add(features, FEATURE_SHAPE, here(at, shape_of));
    add(features, FEATURE_LONG_SHAPE, at->word->form.long_shape);
}

static void add_affixes(const Place *at, Features *features)
{
    char plain[TAG_PLAIN_BYTES];
    Text word = tag_plain_word(tokens_text(at->text->tokens, at->token), plain);

    if (at->own->kind != TOKEN_WORD)
        return;
    for (size_t size = 1; size <= AFFIX_LONGEST && size <= word.size; size++) {
        add(features, FEATURE_PREFIX, text_hash((Text){word.bytes, size}));
        add(features, FEATURE_SUFFIX, text_hash((Text){word.bytes + word.size - size, size}));
    }
}

static void add_lexicon(const Place *at, Features *features)
{
    if (at->own->kind != TOKEN_WORD)
        return;
    add_bits(features, FEATURE_LEXICON_BIT, at->word->form.lexicon, at->word->form.capital);
    add_bits(features, FEATURE_WORD_CLASS_BIT, at->own->classes, at->word->form.capital);
    add(features, FEATURE_LEXICON, hash_pair(here(at, lexicon_of), at->word->form.capital));
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
    uint32_t own = here(at, word_of);
    uint32_t before = beside(at, -1, word_of), before_2 = beside(at, -2, word_of);
    uint32_t after = beside(at, 1, word_of), after_2 = beside(at, 2, word_of);

    add(features, FEATURE_WORD_BEFORE, before);
    add(features, FEATURE_WORD_AFTER, after);
    add(features, FEATURE_WORD_BEFORE_2, before_2);
    add(features, FEATURE_WORD_AFTER_2, after_2);
    add(features, FEATURE_WORD_PAIR_BEFORE, hash_pair(before, own));
    add(features, FEATURE_WORD_PAIR_AFTER, hash_pair(own, after));
    add(features, FEATURE_WORDS_BEFORE, hash_pair(before_2, before));
    add(features, FEATURE_WORDS_AFTER, hash_pair(after, after_2));
}

static void add_shapes(const Place *at, Features *features)
{
    uint32_t own = here(at, shape_of);

    add(features, FEATURE_SHAPE_WORD_BEFORE, hash_pair(own, beside(at, -1, word_of)));
    add(features, FEATURE_SHAPE_WORD_AFTER, hash_pair(own, beside(at, 1, word_of)));
    add(features, FEATURE_SHAPES_BEFORE, hash_pair(hash_pair(beside(at, -2, shape_of), beside(at, -1, shape_of)), own));
    add(features, FEATURE_SHAPES_AFTER, hash_pair(hash_pair(beside(at, 2, shape_of), beside(at, 1, shape_of)), own));
}

static void add_lexicon_beside(const Place *at, Features *features)
{
    uint32_t own = here(at, lexicon_of);
    uint32_t before = beside(at, -1, lexicon_of), after = beside(at, 1, lexicon_of);

    add_bits(features, FEATURE_PHRASE_BIT, at->word->phrase, at->word->form.capital);
    add(features, FEATURE_LEXICON_BEFORE, before);
    add(features, FEATURE_LEXICON_AFTER, after);
    add(features, FEATURE_LEXICON_PAIR_BEFORE, hash_pair(before, own));
    add(features, FEATURE_LEXICON_PAIR_AFTER, hash_pair(after, own));
}

static void add_phrase_lists(const Place *at, Features *features)
{
    add_bits(features, FEATURE_PHRASE_LIST_BIT, at->word->phrase_list, 0);
}

static void add_classes_beside(const Place *at, Features *features)
{
    uint32_t own = here(at, class_of);
    uint32_t before = beside(at, -1, class_of), after = beside(at, 1, class_of);

    add(features, FEATURE_CLASS_BEFORE, before);
    add(features, FEATURE_CLASS_AFTER, after);
    add(features, FEATURE_CLASS_BEFORE_2, beside(at, -2, class_of));
    add(features, FEATURE_CLASS_AFTER_2, beside(at, 2, class_of));
    add(features, FEATURE_CLASS_PAIR_BEFORE, hash_pair(before, own));
    add(features, FEATURE_CLASS_PAIR_AFTER, hash_pair(own, after));
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
        if (beside_token(text, token, -1, shape_of) == here(at, shape_of))
            add(features, FEATURE_ELSEWHERE_LEXICON, beside_token(text, token, -1, lexicon_of));
        taken++;
    }
}

/* ---- the groups ---- */

typedef void Add(const Place *at, Features *features);

static const struct {
    const char *name;
    Add *own, *place; /* of the word alone, and of where it stands; NULL: there are none */
} groups[TAG_FEATURE_GROUP_COUNT] = {
    {"word", add_word, NULL},
    {"neighbours", NULL, add_words},
    {"shape", add_shape, add_shapes},
    {"affixes", add_affixes, NULL},
    {"lexicon", add_lexicon, add_lexicon_beside},
    {"lists", add_lists, add_phrase_lists},
    {"classes", add_class, add_classes_beside},
    {"run", NULL, add_run},
    {"sentence", NULL, add_sentence},
    {"elsewhere", NULL, add_elsewhere},
};

const char *tag_feature_group(size_t group)
{
    return groups[group].name;
}

static size_t collect(const TagText *text, const TagSegment *segment, size_t token, uint32_t *items)
{
    Place at = {text, segment, token, tag_word(text, token), tokens_word(text->tokens, token), 0, 0};
    Features features = {items, 0};

    if (segment)
        measure_sentence(&at);
    for (size_t group = 0; group < TAG_FEATURE_GROUP_COUNT; group++) {
        Add *add_group = segment ? groups[group].place : groups[group].own;

        if (add_group && !(text->left_out >> group & 1))
            add_group(&at, &features);
    }
    return features.count;
}

size_t tag_own_features(const TagText *text, size_t token, uint32_t *features)
{
    return collect(text, NULL, token, features);
}

size_t tag_context_features(const TagText *text, const TagSegment *segment, size_t token, uint32_t *features)
{
    return collect(text, segment, token, features);
}
