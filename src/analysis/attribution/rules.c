/* The rules are one table, rules.def. */
#include "analysis/attribution/rules.h"

const RuleInfo *rule_info(RuleId rule)
{
    static const RuleInfo rules[RULE_COUNT] = {
#define RULE(ID, name, confidence, facts, example) [RULE_##ID] = {name, confidence, facts, example},
#include "analysis/attribution/rules.def"
#undef RULE
    };

    return &rules[rule];
}
