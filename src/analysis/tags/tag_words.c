/*
 * What may be of a name is listed once for the whole text, so that each knows where its word stands again. All else that features ask for is
 * worked out for the few sentences that are tagged at once, and forgotten after them: of what may be of a name and what is near it. The
 * others, most of the text, are passed over.
 *
 *     The mayor of [Norvane] met [Ines] [Farrow]. … [Norvane]        candidates; the first and the last are linked
 */
#include "analysis/tags/tag_words.h"

#include <string.h>

#include "analysis/words/phrases.h"
#include "analysis/words/vocabulary.h"
#include "base/lower_bound.h"
#include "base/unicode/unicode.h"

enum {
    GAP_LONGEST = 3, /* small words between two capitals of one segment */
    SHAPE_LONGEST = 10,
    ELSEWHERE_MOST = 8, /* other places of a word that are looked at */
    PHRASE_LONGEST = 4, /* words of a phrase of the lists, */
    LEXICON_WORDS = 6,  /* and of one of the lexicon */
    CONTEXT = 2,        /* tokens to each side */
    FORMS_LEAST = 64,   /* powers of two */
    FORMS_MOST = 1024,
    LOOK_BACK = LEXICON_WORDS + CONTEXT /* tokens: where a phrase may begin that reaches into a sentence */
};

static const Word *token_at(const TagText *text, size_t token)
{
    return tokens_word(text->tokens, token);
}

static inline char kind_of(Text word, size_t at, size_t *size)
{
    char byte = word.bytes[at];

    if ((unsigned char)byte >= 0x80)
        return unicode_is_upper(utf8_decode(word, at, size)) ? 'X' : 'x';
    *size = 1;
    return ascii_is_lower(byte) ? 'x' : ascii_is_upper(byte) ? 'X' : ascii_is_digit(byte) ? 'd' : byte;
}

/* Each letter as its kind, and each run of a kind once. */
static void take_shape(TagForm *out, Text word)
{
    size_t letters = 0, runs = 0, upper = 0, lower = 0, size;
    uint32_t letter_hash = HASH_START, run_hash = HASH_START;
    char last = '\0';

    for (size_t at = 0; at < word.size; at += size) {
        char kind = kind_of(word, at, &size);

        upper += kind == 'X';
        lower += kind == 'x';
        if (letters < SHAPE_LONGEST)
            letter_hash = hash_byte(letter_hash, kind);
        if (runs < SHAPE_LONGEST && (runs == 0 || last != kind)) {
            run_hash = hash_byte(run_hash, last = kind);
            runs++;
        }
        letters++;
    }
    out->in_capitals = upper > 1 && lower == 0;
    out->capital = upper > 0;
    out->shape = hash_finish(run_hash);
    out->long_shape = hash_finish(letter_hash);
}

/* Phrases of the lexicon: each of their words has their flags. */
static void mark_phrases(TagText *text, size_t first)
{
    Phrase phrase = phrase_at(text->tokens, text->tokens->tokens.count, first);
    const LexiconEntry *entry;
    uint32_t flags = 0;
    size_t end = 0;

    while ((entry = phrase_grow_known(&phrase)) && phrase.end - first <= LEXICON_WORDS) {
        if (phrase.end > first + 1 && entry->flags & ~(uint32_t)LEXICON_BEGINS) {
            end = phrase.end;
            flags = entry->flags;
        }
    }
    for (size_t at = first; at < end && at < text->until; at++)
        text->words[at - text->from].phrase |= flags & ~(uint32_t)LEXICON_BEGINS;
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
    return hash_pair(phrase, word);
}

/* The phrases that begin with a word, of one word and more, which the lists are asked for. */
typedef struct AskedLists {
    size_t first, count; /* tokens; none: nothing is asked for */
    uint32_t keys[PHRASE_LONGEST];
} AskedLists;

static void ask_lists(const TagText *text, size_t first, AskedLists *asked)
{
    uint32_t block = token_block(text->tokens, first), key = 0;
    size_t count = 0;

    for (; count < PHRASE_LONGEST && first + count < text->tokens->tokens.count &&
           token_block(text->tokens, first + count) == block;
         count++) {
        key = tag_phrase_key(key, token_at(text, first + count)->hash);
        tag_model_expect(text->model, TAG_PHRASES, key);
        asked->keys[count] = key;
    }
    asked->first = first;
    asked->count = count;
}

static void mark_lists(TagText *text, const AskedLists *asked)
{
    for (size_t count = 0; count < asked->count; count++) {
        unsigned lists = tag_model_phrase(text->model, asked->keys[count]);
        size_t first = asked->first, at = first + count;

        if (at == first)
            text->words[at - text->from].list |= (unsigned char)lists;
        for (size_t i = first; i <= at && at > first && lists && i < text->until; i++)
            text->words[i - text->from].phrase_list |= (unsigned char)lists;
    }
}

/* What is asked for, of which memory has the buckets since, and then their entries: it comes while others are asked for. */
typedef struct ListsOnTheirWay {
    AskedLists buckets, entries;
} ListsOnTheirWay;

/* Further on by one step; `next` is asked for now. */
static void move_lists(TagText *text, ListsOnTheirWay *lists, const AskedLists *next)
{
    mark_lists(text, &lists->entries);
    lists->entries = lists->buckets;
    lists->buckets = *next;
    tag_model_fetch(text->model, TAG_PHRASES, lists->entries.keys, lists->entries.count);
}

/* A place is looked for also where the writer has no capitals: "in san francisco". */
static bool is_small_place(const TagText *text, size_t token)
{
    const Word *word = token_at(text, token);

    return word->kind == TOKEN_WORD && !(word->lexicon & (LEXICON_DOUBTFUL | LEXICON_COMMON | LEXICON_STOP)) &&
           (tag_model_phrase(text->model, tag_phrase_key(0, word->hash)) & TAG_LIST_PLACE);
}

/* What is known of a word of the text. */
enum { KNOWN = 1, KNOWN_CAPITAL = 2, KNOWN_MIXED = 4 /* … and is not in capitals */, KNOWN_PLACE = 8 };

/* The capitals of a word, as take_shape counts them. */
static unsigned known_capitals(const TagText *text, size_t token)
{
    char plain[TAG_PLAIN_BYTES];
    TagForm form;

    switch ((WordLetters)token_at(text, token)->letters) {
    case LETTERS_SMALL:
        return 0;
    case LETTERS_CAPITALS:
        return KNOWN_CAPITAL;
    case LETTERS_MIXED:
        return KNOWN_CAPITAL | KNOWN_MIXED;
    case LETTERS_UNTOLD:
        break;
    }
    take_shape(&form, tag_plain_word(tokens_text(text->tokens, token), plain));
    return !form.capital ? 0 : form.in_capitals ? KNOWN_CAPITAL : KNOWN_CAPITAL | KNOWN_MIXED;
}

static unsigned find_known(const TagText *text, size_t token)
{
    unsigned is = KNOWN | known_capitals(text, token);

    if (!(is & KNOWN_CAPITAL) && is_small_place(text, token))
        is |= KNOWN_PLACE;
    return is;
}

static unsigned known_of(TagText *text, size_t token)
{
    unsigned char *known = &text->known[text->tokens->tokens.items[token].word];

    if (!*known)
        *known = (unsigned char)find_known(text, token);
    return *known;
}

/* "[The] mayor": an ordinary word whose capital only says that a sentence begins. */
static bool is_plain_start(TagText *text, size_t token)
{
    return token_starts_sentence(text->tokens, token) && token + 1 < text->tokens->tokens.count &&
           !(known_of(text, token + 1) & KNOWN_CAPITAL) &&
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

static bool is_candidate(TagText *text, size_t token)
{
    unsigned known;

    if (token_at(text, token)->kind == TOKEN_SIGN)
        return false;
    known = known_of(text, token);
    if (known & KNOWN_CAPITAL)
        return !is_plain_start(text, token);
    return (known & KNOWN_PLACE) || is_number_beside(text, token);
}

Text tag_plain_word(Text word, char plain[TAG_PLAIN_BYTES])
{
    static const Text apostrophe = LITERAL("’");
    size_t mark = 0;

    if (word.size > TAG_PLAIN_BYTES)
        return word;
    while (mark < word.size && (unsigned char)word.bytes[mark] < 0x80)
        mark++;
    if (mark == word.size || (mark = text_find(word, apostrophe, mark)) == TEXT_NOT_FOUND)
        return word;
    memcpy(plain, word.bytes, mark);
    plain[mark] = '\'';
    memcpy(plain + mark + 1, word.bytes + mark + apostrophe.size, word.size - mark - apostrophe.size);
    return (Text){plain, word.size - apostrophe.size + 1};
}

static TagForm form_of(const TagText *text, size_t token)
{
    char plain[TAG_PLAIN_BYTES];
    Text word = tag_plain_word(tokens_text(text->tokens, token), plain);
    TagWordClasses classes = tag_model_word(text->model, token_at(text, token)->hash);
    uint32_t flags = token_at(text, token)->kind == TOKEN_WORD ? tokens_lexicon(text->tokens, token) : 0;
    TagForm form = {.hash = text_hash(word),
                    .lexicon = flags & ~(uint32_t)LEXICON_BEGINS,
                    .few = (unsigned short)classes.few,
                    .many = (unsigned short)classes.many,
                    .begins_phrase = (flags & LEXICON_BEGINS) != 0};

    take_shape(&form, word);
    return form;
}

/* The words met last: most words of a text are the same few. */
struct TagForms {
    size_t count;
    uint32_t *words; /* 1 + the word; 0: none yet */
    TagForm *forms;
};

static struct TagForms *forms_new(Arena *arena, size_t words)
{
    struct TagForms *forms = ARENA_NEW(arena, struct TagForms);

    forms->count = FORMS_LEAST;
    while (forms->count < words && forms->count < FORMS_MOST)
        forms->count *= 2;
    forms->words = ARENA_ARRAY(arena, uint32_t, forms->count);
    forms->forms = arena_room(arena, forms->count * sizeof *forms->forms);
    return forms;
}

const TagForm *tag_form(const TagText *text, size_t token)
{
    uint32_t word = text->tokens->tokens.items[token].word;
    size_t slot = word & (text->forms->count - 1);

    if (text->forms->words[slot] != word + 1) {
        text->forms->words[slot] = word + 1;
        text->forms->forms[slot] = form_of(text, token);
    }
    return &text->forms->forms[slot];
}

/* ---- candidates ---- */

/* Does the block of a token read like a headline? Most ask for the block that was asked for before. */
static bool in_headline(TagText *text, size_t token)
{
    uint32_t block = token_block(text->tokens, token);
    size_t first = token, count = text->tokens->tokens.count;

    if (text->headline_block == block + 1)
        return text->headline;
    while (first > 0 && token_start(text->tokens, first - 1) >= text->tokens->article->blocks.items[block].range.start)
        first--;
    text->headline_block = block + 1;
    text->headline = tokens_are_headline(text->tokens, first, token_block_end(text->tokens, token, count));
    return text->headline;
}

void tag_text_begin(TagText *text, Arena *arena, const TokenList *tokens, const TagModel *model)
{
    *text = (TagText){.tokens = tokens, .model = model, .arena = arena};
    text->scratch = arena_within(arena);
    text->known = ARENA_ARRAY(arena, unsigned char, tokens->words.count);
    text->forms = forms_new(arena, tokens->words.count);
}

/*
 * What the model knows of a word is asked for before the word is met first: its places in the tables so many tokens ahead, and what is there half
 * as many. It is there then too when the word is looked at.
 */
static void expect_word(const TagText *text, size_t first)
{
    enum { AHEAD = 8 };
    const TokenList *tokens = text->tokens;
    size_t far = first + 2 * AHEAD, near = first + AHEAD;

    if (far < tokens->tokens.count && !text->known[tokens->tokens.items[far].word]) {
        uint32_t hash = token_at(text, far)->hash;

        tag_model_expect(text->model, TAG_WORDS, hash);
        tag_model_expect(text->model, TAG_PHRASES, tag_phrase_key(0, hash));
    }
    if (near < tokens->tokens.count && !text->known[tokens->tokens.items[near].word]) {
        uint32_t hash = token_at(text, near)->hash, key = tag_phrase_key(0, hash);

        tag_model_fetch(text->model, TAG_WORDS, &hash, 1);
        tag_model_fetch(text->model, TAG_PHRASES, &key, 1);
    }
}

void tag_text_add(TagText *text, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++) {
        TagCandidate candidate = {.token = (uint32_t)i};

        expect_word(text, i);
        if (!is_candidate(text, i))
            continue;
        candidate.plain =
            (known_of(text, i) & KNOWN_MIXED) && !token_starts_sentence(text->tokens, i) && !in_headline(text, i);
        ARRAY_PUSH(text->arena, text->candidates, candidate);
    }
}

static uint32_t candidate_hash(const TagText *text, size_t candidate)
{
    return token_at(text, text->candidates.items[candidate].token)->hash;
}

/* Where each word stands again. */
void tag_text_link(TagText *text)
{
    size_t count = text->candidates.count, words = text->tokens->words.count, slots = 16;
    uint32_t *last;

    while (slots < (count < words ? count : words) * 2)
        slots *= 2;
    last = ARENA_ARRAY(text->scratch, uint32_t, slots); /* 1 + index of a candidate */
    /* twice around, so that the last one leads to the first */
    for (int turn = 0; turn < 2; turn++) {
        for (size_t i = count; i-- > 0;) {
            uint32_t hash = candidate_hash(text, i);
            size_t slot = hash & (slots - 1);

            while (last[slot] && candidate_hash(text, last[slot] - 1) != hash)
                slot = (slot + 1) & (slots - 1);
            if (turn == 1)
                text->candidates.items[i].next = (last[slot] - 1) & 0x7FFFFFFF;
            last[slot] = (uint32_t)i + 1;
        }
    }
    arena_release(text->scratch);
}

/* ---- what is looked at ---- */

static void mark_elsewhere(TagText *text, TagWord *word)
{
    const TagCandidate *candidates = text->candidates.items;
    uint32_t own = word->candidate - 1, other = candidates[own].next;

    word->small_elsewhere =
        word->form.capital && tokens_written_small(text->tokens, token_at(text, candidates[own].token)->hash);
    for (int left = ELSEWHERE_MOST; other != own && left > 0 && !word->capital_elsewhere;
         other = candidates[other].next, left--)
        word->capital_elsewhere = candidates[other].plain;
}

/* Index of the first candidate at or behind a token. */
static size_t candidate_from(const TagText *text, size_t token)
{
    size_t at;

    LOWER_BOUND(at, text->candidates.count, text->candidates.items[at].token < token);
    return at;
}

enum { BEHIND = CONTEXT + GAP_LONGEST };

/* Features of a token look at two to each side; most small words are near no name. */
static void take_words(TagText *text)
{
    size_t at = candidate_from(text, text->from > BEHIND ? text->from - BEHIND : 0), taken = text->from;

    for (; at < text->candidates.count && text->candidates.items[at].token < text->until + CONTEXT; at++) {
        size_t token = text->candidates.items[at].token, first = token > CONTEXT ? token - CONTEXT : 0;

        if (token >= text->from && token < text->until)
            text->words[token - text->from].candidate = (uint32_t)at + 1;
        first = first > taken ? first : taken;
        for (; first < text->until && first <= token + BEHIND; first++)
            text->words[first - text->from].form = *tag_form(text, first);
        taken = first > taken ? first : taken;
    }
}

void tag_text_look(TagText *text, size_t first, size_t end)
{
    static const AskedLists none = {0, 0, {0}};
    ListsOnTheirWay lists = {none, none};
    AskedLists asked;

    arena_reset(text->scratch);
    text->from = first > LOOK_BACK ? first - LOOK_BACK : 0;
    text->until = end;
    text->words = ARENA_ARRAY(text->scratch, TagWord, end - text->from + 1);
    take_words(text);
    for (size_t i = text->from; i < end; i++) {
        TagWord *word = &text->words[i - text->from];

        if (word->form.capital && word->form.begins_phrase)
            mark_phrases(text, i);
        if (!word->candidate)
            continue;
        word->headline = word->form.capital && in_headline(text, i);
        ask_lists(text, i, &asked);
        move_lists(text, &lists, &asked);
        mark_elsewhere(text, word);
    }
    move_lists(text, &lists, &none);
    move_lists(text, &lists, &none);
}

void tag_text_init(TagText *text, Arena *arena, const TokenList *tokens, const TagModel *model)
{
    size_t count = tokens->tokens.count;

    tag_text_begin(text, arena, tokens, model);
    tag_text_add(text, 0, count);
    tag_text_link(text);
    tag_text_look(text, 0, count);
}

bool tag_next_segment(const TagText *text, size_t from, TagSegment *segment)
{
    size_t count = text->until, gap, at;

    while (from < count && !tag_word(text, from)->candidate)
        from++;
    if (from == count)
        return false;
    *segment = (TagSegment){from, from + 1};
    gap = from;
    for (at = from + 1; at < count && at - from < TAG_SEGMENT_LONGEST && at <= segment->end + GAP_LONGEST &&
                        !token_starts_sentence(text->tokens, at);
         at++) {
        if (tag_word(text, at)->candidate)
            segment->end = at + 1;
        else
            gap = at;
    }
    if (at - from == TAG_SEGMENT_LONGEST && gap > from && at < count && tag_word(text, at)->candidate)
        segment->end = gap; /* not in the middle of a name */
    return true;
}
