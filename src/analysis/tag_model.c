#include "analysis/tag_model.h"

#include <string.h>

enum { BITS_MOST = 20, BUCKET_LONGEST = 64 };

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

/* Lay a table out. Its offsets are looked at when they are used: an entry is never taken from outside the table. */
static bool take_table(TagModel *model, TagTable table, size_t *at)
{
    const unsigned char *bytes = (const unsigned char *)model->bytes.bytes;
    unsigned bits = bytes[TAG_AT_BITS + table];
    size_t count = read32(bytes + TAG_AT_COUNTS + 4 * (size_t)table), offsets;

    if (bits > BITS_MOST)
        return false;
    offsets = (((size_t)1 << bits) + 1) * 4;
    if (offsets > model->bytes.size - *at || count > (model->bytes.size - *at - offsets) / entry_size[table])
        return false;
    model->bits[table] = bits;
    model->counts[table] = count;
    model->offsets[table] = bytes + *at;
    model->entries[table] = bytes + *at + offsets;
    *at += offsets + count * entry_size[table];
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

/* The entry that an offset leads to, or the end of the table. */
static size_t entry_from(const TagModel *model, TagTable table, const unsigned char *offset)
{
    size_t entry = read32(offset);

    return entry < model->counts[table] ? entry : model->counts[table];
}

/* The entry of a key, behind its 16 bits; NULL when there is none. */
static const unsigned char *find(const TagModel *model, TagTable table, uint32_t key)
{
    const unsigned char *offset = offset_of(model, table, key);
    size_t entry = entry_from(model, table, offset), end = entry_from(model, table, offset + 4);
    const unsigned char *at = model->entries[table] + entry * entry_size[table];

    for (end = end - entry > BUCKET_LONGEST && end > entry ? entry + BUCKET_LONGEST : end; entry < end;
         entry++, at += entry_size[table]) {
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
        FETCH(model->entries[TAG_WEIGHTS] +
              entry_from(model, TAG_WEIGHTS, offset_of(model, TAG_WEIGHTS, features[i])) * TAG_WEIGHTS_SIZE);
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
