/* The problems of a report, for people and for editors. */
#ifndef QUOIN_CLI_OUTPUT_REPORT_PRINT_H
#define QUOIN_CLI_OUTPUT_REPORT_PRINT_H

#include "base/report.h"
#include "base/unicode/printable.h"

/* Print all problems of a report, a line each, in the order of lines and columns. Sorts it. */
void report_print(Sink *sink, Report *report, Charset charset);

#endif
