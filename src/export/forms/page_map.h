/* The map of an article in HTML: who speaks and is named where. For page.c. */
#ifndef QUOIN_EXPORT_FORMS_PAGE_MAP_H
#define QUOIN_EXPORT_FORMS_PAGE_MAP_H

#include "export/forms/page_body.h"

/* A table, a row for each speaker and person; nothing where there is none. The speakers must be numbered. */
void page_put_map(PageWriting *writing);

#endif
