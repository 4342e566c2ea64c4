/*
 * Quotations, speakers and their names in a text that is not English, in steps over its blocks:
 *
 *     LanguageWork *work = language_work_new(arena, analysis, language);
 *     while (language_work_names(work, bytes)) ;
 *     while (language_work_quotes(work, bytes)) ;
 *     language_work_finish(work);
 */
#ifndef QUOIN_ANALYSIS_LANGUAGES_LANGUAGE_WORK_H
#define QUOIN_ANALYSIS_LANGUAGES_LANGUAGE_WORK_H

#include "analysis/result/result.h"

typedef struct LanguageWork LanguageWork;

/* Begin, in an arena that ends with the work. */
LanguageWork *language_work_new(Arena *arena, Analysis *analysis);

/* About so many bytes of each step; true: there is more to do. */
bool language_work_names(LanguageWork *work, size_t bytes);
bool language_work_quotes(LanguageWork *work, size_t bytes);

/*
 * Fill the entities with the speakers that have names, unless `entities_are_known`: then speakers are looked for among those. Then fill the quotes,
 * unless the article gives its own.
 */
void language_work_finish(LanguageWork *work, bool entities_are_known);

#endif
