/* What a web page says of its article. */
#ifndef QUOIN_HTML_METADATA_HTML_METADATA_H
#define QUOIN_HTML_METADATA_HTML_METADATA_H

#include "article/article.h"
#include "html/tree/html_tree.h"

/*
 * Fills the fields of `article`, its authors, tags and next_page from the page; `address` is where it came from, empty where that is not known.
 * What is not said stays as it was. Texts live in the arena of `article`, apart from those of the tree. Time and memory are linear in the page;
 * of authors 100 are taken (AUTHORS_MOST), of tags 30, of <meta> elements 1,000 (META_VALUES), of values in JSON 100,000 (JSON_TREE_VALUES).
 */
void html_metadata_read(const HtmlTree *tree, Text address, Article *article);

#endif
