/* What of a tagger's span is one name, and what two; what goes on behind it. Tokens; nothing is entered. */
#ifndef QUOIN_ANALYSIS_NAMES_SPAN_SHAPES_H
#define QUOIN_ANALYSIS_NAMES_SPAN_SHAPES_H

#include "analysis/names/name_mentions.h"

/* "NASA[’s] Earth Science Office": the token that parts two names in [first, end); `end`: it is one. */
size_t span_owner_end(const NameScan *scan, size_t first, size_t end);

/* "The [Sioux Falls] Argus Leader": where the name of a newspaper that begins with a place ends; `end`: it is none. */
size_t span_paper_end(const NameScan *scan, size_t first, size_t end);

/* "[Abbott] v. Burke": where the name of a case before a court ends, of which the span is a part or all; 0: it is none. */
size_t span_case_end(const NameScan *scan, size_t first, size_t end);

/* "CEO of [Super Value] Dora Symons": where the name of what somebody leads ends, before her own, and its kind; `first`: there is none. */
size_t span_led_end(const NameScan *scan, size_t first, EntityType *kind);

/* Letters that only people have behind their names: "QC"; not "MD", a state too, nor "MP", before which parties stand. */
bool span_has_letters(const NameScan *scan, size_t token);

/* Does a name stand in a line of names and numbers with hardly a small word (result_lines.c)? */
bool span_in_results(const NameScan *scan, TokenRange name);

/* "Halden [1] Norvane", "Halden [1]": the number behind a name in such a line; `end`: there is none. */
size_t span_number_in_results(const NameScan *scan, size_t first, size_t end);

/* "25 points": is the token the number of what somebody has made? */
bool span_has_score(const NameScan *scan, size_t token);

/* "[Storm Filsame] 4 points": where the name of who has made them ends; `first`: there is none. */
size_t span_scorer_end(const NameScan *scan, size_t first);

#endif
