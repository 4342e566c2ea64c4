/* Open addressing, twice as many slots as words. */
#include "analysis/languages/word_bits.h"

#include "base/unicode/unicode.h"

enum { FIRST_SLOTS = 256 };

uint32_t language_word_hash(Text word)
{
    uint32_t hash = HASH_START;
    size_t size;

    for (size_t at = 0; at < word.size; at += size) {
        uint32_t code_point = utf8_decode(word, at, &size);
        char bytes[4];
        size_t count;

        if (size == 1) {
            hash = hash_byte(hash, ascii_to_lower(word.bytes[at]));
            continue;
        }
        count = utf8_encode(unicode_to_lower(code_point), bytes);
        for (size_t i = 0; i < count; i++)
            hash = hash_byte(hash, bytes[i]);
    }
    return hash_finish(hash);
}

static WordSlot *slot_of(const WordBits *table, uint32_t hash)
{
    size_t at = hash & (table->capacity - 1);

    while (table->slots[at].bits && table->slots[at].hash != hash)
        at = (at + 1) & (table->capacity - 1);
    return &table->slots[at];
}

static void grow(WordBits *table)
{
    WordBits larger = {table->arena, NULL, table->count, table->capacity ? table->capacity * 2 : FIRST_SLOTS};

    larger.slots = ARENA_ARRAY(table->arena, WordSlot, larger.capacity);
    for (size_t i = 0; i < table->capacity; i++) {
        if (table->slots[i].bits)
            *slot_of(&larger, table->slots[i].hash) = table->slots[i];
    }
    *table = larger;
}

uint32_t *word_bits_enter(WordBits *table, uint32_t hash)
{
    WordSlot *slot;

    if (table->count * 2 >= table->capacity)
        grow(table);
    slot = slot_of(table, hash);
    if (!slot->bits) {
        slot->hash = hash;
        table->count++;
    }
    return &slot->bits;
}

uint32_t word_bits_find(const WordBits *table, uint32_t hash)
{
    return table->capacity ? slot_of(table, hash)->bits : 0;
}

void word_bits_add_list(WordBits *table, Text list, uint32_t bit)
{
    Text word;

    for (size_t at = 0; text_next_part(list, ' ', &at, &word);) {
        if (word.size)
            *word_bits_enter(table, language_word_hash(word)) |= bit;
    }
}
