/* A style as the bytes that set it, whatever was set before: past curses, and in print. */
#ifndef QUOIN_TERM_WRITTEN_STYLE_WRITE_H
#define QUOIN_TERM_WRITTEN_STYLE_WRITE_H

#include "base/sink.h"
#include "theme/theme.h"

void style_write(Sink *out, Style style);

#endif
