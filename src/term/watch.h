/* Folders that are watched for files that somebody writes. For screen.c. */
#ifndef QUOIN_TERM_WATCH_H
#define QUOIN_TERM_WATCH_H

#include <stdbool.h>

/* Watch one more folder. What cannot be watched is not. */
void watch_folder(const char *folder);

/* To wait on; -1: nothing is watched. */
int watch_descriptor(void);

/* Was a file written, renamed or removed since the last call? Never waits. */
bool watch_take(void);

void watch_close(void);

#endif
