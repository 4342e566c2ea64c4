/* From decisions to quotations and entities as readers see them. Private to src/analysis. */
#ifndef QUOIN_ANALYSIS_RESULT_H
#define QUOIN_ANALYSIS_RESULT_H

#include "analysis/attribution/attribution.h"
#include "analysis/entities/entities.h"

typedef struct AnalysisResult {
    Analysis *analysis;
    const Attribution *attribution;
    Arena *names; /* of what the entities are made of, which ends with it: */
    EntityWork *entities;
    QuoteSource *nobody; /* of the quotations that nobody says */
    Person *people;      /* of the registry, by their indexes */
    size_t *entity_of_person;
    const Speaker **alone; /* for each entity: it as the only speaker of a quotation; NULL: it spoke none alone yet */
} AnalysisResult;

void result_init(AnalysisResult *result, Analysis *analysis, const Attribution *attribution);
void result_find_candidates(AnalysisResult *result, size_t first, size_t end); /* tokens, whole blocks; so too: */
void result_scan_entities(AnalysisResult *result, size_t first, size_t end);
void result_finish(AnalysisResult *result);

#endif
