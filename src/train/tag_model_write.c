/* Writes what tag_model.c reads: the entries go into buckets by their hashes, sorted in each, so that the same model is the same bytes. */
#include "train/tag_model_write.h"

#include <stdlib.h>
#include <string.h>

enum { BUCKET_ENTRIES = 2 }; /* at most so many to a bucket, in the mean */

static const size_t value_size[TAG_TABLE_COUNT] = {TAG_WEIGHTS_SIZE, TAG_WORDS_SIZE, TAG_PHRASES_SIZE};

static void put(unsigned char *at, uint64_t value, int bytes)
{
    for (int i = 0; i < bytes; i++)
        at[i] = (unsigned char)(value >> (8 * i));
}

static int compare_entries(const void *left, const void *right)
{
    const TagEntry *a = left, *b = right;

    if (a->key != b->key)
        return a->key < b->key ? -1 : 1;
    return memcmp(a->value, b->value, sizeof a->value);
}

static unsigned bits_for(size_t count)
{
    unsigned bits = 0;

    while (((size_t)BUCKET_ENTRIES << bits) < count)
        bits++;
    return bits;
}

/* Drop what no reader could tell from the entry before it in its bucket. */
static void drop_doubles(TagEntries *entries, unsigned bits)
{
    size_t kept = 0;

    for (size_t i = 0; i < entries->count; i++) {
        uint32_t key = entries->items[i].key;
        bool known = false;

        for (size_t j = kept; j-- > 0 && !known && bits && entries->items[j].key >> (32 - bits) == key >> (32 - bits);)
            known = (entries->items[j].key & 0xFFFF) == (key & 0xFFFF);
        if (!known)
            entries->items[kept++] = entries->items[i];
    }
    entries->count = kept;
}

static size_t table_size(TagTable table, const TagEntries *entries, unsigned bits)
{
    return (((size_t)1 << bits) + 1) * 2 + entries->count * (2 + value_size[table]);
}

static unsigned char *put_bucket(unsigned char *at, size_t bucket, size_t entry, const TagEntries *entries,
                                 unsigned bits)
{
    int64_t off = (int64_t)entry - (int64_t)tag_bucket_expected(bucket, entries->count, bits);

    if (off != (int16_t)off)
        abort(); /* hashes that are no hashes */
    put(at, (uint16_t)off, 2);
    return at + 2;
}

static size_t bucket_of(const TagEntries *entries, size_t entry, unsigned bits)
{
    return bits ? entries->items[entry].key >> (32 - bits) : 0;
}

/* The entry behind the last one of the bucket of an entry. */
static size_t bucket_end(const TagEntries *entries, size_t entry, unsigned bits)
{
    size_t end = entry;

    while (end < entries->count && bucket_of(entries, end, bits) == bucket_of(entries, entry, bits))
        end++;
    return end;
}

/* The keys of each bucket, and its values behind them. */
static unsigned char *put_entries(unsigned char *at, TagTable table, const TagEntries *entries, unsigned bits)
{
    for (size_t first = 0, end; first < entries->count; first = end) {
        end = bucket_end(entries, first, bits);
        for (size_t i = first; i < end; i++, at += 2)
            put(at, entries->items[i].key & 0xFFFF, 2);
        for (size_t i = first; i < end; i++, at += value_size[table])
            memcpy(at, entries->items[i].value, value_size[table]);
    }
    return at;
}

static unsigned char *put_table(unsigned char *at, TagTable table, const TagEntries *entries, unsigned bits)
{
    size_t entry = 0;

    for (size_t bucket = 0; bucket < (size_t)1 << bits; bucket++) {
        at = put_bucket(at, bucket, entry, entries, bits);
        if (entry < entries->count && bucket_of(entries, entry, bits) == bucket)
            entry = bucket_end(entries, entry, bits);
    }
    at = put_bucket(at, (size_t)1 << bits, entries->count, entries, bits);
    return put_entries(at, table, entries, bits);
}

static int32_t cut(int32_t value)
{
    return value > INT16_MAX ? INT16_MAX : value < -INT16_MAX ? -INT16_MAX : value;
}

Text tag_model_write(Arena *arena, const TagMoves *moves, TagEntries tables[TAG_TABLE_COUNT])
{
    size_t size = TAG_HEADER_SIZE + TAG_MOVES_SIZE + TAG_TAIL_SIZE;
    unsigned bits[TAG_TABLE_COUNT];
    unsigned char *bytes, *at;
    Text text;

    for (TagTable table = 0; table < TAG_TABLE_COUNT; table++) {
        if (tables[table].count > 1)
            qsort(tables[table].items, tables[table].count, sizeof(TagEntry), compare_entries);
        bits[table] = bits_for(tables[table].count);
        drop_doubles(&tables[table], bits[table]);
        size += table_size(table, &tables[table], bits[table]);
    }
    bytes = arena_alloc(arena, size);
    memcpy(bytes + TAG_AT_MAGIC, tag_model_magic, sizeof tag_model_magic);
    put(bytes + TAG_AT_VERSION, TAG_MODEL_VERSION, 4);
    put(bytes + TAG_AT_FEATURES, TAG_FEATURES_VERSION, 4);
    put(bytes + TAG_AT_LABELS, TAG_COUNT, 4);
    put(bytes + TAG_AT_SIZE, size, 4);
    at = bytes + TAG_HEADER_SIZE;
    for (int from = 0; from <= TAG_COUNT; from++) {
        for (int to = 0; to < TAG_COUNT; to++, at += 2)
            put(at, (uint16_t)cut(moves->of[from][to]), 2);
    }
    for (TagTable table = 0; table < TAG_TABLE_COUNT; table++) {
        bytes[TAG_AT_BITS + table] = (unsigned char)bits[table];
        put(bytes + TAG_AT_COUNTS + 4 * (size_t)table, tables[table].count, 4);
        at = put_table(at, table, &tables[table], bits[table]);
    }
    text = (Text){(const char *)bytes, size};
    put(bytes + TAG_AT_DIGEST, tag_model_digest(text), 8);
    return text;
}
