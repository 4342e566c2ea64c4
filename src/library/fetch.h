/* What is at an address of the web, as a stream: the output of a program that gets it. */
#ifndef QUOIN_LIBRARY_FETCH_H
#define QUOIN_LIBRARY_FETCH_H

#include "base/system/file.h"
#include "base/system/program.h"

/*
 * Begin to get what is at `address` (of page_address) into `stream`, which waits for nothing (O_NONBLOCK): its descriptor says when there is
 * something. All of it lives in `arena`, which must outlive the stream. The program ends with the stream, whatever ends that, and then the stream has
 * the address where it led, type and charset, and why it is not all (`why_cut`), also where nothing came. If nothing can be begun, it has ended so.
 */
void fetch_begin(Arena *arena, ProgramWords program, Text address, File *stream);

/* Let the program say on standard error what it likes while it is waited for: some stop when nobody listens. Of a stream of fetch_begin. */
void fetch_listen(File *stream);

#endif
