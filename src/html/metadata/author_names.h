/* Names of authors, taken out of what pages have for them: "By Jane Doe and John Roe, Staff Writers | 3 May 2024", "jane@example.org", "admin". */
#ifndef QUOIN_HTML_METADATA_AUTHOR_NAMES_H
#define QUOIN_HTML_METADATA_AUTHOR_NAMES_H

#include "article/article.h"

enum { AUTHORS_MOST = 100 }; /* of one article; those behind are left out */

typedef ARRAY(Author) Authors;

typedef enum NameSource {
    NAMES_TOLD, /* a value that says that it names authors */
    NAMES_HINTED, /* printed in an element that is named after authors: as NAMES_PRINTED, and in scripts without capitals a few words */
    NAMES_MARKED, /* printed below "By": the first piece is a name, whatever its form */
    NAMES_PRINTED /* printed where names may be: what has the form of one, or "By" before it */
} NameSource;

/*
 * Adds whom `text`, plain and on one line, names; each once, whatever the case. What is no name is left out: openings ("By", "Words:"), dates,
 * degrees, handles, addresses, and what content systems call whoever it is ("admin", "Staff"). A role beside a name goes with it. Agencies are
 * authors too, with the role "agency". True: there was one.
 */
bool author_names_add(Arena *arena, Authors *authors, Text text, NameSource source);

/* One whole name, that of an organisation ("Doe & Roe"), which is not taken apart. */
bool author_names_add_whole(Arena *arena, Authors *authors, Text name);

/* "The Harbour Post Team", "Podium Staff": a name, and no person's. */
bool author_name_is_team(Text name);

/* Are all letters of scripts that have no capitals? */
bool author_script_has_no_case(Text text);

/* Does the line begin with what says that names follow: "Contributors:", "Text by"? */
bool author_names_begin(Text line);

#endif
