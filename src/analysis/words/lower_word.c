/* Character by character, both hashes along the way. */
#include "analysis/words/lower_word.h"

#include "base/unicode/unicode.h"

static inline void add_byte(LowerWord *lower, char byte)
{
    lower->table_hash = lower->table_hash * 31 + (unsigned char)byte;
    lower->hash = hash_byte(lower->hash, byte);
    if (lower->size < LONGEST_WORD)
        lower->bytes[lower->size++] = byte;
}

LowerWord lower_word(Text word)
{
    LowerWord lower;

    lower.size = 0;
    lower.table_hash = 0;
    lower.hash = HASH_START;
    if (word.size > 1 && word.bytes[word.size - 1] == '.')
        word.size--;
    for (size_t at = 0; at < word.size;) {
        char bytes[4];
        size_t size, length;
        uint32_t code_point;

        if ((unsigned char)word.bytes[at] < 0x80) {
            add_byte(&lower, ascii_to_lower(word.bytes[at++]));
            continue;
        }
        code_point = utf8_decode(word, at, &size);
        length = utf8_encode(code_point == 0x2019 ? '\'' : unicode_to_lower(code_point), bytes);
        for (size_t i = 0; i < length; i++)
            add_byte(&lower, bytes[i]);
        at += size;
    }
    lower.hash = hash_finish(lower.hash);
    return lower;
}
