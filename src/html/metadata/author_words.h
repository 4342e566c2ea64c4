/* Words beside names of authors: what names follow, what is no name, who did something else (author_words.def). */
#ifndef QUOIN_HTML_METADATA_AUTHOR_WORDS_H
#define QUOIN_HTML_METADATA_AUTHOR_WORDS_H

#include "base/text.h"

/*
 * Behind "By", "Words:", "Posted by": the rest, without the marks before it. What is nothing but an opening stays; so does, where no byline is
 * `printed`, what names begin with too ("Von Miller", "Di Wu"), unless all of a name is behind it ("Von Jana Reh").
 */
Text author_without_opening(Text text, bool printed);

bool author_is_opening(Text name); /* "Von", "By": nothing but one */
bool author_is_nobody(Text name);  /* "admin", "Staff", "humans" */
bool author_is_label(Text name);   /* "Share", "Reading time" */
bool author_is_degree(Text piece); /* "MD", "Ph.D." */

/* "q_admin", "adminn", "mdelatorreq6vkpg2ma0ci": the name of an account, which no reader knows. */
bool author_is_login(Text name);

/* "dpa/abc" is none; "obe", "cog.": the letters by which a newsroom knows its own. */
bool author_is_initials(Text piece);

/* "Image: Getty Images", "Sponsored by Doe Lines": begins with what somebody did who did not write. */
bool author_is_of_others(Text text);
bool author_has_other(Text text); /* has such a word anywhere */

#endif
