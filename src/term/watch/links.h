/* What a path leads through: the links on its way, each with the folder that it stands in. For watch_inotify.c. */
#ifndef QUOIN_TERM_WATCH_LINKS_H
#define QUOIN_TERM_WATCH_LINKS_H

/* Called with a folder, as a path without links, and the name of what in it decides where a path leads. */
typedef void LinkVisit(const char *folder, const char *name);

/*
 * Follow `path` as the kernel does, and visit each symbolic link on the way, among its folders and in what links lead to; then, if there was any
 * link, the file at the end. If something on the way does not exist (or cannot be looked at), it is the last that is visited. Circles of links
 * are followed for a limited number of steps.
 */
void links_visit(const char *path, LinkVisit *visit);

#endif
