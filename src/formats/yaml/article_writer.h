/*
 * An article as a file: the YAML form of quoin-article(5), which reads back as the same article, and a line of JSON.
 *
 * Both have what the form holds: fields, authors, tags, blocks, entities, quotations and links. What it does not hold is how words were set
 * (emphases, indentation). Control characters become U+FFFD. A value that is not of its field's kind (a date that is none, an address that is
 * none, a text longer than a field may be) is kept as "x-date" and so on, so that the file has no mistakes. An article without a headline gets
 * its first words as one.
 */
#ifndef QUOIN_FORMATS_YAML_ARTICLE_WRITER_H
#define QUOIN_FORMATS_YAML_ARTICLE_WRITER_H

#include "article/article.h"
#include "base/sink.h"

/* The article is complete (article_index). Written again after it was read back, it is the same bytes. */
void article_write_yaml(Sink *out, const Article *article);

/* The same on one line, with "text" in place of the body: its blocks as plain text, with blank lines between. No control character is in it. */
void article_write_json(Sink *out, const Article *article);

/* The JSON as an object alone, without the line end. */
void article_write_json_object(Sink *out, const Article *article);

/* Its body as plain text, with blank lines between blocks, and what the files have in place of control characters; in the arena. */
Text article_plain_text(Arena *arena, const Article *article);

/* Is a block one of the body that has words? */
bool article_is_body_text(const Article *article, size_t block);

/* Has it blocks with words besides its head? Without them the form has no article. */
bool article_has_body(const Article *article);

/* Its headline, or its first words where it has none; in the arena or the article. */
Text article_headline(Arena *arena, const Article *article);

#endif
