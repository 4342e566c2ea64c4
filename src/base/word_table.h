/*
 * The slots of the tables that word_tables.awk lays out: an open-addressing hash table with linear probing (Knuth, The Art of Computer
 * Programming, volume 3, section 6.4, algorithm L). A slot holds the sign of a key and the number of its entry, 0: it is empty. What stands in
 * another slot on the way has another sign, but for one of some thirty thousand.
 */
#ifndef QUOIN_BASE_WORD_TABLE_H
#define QUOIN_BASE_WORD_TABLE_H

#include <stdint.h>

/* Of a hash; as in word_tables.awk, where numbers end at 2^31. */
static inline uint32_t word_table_sign(uint32_t hash)
{
    return hash % 32749;
}

/* Ask memory for a slot that is about to be looked at. */
static inline void word_table_expect(const uint32_t *slot)
{
#if defined(__GNUC__)
    __builtin_prefetch(slot);
#else
    (void)slot;
#endif
}

/* The entry of a slot that has this sign, to be compared; 0: it has another. */
static inline uint32_t word_table_entry(uint32_t slot, uint32_t sign)
{
    return slot >> 16 == sign ? slot & 0xFFFF : 0;
}

#endif
