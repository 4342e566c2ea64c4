/*
 * A number is read from the left: a sign or a currency, digits or number words, scales, what makes it a fraction or an ordinal, a unit.
 *
 *     $ 1.5 million        mantissa 15, exponent -1 + 6, unit dollar     = "1,500,000 dollars"
 *     one hundred and five mantissa 105                                  = "105"
 *     twenty-first         mantissa 21, ordinal                          = "21st"
 *     half a dozen         mantissa 6                                    = "six"
 *
 * Mantissa and exponent are without zeros at the end, so that one value has one form. What has digits but no form that
 * is known here ("2020s", "9/11", "10:30") is a number by its letters.
 */
#include "article/anchors/words/number_phrases.h"

enum { LETTERS = 24 };

#define LARGEST UINT64_C(1000000000000000)

typedef enum NumberKind { KIND_CARDINAL, KIND_ORDINAL, KIND_PARTS, KIND_LETTERS } NumberKind;

typedef struct Reader {
    const WordMeanings *meanings;
    Text text;
    IndexedWords words;
    size_t first, at; /* where the phrase begins; the next word */
    NumberKind kind;
    uint64_t mantissa, room; /* a number word below `room` may follow: "twenty" leaves room for "one" */
    int exponent;
    uint32_t parts, unit, letters;
    bool negative;
} Reader;

/* ---- words ---- */

/* Is there a word `ahead` of the next one, with no mark between? */
static bool has_word(const Reader *reader, size_t ahead)
{
    size_t at = reader->at + ahead;

    return at < reader->words.count &&
           (at == reader->first || words_are_near(reader->text, &reader->words.items[at - 1], &reader->words.items[at]));
}

static bool is_word(const Reader *reader, size_t ahead, Text word)
{
    return has_word(reader, ahead) && reader->words.items[reader->at + ahead].hash == word_hash(word);
}

static const Meaning *meaning(const Reader *reader, size_t ahead, MeaningKind kind)
{
    return has_word(reader, ahead) ? word_meaning(reader->meanings, reader->words.items[reader->at + ahead].hash, kind)
                                   : NULL;
}

static bool is_article(const Reader *reader, size_t ahead)
{
    const IndexedWord *word = &reader->words.items[reader->at + ahead];

    return has_word(reader, ahead) && (word->hash == reader->meanings->a || word->hash == reader->meanings->an);
}

/* ---- digits ---- */

/* Digits with commas between thousands and a decimal point; the rest of the word. */
static bool read_digits(Reader *reader, Text word, Text *rest)
{
    size_t at = 0, group = 0;
    bool commas = false, point = false;

    for (; at < word.size && (ascii_is_digit(word.bytes[at]) || word.bytes[at] == ',' || word.bytes[at] == '.'); at++) {
        if (word.bytes[at] == ',') {
            if (point || (commas ? group != 3 : group > 3))
                return false;
            commas = true;
            group = 0;
        } else if (word.bytes[at] == '.') {
            if (point || (commas && group != 3))
                return false;
            point = true;
        } else {
            if (reader->mantissa >= LARGEST)
                return false;
            reader->mantissa = reader->mantissa * 10 + (uint64_t)(word.bytes[at] - '0');
            reader->exponent -= point;
            group += !point;
        }
    }
    *rest = text_slice(word, (Range){at, word.size});
    return at > 0 && (!commas || group == 3);
}

static bool has_digit(Text letters)
{
    for (size_t i = 0; i < letters.size; i++) {
        if (ascii_is_digit(letters.bytes[i]))
            return true;
    }
    return false;
}

/* A word with a digit in it. */
static bool read_digit_word(Reader *reader)
{
    const IndexedWord *word = &reader->words.items[reader->at];
    Text letters = text_slice(reader->text, (Range){word->start, word->end}), rest = {0};
    const Meaning *scale;

    if (!has_digit(letters))
        return false;
    reader->at++;
    if (!read_digits(reader, letters, &rest)) {
        reader->kind = KIND_LETTERS;
        reader->letters = word->hash;
        return true;
    }
    scale = rest.size ? word_meaning(reader->meanings, word_hash(rest), MEANING_SCALE) : NULL;
    if (text_equal_ignoring_case(rest, TEXT("st")) || text_equal_ignoring_case(rest, TEXT("nd")) ||
        text_equal_ignoring_case(rest, TEXT("rd")) || text_equal_ignoring_case(rest, TEXT("th"))) {
        reader->kind = KIND_ORDINAL;
    } else if (scale) {
        reader->exponent += (int)scale->value;
    } else if (rest.size) {
        reader->kind = KIND_LETTERS;
        reader->letters = word->hash;
    }
    return true;
}

/* ---- number words ---- */

static uint64_t power_of_ten(uint32_t exponent)
{
    uint64_t power = 1;

    while (exponent-- > 0)
        power *= 10;
    return power;
}

/* "twenty-five", "two hundred and five", "three thousand two hundred"; the first word is known to be a CARDINAL; behind an article
 * `current` is 1. */
static void read_number_words(Reader *reader, uint64_t current)
{
    uint64_t total = 0;
    const Meaning *found;

    reader->room = LARGEST;
    for (;;) {
        if ((found = meaning(reader, 0, MEANING_CARDINAL)) && found->value < reader->room) {
            current += found->value;
            reader->room = found->value >= 20 ? 10 : 0;
        } else if ((found = meaning(reader, 0, MEANING_SCALE)) && found->value == 2 && current > 0 && current < 100) {
            current *= 100;
            reader->room = 100;
        } else if (found && found->value > 2 && current > 0 && (total == 0 || power_of_ten(found->value) < total)) {
            total += current * power_of_ten(found->value);
            current = 0;
            reader->room = power_of_ten(found->value);
        } else if (is_word(reader, 0, TEXT("and")) && reader->room >= 100 &&
                   (found = meaning(reader, 1, MEANING_CARDINAL)) && found->value < reader->room) {
            reader->at++;
            continue;
        } else {
            break;
        }
        reader->at++;
        if (total + current >= LARGEST)
            break;
    }
    reader->mantissa = total + current;
    for (; is_word(reader, 0, TEXT("point")) && (found = meaning(reader, 1, MEANING_CARDINAL)) && found->value < 10;
         reader->at += 2) {
        reader->mantissa = reader->mantissa * 10 + found->value;
        reader->exponent--;
        reader->room = 0;
    }
}

/* "million" after digits; "dozen". */
static void read_scales(Reader *reader)
{
    const Meaning *scale;

    while (reader->kind == KIND_CARDINAL && (scale = meaning(reader, 0, MEANING_SCALE))) {
        reader->exponent += (int)scale->value;
        reader->at++;
    }
    if (reader->kind == KIND_CARDINAL && is_word(reader, 0, TEXT("dozen")) && reader->mantissa < LARGEST) {
        reader->mantissa *= 12;
        reader->at++;
    }
}

/* "half" of "one half-sister" is no part of the number. */
static bool is_part_of_compound(const Reader *reader)
{
    return is_word(reader, 0, TEXT("half")) && reader->at + 1 < reader->words.count &&
           words_are_joined(reader->text, &reader->words.items[reader->at], &reader->words.items[reader->at + 1]);
}

/* What comes after a number: "and a half", "twenty-FIRST", "two THIRDS". */
static void read_rest(Reader *reader)
{
    const Meaning *found = meaning(reader, 0, MEANING_ORDINAL), *parts = meaning(reader, 0, MEANING_PARTS);

    if (reader->kind != KIND_CARDINAL)
        return;
    if (is_word(reader, 0, TEXT("and")) && (is_article(reader, 1) || is_word(reader, 1, TEXT("one"))) &&
        is_word(reader, 2, TEXT("half"))) {
        reader->mantissa = reader->mantissa * 10 + 5;
        reader->exponent--;
        reader->at += 3;
    } else if (found && reader->mantissa == 1 && found->value > 2) {
        reader->kind = KIND_PARTS;
        reader->parts = found->value;
        reader->at++;
    } else if (found && reader->room == 10 && found->value < 10) {
        reader->kind = KIND_ORDINAL;
        reader->mantissa += found->value;
        reader->at++;
    } else if (parts && reader->exponent == 0 && !is_part_of_compound(reader)) {
        reader->kind = KIND_PARTS;
        reader->parts = parts->value;
        reader->at++;
    }
}

/* "half", "half a million", "a quarter". */
static void read_parts(Reader *reader, const Meaning *parts)
{
    size_t ahead = 1 + is_article(reader, 1);

    reader->mantissa = 1;
    reader->kind = KIND_PARTS;
    reader->parts = parts->value;
    if (parts->value == 2 && (meaning(reader, ahead, MEANING_SCALE) || is_word(reader, ahead, TEXT("dozen")))) {
        reader->kind = KIND_CARDINAL;
        reader->parts = 0;
        reader->mantissa = 5;
        reader->exponent = -1;
        reader->at += ahead;
        read_scales(reader);
    } else {
        reader->at++;
    }
}

static bool read_letters(Reader *reader)
{
    reader->kind = KIND_LETTERS;
    reader->letters = reader->words.items[reader->at++].hash;
    return true;
}

/* The value without sign and unit. */
static bool read_value(Reader *reader)
{
    const Meaning *found;

    if (read_digit_word(reader)) {
        read_scales(reader);
        read_rest(reader);
        return true;
    }
    if (meaning(reader, 0, MEANING_CARDINAL)) {
        read_number_words(reader, 0);
        read_scales(reader);
        read_rest(reader);
        return true;
    }
    if (is_article(reader, 0) &&
        (meaning(reader, 1, MEANING_SCALE) || is_word(reader, 1, TEXT("dozen")) || meaning(reader, 1, MEANING_PARTS) ||
         ((found = meaning(reader, 1, MEANING_ORDINAL)) && found->value > 2))) {
        reader->at++;
        read_number_words(reader, 1);
        read_scales(reader);
        read_rest(reader);
        return true;
    }
    if ((found = meaning(reader, 0, MEANING_PARTS))) {
        read_parts(reader, found);
        return true;
    }
    if ((found = meaning(reader, 0, MEANING_ORDINAL))) {
        reader->kind = KIND_ORDINAL;
        reader->mantissa = found->value;
        reader->at++;
        return true;
    }
    return (meaning(reader, 0, MEANING_SCALE) || meaning(reader, 0, MEANING_AMOUNT)) && read_letters(reader);
}

static void read_unit(Reader *reader)
{
    const Meaning *unit = meaning(reader, 0, MEANING_UNIT);

    if (reader->unit == 0 && is_word(reader, 0, TEXT("per")) && is_word(reader, 1, TEXT("cent"))) {
        reader->unit = 1;
        reader->at += 2;
    } else if (reader->unit == 0 && unit) {
        reader->unit = unit->value;
        reader->at++;
    }
}

static uint32_t key_of(Reader *reader)
{
    enum { EXPONENT_BIAS = 1000 }; /* what is hashed is mostly no huge number then */
    uint32_t key = hash_pair((uint32_t)reader->kind, reader->letters);

    while (reader->mantissa > 0 && reader->mantissa % 10 == 0) {
        reader->mantissa /= 10;
        reader->exponent++;
    }
    if (reader->kind != KIND_LETTERS) {
        key = hash_pair(key, hash_pair((uint32_t)reader->mantissa, (uint32_t)(reader->mantissa >> 32)));
        key = hash_pair(key, hash_pair((uint32_t)(reader->exponent + EXPONENT_BIAS), reader->parts));
    }
    return hash_pair(key, hash_pair(reader->unit, reader->negative));
}

/* Most words begin no number, and that is told at once. */
static bool may_begin(const WordMeanings *meanings, uint32_t hash, Text letters)
{
    size_t at = 0;

    return hash == meanings->minus || hash == meanings->a || hash == meanings->an || has_digit(letters) ||
           word_meaning_next(meanings, hash, &at);
}

bool number_phrase_read(const WordMeanings *meanings, Text text, IndexedWords words, size_t at, NumberPhrase *phrase)
{
    Reader reader = {.meanings = meanings, .text = text, .words = words, .first = at, .at = at};
    Text first = text_slice(text, (Range){words.items[at].start, words.items[at].end});
    const Meaning *unit;

    if (!may_begin(meanings, words.items[at].hash, first))
        return false;
    unit = meaning(&reader, 0, MEANING_UNIT);
    if (words.items[at].hash == meanings->minus) {
        reader.negative = true;
        reader.at++;
        unit = meaning(&reader, 0, MEANING_UNIT);
    }
    if (unit && unit->value > 1 && (!ascii_is_alpha(first.bytes[0]) || first.size == 3) && reader.at + 1 < words.count) {
        reader.unit = unit->value;
        reader.at++;
    }
    if (reader.at >= words.count || !read_value(&reader))
        return false;
    read_unit(&reader);
    *phrase = (NumberPhrase){.words = reader.at - at, .key = key_of(&reader)};
    phrase->is_fixed = phrase->words == 1 && reader.kind == KIND_LETTERS;
    return true;
}
