/* How well the bodies of pages were found: sums over pages, and the line that says what they come to. */
#ifndef QUOIN_TRAIN_PAGES_PAGE_FIGURES_H
#define QUOIN_TRAIN_PAGES_PAGE_FIGURES_H

#include "base/sink.h"
#include "train/pages/text_overlap.h"

typedef struct PageFigures {
    double precision, recall; /* sums */
    size_t pages, said, poor /* F1 below .8 */, good /* .9 and more */, first, last, both;
} PageFigures;

/* Count a page; its overlap. */
TextOverlap page_figures_add(Arena *arena, PageFigures *figures, Text gold, Text found);

void page_figures_print(const char *name, const PageFigures *figures); /* to standard output */

#endif
