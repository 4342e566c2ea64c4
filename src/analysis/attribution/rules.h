/* The rules of the attribution: a row of rules.def each. */
#ifndef QUOIN_ANALYSIS_ATTRIBUTION_RULES_H
#define QUOIN_ANALYSIS_ATTRIBUTION_RULES_H

#include <stdbool.h>

typedef enum RuleId {
#define RULE(ID, name, confidence, facts, example) RULE_##ID,
#include "analysis/attribution/rules.def"
#undef RULE
    RULE_COUNT
} RuleId;

/* What is said of a rule in its row. */
typedef enum RuleFact { INFERRED = 1 << 0, HAS_CUE = 1 << 1, KEEPS_FRAGMENTS = 1 << 2 } RuleFact;

typedef struct RuleInfo {
    const char *name;
    unsigned confidence; /* of a hundred decisions so many are right; 0: it decides nothing by itself */
    unsigned facts;      /* RuleFact bits */
    const char *example;
} RuleInfo;

_Static_assert(RULE_COUNT <= 64, "rules are bits of left_out");

const RuleInfo *rule_info(RuleId rule);

static inline bool rule_fact(RuleId rule, RuleFact fact)
{
    return (rule_info(rule)->facts & fact) != 0;
}

#endif
