/* Quotations in what is made of a web page, held against those that the same analysis finds in the page's text as people wrote it down. */
#ifndef QUOIN_TESTS_EVAL_HTML_QUOTATIONS_H
#define QUOIN_TESTS_EVAL_HTML_QUOTATIONS_H

#include "analysis/analysis.h"

typedef struct QuotationFigures {
    size_t pages;
    size_t all;       /* quotations in the texts that people wrote down */
    size_t there;     /* whose words are in the page's article too, and no code */
    size_t found;     /* as a quotation, from mark to mark */
    size_t set_apart; /* or as a block of its own: people wrote marks where the page has none */
    size_t given;     /* to the same speaker */
} QuotationFigures;

/* Count a page; a line of `gold` is a paragraph. `model` may be NULL. `tell`: what is not found is printed. */
void quotation_figures_add(Arena *arena, QuotationFigures *figures, const struct TagModel *model, Text gold,
                           const Article *article, bool tell);

void quotation_figures_print(const char *name, const QuotationFigures *figures); /* to standard output */

#endif
