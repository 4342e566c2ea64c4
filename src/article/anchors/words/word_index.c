/*
 * The words are counted roughly first, so that their array has about the right size. The index is a
 * hash table in two flat arrays (compressed rows): words are counted by row, the counts become beginnings, the numbers are dealt out:
 *
 *     text    the boat and the pier       rows    0 0 2 2 3 4 5     beginnings in `places`, by hash
 *     number  0   1    2   3   4          places  0 3 | 4 | 1 | 2   "the" stands at 0 and 3
 */
#include "article/anchors/words/word_index.h"

#include <assert.h>

#include "base/unicode/fold.h"
#include "base/unicode/unicode.h"

/* Scripts that write no blanks between words, and Hangul, whose particles are written to the word. */
static bool stands_alone(uint32_t code_point)
{
    static const struct {
        uint32_t first, last;
    } ranges[] = {{0x0E00, 0x0EFF}, {0x1000, 0x109F}, {0x1100, 0x11FF}, {0x1780, 0x17FF},  {0x2E80, 0xA4CF},
                  {0xAC00, 0xD7FF}, {0xF900, 0xFAFF}, {0xFF66, 0xFFDC}, {0x20000, 0x3FFFF}};

    for (size_t i = 0; code_point >= ranges[0].first && i < COUNT_OF(ranges); i++) {
        if (code_point >= ranges[i].first && code_point <= ranges[i].last)
            return true;
    }
    return false;
}

static uint32_t code_point_at(Text text, size_t at, size_t *size)
{
    *size = 1;
    return at < text.size ? utf8_decode(text, at, size) : 0;
}

static bool is_apostrophe(uint32_t code_point)
{
    return code_point == '\'' || code_point == 0x2019 || code_point == 0x02BC;
}

static bool is_digit_at(Text text, size_t at)
{
    return at < text.size && ascii_is_digit(text.bytes[at]);
}

static bool is_letter_at(Text text, size_t at)
{
    size_t size;

    return at < text.size && unicode_is_letter(code_point_at(text, at, &size));
}

/* A dash right before a digit, after a blank or at the start, is a minus: "-5", not "2020-21". */
static bool is_minus(Text text, size_t at, uint32_t code_point, size_t size)
{
    return (code_point == '-' || code_point == 0x2212 || code_point == 0x2013) && is_digit_at(text, at + size) &&
           (at == 0 || ascii_is_blank(text.bytes[at - 1]) || text.bytes[at - 1] == '(');
}

static bool is_sign(Text text, size_t at, uint32_t code_point, size_t size)
{
    if (is_minus(text, at, code_point, size))
        return true;
    if (code_point < 0x80)
        return code_point && strchr("$%&+=<>@#", (int)code_point);
    return code_point == 0x2030 ||
           (code_point != 0x2212 && code_point != REPLACEMENT_CHARACTER && unicode_is_symbol(code_point));
}

/* The "." of "U.S." at `at`: one letter before it and one after it. `part` is where the letters before it begin. */
static bool is_acronym_stop(Text text, size_t part, size_t at)
{
    size_t size, next_size;

    if (part >= at || !is_letter_at(text, part) || !is_letter_at(text, at + 1))
        return false;
    (void)utf8_decode(text, part, &size);
    (void)utf8_decode(text, at + 1, &next_size);
    return part + size == at && !is_letter_at(text, at + 1 + next_size);
}

/* "’s" ends a word, so that "Smith" stands in "Smith’s". */
static bool is_possessive(Text text, size_t at)
{
    size_t size;

    return at < text.size && ascii_to_lower(text.bytes[at]) == 's' &&
           !unicode_is_alnum(code_point_at(text, at + 1, &size));
}

/* Does what stands at `at` join the parts of one word? */
static bool is_joint(Text text, size_t part, size_t at, uint32_t code_point, size_t size)
{
    if (is_apostrophe(code_point))
        return is_letter_at(text, at + size) && is_letter_at(text, utf8_previous(text, at)) &&
               !is_possessive(text, at + size);
    if (code_point == '.' && is_acronym_stop(text, part, at))
        return true;
    return code_point && code_point < 0x80 && strchr(".,:/", (int)code_point) && is_digit_at(text, at - 1) &&
           is_digit_at(text, at + 1);
}

/* Where the word that begins at `start` ends. */
static size_t word_end(Text text, size_t start)
{
    size_t at = start, end = start, part = start, size;
    uint32_t code_point = code_point_at(text, at, &size);
    bool alone = stands_alone(code_point);

    if (!ascii_is_alnum(text.bytes[start]) && !unicode_is_alnum(code_point))
        return start + size; /* a sign */
    for (; at < text.size; at += size) {
        while (!alone && at < text.size && ascii_is_alnum(text.bytes[at]))
            end = ++at;
        if (at == text.size || ascii_is_blank(text.bytes[at]))
            break;
        code_point = code_point_at(text, at, &size);
        if (code_point >= 0x80 && (unicode_is_ignorable(code_point) || (alone && unicode_is_mark(code_point))))
            continue;
        if (at > start && (alone || stands_alone(code_point)))
            break;
        if (unicode_is_alnum(code_point))
            end = at + size;
        else if (is_joint(text, part, at, code_point, size))
            part = at + size;
        else
            break;
    }
    return alone ? at : end;
}

/* The start of the first word at or after `at`; the size of the text when there is none. */
static size_t word_start(Text text, size_t at)
{
    size_t size;

    for (; at < text.size; at += size) {
        uint32_t code_point;

        while (at < text.size && (ascii_is_blank(text.bytes[at]) || text.bytes[at] == ',' || text.bytes[at] == '.'))
            at++;
        if (at == text.size || ascii_is_alnum(text.bytes[at]))
            return at;
        code_point = code_point_at(text, at, &size);
        if (code_point >= 0x80 && unicode_is_alnum(code_point) && !unicode_is_mark(code_point) &&
            !unicode_is_ignorable(code_point))
            return at;
        if (is_sign(text, at, code_point, size))
            return at;
    }
    return text.size;
}

uint32_t word_hash(Text folded)
{
    uint32_t hash = HASH_START;

    for (size_t i = 0; i < folded.size; i++) {
        if (folded.bytes[i] != '.' || i == 0 || ascii_is_digit(folded.bytes[i - 1])) /* "U.S." is "US" */
            hash = hash_byte(hash, ascii_to_lower(folded.bytes[i]));
    }
    return hash_finish(hash);
}

static uint32_t hash_of(Arena *scratch, Text word)
{
    uint32_t hash;

    for (size_t i = 0; i < word.size; i++) {
        if ((unsigned char)word.bytes[i] < 0x80)
            continue;
        hash = word_hash(fold_copy(scratch, word));
        arena_reset(scratch);
        return hash;
    }
    return word_hash(word);
}

/* No fewer words than there are, and in most texts hardly more: what begins after something else, and what is no letter of ASCII. */
static size_t most_words(Text text, size_t from)
{
    size_t count = 0;
    bool before = false;

    for (size_t at = from; at < text.size; at++) {
        bool plain = ascii_is_alnum(text.bytes[at]);

        count += plain ? !before
                       : !ascii_is_blank(text.bytes[at]) &&
                             ((unsigned char)text.bytes[at] >= 0xC0 || strchr("$%&+=<>@#-", text.bytes[at]));
        before = plain;
    }
    return count;
}

IndexedWords words_split(Arena *arena, Text text, size_t from)
{
    Arena scratch = {0};
    IndexedWord *words;
    size_t count = 0, most;

    assert(text.size < UINT32_MAX);
    most = most_words(text, from);
    words = ARENA_ARRAY(arena, IndexedWord, most);
    for (size_t at = word_start(text, from); at < text.size; at = word_start(text, words[count++].end)) {
        assert(count < most);
        words[count].start = (uint32_t)at;
        words[count].end = (uint32_t)word_end(text, at);
        words[count].hash = hash_of(&scratch, text_slice(text, (Range){at, words[count].end}));
    }
    arena_release(&scratch);
    return (IndexedWords){words, count};
}

static uint32_t word_key(const IndexedWord *word)
{
    return word->hash;
}

static uint32_t pair_key(const IndexedWord *word)
{
    return hash_pair(word[0].hash, word[1].hash);
}

/* The places of the first `count` words by their keys. */
static PlaceTable deal_out(Arena *arena, const IndexedWord *words, size_t count,
                           uint32_t (*key)(const IndexedWord *word))
{
    uint32_t *rows, *places;
    size_t row_count = 16;

    while (row_count < count)
        row_count *= 2;
    rows = ARENA_ARRAY(arena, uint32_t, row_count + 1);
    places = ARENA_ARRAY(arena, uint32_t, count);
    for (size_t i = 0; i < count; i++)
        rows[key(&words[i]) & (row_count - 1)]++;
    for (size_t row = 1; row <= row_count; row++)
        rows[row] += rows[row - 1];
    for (size_t i = count; i-- > 0;) /* from the end, so that each row is in order and its beginning is left */
        places[--rows[key(&words[i]) & (row_count - 1)]] = (uint32_t)i;
    return (PlaceTable){rows, places, row_count};
}

void word_index_init(WordIndex *index, Arena *arena, Text text, size_t from)
{
    *index = (WordIndex){.arena = arena, .text = text, .words = words_split(arena, text, from)};
    index->by_word = deal_out(arena, index->words.items, index->words.count, word_key);
}

static WordPlaces places_in(const PlaceTable *table, uint32_t key)
{
    size_t row = key & (table->row_count - 1);

    return (WordPlaces){table->places + table->rows[row], table->rows[row + 1] - table->rows[row]};
}

WordPlaces word_index_places(const WordIndex *index, uint32_t hash)
{
    return places_in(&index->by_word, hash);
}

WordPlaces word_index_pair_places(WordIndex *index, uint32_t hash, uint32_t next)
{
    if (!index->by_pair.row_count)
        index->by_pair =
            deal_out(index->arena, index->words.items, index->words.count ? index->words.count - 1 : 0, pair_key);
    return places_in(&index->by_pair, hash_pair(hash, next));
}

bool words_are_joined(Text text, const IndexedWord *word, const IndexedWord *next)
{
    Text between = text_slice(text, (Range){word->end, next->start});

    return text_equal(between, TEXT("-")) || text_equal(between, TEXT("\xE2\x80\x90")) ||
           text_equal(between, TEXT("\xE2\x80\x91"));
}

bool words_are_near(Text text, const IndexedWord *word, const IndexedWord *next)
{
    size_t size, lines = 0;

    if (words_are_joined(text, word, next))
        return true;
    for (size_t at = word->end; at < next->start; at += size) {
        uint32_t code_point = code_point_at(text, at, &size);

        if (!unicode_is_space(code_point) && !unicode_is_ignorable(code_point))
            return false;
        lines += code_point == '\n';
        if (lines > 1) /* the end of a block */
            return false;
    }
    return true;
}
