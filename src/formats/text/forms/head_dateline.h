/* What a report begins with: where it was written, perhaps when, and for which agency. */
#ifndef QUOIN_FORMATS_TEXT_FORMS_HEAD_DATELINE_H
#define QUOIN_FORMATS_TEXT_FORMS_HEAD_DATELINE_H

#include "article/article.h"

/*
 * The bytes of the dateline that `paragraph` begins with, its dash or colon included; 0: none.
 *
 *     GENEVA, Jan. 10 (UPI) — The talks …          LONDON: The talks …         (Reuters) - The talks …
 *     Port Hallam, Norvane, Jan 10, 2022 / PRNewswire / -- The talks …         BAAR, SWITZERLAND (a paragraph of its own)
 *
 * `place` and `source` are where the place ("GENEVA", "Port Hallam, Norvane") and the agency stand in it; empty: not said. `date`, which may be NULL,
 * is where its date stands, with a year or without.
 */
size_t head_dateline(Text paragraph, Range *place, Range *source, Range *date);

/* If `paragraph`, the first of the body, begins with a dateline, the article has it, with what else it says and is not known yet. Texts are slices
 * of the article's. */
void head_take_dateline(Article *article, Range paragraph);

#endif
