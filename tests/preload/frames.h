/* Whose code it is that runs, for libraries that are preloaded: the first file among the frames that is neither theirs nor the C library's. */
#ifndef QUOIN_TESTS_PRELOAD_FRAMES_H
#define QUOIN_TESTS_PRELOAD_FRAMES_H

#include <dlfcn.h>
#include <execinfo.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "base/count_of.h"

static inline bool frame_is_nobodys(const char *path)
{
    static const char *const names[] = {"crash_site", "failing", "libc.so",    "libc-", "ld-linux",
                                        "libgcc",     "vdso",    "libpthread", "libdl", "musl"};

    for (size_t i = 0; i < COUNT_OF(names); i++) {
        if (strstr(path, names[i]))
            return true;
    }
    return false;
}

/* Its first call loads a library, and needs memory for that. "unknown": nobody's. */
static inline const char *frames_owner(void)
{
    enum { FRAMES = 64 };
    void *frames[FRAMES];
    int count = backtrace(frames, FRAMES);

    for (int i = 0; i < count; i++) {
        Dl_info found;

        if (dladdr(frames[i], &found) && found.dli_fname && !frame_is_nobodys(found.dli_fname))
            return found.dli_fname;
    }
    return "unknown";
}

#endif
