/* What a path leads through: the links on its way, each with the folder that it stands in. For watch_inotify.c. */
#ifndef QUOIN_TERM_LINKS_H
#define QUOIN_TERM_LINKS_H

/* Called with a folder, as a path without links, and the name of what in it decides where a path leads. */
typedef void LinkVisit(const char *folder, const char *name);

/*
 * Visit each link on the way of `path`, of its folders and of what the links lead to; then, where there was a link, what stands at the end. Where
 * something is not there (or cannot be looked at), that is the last one visited. Links that go on for ever are followed for a while.
 */
void links_visit(const char *path, LinkVisit *visit);

#endif
