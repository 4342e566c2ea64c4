/*
 * The features are those of Ratinov and Roth, Design Challenges and Misconceptions in Named Entity Recognition (CoNLL 2009), as far as they
 * need no parser: forms, affixes and shapes in a window, word lists, and the contexts of the same word elsewhere.
 */
#include "analysis/tag_features.h"

#include <string.h>

#include "analysis/lexicon.h"
#include "base/unicode.h"

enum {
    GAP_LONGEST = 3, /* small words between two capitals of one segment */
    SHAPE_LONGEST = 10,
    AFFIX_LONGEST = 4,
    ELSEWHERE = 4,      /* other places of a word that are looked at */
    PHRASE_LONGEST = 4, /* words of a phrase of the lists, */
    LEXICON_WORDS = 6,  /* and of one of the lexicon */
    RUN_REACH = 12,
    CONTEXT = 2,   /* tokens to each side */
    OUTSIDE = 9999 /* the class of what is not of the sentence */
};

/* Of the lexicon: flags that tell nothing by themselves. */
static const uint32_t plain = (uint32_t)LEXICON_BEGINS;

static uint32_t mix(uint32_t a, uint32_t b)
{
    uint32_t hash = a * 0x9E3779B1u ^ (b + 0x7F4A7C15u + (a << 6) + (a >> 2));

    hash ^= hash >> 16;
    hash *= 0x85EBCA6Bu;
    hash ^= hash >> 13;
    hash *= 0xC2B2AE35u;
    return hash ^ hash >> 16;
}

static const Token *token_at(const TagText *text, size_t token)
{
    return &text->tokens->tokens.items[token];
}

static uint32_t hash_bytes(const char *bytes, size_t size, uint32_t seed)
{
    uint32_t hash = HASH_START ^ seed;

    for (size_t i = 0; i < size; i++)
        hash = hash_byte(hash, bytes[i]);
    return hash_finish(hash);
}

static char kind_of(Text word, size_t at, size_t *size)
{
    uint32_t code_point = utf8_decode(word, at, size);

    if (code_point < 0x80) {
        char byte = word.bytes[at];

        return ascii_is_upper(byte) ? 'X' : ascii_is_lower(byte) ? 'x' : ascii_is_digit(byte) ? 'd' : byte;
    }
    return unicode_is_upper(code_point) ? 'X' : 'x';
}

static void take_shape(TagWord *out, Text word)
{
    char letters[SHAPE_LONGEST], runs[SHAPE_LONGEST];
    size_t letter_count = 0, run_count = 0, upper = 0, lower = 0, size;

    for (size_t at = 0; at < word.size; at += size) {
        char kind = kind_of(word, at, &size);

        upper += kind == 'X';
        lower += kind == 'x';
        out->digit = out->digit || kind == 'd';
        if (letter_count < SHAPE_LONGEST)
            letters[letter_count++] = kind;
        if (run_count < SHAPE_LONGEST && (run_count == 0 || runs[run_count - 1] != kind))
            runs[run_count++] = kind;
    }
    out->in_capitals = upper > 1 && lower == 0;
    out->capital = out->capital || upper > 0;
    out->shape = hash_bytes(runs, run_count, 77);
    out->long_shape = hash_bytes(letters, letter_count, 99);
}

/* Phrases of the lexicon: each of their words has their flags. */
static void mark_phrases(TagText *text, size_t first)
{
    FoldedName folded = {.size = 0};
    size_t count = text->tokens->tokens.count, end = 0;
    uint32_t flags = 0;

    for (size_t at = first; at < count && at < first + LEXICON_WORDS; at++) {
        const LexiconEntry *entry;

        if (at > first) {
            if (token_at(text, at)->block != token_at(text, first)->block)
                break;
            folded_name_append(
                &folded, text_slice(text->tokens->article->text, (Range){token_at(text, at - 1)->range.end,
                                                                         token_at(text, at)->range.start}));
        }
        folded_name_append(&folded, tokens_text(text->tokens, at));
        entry = lexicon_find(&folded);
        if (!entry)
            break;
        if (at > first && entry->flags & ~plain) {
            end = at + 1;
            flags = entry->flags;
        }
        if (!(entry->flags & LEXICON_BEGINS))
            break;
    }
    for (size_t at = first; at < end; at++)
        text->words[at].phrase |= flags;
}

uint32_t tag_word_key(Text word)
{
    uint32_t hash = HASH_START;
    size_t size;

    if (word.size > 1 && word.bytes[word.size - 1] == '.')
        word.size--;
    for (size_t at = 0; at < word.size; at += size) {
        uint32_t code_point = utf8_decode(word, at, &size);
        char bytes[4];
        size_t length = utf8_encode(code_point == 0x2019 ? '\'' : unicode_to_lower(code_point), bytes);

        for (size_t i = 0; i < length; i++)
            hash = hash_byte(hash, bytes[i]);
    }
    return hash_finish(hash);
}

uint32_t tag_phrase_key(uint32_t phrase, uint32_t word)
{
    return mix(phrase, word);
}

/* Phrases of the lists that begin with a word. */
static void mark_lists(TagText *text, size_t first)
{
    uint32_t key = 0;

    for (size_t at = first; at < text->tokens->tokens.count && at < first + PHRASE_LONGEST &&
                            token_at(text, at)->block == token_at(text, first)->block;
         at++) {
        unsigned lists = tag_model_phrase(text->model, key = tag_phrase_key(key, token_at(text, at)->hash));

        if (at == first)
            text->words[at].list |= (unsigned char)lists;
        for (size_t i = first; i <= at && at > first && lists; i++)
            text->words[i].phrase_list |= (unsigned char)lists;
    }
}

/* A place is looked for also where the writer has no capitals: "in san francisco". */
static bool is_small_place(const TagText *text, size_t token)
{
    if (token_at(text, token)->kind != TOKEN_WORD ||
        !(tag_model_phrase(text->model, tag_phrase_key(0, token_at(text, token)->hash)) & TAG_LIST_PLACE))
        return false;
    return !(lexicon_flags(tokens_text(text->tokens, token)) &
             (LEXICON_DOUBTFUL | LEXICON_COMMON | LEXICON_STOP));
}

/* Where each word stands again. */
static void link_words(TagText *text, Arena *arena)
{
    size_t count = text->tokens->tokens.count, candidates = 0, slots = 16;
    int32_t *last;

    for (size_t i = 0; i < count; i++)
        candidates += text->words[i].candidate;
    while (slots < candidates * 2)
        slots *= 2;
    last = ARENA_ARRAY(arena, int32_t, slots);
    memset(last, 0xFF, slots * sizeof *last);
    /* twice around, so that the last one leads to the first */
    for (int turn = 0; turn < 2; turn++) {
        for (size_t i = count; i-- > 0;) {
            size_t slot = token_at(text, i)->hash & (slots - 1);

            if (!text->words[i].candidate)
                continue;
            while (last[slot] >= 0 && token_at(text, (size_t)last[slot])->hash != token_at(text, i)->hash)
                slot = (slot + 1) & (slots - 1);
            if (turn == 1)
                text->words[i].next = last[slot] == (int32_t)i ? -1 : last[slot];
            last[slot] = (int32_t)i;
        }
    }
}

static void mark_elsewhere(TagText *text)
{
    for (size_t i = 0; i < text->tokens->tokens.count; i++) {
        TagWord *word = &text->words[i];
        int32_t at = word->next;

        if (!word->candidate)
            continue;
        word->small_elsewhere = word->capital && tokens_written_small(text->tokens, token_at(text, i)->hash);
        for (int left = 8; at >= 0 && at != (int32_t)i && left > 0; at = text->words[at].next, left--) {
            const TagWord *other = &text->words[at];

            word->capital_elsewhere =
                word->capital_elsewhere || (other->capital && !other->in_capitals && !other->headline &&
                                            !token_at(text, (size_t)at)->starts_sentence);
        }
    }
}

static void mark_headlines(TagText *text)
{
    size_t count = text->tokens->tokens.count;

    for (size_t first = 0, end; first < count; first = end) {
        bool headline;

        for (end = first; end < count && token_at(text, end)->block == token_at(text, first)->block; end++)
            ;
        headline = tokens_are_headline(text->tokens->article, text->tokens->tokens.items, first, end);
        for (size_t i = first; i < end; i++)
            text->words[i].headline = headline;
    }
}

static bool has_capital(Text word)
{
    for (size_t at = 0, size = 1; at < word.size; at += size) {
        if ((unsigned char)word.bytes[at] < 0x80)
            size = 1;
        else if (unicode_is_upper(utf8_decode(word, at, &size)))
            return true;
        if (ascii_is_upper(word.bytes[at]))
            return true;
    }
    return false;
}

/* "[The] mayor": an ordinary word whose capital only says that a sentence begins. */
static bool is_plain_start(const TagText *text, size_t token)
{
    return token_at(text, token)->starts_sentence && token + 1 < text->tokens->tokens.count &&
           !has_capital(tokens_text(text->tokens, token + 1)) &&
           (token_at(text, token)->classes &
            (CLASS_DETERMINER | CLASS_PREPOSITION | CLASS_PRONOUN | CLASS_CONJUNCTION | CLASS_AUXILIARY));
}

/* "Apollo [11]" */
static bool is_number_beside(const TagText *text, size_t token)
{
    return token_at(text, token)->kind == TOKEN_NUMBER &&
           ((token > 0 && token_at(text, token - 1)->capital) ||
            (token + 1 < text->tokens->tokens.count && token_at(text, token + 1)->capital));
}

static bool is_candidate(const TagText *text, size_t token)
{
    if (token_at(text, token)->kind == TOKEN_SIGN)
        return false;
    if (token_at(text, token)->capital || has_capital(tokens_text(text->tokens, token)))
        return !is_plain_start(text, token);
    return is_number_beside(text, token) || is_small_place(text, token);
}

static void take_word(TagText *text, size_t token)
{
    Text word = tokens_text(text->tokens, token);
    TagWordClasses classes = tag_model_word(text->model, token_at(text, token)->hash);
    TagWord *out = &text->words[token];

    out->capital = token_at(text, token)->capital;
    out->form = hash_bytes(word.bytes, word.size, 0);
    out->few = (unsigned short)classes.few;
    out->many = (unsigned short)classes.many;
    take_shape(out, word);
    if (token_at(text, token)->kind == TOKEN_WORD)
        out->lexicon = lexicon_flags(word);
}

/* Features of a token look at two to each side; most small words are near no name. */
static void take_words(TagText *text)
{
    size_t count = text->tokens->tokens.count, taken = 0;

    for (size_t i = 0; i < count; i++) {
        text->words[i].next = -1;
        text->words[i].candidate = is_candidate(text, i);
    }
    for (size_t i = 0; i < count; i++) {
        size_t first = i > CONTEXT ? i - CONTEXT : 0;

        if (!text->words[i].candidate)
            continue;
        for (first = first > taken ? first : taken; first < count && first <= i + CONTEXT + GAP_LONGEST;
             first++)
            take_word(text, first);
        taken = first;
    }
}

void tag_text_init(TagText *text, Arena *arena, const TokenList *tokens, const TagModel *model)
{
    size_t count = tokens->tokens.count;

    *text = (TagText){tokens, model, ARENA_ARRAY(arena, TagWord, count + 1)};
    take_words(text);
    for (size_t i = 0; i < count; i++) {
        if (text->words[i].capital)
            mark_phrases(text, i);
        if (text->words[i].candidate)
            mark_lists(text, i);
    }
    link_words(text, arena);
    mark_headlines(text);
    mark_elsewhere(text);
}

static bool same_sentence(const TagText *text, size_t a, size_t b)
{
    return token_at(text, a)->sentence == token_at(text, b)->sentence &&
           token_at(text, a)->block == token_at(text, b)->block;
}

bool tag_next_segment(const TagText *text, size_t from, TagSegment *segment)
{
    size_t count = text->tokens->tokens.count;

    while (from < count && !text->words[from].candidate)
        from++;
    if (from == count)
        return false;
    *segment = (TagSegment){from, from + 1};
    for (size_t at = from + 1; at < count && at - from < TAG_SEGMENT_LONGEST &&
                               at <= segment->end + GAP_LONGEST && same_sentence(text, from, at);
         at++) {
        if (text->words[at].candidate)
            segment->end = at + 1;
    }
    return true;
}

typedef struct Features {
    uint32_t *items;
    size_t count;
} Features;

static void add(Features *features, uint32_t id, uint32_t value)
{
    if (features->count < FEATURES_MOST)
        features->items[features->count++] = mix(id * 2654435761u, value);
}

/* Outside the sentence: 1 before it, 2 behind it. */
static uint32_t word_at(const TagText *text, size_t token, long offset)
{
    long at = (long)token + offset;

    if (at < 0 || at >= (long)text->tokens->tokens.count || !same_sentence(text, token, (size_t)at))
        return offset < 0 ? 1 : 2;
    return token_at(text, (size_t)at)->hash;
}

static uint32_t shape_at(const TagText *text, size_t token, long offset)
{
    long at = (long)token + offset;

    if (at < 0 || at >= (long)text->tokens->tokens.count || !same_sentence(text, token, (size_t)at))
        return offset < 0 ? 1 : 2;
    return text->words[at].shape;
}

static uint32_t lists_at(const TagText *text, size_t token, long offset)
{
    long at = (long)token + offset;

    if (at < 0 || at >= (long)text->tokens->tokens.count || !same_sentence(text, token, (size_t)at))
        return offset < 0 ? 1 : 2;
    return mix(text->words[at].lexicon & ~plain, token_at(text, (size_t)at)->classes);
}

static void add_bits(Features *features, uint32_t id, uint32_t bits, uint32_t value)
{
    for (uint32_t bit = 0; bits; bit++, bits >>= 1) {
        if (bits & 1)
            add(features, id + bit, value);
    }
}

/* Classes of the words around, and in pairs; `id` and the eleven behind it. */
static void add_classes(Features *features, uint32_t id, const uint32_t classes[5], const TagWord *word)
{
    add(features, id, classes[0]);
    add(features, id + 1, classes[1]);
    add(features, id + 3, classes[3]);
    add(features, id + 4, classes[4]);
    add(features, id + 7, mix(classes[1], classes[2]));
    add(features, id + 8, mix(classes[2], classes[3]));
    add(features, id + 10, mix(classes[1], word->shape));
    add(features, id + 11, mix(classes[3], word->shape));
}

static void add_own_classes(Features *features, uint32_t id, uint32_t own, const TagWord *word)
{
    add(features, id + 2, own);
    add(features, id + 6, mix(own, word->capital));
    add(features, id + 9, mix(own, word->shape));
}

enum { ID_FEW = 500, ID_MANY = 540 };

static void add_both_classes(const TagText *text, size_t token, Features *features)
{
    uint32_t few[5], many[5];

    for (int i = 0; i < 5; i++) {
        size_t at = token + (size_t)i;
        bool inside = at >= 2 && at - 2 < text->tokens->tokens.count && same_sentence(text, token, at - 2);

        few[i] = inside ? text->words[at - 2].few : OUTSIDE;
        many[i] = inside ? text->words[at - 2].many : OUTSIDE;
    }
    add_classes(features, ID_FEW, few, &text->words[token]);
    add_classes(features, ID_MANY, many, &text->words[token]);
}

static void add_lists(const TagText *text, size_t token, Features *features)
{
    const TagWord *word = &text->words[token];

    if (word->list) {
        add_bits(features, 420, word->list, 0);
        add(features, 13, word->list);
        add(features, 14, mix(word->list, token_at(text, token)->classes & CLASS_GIVEN));
    }
    add_own_classes(features, ID_FEW, word->few, word);
    add_own_classes(features, ID_MANY, word->many, word);
}

static void add_word(const TagText *text, size_t token, Features *features)
{
    const TagWord *word = &text->words[token];
    Text bytes = tokens_text(text->tokens, token);

    add(features, 1, 0);
    add(features, 2, token_at(text, token)->hash);
    add(features, 3, word->form);
    add(features, 4, word->shape);
    add(features, 5, word->long_shape);
    if (token_at(text, token)->kind == TOKEN_WORD) {
        for (size_t size = 1; size <= AFFIX_LONGEST && size <= bytes.size; size++) {
            add(features, 10, hash_bytes(bytes.bytes, size, 5));
            add(features, 11, hash_bytes(bytes.bytes + bytes.size - size, size, 6));
        }
        add_bits(features, 300, word->lexicon & ~plain, word->capital);
        add_bits(features, 340, token_at(text, token)->classes, word->capital);
        add(features, 12, mix(lists_at(text, token, 0), word->capital));
    }
}

static void add_context(const TagText *text, size_t token, Features *features)
{
    uint32_t own = token_at(text, token)->hash, shape = text->words[token].shape;
    uint32_t before = word_at(text, token, -1), after = word_at(text, token, 1);

    add(features, 20, before);
    add(features, 21, after);
    add(features, 22, word_at(text, token, -2));
    add(features, 23, word_at(text, token, 2));
    add(features, 24, mix(before, own));
    add(features, 25, mix(own, after));
    add(features, 26, mix(word_at(text, token, -2), before));
    add(features, 27, mix(after, word_at(text, token, 2)));
    add(features, 28, mix(shape_at(text, token, -1), shape));
    add(features, 29, mix(shape, shape_at(text, token, 1)));
    add(features, 30, mix(mix(shape_at(text, token, -1), shape), shape_at(text, token, 1)));
    add(features, 31, mix(shape, before));
    add(features, 32, mix(shape, after));
    add(features, 33, mix(mix(shape_at(text, token, -2), shape_at(text, token, -1)), shape));
    add(features, 34, mix(mix(shape_at(text, token, 2), shape_at(text, token, 1)), shape));
    add(features, 35, lists_at(text, token, -1));
    add(features, 36, lists_at(text, token, 1));
    add(features, 37, mix(lists_at(text, token, -1), lists_at(text, token, 0)));
    add(features, 38, mix(lists_at(text, token, 1), lists_at(text, token, 0)));
}

static void add_run(const TagText *text, const TagSegment *segment, size_t token, Features *features)
{
    const TagWord *word = &text->words[token];
    size_t first = token, last = token;
    uint32_t ahead, behind;

    while (first > segment->first && token - first < RUN_REACH && text->words[first - 1].capital)
        first--;
    while (last + 1 < segment->end && last - token < RUN_REACH && text->words[last + 1].capital)
        last++;
    ahead = (uint32_t)(token - first > 3 ? 3 : token - first);
    behind = (uint32_t)(last - token > 3 ? 3 : last - token);
    add(features, 40, ahead * 4 + behind);
    add(features, 41, mix(word_at(text, first, -1), ahead > 2 ? 2 : ahead));
    add(features, 42, mix(word_at(text, last, 1), behind > 2 ? 2 : behind));
    add(features, 43, mix(lists_at(text, first, -1), ahead > 2 ? 2 : ahead));
    add(features, 44, mix(lists_at(text, last, 1), behind > 2 ? 2 : behind));
    if (last > token) {
        add(features, 45, token_at(text, last)->hash);
        add(features, 46, lists_at(text, last, 0));
    }
    if (first < token) {
        add(features, 47, token_at(text, first)->hash);
        add(features, 48, lists_at(text, first, 0));
    }
    add(features, 50,
        (uint32_t)(word->small_elsewhere * 8 + word->capital_elsewhere * 4 +
                   token_at(text, token)->starts_sentence * 2 + word->headline));
    add(features, 51, mix((uint32_t)(word->small_elsewhere * 2 + word->capital_elsewhere), word->shape));
    add(features, 52,
        mix((uint32_t)(token_at(text, token)->starts_sentence * 2 + word->headline), word->shape));
}

static void add_elsewhere(const TagText *text, size_t token, Features *features)
{
    int32_t at = text->words[token].next;

    for (int left = ELSEWHERE * 2, taken = 0;
         at >= 0 && at != (int32_t)token && left > 0 && taken < ELSEWHERE;
         at = text->words[at].next, left--) {
        if (!text->words[at].capital)
            continue;
        add(features, 60, word_at(text, (size_t)at, -1));
        add(features, 61, word_at(text, (size_t)at, 1));
        if (shape_at(text, (size_t)at, -1) == text->words[token].shape)
            add(features, 62, lists_at(text, (size_t)at, -1));
        taken++;
    }
}

size_t tag_own_features(const TagText *text, size_t token, uint32_t *features)
{
    Features list = {features, 0};

    add_word(text, token, &list);
    add_lists(text, token, &list);
    return list.count;
}

size_t tag_context_features(const TagText *text, const TagSegment *segment, size_t token, uint32_t *features)
{
    const TagWord *word = &text->words[token];
    Features list = {features, 0};

    add_bits(&list, 380, word->phrase & ~plain, word->capital);
    add_bits(&list, 430, word->phrase_list, 0);
    add_context(text, token, &list);
    add_both_classes(text, token, &list);
    if (word->capital) {
        add_run(text, segment, token, &list);
        add_elsewhere(text, token, &list);
    }
    return list.count;
}
