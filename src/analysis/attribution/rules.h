/* The rules of the attribution: a row of rules.def each. */
#ifndef QUOIN_ANALYSIS_ATTRIBUTION_RULES_H
#define QUOIN_ANALYSIS_ATTRIBUTION_RULES_H

#include <stdbool.h>

typedef enum RuleId {
#define RULE(ID, name, confidence, inferred, example) RULE_##ID,
#include "analysis/attribution/rules.def"
#undef RULE
    RULE_COUNT
} RuleId;

typedef struct RuleInfo {
    const char *name;
    unsigned confidence; /* of a hundred decisions so many are right; 0: it decides nothing by itself */
    bool inferred;       /* decided without a cue of its own */
    const char *example;
} RuleInfo;

_Static_assert(RULE_COUNT <= 64, "rules are bits of left_out");

const RuleInfo *rule_info(RuleId rule);

/* Does it decide by a verb of saying, a name before a colon or a signature? */
bool rule_has_cue(RuleId rule);

#endif
