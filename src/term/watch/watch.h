/* Folders that are watched for files that somebody writes: watch_inotify.c or watch_stat.c. For screen.c. */
#ifndef QUOIN_TERM_WATCH_WATCH_H
#define QUOIN_TERM_WATCH_WATCH_H

#include <stdbool.h>

/*
 * Watch a folder. What counts: a file in it is written, made or removed; a file elsewhere, to which a link in it leads, is written; the folder
 * itself is made, removed, or replaced because it or a folder above it is a link. After a change call this again, for files that are new.
 */
void watch_folder(const char *folder);

/* A descriptor to wait on for changes; -1: there is none. */
int watch_descriptor(void);

/* How often watch_take has to be called where there is no descriptor; -1: never. */
int watch_interval_ms(void);

/* Has something changed since the last call? Never waits. */
bool watch_take(void);

void watch_close(void);

#endif
