/* What is selected goes before what it is. */
#include "ui/cells/quote_role.h"

Role quote_role(const Quote *quote, bool selected)
{
    if (selected)
        return ROLE_QUOTE_CURRENT;
    return quote->type == QUOTE_INDIRECT ? ROLE_QUOTE_INDIRECT : ROLE_QUOTE;
}
