/* Whose words a statement, a letter or a post is. */
#ifndef QUOIN_ANALYSIS_ANTECEDENTS_MAKERS_H
#define QUOIN_ANALYSIS_ANTECEDENTS_MAKERS_H

#include "analysis/antecedents/search.h"

/* The name of who made what a description names: "Farrow’s statement", "a statement by Farrow", or "the statement" where a sentence before tells of
 * one by her; NULL: it names no such thing, or nobody tells. Good as long as the mentions are. */
const NameRun *description_maker(const Search *search, const Subject *subject);

#endif
