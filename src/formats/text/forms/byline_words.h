/* Words that stand beside names in a byline: what somebody is, and for whom. */
#ifndef QUOIN_FORMATS_TEXT_FORMS_BYLINE_WORDS_H
#define QUOIN_FORMATS_TEXT_FORMS_BYLINE_WORDS_H

#include "base/text.h"

/* "The Courier", "BBC News", "Reuters", "Associated Press": the name of a paper, an agency or a site, by its last word or a list. */
bool head_is_source(Text line);

bool byline_is_agency(Text text);        /* one of a list: "Reuters", "The Associated Press" */
bool byline_is_role(Text piece);         /* "Staff Writer", "editor of the Courier", "Redakteurin für Finanzen" */
bool byline_is_institution(Text text);   /* "University of Arden" */
bool byline_word_is_of_role(Text word);  /* "senior", "writers" */
bool byline_word_is_of_paper(Text word); /* "Gazette" */

#endif
