/* Does anything that is to be read hold an emoji that is newer than our tables? Only then the terminal is asked which of them it knows. */
#ifndef QUOIN_CLI_SESSION_NEWER_EMOJI_H
#define QUOIN_CLI_SESSION_NEWER_EMOJI_H

#include "library/library.h"

/* In the starts of the first files; of streams and pages nobody knows yet what will come. What cannot be opened is told elsewhere. */
bool newer_emoji_in(const Library *library);

#endif
