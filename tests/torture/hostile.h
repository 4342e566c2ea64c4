/*
 * Hostile files, by class: what somebody could put where an article, a web page, a theme, a configuration or lines of JSON are expected. What they
 * carry that would be dangerous to a terminal has QCN or 31337 in it. The same seed and scale give the same bytes.
 */
#ifndef QUOIN_TESTS_TORTURE_HOSTILE_H
#define QUOIN_TESTS_TORTURE_HOSTILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What it is given as. */
typedef enum HostileClass {
    HOSTILE_YAML,
    HOSTILE_TEXT,
    HOSTILE_INJECTION,
    HOSTILE_ENCODING,
    HOSTILE_LINES,
    HOSTILE_THEME,
    HOSTILE_CONFIG,
    HOSTILE_SPECIAL,
    HOSTILE_NAME,
    HOSTILE_PAGE,
    HOSTILE_CLASSES
} HostileClass;

enum { HOSTILE_NAME_BYTES = 300, HOSTILE_PATH_BYTES = 1024 };

typedef struct HostileFile {
    HostileClass kind;
    char name[HOSTILE_NAME_BYTES]; /* for people: printable */
    char path[HOSTILE_PATH_BYTES]; /* once it was made */
    bool refused;                  /* nobody can read an article out of it: to say nothing would be wrong */
    bool single;                   /* one of very many of its form: a short run takes a sample of these */
    size_t size;
} HostileFile;

const char *hostile_class_name(HostileClass kind);

size_t hostile_count(void);

/* Kind and name of the one at `index` (< hostile_count()). */
void hostile_describe(size_t index, HostileFile *file);

/* Make it in `folder`. Sizes and counts are multiplied by `scale`. False: it cannot be made here (a device, as root or as no root). */
bool hostile_make(size_t index, const char *folder, uint64_t seed, double scale, HostileFile *file);

#endif
