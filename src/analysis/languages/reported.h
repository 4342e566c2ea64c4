/* Who says what is spoken in a paragraph: by verbs of saying and places. */
#ifndef QUOIN_ANALYSIS_LANGUAGES_REPORTED_H
#define QUOIN_ANALYSIS_LANGUAGES_REPORTED_H

#include "analysis/languages/teller.h"

/* REPORT(ID, "name", of a hundred so many right, inferred, "example") */
#define REPORT_RULES(REPORT)                                                                   \
    REPORT(NONE, "unknown", 0, true, "„Ja.“")                                                  \
    REPORT(SAYS_BEHIND, "says-behind", 90, false, "„Ja“, sagte Anna Vogel.")                   \
    REPORT(SAYS_BEFORE, "says-before", 85, false, "Anna Vogel sagte: „Ja.“")                   \
    REPORT(SAYS_INSIDE, "says-inside", 90, false, "« Oui, répond Marie Castel. Demain. »")     \
    REPORT(ACCORDING, "according", 85, false, "Secondo Anna Rosselli è “una vergogna”.")       \
    REPORT(BESIDE, "beside", 75, true, "„Ja“, lacht Anna Vogel.")                              \
    REPORT(SENTENCE, "same-sentence", 70, true, "„Ja“, sagte Anna Vogel, „und nein.“")         \
    REPORT(PARAGRAPH, "same-paragraph", 85, true, "„Ja“, sagte Anna Vogel. „Und nein.“")       \
    REPORT(SUBJECT, "sentence-subject", 60, true, "Anna Vogel war darüber „nicht sehr froh“.") \
    REPORT(NAMED_BEFORE, "named-before", 60, true, "Anna Vogel war da. „Ja.“")

typedef enum ReportRule {
#define REPORT(ID, name, confidence, inferred, example) REPORT_##ID,
    REPORT_RULES(REPORT) REPORT_RULE_COUNT
#undef REPORT
} ReportRule;

typedef struct ReportRuleInfo {
    const char *name;
    unsigned char confidence;
    bool inferred;
} ReportRuleInfo;

const ReportRuleInfo *report_rule_info(ReportRule rule);

/* Whose a span is. */
typedef struct Reported {
    ReportRule rule;
    bool speech;      /* else a scare quote or a title */
    bool resolved;    /* by a pronoun, a description, or no word at all */
    int32_t person;   /* or NO_NAMED: then the words count, if there are any */
    ShortRange words; /* that speak; empty: none do */
    ShortRange cue;   /* the verb; empty: there is none */
    uint32_t at;      /* where it begins */
} Reported;

typedef ARRAY(Reported) ReportedList;

/*
 * What is found before a paragraph is known to be good for the next: who spoke last. `reports` gets one for each span of the paragraph.
 */
void paragraph_report(const Paragraph *paragraph, const Names *names, ReportedList *reports);

#endif
