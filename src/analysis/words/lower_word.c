/* Character by character, both hashes along the way. */
#include "analysis/words/lower_word.h"

#include "base/unicode/unicode.h"

static void add_bytes(LowerWord *lower, const char *bytes, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        lower->table_hash = lower->table_hash * 31 + (unsigned char)bytes[i];
        lower->hash = hash_byte(lower->hash, bytes[i]);
        if (lower->size < LONGEST_WORD)
            lower->bytes[lower->size++] = bytes[i];
    }
}

/* Add the ASCII from `at` on; where that ends. */
static size_t add_ascii(LowerWord *lower, Text word, size_t at)
{
    uint32_t table_hash = lower->table_hash, hash = lower->hash;
    size_t size = lower->size;

    for (; at < word.size && (unsigned char)word.bytes[at] < 0x80; at++) {
        char byte = word.bytes[at];

        if (ascii_is_lower(byte)) {
            lower->small++;
        } else if (ascii_is_upper(byte)) {
            lower->capitals++;
            byte = ascii_to_lower(byte);
        } else if (byte == '.' || byte == '-' || ascii_is_blank(byte)) {
            lower->folded = false;
        }
        table_hash = table_hash * 31 + (unsigned char)byte;
        hash = hash_byte(hash, byte);
        if (size < LONGEST_WORD)
            lower->bytes[size++] = byte;
    }
    lower->table_hash = table_hash;
    lower->hash = hash;
    lower->size = size;
    return at;
}

LowerWord lower_word(Text word)
{
    LowerWord lower;

    lower.size = 0;
    lower.table_hash = 0;
    lower.hash = HASH_START;
    lower.capitals = lower.small = 0;
    lower.ascii = lower.folded = true;
    if (word.size > 1 && word.bytes[word.size - 1] == '.')
        word.size--;
    for (size_t at = add_ascii(&lower, word, 0), size; at < word.size; at = add_ascii(&lower, word, at + size)) {
        uint32_t code_point = utf8_decode(word, at, &size);
        char bytes[4];
        size_t length = utf8_encode(code_point == 0x2019 ? '\'' : unicode_to_lower(code_point), bytes);

        lower.ascii = lower.folded = false;
        add_bytes(&lower, bytes, length);
    }
    lower.hash = hash_finish(lower.hash);
    lower.folded = lower.folded && lower.size < LONGEST_WORD;
    return lower;
}
