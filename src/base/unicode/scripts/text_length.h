/* How long a text is to its readers: words, or the letters of scripts that have no blanks between words; and how long it takes to read. */
#ifndef QUOIN_BASE_UNICODE_SCRIPTS_TEXT_LENGTH_H
#define QUOIN_BASE_UNICODE_SCRIPTS_TEXT_LENGTH_H

#include "base/arena.h"
#include "base/text.h"

typedef struct TextLength {
    size_t words; /* what blanks separate */
    size_t han;   /* letters of Chinese and Japanese, */
    size_t kana;  /* … those that Japanese alone has, */
    size_t other; /* … of Thai, Lao, Burmese and Khmer, signs upon them not counted */
} TextLength;

void text_length_add(TextLength *length, Text text);

/* "532 words", "1204 characters" where there are more of these; empty: there are neither. In `arena`. */
Text text_length_phrase(const TextLength *length, Arena *arena);

/* Minutes of silent reading, at least one. */
size_t text_length_minutes(const TextLength *length);

#endif
