/* One run of a command that prints: its output and its words against the grammar, its memory, its time, its exit status. */
#ifndef QUOIN_TESTS_TORTURE_PRINTED_H
#define QUOIN_TESTS_TORTURE_PRINTED_H

#include <sys/types.h>

#include "torture/grammar.h"
#include "torture/run.h"
#include "torture/torture.h"

typedef struct Printed {
    int status; /* of waitpid */
    bool ended; /* by itself, in time */
    Grammar output, errors;
    uint64_t hash;  /* of the output */
    long peak_kb;   /* of its memory */
    double seconds; /* of the processor */
} Printed;

/*
 * Run it, with `options` as of the reader; `input` NULL is an empty file, `output` and `errors` NULL are judged. The result stays until the
 * next run. What it did wrong by any measure is told already: crash, hang, bytes, left, and silent where it failed without a word.
 */
const Printed *printed_run(Torture *torture, const RunOptions *options);

/* It took at most `base_kb` and `times` its input of `size` bytes, else that is told. */
void printed_judge_memory(Torture *torture, const Printed *printed, size_t size, unsigned times, long base_kb);

#endif
