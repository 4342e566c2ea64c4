/*
 * Pipelines: lines {"id", "text"} on standard input, a line of results for each on standard output, in their order and in constant memory. A
 * line that cannot be read is told on standard error, gets a line {"id": null, "error": …}, and the rest goes on.
 */
#ifndef QUOIN_CLI_COMMANDS_BULK_H
#define QUOIN_CLI_COMMANDS_BULK_H

#include "analysis/analysis.h"
#include "cli/command.h"

/* Mark in a finished analysis what of it is not asked for. False: nothing is. */
typedef bool AnalysisChooser(void *context, Analysis *analysis);

typedef struct BulkWriter {
    void (*write)(Sink *out, const Analysis *analysis); /* `"quotes": [ … ]` or the like for one analysed text */
    AnalysisChooser *choose;                            /* NULL: all of it */
    void *context;
} BulkWriter;

/* Exit status: 1 when a line could not be read. */
int bulk_run(const Options *options, const BulkWriter *writer, const struct TagModel *model);

#endif
