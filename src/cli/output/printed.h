/* Rows of a canvas in print, as a terminal shows them. */
#ifndef QUOIN_CLI_OUTPUT_PRINTED_H
#define QUOIN_CLI_OUTPUT_PRINTED_H

#include "base/sink.h"
#include "term/screen.h"

/* Is the theme's background printed, or the terminal's own left as it is, with no blanks at the ends of lines? */
typedef enum Ground { GROUND_LEFT_OUT, GROUND_PRINTED } Ground;

typedef struct Printing {
    Sink *out;
    const Theme *theme;
    Variant variant;
    StreamStyle stream;
    Ground ground;
} Printing;

void printed_row(Canvas *canvas, int row, const Printing *printing);

#endif
