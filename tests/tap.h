/*
 * Tests in TAP (https://testanything.org): `ok(condition, "what")`, at the end `return tap_done();`.
 * A test program prints one line an assertion and its plan last.
 */
#ifndef QUOIN_TESTS_TAP_H
#define QUOIN_TESTS_TAP_H

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

static int tap_count, tap_failures;

#if defined(__GNUC__)
__attribute__((format(printf, 4, 5)))
#endif
static inline bool
tap_ok(bool condition, const char *file, int line, const char *format, ...)
{
    va_list arguments;

    printf("%sok %d - ", condition ? "" : "not ", ++tap_count);
    va_start(arguments, format);
    vprintf(format, arguments);
    va_end(arguments);
    printf("\n");
    if (!condition) {
        tap_failures++;
        printf("# failed at %s:%d\n", file, line);
    }
    fflush(stdout);
    if (!condition && getenv("INPUT_LEFT_OUT"))
        exit(EXIT_FAILURE); /* it failed, as it should: tests/check-inputs.sh */
    return condition;
}

#define ok(condition, ...) tap_ok((condition), __FILE__, __LINE__, __VA_ARGS__)

static inline void tap_skip(const char *why)
{
    printf("ok %d # SKIP %s\n", ++tap_count, why);
}

/* The whole program: return it from main, before any assertion. */
static inline int tap_skip_all(const char *why)
{
    printf("1..0 # SKIP %s\n", why);
    return EXIT_SUCCESS;
}

/* Nothing more can be tested, and that is an error: the program ends. */
static inline _Noreturn void tap_bail_out(const char *why)
{
    printf("Bail out! %s\n", why);
    exit(EXIT_FAILURE);
}

static inline int tap_done(void)
{
    printf("1..%d\n", tap_count);
    return tap_failures ? EXIT_FAILURE : EXIT_SUCCESS;
}

#endif
