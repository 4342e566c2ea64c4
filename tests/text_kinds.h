/* Texts of any size, each of one kind (news, nothing but names, nothing but quotations …), for measuring the memory and time that they take. */
#ifndef QUOIN_TESTS_TEXT_KINDS_H
#define QUOIN_TESTS_TEXT_KINDS_H

#include <stddef.h>

enum { TEXT_BYTES_PROMISED = 15 };

typedef struct TextKind {
    const char *name, *pattern;
    unsigned ceiling; /* bytes of memory for each byte of the text, in show, quotes and entities */
} TextKind;

extern const TextKind text_kinds[];
extern const size_t text_kind_count;

/* Write at least `bytes` of text. Returns how many were written; 0: the file cannot be written. */
size_t text_kind_write(const TextKind *kind, const char *path, size_t bytes);

#endif
