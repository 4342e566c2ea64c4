/* HTML becomes a tree. The parser is libxml2's; no other file knows it, so that another one can take its place. */
#ifndef QUOIN_HTML_TREE_HTML_PARSE_H
#define QUOIN_HTML_TREE_HTML_PARSE_H

#include "base/report.h"
#include "html/tree/html_tree.h"

/*
 * The tree of a page, which is UTF-8, in `arena`. Whatever the page is, there is a tree. Scripts are in it as texts, comments are not.
 * No node has more than HTML_LEVELS_MOST others around it, and none over HTML_ATTRIBUTES_MOST attributes; the report warns of what that left out.
 * False: there is no element and no text in the page; the tree is its root, and the report says so.
 */
bool html_parse(Arena *arena, Text page, HtmlTree *tree, Report *report);

#endif
