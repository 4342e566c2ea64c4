/* What the words around one place of a name say of its kind (kind_rules.def). */
#ifndef QUOIN_ANALYSIS_NAMES_KIND_RULES_H
#define QUOIN_ANALYSIS_NAMES_KIND_RULES_H

#include "analysis/names/name_mentions.h"

typedef enum KindRule {
#define KIND_RULE(ID, name, kind, weight, example) KIND_##ID,
#include "analysis/names/kind_rules.def"
#undef KIND_RULE
    KIND_RULE_COUNT
} KindRule;

typedef struct KindRuleInfo {
    const char *name, *example;
} KindRuleInfo;

const KindRuleInfo *kind_rule_info(KindRule rule);

/* What something is that is called so, as "ship" tells of the Corrigan; ENTITY_TYPE_COUNT: nobody knows. */
EntityType kind_of_noun(Text noun);

/* Add what the rules say, but those of `left_out` (bits), of the name that stands at the tokens [first, end). */
void kind_rules_weigh(const NameScan *scan, TokenRange name, uint32_t left_out, int weights[ENTITY_TYPE_COUNT]);

#endif
