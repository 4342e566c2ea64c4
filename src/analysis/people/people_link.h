/* Single names, last or first, are linked to people of the registry. */
#ifndef QUOIN_ANALYSIS_PEOPLE_PEOPLE_LINK_H
#define QUOIN_ANALYSIS_PEOPLE_PEOPLE_LINK_H

#include "analysis/people/people.h"

/* Link the mentions [first, end), once all full names were entered. In the order of the text. */
void people_link(People *people, size_t first, size_t end);

#endif
