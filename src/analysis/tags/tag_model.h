/*
 * The tagger's model as it lies in its file: weights of hashed features, classes of words, and lists of names. The file is used as
 * it lies in memory; nothing is unpacked. All numbers are little-endian and read byte by byte, so that it is the same file on every machine.
 *
 *     header          64 bytes: magic, version, counts, size, digest
 *     moves           int16: from each label, and from the start, to each label
 *     three tables    weights, words, phrases: where its 2^bits buckets begin, and the end, int16 each; then bucket by bucket the lower 16 bits
 *                     of its keys and, in the same order, its values: so that what is looked up is mostly in one line of a processor's cache
 *     tail            8 bytes of zero, so that four keys may be read at once
 *
 * A key is a 32-bit hash. Its upper bits are the bucket. Where a bucket begins is told as how far it is from where it would be if all were
 * equally full. Another key with the same upper and lower bits is taken for it: in small tables one of some ten thousand that are not there.
 */
#ifndef QUOIN_ANALYSIS_TAGS_TAG_MODEL_H
#define QUOIN_ANALYSIS_TAGS_TAG_MODEL_H

#include "base/text.h"

/* No name; or the first, or a further word of one of the four kinds. */
typedef enum TagLabel {
    TAG_NONE,
    TAG_PERSON,
    TAG_PERSON_INSIDE,
    TAG_ORGANIZATION,
    TAG_ORGANIZATION_INSIDE,
    TAG_PLACE,
    TAG_PLACE_INSIDE,
    TAG_MISC,
    TAG_MISC_INSIDE,
    TAG_COUNT,
    TAG_START = TAG_COUNT /* before a segment's first token */
} TagLabel;

enum {
    TAG_MODEL_VERSION = 4,
    TAG_FEATURES_VERSION = 3, /* of tag_features.c: weights are good for the features that they were made with */
    TAG_HEADER_SIZE = 64,
    TAG_MOVES_SIZE = 2 * (TAG_COUNT + 1) * TAG_COUNT,
    TAG_TAIL_SIZE = 8
};

/* Where the header's numbers are; of 4 bytes each, unless told. */
enum {
    TAG_AT_MAGIC = 0, /* 8 bytes */
    TAG_AT_VERSION = 8,
    TAG_AT_FEATURES = 12,
    TAG_AT_LABELS = 16,
    TAG_AT_SIZE = 20,
    TAG_AT_BITS = 24,   /* of the three tables, a byte each */
    TAG_AT_COUNTS = 28, /* entries of the three tables */
    TAG_AT_DIGEST = 40  /* 8 bytes, taken for zeroes while the digest is worked out */
};

extern const char tag_model_magic[8];

typedef enum TagTable { TAG_WEIGHTS, TAG_WORDS, TAG_PHRASES, TAG_TABLE_COUNT } TagTable;

/* Bytes of a value: a shift and eight weights; two classes; bits of lists. */
enum { TAG_WEIGHTS_SIZE = 9, TAG_WORDS_SIZE = 3, TAG_PHRASES_SIZE = 1 };

/* Where a bucket would begin if all were equally full. */
size_t tag_bucket_expected(size_t bucket, size_t count, unsigned bits);

typedef struct TagTablePart {
    const unsigned char *buckets, *entries;
    size_t count; /* of entries */
    unsigned bits;
} TagTablePart;

typedef struct TagModel {
    Text bytes; /* of the file; borrowed */
    const unsigned char *moves;
    TagTablePart tables[TAG_TABLE_COUNT];
} TagModel;

/* What it is worth that one label follows another, or the start. */
typedef struct TagMoves {
    int32_t of[TAG_COUNT + 1][TAG_COUNT];
} TagMoves;

/* What is known of a word: two classes, of about 250 and of about 1000, from 1; 0 for a word that is not among them. */
typedef struct TagWordClasses {
    unsigned few, many;
} TagWordClasses;

/* Check all of it. False: `*why` says what is wrong with it. The bytes must stay where they are. */
bool tag_model_read(TagModel *model, Text bytes, const char **why);

/*
 * The weights of features are added in three steps, between which one does something else: the table is larger than what a processor has at hand,
 * and what is asked of memory comes in the meantime. As soon as a feature is known, memory is asked for its bucket; when all of a token's are,
 * for what is in these; then they are added.
 */
static inline void tag_model_expect(const TagModel *model, TagTable table, uint32_t key)
{
#if defined(__GNUC__)
    const TagTablePart *part = &model->tables[table];

    __builtin_prefetch(part->buckets + 2 * (size_t)((uint64_t)key >> (32 - part->bits)));
#else
    (void)model, (void)table, (void)key;
#endif
}

/* A feature's bucket: its first entry, the entry behind its last, and what of the feature is looked for in it. */
typedef struct TagPlace {
    uint32_t first, end, key;
} TagPlace;

/* The places of features, one each. */
void tag_model_look_up(const TagModel *model, const uint32_t *features, size_t count, TagPlace *places);
/* Add the weights of those that are there; no more than TAG_PLACES_MOST. */
enum { TAG_PLACES_MOST = 200 };
void tag_model_add(const TagModel *model, const TagPlace *places, size_t count, int32_t scores[TAG_COUNT]);

int32_t tag_model_move(const TagModel *model, TagLabel from, TagLabel to);
/* Ask memory for what is about to be looked up, some time after tag_model_expect has asked for where it is. */
void tag_model_fetch(const TagModel *model, TagTable table, const uint32_t *keys, size_t count);

TagWordClasses tag_model_word(const TagModel *model, uint32_t hash);
unsigned tag_model_phrase(const TagModel *model, uint32_t hash); /* TAG_LIST_ bits, 0 for none */

/* A digest of bytes of which any change inside eight of them, from a multiple of eight on, gives another. */
uint64_t tag_model_digest(Text bytes);

#endif
