/* Who wrote it, as articles print it: "By Jane Doe and John Roe, Staff Writers", "Jane Doe | The Courier", "Von Jana Reh". */
#ifndef QUOIN_FORMATS_TEXT_FORMS_HEAD_BYLINE_H
#define QUOIN_FORMATS_TEXT_FORMS_HEAD_BYLINE_H

#include "article/article.h"
#include "formats/text/forms/byline_pieces.h"

typedef struct HeadByline {
    Text printed; /* the line without a date in it and without marks around it */
    Text source;  /* the paper or the agency that it names; empty: none */
    ARRAY(Author)
    authors; /* names; in capitals they become "Jane Doe". A role where one is said. Other texts are the line's */
} HeadByline;

typedef enum BylineForm {
    BYLINE_NONE,
    BYLINE_MARKED, /* "By Jane Doe", "Words by …", "Author: …", "— Jane Doe", "Staff Reports": says itself what it is */
    BYLINE_BARE, /* "Jane Doe", "Jane Doe in Port Hallam", "Jane Doe | The Courier": one if it stands where bylines do */
    BYLINE_ROLE  /* "Political editor", "Staff Writer": belongs to the byline above */
} BylineForm;

BylineForm head_byline_form(Text line);

/* "By", "Author:", "Written by": the name is in the next line. */
bool head_is_byline_opening(Text line);

/* Both questions at once: BYLINE_MARKED for an opening too. */
BylineForm head_byline_or_opening(Text line);

/* "Port Hallam, Norvane": where, as its first word tells, and not who. */
bool head_is_place(Text line);

/* Does the line begin as bylines do that say themselves what they are? Not every one that does is one. */
bool head_begins_as_byline(Text line);

/* A byline without what it begins with ("By", "Von", "Words and pictures by") and without a date: the names and what belongs to them. */
Text head_byline_rest(Text line);

/* The byline in a line that is one. False: it is none (or only a role). */
bool head_byline(Arena *arena, Text line, HeadByline *byline);

#endif
