/* Folders that are watched for files that somebody writes: watch_inotify.c or watch_stat.c. For screen.c. */
#ifndef QUOIN_TERM_WATCH_H
#define QUOIN_TERM_WATCH_H

#include <stdbool.h>

/*
 * Watch a folder: files in it that are written, come or go; the files elsewhere that links in it lead to; and that the folder itself comes,
 * goes, or is another one, because it or a folder above is a link. After a change it is watched again, for what is new.
 */
void watch_folder(const char *folder);

/* To wait on; -1: there is none. */
int watch_descriptor(void);

/* How often somebody has to look, where there is no descriptor to wait on; -1: never. */
int watch_interval_ms(void);

/* Has something changed since the last call? Never waits. */
bool watch_take(void);

void watch_close(void);

#endif
