#include "analysis/tag_model.h"

#include <string.h>

enum { BITS_MOST = 20 };

const char tag_model_magic[8] = {'Q', 'U', 'O', 'I', 'N', 'T', 'A', 'G'};
static const unsigned entry_size[TAG_TABLE_COUNT] = {TAG_WEIGHTS_SIZE, TAG_WORDS_SIZE, TAG_PHRASES_SIZE};

static uint32_t read16(const unsigned char *at)
{
    return (uint32_t)at[0] | (uint32_t)at[1] << 8;
}

/* One expression each, which a compiler makes one load of. */
static uint32_t read32(const unsigned char *at)
{
    return (uint32_t)at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 | (uint32_t)at[3] << 24;
}

static inline uint64_t read64(const unsigned char *at)
{
    return (uint64_t)at[0] | (uint64_t)at[1] << 8 | (uint64_t)at[2] << 16 | (uint64_t)at[3] << 24 |
           (uint64_t)at[4] << 32 | (uint64_t)at[5] << 40 | (uint64_t)at[6] << 48 | (uint64_t)at[7] << 56;
}

static uint64_t stir(uint64_t lane, uint64_t word)
{
    return (lane ^ word) * 0x9E3779B97F4A7C15u;
}

/* Four lanes of xor and a multiplication by an odd number, both of which can be undone: what differs in one lane differs at the end. */
uint64_t tag_model_digest(Text bytes)
{
    const unsigned char *at = (const unsigned char *)bytes.bytes;
    uint64_t lanes[4] = {1, 2, 3, 4}, digest = bytes.size;
    size_t first = bytes.size < TAG_HEADER_SIZE ? bytes.size : TAG_HEADER_SIZE, i;

    for (i = 0; i < first; i++)
        lanes[i & 3] = stir(lanes[i & 3], i >= TAG_AT_DIGEST && i < TAG_AT_DIGEST + 8 ? 0 : at[i]);
    for (; i + 32 <= bytes.size; i += 32) {
        lanes[0] = stir(lanes[0], read64(at + i));
        lanes[1] = stir(lanes[1], read64(at + i + 8));
        lanes[2] = stir(lanes[2], read64(at + i + 16));
        lanes[3] = stir(lanes[3], read64(at + i + 24));
    }
    for (; i < bytes.size; i++)
        lanes[0] = stir(lanes[0], at[i]);
    for (size_t lane = 0; lane < 4; lane++)
        digest = stir(digest, lanes[lane]);
    return digest;
}

/* Lay a table out; its offsets must rise from 0 to its count. */
static bool take_table(TagModel *model, TagTable table, size_t *at)
{
    const unsigned char *bytes = (const unsigned char *)model->bytes.bytes;
    unsigned bits = bytes[TAG_AT_BITS + table];
    size_t count = read32(bytes + TAG_AT_COUNTS + 4 * (size_t)table), offsets;
    uint32_t last = 0;
    bool rising = true;

    if (bits > BITS_MOST)
        return false;
    offsets = (((size_t)1 << bits) + 1) * 4;
    if (offsets > model->bytes.size - *at || count > (model->bytes.size - *at - offsets) / entry_size[table])
        return false;
    model->bits[table] = bits;
    model->offsets[table] = bytes + *at;
    model->entries[table] = bytes + *at + offsets;
    for (const unsigned char *offset = model->offsets[table]; offset < model->entries[table]; offset += 4) {
        uint32_t next = read32(offset);

        rising = rising & (next >= last);
        last = next;
    }
    if (!rising || read32(model->offsets[table]) != 0)
        return false;
    *at += offsets + count * entry_size[table];
    return last == count;
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
        read32(header + TAG_AT_FEATURES) != TAG_FEATURES_VERSION ||
        read32(header + TAG_AT_LABELS) != TAG_COUNT)
        return false;
    *why = "it is cut short or has been added to";
    if (read32(header + TAG_AT_SIZE) != bytes.size || bytes.size < at)
        return false;
    *why = "it is damaged";
    if (read64(header + TAG_AT_DIGEST) != tag_model_digest(bytes))
        return false;
    model->moves = header + TAG_HEADER_SIZE;
    for (TagTable table = 0; table < TAG_TABLE_COUNT; table++) {
        if (!take_table(model, table, &at))
            return false;
    }
    return at == bytes.size;
}

#if defined(__GNUC__)
#define FETCH(address) __builtin_prefetch(address)
#else
#define FETCH(address) (void)(address)
#endif

static const unsigned char *offset_of(const TagModel *model, TagTable table, uint32_t key)
{
    unsigned bits = model->bits[table];

    return model->offsets[table] + (bits ? (size_t)(key >> (32 - bits)) : 0) * 4;
}

static const unsigned char *entry_at(const TagModel *model, TagTable table, const unsigned char *offset)
{
    return model->entries[table] + (size_t)read32(offset) * entry_size[table];
}

/* The entry of a key, behind its 16 bits; NULL when there is none. */
static const unsigned char *find(const TagModel *model, TagTable table, uint32_t key)
{
    const unsigned char *offset = offset_of(model, table, key);
    const unsigned char *at = entry_at(model, table, offset), *end = entry_at(model, table, offset + 4);

    for (; at < end; at += entry_size[table]) {
        if (read16(at) == (key & 0xFFFF))
            return at + 2;
    }
    return NULL;
}

/* The table is larger than what a processor has at hand: each place is asked for some time before it is needed. */
void tag_model_add(const TagModel *model, const uint32_t *features, size_t count, int32_t scores[TAG_COUNT])
{
    for (size_t i = 0; i < count; i++)
        FETCH(offset_of(model, TAG_WEIGHTS, features[i]));
    for (size_t i = 0; i < count; i++)
        FETCH(entry_at(model, TAG_WEIGHTS, offset_of(model, TAG_WEIGHTS, features[i])));
    for (size_t i = 0; i < count; i++) {
        const unsigned char *entry = find(model, TAG_WEIGHTS, features[i]);
        unsigned shift = entry ? entry[0] & 15 : 0;

        for (unsigned label = 1; entry && label < TAG_COUNT; label++)
            scores[label] += (int32_t)(signed char)entry[label] * (int32_t)(1 << shift);
    }
}

int32_t tag_model_move(const TagModel *model, TagLabel from, TagLabel to)
{
    return (int16_t)read16(model->moves + 2 * ((size_t)from * TAG_COUNT + to));
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
