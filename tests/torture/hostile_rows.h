/* The tables of hostile.c. Strings may have NUL in them: pointer and size. */
#ifndef QUOIN_TESTS_TORTURE_HOSTILE_ROWS_H
#define QUOIN_TESTS_TORTURE_HOSTILE_ROWS_H

#include "torture/hostile.h"

typedef struct Bytes {
    const char *bytes;
    size_t size;
} Bytes;

#define BYTES(literal)                 \
    {                                  \
        (literal), sizeof(literal) - 1 \
    }

/* before, then `opening` many times, then `closing` as many times, then after. "\1" in opening is the number of the turn, "\2" one less. */
typedef struct Repeated {
    HostileClass kind;
    bool refused;
    const char *name, *before, *opening;
    size_t count;
    const char *closing, *after;
} Repeated;
extern const Repeated repeated_rows[];
extern const size_t repeated_count;

/* A file as it is. */
typedef struct Whole {
    HostileClass kind;
    bool refused;
    const char *name;
    Bytes content;
} Whole;
extern const Whole whole_rows[];
extern const size_t whole_count;

/* What must never reach a terminal; `is_text`: it is UTF-8, and can be escaped. */
typedef struct Payload {
    const char *name;
    Bytes bytes;
    bool is_text;
} Payload;
extern const Payload payloads[];
extern const size_t payload_count;

/* Where it is put: in the place of "\1" in `form`. */
typedef enum Escape { ESCAPE_NONE, ESCAPE_YAML, ESCAPE_JSON } Escape;
typedef struct Place {
    HostileClass kind;
    Escape escape;
    const char *name, *extension;
    const char *form;
} Place;
extern const Place places[];
extern const size_t place_count;

/* Names of files; "/" is not among their bytes. */
extern const Bytes odd_names[];
extern const size_t odd_name_count;

#endif
