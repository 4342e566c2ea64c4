/*
 * The words of a text are looked at once, before any feature is asked for: those that may be of a name and what is near them. The others,
 * most of the text, are passed over.
 */
#include "analysis/tag_words.h"

#include <string.h>

#include "analysis/phrases.h"
#include "base/unicode.h"

enum {
    GAP_LONGEST = 3, /* small words between two capitals of one segment */
    SHAPE_LONGEST = 10,
    ELSEWHERE_MOST = 8, /* other places of a word that are looked at */
    PHRASE_LONGEST = 4, /* words of a phrase of the lists, */
    LEXICON_WORDS = 6,  /* and of one of the lexicon */
    CONTEXT = 2,        /* tokens to each side */
    FORMS_KNOWN = 256
};

static const Word *token_at(const TagText *text, size_t token)
{
    return tokens_word(text->tokens, token);
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

static void take_shape(TagForm *out, Text word)
{
    char letters[SHAPE_LONGEST], runs[SHAPE_LONGEST];
    size_t letter_count = 0, run_count = 0, upper = 0, lower = 0, size;

    for (size_t at = 0; at < word.size; at += size) {
        char kind = kind_of(word, at, &size);

        upper += kind == 'X';
        lower += kind == 'x';
        if (letter_count < SHAPE_LONGEST)
            letters[letter_count++] = kind;
        if (run_count < SHAPE_LONGEST && (run_count == 0 || runs[run_count - 1] != kind))
            runs[run_count++] = kind;
    }
    out->in_capitals = upper > 1 && lower == 0;
    out->capital = upper > 0;
    out->shape = text_hash((Text){runs, run_count});
    out->long_shape = text_hash((Text){letters, letter_count});
}

/* Phrases of the lexicon: each of their words has their flags. */
static void mark_phrases(TagText *text, size_t first)
{
    Phrase phrase =
        phrase_at(text->tokens, text->tokens->tokens.count, first);
    const LexiconEntry *entry;
    uint32_t flags = 0;
    size_t end = 0;

    while ((entry = phrase_grow_known(&phrase)) && phrase.end - first <= LEXICON_WORDS) {
        if (phrase.end > first + 1 && entry->flags & ~(uint32_t)LEXICON_BEGINS) {
            end = phrase.end;
            flags = entry->flags;
        }
    }
    for (size_t at = first; at < end; at++)
        text->words[at].phrase |= flags & ~(uint32_t)LEXICON_BEGINS;
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

/* Phrases of the lists that begin with a word. */
static void mark_lists(TagText *text, size_t first)
{
    uint32_t key = 0;

    for (size_t at = first; at < text->tokens->tokens.count && at < first + PHRASE_LONGEST &&
                            token_block(text->tokens, at) == token_block(text->tokens, first);
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
        word->small_elsewhere =
            word->form.capital && tokens_written_small(text->tokens, token_at(text, i)->hash);
        for (int left = ELSEWHERE_MOST; at >= 0 && at != (int32_t)i && left > 0;
             at = text->words[at].next, left--) {
            const TagWord *other = &text->words[at];

            word->capital_elsewhere =
                word->capital_elsewhere || (other->form.capital && !other->form.in_capitals &&
                                            !other->headline && !token_starts_sentence(text->tokens, (size_t)at));
        }
    }
}

static void mark_headlines(TagText *text)
{
    size_t count = text->tokens->tokens.count;

    for (size_t first = 0, end; first < count; first = end) {
        bool headline;

        for (end = first; end < count && token_block(text->tokens, end) == token_block(text->tokens, first); end++)
            ;
        headline = tokens_are_headline(text->tokens, first, end);
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
    return token_starts_sentence(text->tokens, token) && token + 1 < text->tokens->tokens.count &&
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

Text tag_plain_word(Text word, char plain[TAG_PLAIN_BYTES])
{
    static const Text apostrophe = LITERAL("’");
    size_t mark = text_find(word, apostrophe, 0);

    if (mark == TEXT_NOT_FOUND || word.size > TAG_PLAIN_BYTES)
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
    uint32_t flags = token_at(text, token)->kind == TOKEN_WORD ? lexicon_flags(word) : 0;
    TagForm form = {.hash = text_hash(word),
                    .lexicon = flags & ~(uint32_t)LEXICON_BEGINS,
                    .few = (unsigned short)classes.few,
                    .many = (unsigned short)classes.many,
                    .begins_phrase = (flags & LEXICON_BEGINS) != 0};

    take_shape(&form, word);
    return form;
}

/* The words met last: most words of a text are the same few. */
typedef struct KnownForms {
    uint32_t places[FORMS_KNOWN]; /* 1 + the token where it stands; 0: none yet */
    TagForm forms[FORMS_KNOWN];
} KnownForms;

static void take_word(TagText *text, size_t token, KnownForms *known)
{
    size_t slot = token_at(text, token)->hash % FORMS_KNOWN;

    if (!known->places[slot] ||
        !text_equal(tokens_text(text->tokens, known->places[slot] - 1), tokens_text(text->tokens, token))) {
        known->places[slot] = (uint32_t)token + 1;
        known->forms[slot] = form_of(text, token);
    }
    text->words[token].form = known->forms[slot];
}

/* Features of a token look at two to each side; most small words are near no name. */
static void take_words(TagText *text)
{
    size_t count = text->tokens->tokens.count, taken = 0;
    KnownForms known = {.places = {0}};

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
            take_word(text, first, &known);
        taken = first;
    }
}

void tag_text_init(TagText *text, Arena *arena, const TokenList *tokens, const TagModel *model)
{
    size_t count = tokens->tokens.count;

    *text = (TagText){tokens, model, ARENA_ARRAY(arena, TagWord, count + 1), 0};
    take_words(text);
    for (size_t i = 0; i < count; i++) {
        if (text->words[i].form.capital && text->words[i].form.begins_phrase)
            mark_phrases(text, i);
        if (text->words[i].candidate)
            mark_lists(text, i);
    }
    link_words(text, arena);
    mark_headlines(text);
    mark_elsewhere(text);
}

bool tag_next_segment(const TagText *text, size_t from, TagSegment *segment)
{
    size_t count = text->tokens->tokens.count, gap, at;

    while (from < count && !text->words[from].candidate)
        from++;
    if (from == count)
        return false;
    *segment = (TagSegment){from, from + 1};
    gap = from;
    for (at = from + 1; at < count && at - from < TAG_SEGMENT_LONGEST && at <= segment->end + GAP_LONGEST &&
                        tag_same_sentence(text, from, at);
         at++) {
        if (text->words[at].candidate)
            segment->end = at + 1;
        else
            gap = at;
    }
    if (at - from == TAG_SEGMENT_LONGEST && gap > from && at < count && text->words[at].candidate)
        segment->end = gap; /* not in the middle of a name */
    return true;
}
