/* A place of the text in one line, with words before it. */
#ifndef QUOIN_UI_POPUPS_CONTEXT_LINE_H
#define QUOIN_UI_POPUPS_CONTEXT_LINE_H

#include "base/text.h"

/* Where such a line begins: at a word, at most about `before` bytes before `at`, and in the same block. */
size_t context_line_start(Text text, size_t at, size_t before);

#endif
