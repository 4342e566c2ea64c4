/*
 * Where the text names something: one pass over the tokens that finds capitalised names, gives evidence for their types, and leaves
 * the names of people to the registry of people.
 */
#ifndef QUOIN_ANALYSIS_NAMES_NAME_SCAN_H
#define QUOIN_ANALYSIS_NAMES_NAME_SCAN_H

#include "analysis/names/name_mentions.h"

/* Look at the tokens [first, end), which are whole blocks and follow what was looked at before. */
void name_scan_tokens(NameScan *scan, size_t first, size_t end);

#endif
