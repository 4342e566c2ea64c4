/* quoin-html as it was built, for tests that read pages; skipped where there is none. */
#ifndef QUOIN_TESTS_PAGE_READER_H
#define QUOIN_TESTS_PAGE_READER_H

#include <stdlib.h>

#include "formats/html.h"

static inline Path page_reader_place(Arena *arena, const char *program)
{
    return path_join(arena, text_from(program), TEXT("quoin-html"));
}

static inline void use_built_page_reader(void)
{
    const char *build = getenv("BUILDDIR");

    html_use_reader(page_reader_place, build ? build : ".");
}

#endif
