/* How well the bodies of pages were found: sums over pages, and the line that says what they come to. */
#ifndef QUOIN_TRAIN_PAGES_PAGE_FIGURES_H
#define QUOIN_TRAIN_PAGES_PAGE_FIGURES_H

#include "article/article.h"
#include "train/pages/text_overlap.h"

typedef struct PageFigures {
    double precision, recall; /* sums */
    size_t pages, said, poor /* F1 below .8 */, good /* .9 and more */, first, last, both;
    size_t shown; /* with both ends in what readers are shown */
} PageFigures;

/* Count a page; its overlap. */
TextOverlap page_figures_add(Arena *arena, PageFigures *figures, Text gold, Text found);

/*
 * The same of an article as it is shown. A gold text that begins with the title is not held against the body, which is without it; and its ends
 * may stand in the head, too.
 */
TextOverlap page_figures_add_article(Arena *arena, PageFigures *figures, Text gold, const Article *article);

/* The text of the body: what is said below pictures is not part of it. */
Text page_body_text(Arena *arena, const Article *article);

void page_figures_print(const char *name, const PageFigures *figures); /* to standard output */

#endif
