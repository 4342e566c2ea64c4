/* Who wrote an article, one by one: its list of authors, in which one item may be several people, or the byline as it is printed. */
#ifndef QUOIN_EXPORT_AUTHORS_AUTHOR_LINE_H
#define QUOIN_EXPORT_AUTHORS_AUTHOR_LINE_H

#include "article/article.h"
#include "export/authors/author_name.h"

typedef ARRAY(AuthorName) AuthorNames;

/*
 * The people and organisations of a text that names one or more, added to `names`: "Jane Doe, Joan and John Roe with agencies" are three. Roles,
 * places and papers beside a person are left out. Of a text in which nobody is found all is one name.
 */
void author_line_read(Arena *arena, Text line, Text language, AuthorNames *names);

/* The same of a printed byline: "By Jane Doe, Staff Writer". */
void author_byline_read(Arena *arena, Text byline, Text language, AuthorNames *names);

/* Those of the article; none: it says nothing. */
AuthorNames article_author_names(Arena *arena, const Article *article);

#endif
