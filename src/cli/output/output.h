/*
 * Standard output and standard error: their one home, and the only place of cli/ (beside file_write.c, for files of the user's) that writes.
 * Nothing is success unless every byte went out.
 */
#ifndef QUOIN_CLI_OUTPUT_OUTPUT_H
#define QUOIN_CLI_OUTPUT_OUTPUT_H

#include "base/sink.h"

/* The two streams, until output_finish. Standard error is written line by line, standard output in large pieces where it is no terminal. */
typedef struct Output {
    Sink *out, *errors;
} Output;
Output output_open(void);

/* Macros of stdlib.h have the names EXIT_SUCCESS and EXIT_FAILURE. */
enum { EXIT_OK = 0, EXIT_PROBLEMS = 1, EXIT_USAGE = 2 };

/* Write what is left. Returns the exit status: `status`, or another where output was lost, which is told on standard error. */
int output_finish(int status);

/* Write into the file at `path`, which may be a device; a file is made when there is none, and emptied otherwise. 0, or the errno. */
int output_write_file(const char *path, Text bytes);

#endif
