#include "train/pages/page_figures.h"

#include <stdio.h>

TextOverlap page_figures_add(Arena *arena, PageFigures *figures, Text gold, Text found)
{
    TextOverlap overlap = text_overlap(arena, gold, found);
    bool first = text_has_paragraph(arena, text_first_paragraph(gold), found);
    bool last = text_has_paragraph(arena, text_last_paragraph(gold), found);

    figures->pages++;
    figures->recall += overlap.recall;
    figures->said += overlap.has_words;
    figures->precision += overlap.has_words ? overlap.precision : 0;
    figures->poor += overlap.f1 < 0.8;
    figures->good += overlap.f1 >= 0.9;
    figures->first += first;
    figures->last += last;
    figures->both += first && last;
    return overlap;
}

static double share(size_t part, size_t all)
{
    return all ? (double)part / (double)all : 0;
}

void page_figures_print(const char *name, const PageFigures *figures)
{
    double precision = figures->said ? figures->precision / (double)figures->said : 0;
    double recall = figures->pages ? figures->recall / (double)figures->pages : 0;
    double f1 = precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;

    printf("%-18s %4zu pages  F1 %.4f  P %.4f  R %.4f  <.8 %3zu  >=.9 %.3f  first %.3f  last %.3f  both %.3f\n", name,
           figures->pages, f1, precision, recall, figures->poor, share(figures->good, figures->pages),
           share(figures->first, figures->pages), share(figures->last, figures->pages),
           share(figures->both, figures->pages));
}
