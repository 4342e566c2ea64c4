/*
 * What a tagger sees of a token, as hashes, in groups that can be left out one by one to learn what each is good for. Only integers; the same
 * on every machine.
 */
#ifndef QUOIN_ANALYSIS_TAGS_TAG_FEATURES_H
#define QUOIN_ANALYSIS_TAGS_TAG_FEATURES_H

#include "analysis/tags/tag_words.h"

enum { FEATURES_MOST = TAG_PLACES_MOST, TAG_FEATURE_GROUP_COUNT = 10 };

/* The name of a group, in the order of the bits of TagText.left_out. */
const char *tag_feature_group(size_t group);

/* The features of a token that depend on its word alone, and those of its place; how many, together at most FEATURES_MOST. */
size_t tag_own_features(const TagText *text, size_t token, uint32_t *features);
size_t tag_context_features(const TagText *text, const TagSegment *segment, size_t token, uint32_t *features);

#endif
