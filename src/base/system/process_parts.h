/* What the files of process.h share. */
#ifndef QUOIN_BASE_SYSTEM_PROCESS_PARTS_H
#define QUOIN_BASE_SYSTEM_PROCESS_PARTS_H

#include <stdint.h>

#include "base/system/process.h"

/* -1: /dev/null. The ends that the program has are closed on this side. */
typedef struct ProcessDescriptors {
    int input, output, errors;
} ProcessDescriptors;

/* Two ends of a pipe, neither of them 0, 1 or 2, both closed in whatever is started. False: errno. */
typedef struct Pipe {
    int reading, writing;
} Pipe;
bool process_pipe(Pipe *pipe_made);

/* The program as a child. `error` 0, or why not: then there is no child. */
pid_t process_spawn(const char *const *arguments, ProcessDescriptors descriptors, int *error);

void process_close(int *descriptor); /* -1 afterwards; accepts -1 */
void process_kill(pid_t process);

int64_t process_now_ms(void);

/* Append what there is to read, without waiting, up to `most` bytes; what is more is dropped, and *over is set. False: nothing more comes. */
bool process_take(Arena *arena, int descriptor, TextBuffer *taken, size_t most, bool *over);
void process_make_waitless(int descriptor);

/* How it ended; waits until `until_ms` (-1: without an end), and ends it then. `taken`: whose errors are taken meanwhile, or NULL. */
ProcessResult process_await(pid_t process, int64_t until_ms, Process *taken);

#endif
