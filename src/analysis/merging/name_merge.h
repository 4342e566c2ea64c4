/*
 * Which names are one: the rules that join the strings of a text into entities and decide their types.
 */
#ifndef QUOIN_ANALYSIS_NAMES_NAME_MERGE_H
#define QUOIN_ANALYSIS_NAMES_NAME_MERGE_H

#include "analysis/names/names.h"

typedef enum MergeRule {
#define MERGE(ID, name, example) MERGE_##ID,
#include "analysis/merging/merge_rules.def"
#undef MERGE
    MERGE_RULE_COUNT
} MergeRule;

typedef struct MergeRuleInfo {
    const char *name, *example;
} MergeRuleInfo;

const MergeRuleInfo *merge_rule_info(MergeRule rule);

/* What makes a name of a person's out of another of hers; MERGE_SAME when they are the same. */
MergeRule merge_rule_of_person(Text name, Text full);

/*
 * Join what the rules say is one and give every name its type, that of its set; ENTITY_TYPE_COUNT where the text gives too
 * little evidence that it is a name at all. A rule whose bit is set in `left_out` is not used. A name tells by which rule it was joined
 * to a longer one, or that it fits several and was not.
 */
void names_merge(NameTable *table, Arena *scratch, uint32_t left_out);

#endif
