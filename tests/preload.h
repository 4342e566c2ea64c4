/* Running a program in which system calls fail: which ones, tests/preload/failing.c describes. */
#ifndef QUOIN_TESTS_PRELOAD_H
#define QUOIN_TESTS_PRELOAD_H

#include <stdlib.h>
#include <unistd.h>

/* NULL, or why nothing can be preloaded here: then the tests are skipped. `library` is the path of failing.so. */
static inline const char *preload_missing(const char *library)
{
    return access(library, R_OK) == 0 ? NULL : "calls cannot be made to fail here: there is no tests/failing.so";
}

/* Allocations cannot be made to fail where a sanitizer makes them. */
#if defined(__SANITIZE_ADDRESS__)
#define PRELOAD_HAS_MEMORY 0
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define PRELOAD_HAS_MEMORY 0
#endif
#endif
#ifndef PRELOAD_HAS_MEMORY
#define PRELOAD_HAS_MEMORY 1
#endif

/* In the child, before exec. `log`: a file for what failed, or NULL. A sanitizer wants to be the first library; it need not. */
static inline void preload_set(const char *library, const char *failing, const char *log)
{
    (void)setenv("ASAN_OPTIONS", "verify_asan_link_order=0:detect_leaks=0", 1);
    (void)setenv("LD_PRELOAD", library, 1);
    (void)setenv("FAILING", failing, 1);
    if (log)
        (void)setenv("FAILING_LOG", log, 1);
}

#endif
