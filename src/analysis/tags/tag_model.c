/*
 * The file of a model is read where it lies: a head, and three hash tables of buckets (tag_model.h has the layout). Nothing of it is believed
 * before its sizes are checked and its digest is right.
 */
#include "analysis/tags/tag_model.h"

#include <string.h>

enum { BITS_MOST = 20, KEY_SIZE = 2, KEYS_AT_ONCE = 4 };

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
    model->tables[table] =
        (TagTablePart){.buckets = bytes + *at, .entries = bytes + *at + buckets, .count = count, .bits = bits};
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

/*
 * A damaged file may say that a bucket begins before the first key, which in unsigned numbers is far behind the last: such a bucket is empty, for
 * none ends behind the last key.
 */
static inline TagPlace place_of(const TagTablePart *table, uint32_t key)
{
    size_t bucket = (size_t)((uint64_t)key >> (32 - table->bits));
    uint64_t expected = (uint64_t)bucket * table->count;
    uint32_t both = read32(table->buckets + 2 * bucket);
    uint32_t first = (uint32_t)(expected >> table->bits) + (uint32_t)(int16_t)(both & 0xFFFF);
    uint32_t end = (uint32_t)((expected + table->count) >> table->bits) + (uint32_t)(int16_t)(both >> 16);

    return (TagPlace){first, end < table->count ? end : (uint32_t)table->count, key & 0xFFFF};
}

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

/* A number and no pointer: memory is only asked for it, and a damaged file may have it anywhere. */
static inline uintptr_t entry_address(const TagTablePart *table, size_t value_bytes, uint32_t entry)
{
    return (uintptr_t)table->entries + (KEY_SIZE + value_bytes) * (size_t)entry;
}

/* The value of a key, of so many bytes; NULL when there is none. Four keys are compared at once: a lane of zero makes its highest bit, and lanes
 * that are not zero do so behind one only. */
static inline const unsigned char *value_at(const TagTablePart *table, size_t value_bytes, TagPlace place)
{
    const uint64_t ones = 0x0001000100010001u, wanted = ones * place.key;
    const unsigned char *keys;
    uint32_t count;

    if (place.first >= place.end)
        return NULL;
    keys = table->entries + (KEY_SIZE + value_bytes) * (size_t)place.first;
    count = place.end - place.first;
    for (uint32_t at = 0; at < count; at += KEYS_AT_ONCE) {
        uint64_t lanes = read64(keys + KEY_SIZE * (size_t)at) ^ wanted;
        uint64_t same = (lanes - ones) & ~lanes & ones << 15;

        if (same) {
            at += first_lane(same);
            return at < count ? keys + KEY_SIZE * (size_t)count + value_bytes * at : NULL;
        }
    }
    return NULL;
}

static const unsigned char *find(const TagModel *model, TagTable table, uint32_t key)
{
    const TagTablePart *part = &model->tables[table];

    return value_at(part, value_size[table], place_of(part, key));
}

/* A bucket is mostly in one line of a processor's cache, or in two. */
void tag_model_look_up(const TagModel *model, const uint32_t *features, size_t count, TagPlace *places)
{
    const TagTablePart *table = &model->tables[TAG_WEIGHTS];

    for (size_t i = 0; i < count; i++) {
        TagPlace place = place_of(table, features[i]);

        places[i] = place;
        FETCH((const void *)entry_address(table, TAG_WEIGHTS_SIZE, place.first));
        FETCH((const void *)(entry_address(table, TAG_WEIGHTS_SIZE, place.end) - 1));
    }
}

enum { SHIFTS = 16, LANES = 4, WEIGHT_BIAS = 128 };

/* Weights with the same shift, added up as they are, above the least one, eight at a time: in lanes of 16 bits, of every other label. */
typedef struct ShiftSums {
    uint64_t lanes[2];
    uint32_t count;
} ShiftSums;

_Static_assert(TAG_PLACES_MOST * 255 <= UINT16_MAX, "the weights of all places have room in a lane");
_Static_assert(TAG_WEIGHTS_SIZE == 1 + 2 * LANES, "a shift, and a weight for each lane");

static inline void add_value(ShiftSums sums[SHIFTS], const unsigned char *value)
{
    static const uint64_t ones = 0x0101010101010101u, every_other = 0x00FF00FF00FF00FFu;
    uint64_t weights = read64(value + 1) ^ ones * WEIGHT_BIAS;
    ShiftSums *sum = &sums[value[0] & (SHIFTS - 1)];

    sum->lanes[0] += weights & every_other;
    sum->lanes[1] += weights >> 8 & every_other;
    sum->count++;
}

/* In unsigned numbers, which may go around. */
static inline void add_shifted(const ShiftSums *sum, unsigned shift, uint32_t scores[2 * LANES])
{
    uint32_t bias = WEIGHT_BIAS * sum->count;

#if defined(__GNUC__)
#pragma GCC unroll 4
#endif
    for (unsigned lane = 0; lane < LANES; lane++) {
        scores[2 * lane] += ((uint32_t)(sum->lanes[0] >> 16 * lane & 0xFFFF) - bias) << shift;
        scores[2 * lane + 1] += ((uint32_t)(sum->lanes[1] >> 16 * lane & 0xFFFF) - bias) << shift;
    }
}

void tag_model_add(const TagModel *model, const TagPlace *places, size_t count, int32_t scores[TAG_COUNT])
{
    const TagTablePart table = model->tables[TAG_WEIGHTS];
    ShiftSums sums[SHIFTS] = {{{0}, 0}};
    uint32_t all[2 * LANES] = {0};

    for (size_t i = 0; i < count; i++) {
        const unsigned char *value = value_at(&table, TAG_WEIGHTS_SIZE, places[i]);

        if (value)
            add_value(sums, value);
    }
    for (unsigned shift = 0; shift < SHIFTS; shift++) {
        if (sums[shift].count)
            add_shifted(&sums[shift], shift, all);
    }
    for (unsigned label = 0; label < 2 * LANES; label++)
        scores[label + 1] = (int32_t)((uint32_t)scores[label + 1] + all[label]);
}

int32_t tag_model_move(const TagModel *model, TagLabel from, TagLabel to)
{
    return (int16_t)read16(model->moves + 2 * ((size_t)from * TAG_COUNT + to));
}

void tag_model_fetch(const TagModel *model, TagTable table, const uint32_t *keys, size_t count)
{
    const TagTablePart *part = &model->tables[table];

    for (size_t i = 0; i < count; i++) {
        FETCH((const void *)entry_address(part, value_size[table], place_of(part, keys[i]).first));
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
