/*
 * Confinement: a command that only reads, computes and prints gives up the rest of what its user may do, so that a file of a stranger that
 * finds a fault in it finds nothing to do with it. By Landlock (Linux 5.13; https://docs.kernel.org/userspace-api/landlock.html), which needs
 * no privilege and is for ever.
 */
#ifndef QUOIN_BASE_CONFINE_H
#define QUOIN_BASE_CONFINE_H

#include "config.h"

#include <stdbool.h>
#include <stddef.h>

/* Why confine_version is 0. */
#ifdef HAVE_LANDLOCK
#define CONFINE_MISSING "the kernel has no Landlock"
#else
#define CONFINE_MISSING "this quoin was built without Landlock"
#endif

/* The version of the kernel's Landlock; 0: it has none, or quoin was built without. */
int confine_version(void);

/*
 * From here on this process and its children read files and folders beneath `paths` (as far as they exist; links are followed now), write, make,
 * remove and run nothing, open no connection and signal nobody outside, each as far as the kernel's version knows it. What is open stays open.
 * False: nothing is confined, and the kernel said no; true also where there is no Landlock.
 */
bool confine_to_reading(const char *const *paths, size_t count);

#endif
