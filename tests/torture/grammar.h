/*
 * What a program wrote, byte by byte, against what it may write: a whitelist of control sequences and characters, and what they leave changed.
 * It knows nothing of the program's own code: a mistake there is no excuse here.
 */
#ifndef QUOIN_TESTS_TORTURE_GRAMMAR_H
#define QUOIN_TESTS_TORTURE_GRAMMAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* GRAMMAR_SCREEN: a reader on a terminal. GRAMMAR_COLORED: printed, with colours. GRAMMAR_PLAIN: printed, line feeds and tabs alone. */
typedef enum GrammarKind { GRAMMAR_SCREEN, GRAMMAR_COLORED, GRAMMAR_PLAIN } GrammarKind;

enum { GRAMMAR_MODES = 16, GRAMMAR_BODY = 256, GRAMMAR_TEXT = 1 << 16, GRAMMAR_BAD = 4, GRAMMAR_WORDS = 80 };

typedef struct Grammar {
    GrammarKind kind;
    int state;                     /* of the machine */
    char body[GRAMMAR_BODY];       /* of a sequence, as far as it came */
    size_t body_size, string_size; /* of a string all of its bytes */
    char string;                   /* which string it is: ] P X ^ _ */
    uint32_t code;                 /* a character, as far as it came */
    int code_size, code_left;
    bool modes[GRAMMAR_MODES]; /* as they are; by the row of the table in grammar.c */
    bool attributes, keypad, graphics, insert;
    bool linked;     /* what is written is a link of the terminal's (OSC 8) */
    bool may_copy;   /* keys are typed that put something on the clipboard (OSC 52) */
    int titles;      /* on the terminal's stack */
    int key_reports; /* likewise, what was asked for of reports of keys */
    size_t total, line_feeds;
    size_t asked;  /* how often for the attributes of the terminal (DA1), which it has to answer */
    size_t broken; /* sequences that an ESC broke off, as a signal does that comes while one is written */
    size_t bad_count;
    char bad[GRAMMAR_BAD][GRAMMAR_WORDS]; /* the first of what it has no business to write */
    char text[GRAMMAR_TEXT];              /* the last of the printable ASCII characters, ended by NUL */
    size_t text_size;
} Grammar;

void grammar_init(Grammar *grammar, GrammarKind kind);
void grammar_feed(Grammar *grammar, const char *bytes, size_t size);

/* What is not as it was before the program began, or NULL. */
const char *grammar_left(const Grammar *grammar);

/* Is it among the last text? */
bool grammar_wrote(const Grammar *grammar, const char *words);

/* The words of a sanitizer, an assertion or the C library about a fault; NULL: none. */
const char *grammar_fault(const Grammar *grammar);

#endif
