/* What stands at the top or the foot of each page of a text, and is no part of it: running heads, numbers. shape_is_page_line tells them. */
#ifndef QUOIN_FORMATS_TEXT_PAGE_LINES_H
#define QUOIN_FORMATS_TEXT_PAGE_LINES_H

#include "formats/text/shape_work.h"

/* Fills work->shape->page_lines. */
void page_lines_find(ShapeWork *work);

#endif
