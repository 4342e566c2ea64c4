/* How a quotation is told from the rest, in the text and in the list: direct or indirect, selected or not. */
#ifndef QUOIN_UI_CELLS_QUOTE_ROLE_H
#define QUOIN_UI_CELLS_QUOTE_ROLE_H

#include "analysis/analysis.h"
#include "theme/role.h"

Role quote_role(const Quote *quote, bool selected);

#endif
