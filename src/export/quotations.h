/* Who said what in an article, as a list: for people, as rows of a table, as JSON. What is left out of it keeps its number. */
#ifndef QUOIN_EXPORT_QUOTATIONS_H
#define QUOIN_EXPORT_QUOTATIONS_H

#include "analysis/result/result.h"
#include "export/table.h"

/* For people: number, speaker, words. */
void quotations_print(Sink *out, const Analysis *analysis, Charset charset);

/* The same, and why: the three likeliest speakers of each, with what decided. */
void quotations_explain(Sink *out, const Analysis *analysis, Charset charset);

/* A row of the table for each; `path` is the article's. JSON has indirect speech too, without a number. */
void quotations_rows(Table *table, Text path, const Analysis *analysis);

/* "quotes": [ … ], a member of an object that is being written, without a line end. */
void quotations_members(Sink *out, const Analysis *analysis);

#endif
