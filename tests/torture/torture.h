/*
 * Torture: tours of cases, each a run of the program in which something is hostile, with a verdict. A case is done by one of several
 * processes, whichever takes it first; what is random in it depends on the seed and its name alone, so that it can be done again.
 */
#ifndef QUOIN_TESTS_TORTURE_TORTURE_H
#define QUOIN_TESTS_TORTURE_TORTURE_H

#include <stdbool.h>
#include <stddef.h>

#include "torture/dice.h"

typedef enum Verdict {
#define VERDICT(id, name, what) VERDICT_##id,
#include "torture/verdicts.def"
#undef VERDICT
    VERDICT_COUNT
} Verdict;

const char *verdict_name(Verdict verdict);

enum { TORTURE_PATH = 512, TORTURE_NAME = 200 };

typedef struct Counts Counts;

typedef struct Torture {
    const char *program;                            /* quoin, or wrong */
    char source[TORTURE_PATH], build[TORTURE_PATH]; /* folders */
    char folder[TORTURE_PATH];       /* of this process, for what the cases need; HOME and TMPDIR are in it */
    char article[TORTURE_PATH + 64]; /* a good one */
    uint64_t seed;
    bool is_long;
    bool sanitized;    /* memory and limits mean nothing there */
    bool shows_memory; /* a case of a tour of memory tells its figure */
    bool is_wrong;     /* a wrong program is tried: nothing is printed */
    double scale;      /* of hostile files */
    int late_ms;       /* a signal is late after this; the best of three counts */
    int hang_ms;
    /* the case */
    const char *tour;
    size_t number;
    char name[TORTURE_NAME];
    Dice dice;
    unsigned found; /* bits of verdicts */
    Counts *counts; /* of the tour, shared by the processes */
} Torture;

/*
 * Is the next case this process's? Then it is begun: `dice` are its own, HOME and TMPDIR are empty. End it by case_end. False: leave it out.
 * Each process asks for the same cases in the same order.
 */
#if defined(__GNUC__)
__attribute__((format(printf, 2, 3)))
#endif
bool case_begin(Torture *torture, const char *format, ...);

#if defined(__GNUC__)
__attribute__((format(printf, 3, 4)))
#endif
void case_fail(Torture *torture, Verdict verdict, const char *format, ...);

/* What a case has left in a folder ("home", "tmp") that does not belong there; NULL: nothing. */
const char *case_left(const Torture *torture, const char *folder);

/* What is in HOME and TMPDIR then was left there. */
void case_end(Torture *torture);

/* The rest of a tour is left out, and why. */
void tour_skip(Torture *torture, const char *why);

/* Has another process, or this, found that a row of cases ends at `number` or before? It is kept until the tour ends. */
void tour_set_end(Torture *torture, size_t row, size_t number);
bool tour_is_over(const Torture *torture, size_t row, size_t number);

typedef void TourFunction(Torture *torture);
TourFunction tour_files, tour_keys, tour_signals, tour_allocations, tour_io, tour_environment, tour_live, tour_memory,
    tour_writes;

/* The wrong programs: false if one was not found out, or if the right one was blamed; each is told. */
bool trials_pass(Torture *torture);

/* A path in the folder of this process. */
void case_path(const Torture *torture, const char *name, char path[TORTURE_PATH]);

/* Write a whole file; a test that cannot is at its end. */
void case_write(const char *path, const char *bytes, size_t size);

/* Remove a folder and what is in it, which is not much. */
void folder_remove(const char *path);

/* How many things are in it, and in `name` (or NULL) the one with the longest name: a temporary file has more than what it becomes. */
size_t folder_count(const char *path, char name[TORTURE_PATH]);

#endif
