/* Names by the labels of a tagger, in the place of name_scan.h; and which people of the registry the tagger takes for people. */
#ifndef QUOIN_ANALYSIS_NAMES_NAME_TAGS_H
#define QUOIN_ANALYSIS_NAMES_NAME_TAGS_H

#include "analysis/names/name_mentions.h"

/* For each token from `from` on: its label, and by how much it is ahead of all others (NULL: all labels are sure). */
typedef struct NameTags {
    const unsigned char *labels;
    const int32_t *margins;
    size_t from;
} NameTags;

/* Look at the tokens [first, end), which are whole blocks and follow what was looked at before. */
void name_tags_scan(NameScan *scan, const NameTags *tags, size_t first, size_t end);

/* At the end: people of the registry that the tagger has passed over have its vote against them. */
void name_tags_finish(NameScan *scan);

#endif
