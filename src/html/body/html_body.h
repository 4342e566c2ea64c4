/* The text of a web page's article. */
#ifndef QUOIN_HTML_BODY_HTML_BODY_H
#define QUOIN_HTML_BODY_HTML_BODY_H

#include "article/article.h"
#include "html/body/choice/body_choice.h"

/*
 * Adds the head and the body to an article whose metadata is known (html_metadata_read): blocks, links and emphases with their ranges, its text;
 * its quality, from 0 to QUALITY_MOST, and what kind of page it is. A page that is no article (PAGE_EMPTY, a wall, a list of links) gets
 * no body. What the metadata has already is not repeated: a title in the body, a description that begins it. Relative addresses are
 * resolved against `address`, which may be empty. Linear; the tree may be released afterwards.
 */
void html_body_read(const HtmlTree *tree, Text address, Article *article);

/* The same by what was chosen already: for the program that learns, whose choice is another one. */
void html_body_write(const BodyChoice *choice, Text address, Article *article);

#endif
