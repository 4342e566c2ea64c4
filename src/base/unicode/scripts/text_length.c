/*
 * Blanks tell words, which costs next to nothing; letters are counted only where there are so many bytes to a word that the script has no blanks:
 *
 *     The mayor resigned on Monday.     5 words of 29 bytes
 *     市長は月曜日に辞任した。              1 word of 36 bytes: 11 characters
 *
 * Rates: 238 words a minute for English, silently (Brysbaert 2019, Journal of Memory and Language 109). The others are 255 characters of Chinese, 357
 * of Japanese and 987 of English, letters of an alphabet, in texts of the same contents (Trauzettel-Klosinski and Dietz 2012, Investigative
 * Ophthalmology & Visual Science 53, where 228 words of English are read aloud in the same time).
 */
#include "base/unicode/scripts/text_length.h"

#include "base/unicode/unicode.h"

enum {
    WORDS_A_MINUTE = 240,
    CHINESE_A_MINUTE = 255,
    JAPANESE_A_MINUTE = 357,
    LETTERS_A_MINUTE = 987,
    BYTES_A_WORD = 24,     /* a text that has longer ones on the average may be one without blanks */
    KANA_OF_JAPANESE = 10, /* of so many characters one is kana, at the least */
    FIRST_THAI = 0x0E00,
    LAST_LAO = 0x0EFF,
    FIRST_BURMESE = 0x1000,
    LAST_BURMESE = 0x109F,
    FIRST_KHMER = 0x1780,
    LAST_KHMER = 0x17FF
};

static bool is_within(uint32_t code_point, uint32_t first, uint32_t last)
{
    return first <= code_point && code_point <= last;
}

static bool is_kana(uint32_t code_point)
{
    return is_within(code_point, 0x3041, 0x3096) || is_within(code_point, 0x30A1, 0x30FA);
}

static bool is_han(uint32_t code_point)
{
    return is_within(code_point, 0x3400, 0x9FFF) || is_within(code_point, 0xF900, 0xFAFF) ||
           is_within(code_point, 0x20000, 0x3FFFF);
}

/* Vowels and tones that are drawn upon a letter are none. */
static bool is_other(uint32_t code_point)
{
    return is_within(code_point, FIRST_THAI, LAST_LAO) || is_within(code_point, FIRST_BURMESE, LAST_BURMESE) ||
           is_within(code_point, FIRST_KHMER, LAST_KHMER);
}

static void count_letters(TextLength *length, Text text)
{
    for (size_t at = 0, size; at < text.size; at += size) {
        uint32_t code_point = utf8_decode(text, at, &size);

        length->kana += is_kana(code_point);
        length->han += is_han(code_point);
        length->other += is_other(code_point) && unicode_is_letter(code_point);
    }
}

void text_length_add(TextLength *length, Text text)
{
    size_t words = text_count_words(text);

    length->words += words;
    if (text.size / BYTES_A_WORD >= words)
        count_letters(length, text);
}

static size_t letters_of(const TextLength *length)
{
    return length->han + length->kana + length->other;
}

Text text_length_phrase(const TextLength *length, Arena *arena)
{
    size_t letters = letters_of(length);

    if (letters > length->words)
        return arena_printf(arena, "%zu characters", letters);
    if (length->words == 0)
        return (Text){0};
    return arena_printf(arena, "%zu word%s", length->words, length->words == 1 ? "" : "s");
}

size_t text_length_minutes(const TextLength *length)
{
    uint64_t east = length->han + length->kana, rate; /* of a gigabyte, on machines of 32 bits too */
    uint64_t words = letters_of(length) > length->words ? 0 : length->words;
    uint64_t seconds = words * 60 / WORDS_A_MINUTE + (uint64_t)length->other * 60 / LETTERS_A_MINUTE, minutes;

    rate = length->kana * KANA_OF_JAPANESE > east ? JAPANESE_A_MINUTE : CHINESE_A_MINUTE;
    seconds += east * 60 / rate;
    minutes = (seconds + 30) / 60;
    return minutes ? (size_t)minutes : 1;
}
