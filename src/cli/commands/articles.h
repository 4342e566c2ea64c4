/* Going through the articles that were named, each read and analysed to the end, and writing what was found. */
#ifndef QUOIN_CLI_COMMANDS_ARTICLES_H
#define QUOIN_CLI_COMMANDS_ARTICLES_H

#include "analysis/analysis.h"
#include "cli/commands/bulk.h"
#include "cli/session/session.h"
#include "export/table.h"
#include "memory/notes/article_notes.h"

/* How a command writes what the analysis of an article found, one function for each kind of output. */
typedef struct ArticleWriter {
    void (*text)(Sink *out, const Analysis *analysis, Charset charset); /* for people */
    void (*rows)(Table *table, Text path, const Analysis *analysis);    /* a row of the table for each thing */
    void (*line)(Sink *out, const Analysis *analysis);                  /* a member of a line of a pipeline */
    AnalysisChooser *choose; /* NULL: all of it is written; else articles of which nothing is are passed over */
    void *context;           /* of that */
} ArticleWriter;

/* A way through the articles. */
typedef struct ArticleTour {
    bool (*begin)(void *context, const Session *session); /* NULL, or false: the articles are left alone, status 2 */
    const ArticleWriter *writer;                          /* NULL, or whose choice comes before */
    void (*visit)(void *context, Text path, const Analysis *analysis,
                  const PlacedNotes *notes); /* of each that can be read; the notes as far as they are wanted */
    void *context;
    bool wants_corrections; /* of who said what: they hold in the analysis, … */
    bool wants_notes;       /* … and the reader's notes, too */
    const bool *ended;      /* NULL, or: the articles that are left are left alone */
    bool writes_files;      /* so it needs rights that other commands give up */
} ArticleTour;

/* Exit status as articles_write's. */
int articles_visit(const Options *options, const ArticleTour *tour);

/* Exit status: 1 when a line of a pipeline cannot be read or an article has mistakes, 2 when one cannot be read (told on standard error). */
int articles_write(const Options *options, const ArticleWriter *writer);

#endif
