/* Links that the terminal itself follows: OSC 8, https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda. */
#ifndef QUOIN_TERM_WRITTEN_HYPERLINKS_H
#define QUOIN_TERM_WRITTEN_HYPERLINKS_H

#include "base/sink.h"
#include "config/config.h"

/*
 * Is the terminal one that has them, as far as the environment tells? `variable` gives the value of one, or NULL. Within tmux and screen it is these
 * that have them or not, whatever is around them.
 */
bool hyperlinks_known(const char *(*variable)(const char *name));

/* Shall links be written: as the configuration wants it, and by what is known of the terminal. `is_terminal`: what is written to. */
bool hyperlinks_wanted(HyperlinkChoice choice, bool is_terminal);

/* What follows is the link, or no link any more. `address` is printable ASCII without blanks; parts with one `id` are one link, for a
 * terminal that shows which. */
void hyperlink_begin(Sink *out, size_t id, Text address);
void hyperlink_end(Sink *out);

#endif
