/* What is told of one quotation, whatever the form. */
#ifndef QUOIN_EXPORT_QUOTATION_H
#define QUOIN_EXPORT_QUOTATION_H

#include "analysis/result/result.h"

/* Its words with their marks; of several paragraphs, with the line ends between. */
Text quotation_words(const Analysis *analysis, const Quote *quote);

/* What its only speaker is: "captain"; empty: not known, or there are several. */
Text quotation_role(const Analysis *analysis, const Quote *quote);

/* Each of its speakers, in the arena: source->speaker_count of them. */
Text *quotation_speakers(Arena *arena, const Quote *quote);

/* What kind of thing speaks; ENTITY_TYPE_COUNT: nobody knows. */
EntityType quotation_speaker_type(const Analysis *analysis, const Quote *quote);

#endif
