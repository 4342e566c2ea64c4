/*
 * The tagger's model as it lies in its file: weights of hashed features, classes of words, and lists of names. The file is used as
 * it lies in memory; nothing is unpacked. All numbers are little-endian and read byte by byte, so that it is the same file on every machine.
 *
 *     header          64 bytes: magic, version, counts, size, digest
 *     moves           int16: from each label, and from the start, to each label
 *     three tables    weights, words, phrases: each 2^bits + 1 offsets of its buckets, uint32, then its entries
 *
 * A key is a 32-bit hash. Its upper bits are the bucket; the lower 16 stand in the entry. Another key with both the same is taken for it:
 * one of about ten thousand that are not there.
 */
#ifndef QUOIN_ANALYSIS_TAG_MODEL_H
#define QUOIN_ANALYSIS_TAG_MODEL_H

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
    TAG_MODEL_VERSION = 2,
    TAG_FEATURES_VERSION =
        1, /* of tag_features.c: weights are good for the features that they were made with */
    TAG_HEADER_SIZE = 64,
    TAG_MOVES_SIZE = 2 * (TAG_COUNT + 1) * TAG_COUNT
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

/* Bytes of an entry: 16 bits of the key; a shift and eight weights; two classes; bits of lists. */
enum { TAG_WEIGHTS_SIZE = 11, TAG_WORDS_SIZE = 5, TAG_PHRASES_SIZE = 3 };

typedef struct TagModel {
    Text bytes; /* of the file; borrowed */
    const unsigned char *moves;
    const unsigned char *offsets[TAG_TABLE_COUNT], *entries[TAG_TABLE_COUNT];
    unsigned bits[TAG_TABLE_COUNT];
    size_t counts[TAG_TABLE_COUNT];
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

/* Add the weights of features. */
void tag_model_add(const TagModel *model, const uint32_t *features, size_t count, int32_t scores[TAG_COUNT]);

int32_t tag_model_move(const TagModel *model, TagLabel from, TagLabel to);
TagWordClasses tag_model_word(const TagModel *model, uint32_t hash);
unsigned tag_model_phrase(const TagModel *model, uint32_t hash); /* TAG_LIST_ bits, 0 for none */

/* A digest of bytes of which any change inside eight of them, from a multiple of eight on, gives another. */
uint64_t tag_model_digest(Text bytes);

#endif
