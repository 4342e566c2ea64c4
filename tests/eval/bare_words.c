/* What is a sign is told by the Unicode blocks that have nothing else: punctuation, symbols, half-width forms. */
#include "eval/bare_words.h"

static bool is_word_character(uint32_t code_point)
{
    if (code_point < 0xC0 || code_point == 0xD7 || code_point == 0xF7)
        return false;
    return !(code_point >= 0x2000 && code_point < 0x2C00) && !(code_point >= 0x3000 && code_point < 0x3040) &&
           !(code_point >= 0xFE00 && code_point < 0xFE70) && !(code_point >= 0xFF00 && code_point < 0xFF10);
}

/* The next character of a word, from `*at` on, which goes behind it. Empty: there is none. */
static Text next_character(Text text, size_t *at)
{
    for (size_t size; *at < text.size;) {
        size_t start = *at;
        uint32_t code_point = utf8_decode(text, start, &size);

        *at += size;
        if (code_point < 0x80 ? ascii_is_alnum(text.bytes[start]) : is_word_character(code_point))
            return text_slice(text, (Range){start, *at});
    }
    return (Text){0};
}

Text bare_words(Arena *arena, Text text)
{
    TextBuffer words = {0};
    Text character;

    for (size_t at = 0; (character = next_character(text, &at)).size;) {
        if (character.size == 1)
            ARRAY_PUSH(arena, words, ascii_to_lower(*character.bytes));
        else
            text_buffer_add(arena, &words, character);
    }
    return text_buffer_text(&words);
}

uint64_t bare_words_no_sum(void)
{
    return 0xCBF29CE484222325u;
}

uint64_t bare_words_sum(Text text)
{
    uint64_t sum = bare_words_no_sum();
    Text character;

    for (size_t at = 0; (character = next_character(text, &at)).size;) {
        for (size_t i = 0; i < character.size; i++)
            sum = (sum ^ (unsigned char)ascii_to_lower(character.bytes[i])) * 0x100000001B3u;
    }
    return sum;
}
