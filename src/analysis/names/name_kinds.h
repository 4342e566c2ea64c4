/* The kind of each name, decided once for the whole text. */
#ifndef QUOIN_ANALYSIS_NAMES_NAME_KINDS_H
#define QUOIN_ANALYSIS_NAMES_NAME_KINDS_H

#include "analysis/names/name_mentions.h"

/*
 * Add what the kind rules, but those of `left_out` (bits), say at each place of a name, and decide who of the registry is a person: `person_sure`
 * tells of each whether it speaks. With all rules left out (UINT32_MAX) the kinds
 * that were found are given, and stand. Once all names of the text were found, before they are merged, which ends the decision for all others.
 */
void name_kinds_weigh(NameScan *scan, const Persons *persons, const bool *person_sure, uint32_t left_out);

#endif
