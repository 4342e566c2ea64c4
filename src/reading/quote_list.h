/* The quotations of an article as a list shows them: those that pass, by row, and the numbers that they keep whatever the filter. */
#ifndef QUOIN_READING_QUOTE_LIST_H
#define QUOIN_READING_QUOTE_LIST_H

#include "analysis/result/speakers.h"

typedef struct QuoteList {
    Arena arena; /* of what belongs to one analysis */
    Arena filter_arena;
    Text filter;        /* the speaker whose quotations alone are listed; empty: all, … */
    bool is_about;      /* … or whose name those that are listed mention, whoever says them */
    bool show_scare;    /* list what is in quotation marks and nobody's speech too, … */
    bool show_indirect; /* … and indirect speech */
    size_t *quotes;     /* indexes into analysis->quotes: the rows of the list */
    size_t count;
    size_t *numbers; /* of each quotation, from 1 among those that are speech; 0 for the others */
    size_t speech_count;
    size_t speaker_count; /* different known speakers among the listed */
    Speakers speakers;
} QuoteList;

/* The rows anew, after a change of what passes or of the analysis (NULL: there is none). */
void quote_list_update(QuoteList *list, const Analysis *analysis);
void quote_list_release(QuoteList *list);

/* Copied; it may be the filter that is there. Then quote_list_update. */
void quote_list_set_filter(QuoteList *list, Text name, bool is_about);

/* "only Signe Aldous", "about Signe Aldous"; empty: all are listed. In `arena`. */
Text quote_list_filter_words(const QuoteList *list, Arena *arena);

/* Is it of a kind that is listed, and by that speaker (empty: by anybody)? */
bool quote_list_passes(const QuoteList *list, const Quote *quote, Text speaker);

size_t quote_list_row(const QuoteList *list, size_t quote); /* from 1, in the list; 0: not listed */
/* From 1, among all that are speech: what the gutter shows; 0 for others. */
size_t quote_list_number(const QuoteList *list, size_t quote);
size_t quote_list_quote(const QuoteList *list, size_t row); /* of a row, from 1; NO_INDEX */

/* The row of the so manieth quotation in doubt from `row` on, that one too, or of the last that there is that way; 0: there is none. */
size_t quote_list_doubtful(const QuoteList *list, const Analysis *analysis, size_t row, int direction, int times);

#endif
