/* What is said: one thing after the other, each on a line of its own, broken between words; and the article's own words with who says them. */
#ifndef QUOIN_UI_LINEAR_VOICE_H
#define QUOIN_UI_LINEAR_VOICE_H

#include "ui/linear/linear.h"

void voice_say(Linear *linear, Text text);
void voice_format(Linear *linear, const char *format, ...)
#if defined(__GNUC__)
    __attribute__((format(printf, 2, 3)))
#endif
    ;

/* Forget what waits, before something else is said. */
void voice_begin(Linear *linear);

/* Write what was said, as many lines as a key gives. True: more waits. */
bool voice_write(Linear *linear);

/* A question whose answer is typed in a line of its own; empty: none. */
void voice_ask(Linear *linear, Text question);

/* The words of the article in `range`, of one block, with its quotations announced. */
void voice_words(Linear *linear, Range range);

/* "Quotation 3 of 12, probably Signe Aldous: “…”", the index of one of the analysis. */
void voice_quote(Linear *linear, size_t quote);

/* "probably Signe Aldous", "speaker not known"; in the arena. */
Text voice_speaker(Linear *linear, size_t quote);

#endif
