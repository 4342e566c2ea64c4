/* A fuzz target: one function that must survive any bytes. libFuzzer calls it with --enable-fuzzing, replay.c otherwise. */
#ifndef QUOIN_TESTS_FUZZ_H
#define QUOIN_TESTS_FUZZ_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/text.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

/* Called once before the first input (fuzz.c): characters have their widths, as in the program. */
int LLVMFuzzerInitialize(int *argc, char ***argv);

/* What must hold for every input. */
#define REQUIRE(condition)                                                                  \
    do {                                                                                    \
        if (!(condition)) {                                                                 \
            (void)fprintf(stderr, "%s:%d: required: %s\n", __FILE__, __LINE__, #condition); \
            abort();                                                                        \
        }                                                                                   \
    } while (0)

/* Bytes that are taken from the front, one number after the other; zeroes after the end. */
typedef struct Choices {
    Text left;
} Choices;

unsigned choose(Choices *choices, unsigned limit); /* 0 to limit - 1; limit up to 256 */
Text choose_text(Choices *choices, size_t most);   /* of a size that the next byte tells */

/* A file of the sources, in memory that stays. It must be there: $SRCDIR, else the folder above, else this one. */
Text source_file(const char *path);
const char *source_folder(void); /* where those are */

/* models/names.model, read once. */
const struct TagModel *source_model(void);

#endif
