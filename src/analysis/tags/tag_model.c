/*
 * The file of a model is read where it lies: a head, and three hash tables of buckets (tag_model.h has the layout). Nothing of it is believed
 * before its sizes are checked and its digest is right.
 */
#include "analysis/tags/tag_model.h"

#include <string.h>

enum { BITS_MOST = 20, KEY_SIZE = 2, KEYS_AT_ONCE = 4, BATCH = 64 };

const char tag_model_magic[8] = {'Q', 'U', 'O', 'I', 'N', 'T', 'A', 'G'};
static const unsigned value_size[TAG_TABLE_COUNT] = {TAG_WEIGHTS_SIZE, TAG_WORDS_SIZE, TAG_PHRASES_SIZE};

static inline uint32_t read16(const unsigned char *at)
{
    return (uint32_t)at[0] | (uint32_t)at[1] << 8;
}

/* One expression each, which a compiler makes one load of. */
static inline uint32_t read32(const unsigned char *at)
{
    return (uint32_t)at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 | (uint32_t)at[3] << 24;
}

static inline uint64_t read64(const unsigned char *at)
{
    return (uint64_t)at[0] | (uint64_t)at[1] << 8 | (uint64_t)at[2] << 16 | (uint64_t)at[3] << 24 |
           (uint64_t)at[4] << 32 | (uint64_t)at[5] << 40 | (uint64_t)at[6] << 48 | (uint64_t)at[7] << 56;
}

/* Each of these can be undone when the two words, or the lane and one of them, are known. */
static uint64_t stir(uint64_t lane, uint64_t word, uint64_t next)
{
    return (lane ^ word) * 0x9E3779B97F4A7C15u + next;
}

/* Four lanes of 16 bytes in turn: what differs in one word differs in its lane, and a lane that differs stays different to the end. */
uint64_t tag_model_digest(Text bytes)
{
    const unsigned char *at = (const unsigned char *)bytes.bytes;
    uint64_t lanes[4] = {1, 2, 3, 4}, digest = bytes.size;
    size_t first = bytes.size < TAG_HEADER_SIZE ? bytes.size : TAG_HEADER_SIZE, i;

    for (i = 0; i < first; i++)
        lanes[i & 3] = stir(lanes[i & 3], i >= TAG_AT_DIGEST && i < TAG_AT_DIGEST + 8 ? 0 : at[i], 0);
#if defined(__GNUC__)
#pragma GCC unroll 4 /* nothing else does so much of the start of the program */
#endif
    for (; i + 64 <= bytes.size; i += 64) {
        lanes[0] = stir(lanes[0], read64(at + i), read64(at + i + 8));
        lanes[1] = stir(lanes[1], read64(at + i + 16), read64(at + i + 24));
        lanes[2] = stir(lanes[2], read64(at + i + 32), read64(at + i + 40));
        lanes[3] = stir(lanes[3], read64(at + i + 48), read64(at + i + 56));
    }
    for (; i < bytes.size; i++)
        lanes[0] = stir(lanes[0], at[i], 0);
    for (size_t lane = 0; lane < 4; lane++)
        digest = stir(digest, lanes[lane], 0);
    return digest;
}

size_t tag_bucket_expected(size_t bucket, size_t count, unsigned bits)
{
    return (size_t)((uint64_t)bucket * count >> bits);
}

/* Lay a table out. Where its buckets are is looked at when they are used: nothing is ever taken from outside the table. */
static bool take_table(TagModel *model, TagTable table, size_t *at)
{
    const unsigned char *bytes = (const unsigned char *)model->bytes.bytes;
    unsigned bits = bytes[TAG_AT_BITS + table];
    size_t count = read32(bytes + TAG_AT_COUNTS + 4 * (size_t)table), buckets, rest;

    if (bits > BITS_MOST)
        return false;
    buckets = (((size_t)1 << bits) + 1) * 2;
    rest = model->bytes.size - TAG_TAIL_SIZE - *at;
    if (buckets > rest || count > (rest - buckets) / (KEY_SIZE + value_size[table]))
        return false;
    model->tables[table] = (TagTablePart){.buckets = bytes + *at,
                                          .keys = bytes + *at + buckets,
                                          .values = bytes + *at + buckets + count * KEY_SIZE,
                                          .count = count,
                                          .bits = bits};
    *at += buckets + count * (KEY_SIZE + value_size[table]);
    return true;
}

bool tag_model_read(TagModel *model, Text bytes, const char **why)
{
    const unsigned char *header = (const unsigned char *)bytes.bytes;
    size_t at = TAG_HEADER_SIZE + TAG_MOVES_SIZE;

    *model = (TagModel){.bytes = bytes};
    *why = "it is no model of names";
    if (bytes.size < TAG_HEADER_SIZE || memcmp(header + TAG_AT_MAGIC, tag_model_magic, sizeof tag_model_magic) != 0)
        return false;
    *why = "it is a model for another version of quoin";
    if (read32(header + TAG_AT_VERSION) != TAG_MODEL_VERSION ||
        read32(header + TAG_AT_FEATURES) != TAG_FEATURES_VERSION || read32(header + TAG_AT_LABELS) != TAG_COUNT)
        return false;
    *why = "it is cut short or has been added to";
    if (read32(header + TAG_AT_SIZE) != bytes.size || bytes.size < at + TAG_TAIL_SIZE)
        return false;
    *why = "it is damaged";
    if (read64(header + TAG_AT_DIGEST) != tag_model_digest(bytes))
        return false;
    model->moves = header + TAG_HEADER_SIZE;
    for (TagTable table = 0; table < TAG_TABLE_COUNT; table++) {
        if (!take_table(model, table, &at))
            return false;
    }
    return at + TAG_TAIL_SIZE == bytes.size;
}

#if defined(__GNUC__)
#define FETCH(address) __builtin_prefetch(address)
#else
#define FETCH(address) (void)(address)
#endif

/* Keys [first, end) of a bucket. */
typedef struct Bucket {
    uint32_t first, end;
} Bucket;

/*
 * A damaged file may say that a bucket begins before the first key, which in unsigned numbers is far behind the last: such a bucket is empty, for
 * none ends behind the last key.
 */
static inline Bucket bucket_of(const TagTablePart *table, uint32_t key)
{
    size_t bucket = (size_t)((uint64_t)key >> (32 - table->bits));
    uint64_t expected = (uint64_t)bucket * table->count;
    uint32_t both = read32(table->buckets + 2 * bucket);
    uint32_t first = (uint32_t)(expected >> table->bits) + (uint32_t)(int16_t)(both & 0xFFFF);
    uint32_t end = (uint32_t)((expected + table->count) >> table->bits) + (uint32_t)(int16_t)(both >> 16);

    return (Bucket){first, end < table->count ? end : (uint32_t)table->count};
}

#define NO_ENTRY UINT32_MAX

/* The first lane of four whose highest bit is set; one is. */
static inline uint32_t first_lane(uint64_t bits)
{
#if defined(__GNUC__)
    return (uint32_t)__builtin_ctzll(bits) / 16;
#else
    if ((uint32_t)bits)
        return (bits & 0xFFFF) == 0;
    return 2 + ((bits >> 32 & 0xFFFF) == 0);
#endif
}

/* Four keys are compared at once: a lane of zero makes its highest bit, and lanes that are not zero do so behind one only. */
static inline uint32_t entry_in(const TagTablePart *table, Bucket bucket, uint32_t key)
{
    const uint64_t ones = 0x0001000100010001u, wanted = ones * (key & 0xFFFF);

    for (uint32_t at = bucket.first; at < bucket.end; at += KEYS_AT_ONCE) {
        uint64_t lanes = read64(table->keys + KEY_SIZE * (size_t)at) ^ wanted;
        uint64_t same = (lanes - ones) & ~lanes & ones << 15;

        if (same) {
            at += first_lane(same);
            return at < bucket.end ? at : NO_ENTRY;
        }
    }
    return NO_ENTRY;
}

/* The value of a key; NULL when there is none. */
static const unsigned char *find(const TagModel *model, TagTable table, uint32_t key)
{
    const TagTablePart *part = &model->tables[table];
    uint32_t entry = entry_in(part, bucket_of(part, key), key);

    return entry == NO_ENTRY ? NULL : part->values + (size_t)entry * value_size[table];
}

enum { WEIGHTS = TAG_WEIGHTS_SIZE - 1, SHIFTS = 16 };

_Static_assert(BATCH * 128 <= INT16_MAX, "the weights of a batch are added up in 16 bits");

/* Those with the same shift are added up as they are, all labels at once, and shifted after that. */
static void add_values(const unsigned char *const *values, size_t count, int32_t *restrict scores)
{
    int16_t sums[SHIFTS][WEIGHTS] = {{0}};
    unsigned used = 0;

    for (size_t i = 0; i < count; i++) {
        unsigned shift = values[i][0] & (SHIFTS - 1);
        const signed char *weights = (const signed char *)values[i] + 1;
        int16_t *sum = sums[shift];

        used |= 1u << shift;
        for (unsigned label = 0; label < WEIGHTS; label++)
            sum[label] = (int16_t)(sum[label] + weights[label]);
    }
    for (unsigned shift = 0; used >> shift; shift++) {
        for (unsigned label = 0; label < WEIGHTS; label++)
            scores[label + 1] += (int32_t)((uint32_t)sums[shift][label] << shift);
    }
}

static void add_batch(const TagTablePart *table, const uint32_t *features, size_t count, int32_t scores[TAG_COUNT])
{
    Bucket buckets[BATCH];
    const unsigned char *values[BATCH];
    size_t found = 0;

    for (size_t i = 0; i < count; i++) {
        buckets[i] = bucket_of(table, features[i]);
        FETCH((const void *)((uintptr_t)table->keys + KEY_SIZE * (size_t)buckets[i].first));
    }
    for (size_t i = 0; i < count; i++) {
        uint32_t entry = entry_in(table, buckets[i], features[i]);

        if (entry == NO_ENTRY)
            continue;
        values[found] = table->values + (size_t)entry * TAG_WEIGHTS_SIZE;
        FETCH(values[found]);
        found++;
    }
    add_values(values, found, scores);
}

/* The table is larger than what a processor has at hand: each place is asked for some time before it is needed. */
void tag_model_add(const TagModel *model, const uint32_t *features, size_t count, int32_t scores[TAG_COUNT])
{
    for (size_t i = 0; i < count; i += BATCH)
        add_batch(&model->tables[TAG_WEIGHTS], features + i, count - i < BATCH ? count - i : BATCH, scores);
}

int32_t tag_model_move(const TagModel *model, TagLabel from, TagLabel to)
{
    return (int16_t)read16(model->moves + 2 * ((size_t)from * TAG_COUNT + to));
}

void tag_model_fetch(const TagModel *model, TagTable table, const uint32_t *keys, size_t count)
{
    const TagTablePart *part = &model->tables[table];

    for (size_t i = 0; i < count; i++)
        FETCH(part->buckets + 2 * (size_t)((uint64_t)keys[i] >> (32 - part->bits)));
    for (size_t i = 0; i < count; i++) {
        size_t first = bucket_of(part, keys[i]).first;

        FETCH((const void *)((uintptr_t)part->keys + KEY_SIZE * first));
        FETCH((const void *)((uintptr_t)part->values + value_size[table] * first));
    }
}

TagWordClasses tag_model_word(const TagModel *model, uint32_t hash)
{
    const unsigned char *entry = find(model, TAG_WORDS, hash);

    return entry ? (TagWordClasses){entry[0] + 1u, read16(entry + 1) + 1u} : (TagWordClasses){0, 0};
}

unsigned tag_model_phrase(const TagModel *model, uint32_t hash)
{
    const unsigned char *entry = find(model, TAG_PHRASES, hash);

    return entry ? entry[0] : 0;
}
