/* Names in a headline In Title Case or IN CAPITALS, where a capital says nothing: as the body has them. */
#ifndef QUOIN_ANALYSIS_NAMES_HEADLINE_NAMES_H
#define QUOIN_ANALYSIS_NAMES_HEADLINE_NAMES_H

#include "analysis/names/name_mentions.h"

/* Once all names are found: those of such a headline become what the body names, and what it does not have is doubtful, or no name. */
void headline_names_settle(NameScan *scan);

#endif
