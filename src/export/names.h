/*
 * The people, organisations and places of an article, as a list: for people, as rows of a table, as JSON. Flat lists have each mention by
 * itself.
 */
#ifndef QUOIN_EXPORT_NAMES_H
#define QUOIN_EXPORT_NAMES_H

#include "analysis/result/result.h"
#include "export/table.h"

/* For people. */
void names_print(Sink *out, const Analysis *analysis, Charset charset);
void names_print_flat(Sink *out, const Analysis *analysis, Charset charset);

/* A row of the table for each; `path` is the article's. */
void names_rows(Table *table, Text path, const Analysis *analysis);
void names_rows_flat(Table *table, Text path, const Analysis *analysis);

/* "entities": [ … ], "tagger": "…", members of an object that is being written, without a line end. */
void names_members(Sink *out, const Analysis *analysis);
void names_members_flat(Sink *out, const Analysis *analysis);

#endif
