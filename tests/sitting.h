/*
 * A sitting: the reader without a terminal, opened on files, that remembers in a folder of the test's. The clock is the test's: it stands still
 * unless it is moved.
 */
#ifndef QUOIN_TESTS_SITTING_H
#define QUOIN_TESTS_SITTING_H

#include "cli/session/keeping.h"
#include "ui/reader.h"

typedef struct Sitting {
    Arena arena;
    Config config;
    Library library;
    App app;
    int64_t now_ms;
} Sitting;

/* Where everything is: files of articles, and "state". Made by sitting_begin_all, removed by sitting_end_all. */
const char *sitting_path(const char *name); /* in the folder; lives until sitting_end_all */
void sitting_begin_all(void);
void sitting_empty(void); /* remove what is in the folder */
void sitting_end_all(void);

extern int64_t sitting_clock; /* seconds since 1970 */
extern bool sitting_remembers;

void sitting_put(const char *name, const char *bytes);
bool sitting_get(const char *name, Arena *arena, Text *bytes); /* false: it is not there */
size_t sitting_count(const char *folder);                      /* of files in it, and in its folders */

/* Open the files (the last is followed by NULL) at so many columns and 24 rows, and do what there is to do in idle time. */
void sitting_open(Sitting *sitting, int columns, const char *const *names);
void sitting_type(Sitting *sitting, const char *keys); /* ASCII */
void sitting_pass(Sitting *sitting, int64_t for_ms);   /* so much time, with what becomes due in it */
bool sitting_leave(Sitting *sitting, Report *report);  /* of remembering_end; then it is closed */

#endif
