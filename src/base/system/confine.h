/*
 * Confinement: a command that only reads, computes and prints gives up all other rights of its user. So a hostile file that exploits a fault in
 * it gains nothing. Done by Landlock (Linux 5.13; https://docs.kernel.org/userspace-api/landlock.html), which needs no privilege and cannot be
 * undone.
 */
#ifndef QUOIN_BASE_SYSTEM_CONFINE_H
#define QUOIN_BASE_SYSTEM_CONFINE_H

#include "config.h"

#include <stdbool.h>
#include <stddef.h>

/* Why confine_version is 0. */
#ifdef HAVE_LANDLOCK
#define CONFINE_MISSING "the kernel has no Landlock"
#else
#define CONFINE_MISSING "this quoin was built without Landlock"
#endif

/* The version of the kernel's Landlock, from 1; 0: CONFINE_MISSING. */
int confine_version(void);

/*
 * From now on this process and its children can read only files and folders beneath `paths` (those that exist; links are followed now). They can
 * no longer write, create, remove or run files, open connections, or signal other processes, as far as the kernel's version of Landlock covers
 * that. Files that are open stay open. `program`: one that they can still run, with the libraries of the system; NULL: none.
 *
 * True: it is done, or confine_version is 0 and it cannot be done on this machine. False: the kernel has Landlock and refused, so that the caller
 * should not go on as if it were done.
 */
bool confine_to_reading(const char *const *paths, size_t count, const char *program);

/* The same, but beneath `folder` they can also read, write, create, rename and remove files and folders. */
bool confine_to_folder(const char *const *paths, size_t count, const char *program, const char *folder);

#endif
