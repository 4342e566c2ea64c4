/* Parts of a page that are in a text as a whole or not at all: a list, the lines of a program, a paragraph between two of its kind. */
#ifndef QUOIN_HTML_BODY_WHOLE_PARTS_H
#define QUOIN_HTML_BODY_WHOLE_PARTS_H

#include "html/body/block_kinds.h"
#include "html/body/choice/body_choice.h"

/* Take what is missing of them among the blocks of `text`, from the first one that was taken to behind the last one. */
void whole_parts_take(const BodyChoice *choice, const BlockForm *forms, Range text, unsigned char *taken);

/*
 * Does the text go on around an element: do the blocks before and behind it stand in what holds it? NO_INDEX: there is none. That before it is enough
 * where it is near; the next chapter may be far.
 */
bool part_is_in_text(const Page *page, uint32_t element, size_t before, size_t behind);

#endif
