/* Names where the tagger's labels are, instead of those of the scan; and whether it takes the people of the registry for people. */
#ifndef QUOIN_ANALYSIS_NAME_TAGS_H
#define QUOIN_ANALYSIS_NAME_TAGS_H

#include "analysis/name_scan.h"

/* Look at the tokens [first, end), which are whole blocks and follow what was looked at before; `labels`: one for each token of the text. */
void name_tags_scan(NameScan *scan, const unsigned char *labels, size_t first, size_t end);

/* At the end: the people of the registry whom the tagger does not find, and who neither speak nor have a role, are none. */
void name_tags_finish(NameScan *scan, const bool *person_sure);

#endif
