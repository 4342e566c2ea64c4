/* Lines around a text that pages take for a part of it: how long it takes to read, where one is in the site, what else there is to subscribe to. */
#ifndef QUOIN_HTML_BODY_EDGE_LINES_H
#define QUOIN_HTML_BODY_EDGE_LINES_H

#include "base/text.h"

/* Before the text: "5 min read", "Home » News » Harbour", a disclosure of commissions. `has_link`: a part of the line is one. */
bool edge_line_of_head(Text line, bool has_link);

/* "By Jane Doe, Staff Writer", "3 May 2024, 9:05": of the head, if it stands there. */
bool edge_line_is_byline(Text line);

/* Behind it: "Sign up for our newsletter", "Related articles". What stands below such a heading is told by whoever knows that it is one. */
bool edge_line_of_end(Text line, bool has_link);

#endif
