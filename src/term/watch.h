/* Folders that are watched for files that somebody writes: watch_inotify.c or watch_stat.c. For screen.c. */
#ifndef QUOIN_TERM_WATCH_H
#define QUOIN_TERM_WATCH_H

#include <stdbool.h>

/* Watch one more folder; one that is watched already is not watched twice. What cannot be watched is not. */
void watch_folder(const char *folder);

/* Tell when something is made in it: a folder that shall be watched then. */
void watch_creation(const char *folder);

/* To wait on; -1: there is none. */
int watch_descriptor(void);

/* How often somebody has to look, where there is no descriptor to wait on; -1: never. */
int watch_interval_ms(void);

/* Was a file written, renamed or removed since the last call? Never waits. */
bool watch_take(void);

void watch_close(void);

#endif
