/*
 * A hash table with open addressing by the words as they are written, which goes when all are entered; and a filter of hashes that stays
 * (Bloom 1970, Communications of the ACM 13(7)), two bits a word: which words the text writes small.
 */
#include "analysis/words/vocabulary.h"

#include <string.h>

#include "analysis/words/lower_word.h"
#include "base/unicode/unicode.h"

enum {
    SMALLEST_FILTER = 1 << 14,
    FIRST_SLOTS = 512,
    MOST_FIRST_SLOTS = 1 << 12,
    BYTES_A_SLOT = 4,
    MOST_LISTED = 1 << 10,
    BYTES_A_LISTED = 8,
    MOST_NEW = 8
};

/* What part of a role a word is, in a table by its number, from which a later word with the same place drives it out. */
typedef struct ListedWord {
    uint32_t word; /* 1 + its number; 0: none yet */
    unsigned char role_part;
} ListedWord;

/* Words that have been entered, but not looked up in the lists: those of several come from memory at once. */
struct NewWords {
    size_t count;
    struct {
        uint32_t word; /* its number */
        LowerWord lower;
    } items[MOST_NEW];
};

void vocabulary_init(TokenList *list, size_t bytes)
{
    size_t bits = SMALLEST_FILTER;

    while (bits < bytes && bits < (size_t)1 << 24)
        bits *= 2;
    list->small_bits = bits;
    list->small_words = ARENA_ARRAY(list->arena, uint64_t, bits / 64);
    list->slot_count = FIRST_SLOTS;
    while (list->slot_count < bytes / BYTES_A_SLOT && list->slot_count < MOST_FIRST_SLOTS)
        list->slot_count *= 2;
    list->listed_count = 64;
    while (list->listed_count < bytes / BYTES_A_LISTED && list->listed_count < MOST_LISTED)
        list->listed_count *= 2;
    list->listed = ARENA_ARRAY(list->arena, ListedWord, list->listed_count);
    list->new_words = ARENA_NEW(list->arena, struct NewWords);
    list->table = arena_within(list->arena);
    list->slots = ARENA_ARRAY(list->table, uint32_t, list->slot_count);
}

void vocabulary_end(TokenList *list)
{
    arena_release(list->table);
    list->slots = NULL;
    list->slot_count = 0;
}

static void remember_small(TokenList *list, uint32_t hash)
{
    size_t first = hash & (list->small_bits - 1), second = (hash * 2654435761u >> 7) & (list->small_bits - 1);

    list->small_words[first / 64] |= (uint64_t)1 << first % 64;
    list->small_words[second / 64] |= (uint64_t)1 << second % 64;
}

bool tokens_written_small(const TokenList *list, uint32_t hash)
{
    size_t first = hash & (list->small_bits - 1), second = (hash * 2654435761u >> 7) & (list->small_bits - 1);

    return (list->small_words[first / 64] >> first % 64 & 1) && (list->small_words[second / 64] >> second % 64 & 1);
}

static bool is_initial(Text word)
{
    return word.size == 2 && ascii_is_upper(word.bytes[0]) && word.bytes[1] == '.';
}

/* "al-Rashidi", "ash-Sharif": the Arabic article, small before a name. */
static bool has_arabic_article(Text word)
{
    static const Text articles[] = {LITERAL("ad"), LITERAL("adh"), LITERAL("al"),  LITERAL("an"),
                                    LITERAL("ar"), LITERAL("as"),  LITERAL("ash"), LITERAL("at"),
                                    LITERAL("az"), LITERAL("el"),  LITERAL("es"),  LITERAL("ul")};
    size_t hyphen = word.size > 4 && word.bytes[2] == '-' ? 2 : 3;

    return word.size > 4 && word.bytes[hyphen] == '-' && ascii_is_upper(word.bytes[hyphen + 1]) &&
           TEXT_IS_ONE_OF(text_slice(word, (Range){0, hyphen}), articles);
}

static unsigned char sign_of(uint32_t code_point)
{
    if (code_point < 0x80)
        return (unsigned char)code_point;
    if (code_point >= 0x2013 && code_point <= 0x2015)
        return '-';
    if ((code_point >= 0x201C && code_point <= 0x201F) || code_point == 0xAB || code_point == 0xBB)
        return '"';
    if (code_point == 0x2018 || code_point == 0x2019)
        return '\'';
    return code_point == 0x2026 ? '.' : 0;
}

static Text word_text(const TokenList *list, const Word *word)
{
    return (Text){list->article->text.bytes + word->start, word->size};
}

/* "A" is mixed: nobody knows whether it would be in capitals. */
static WordLetters letters_of(const LowerWord *word)
{
    if (!word->ascii)
        return LETTERS_UNTOLD;
    if (word->capitals == 0)
        return LETTERS_SMALL;
    return word->capitals > 1 && word->small == 0 ? LETTERS_CAPITALS : LETTERS_MIXED;
}

static Word word_of(Text text, TokenKind kind, const LowerWord *lower)
{
    Word word = {.kind = (unsigned)kind & 3};
    size_t size;

    word.hash = lower->hash;
    word.letters = (unsigned)letters_of(lower) & 3;
    if (kind == TOKEN_WORD)
        word.capital = ((unsigned char)text.bytes[0] < 0x80 ? ascii_is_upper(text.bytes[0])
                                                            : unicode_is_upper(utf8_decode(text, 0, &size))) ||
                       has_arabic_article(text);
    else if (kind == TOKEN_SIGN)
        word.sign = sign_of(utf8_decode(text, 0, &size));
    return word;
}

/* What the list says of "she" for "she'd", of "they" for "they've": a pronoun and its auxiliary are the pronoun. */
static WordInfo contracted_info(Text word)
{
    static const Text endings[] = {LITERAL("'d"), LITERAL("'ll"), LITERAL("'re"), LITERAL("'ve")};
    WordInfo info = {0, WORD_NONE};

    for (size_t i = 0; i < COUNT_OF(endings); i++) {
        LowerWord stem;

        if (!text_ends_with(word, endings[i]))
            continue;
        stem = lower_word(text_slice(word, (Range){0, word.size - endings[i].size}));
        info = word_info((Text){stem.bytes, stem.size}, stem.table_hash);
    }
    return info.classes & CLASS_PRONOUN ? info : (WordInfo){0, WORD_NONE};
}

static void look_up(Word *word, Text text, const LowerWord *lower)
{
    Text bytes = {lower->bytes, lower->size};

    word->lexicon = lower->folded ? lexicon_flags_folded(bytes, lower->table_hash) : lexicon_flags(text);
    if (!is_initial(text)) { /* "James A. Lowell" has no article in his name */
        WordInfo info = word_info(bytes, lower->table_hash);

        if (!info.classes && bytes.size > 2 &&
            (bytes.bytes[bytes.size - 2] == '\'' || bytes.bytes[bytes.size - 3] == '\''))
            info = contracted_info(bytes);
        word->classes = info.classes & 0xFFFFFF;
        word->number = info.number & 0xFF;
    }
}

void vocabulary_look_up(TokenList *list)
{
    struct NewWords *new_words = list->new_words;

    for (size_t i = 0; i < new_words->count; i++) {
        Word *word = &list->words.items[new_words->items[i].word];

        look_up(word, word_text(list, word), &new_words->items[i].lower);
    }
    new_words->count = 0;
}

/* The word that is entered next, in small letters; it is looked up with others. */
static const LowerWord *take_new(TokenList *list, Text text)
{
    struct NewWords *new_words = list->new_words;
    LowerWord *lower;

    if (new_words->count == MOST_NEW)
        vocabulary_look_up(list);
    lower = &new_words->items[new_words->count].lower;
    *lower = lower_word(text);
    new_words->items[new_words->count++].word = (uint32_t)list->words.count;
    word_info_expect(lower->table_hash);
    lexicon_expect(lower->table_hash);
    return lower;
}

static inline uint64_t read64(const char *at)
{
    uint64_t value;

    memcpy(&value, at, sizeof value);
    return value;
}

static inline uint64_t read32(const char *at)
{
    uint32_t value;

    memcpy(&value, at, sizeof value);
    return value;
}

/* By Fibonacci (Knuth, section 6.4): all bits change the upper half of a product. */
static inline uint64_t mixed(uint64_t hash)
{
    hash *= 0x9E3779B97F4A7C15u;
    return hash ^ hash >> 32;
}

/* Eight bytes at once; the last of a longer word are read again. */
static size_t slot_hash(Text word)
{
    uint64_t hash = word.size;

    if (word.size > 8) {
        for (size_t at = 0; at + 8 < word.size; at += 8)
            hash = mixed(hash ^ read64(word.bytes + at));
        hash ^= read64(word.bytes + word.size - 8);
    } else if (word.size >= 4) {
        hash ^= read32(word.bytes) << 32 ^ read32(word.bytes + word.size - 4);
    } else {
        for (size_t at = 0; at < word.size; at++)
            hash = hash << 8 ^ (unsigned char)word.bytes[at];
    }
    return (size_t)mixed(hash);
}

/* Where a word is in the table, or belongs. */
static uint32_t *word_slot(const TokenList *list, Text text, bool possessive)
{
    size_t slot = (slot_hash(text) + possessive) & (list->slot_count - 1);

    for (; list->slots[slot]; slot = (slot + 1) & (list->slot_count - 1)) {
        const Word *word = &list->words.items[list->slots[slot] - 1];

        if (word->possessive == possessive && text_equal(word_text(list, word), text))
            break;
    }
    return &list->slots[slot];
}

static void grow_slots(TokenList *list)
{
    arena_release(list->table);
    list->slot_count *= 2;
    list->slots = ARENA_ARRAY(list->table, uint32_t, list->slot_count);
    for (size_t i = 0; i < list->words.count; i++)
        *word_slot(list, word_text(list, &list->words.items[i]), list->words.items[i].possessive) = (uint32_t)i + 1;
}

uint32_t vocabulary_enter(TokenList *list, Range range, TokenKind kind, bool possessive)
{
    Text text = {list->article->text.bytes + range.start, range_size(range)};
    uint32_t *slot = word_slot(list, text, possessive);
    Word word;

    if (*slot)
        return *slot - 1;
    if ((list->words.count + 1) * 2 > list->slot_count) {
        grow_slots(list);
        slot = word_slot(list, text, possessive);
    }
    word = word_of(text, kind, take_new(list, text));
    word.start = (uint32_t)range.start;
    word.size = (unsigned)text.size & TOKEN_LONGEST;
    if (possessive) {
        word.possessive = true;
        word.sign = 0;
    }
    if (kind == TOKEN_WORD && !word.capital)
        remember_small(list, word.hash);
    ARRAY_PUSH(list->arena, list->words, word);
    *slot = (uint32_t)list->words.count;
    return *slot - 1;
}

/* ---- the lists ---- */

RolePart tokens_role_part(const TokenList *list, size_t token)
{
    uint32_t word = list->tokens.items[token].word;
    ListedWord *listed = &list->listed[word & (list->listed_count - 1)];

    if (listed->word != word + 1)
        *listed = (ListedWord){word + 1, (unsigned char)role_part(tokens_text(list, token))};
    return (RolePart)listed->role_part;
}
