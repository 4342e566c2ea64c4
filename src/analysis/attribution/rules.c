/* The rules are one table, rules.def; here are the questions about a row. */
#include "analysis/attribution/rules.h"

const RuleInfo *rule_info(RuleId rule)
{
    static const RuleInfo rules[RULE_COUNT] = {
#define RULE(ID, name, confidence, inferred, example) [RULE_##ID] = {name, confidence, inferred, example},
#include "analysis/attribution/rules.def"
#undef RULE
    };

    return &rules[rule];
}

bool rule_has_cue(RuleId rule)
{
    return rule == RULE_CUE_AFTER || rule == RULE_CUE_BEFORE || rule == RULE_INVERTED || rule == RULE_ACCORDING_TO ||
           rule == RULE_SHARED_SUBJECT || rule == RULE_PARTICIPLE || rule == RULE_TRANSCRIPT || rule == RULE_LABEL ||
           rule == RULE_SIGNATURE || rule == RULE_NOUN_CUE;
}
