/* The same as reported.h of languages that write no blanks: no words are known there but those of the tables. */
#ifndef QUOIN_ANALYSIS_LANGUAGES_SPACELESS_H
#define QUOIN_ANALYSIS_LANGUAGES_SPACELESS_H

#include "analysis/languages/reported.h"

void spaceless_report(const Paragraph *paragraph, ReportedList *reports);

#endif
