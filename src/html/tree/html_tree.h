/*
 * A web page as a tree: what the parser made of its bytes, in a form that knows no parser. Nodes stand in the order of the document, each
 * before its children, so that what is in an element is one run of nodes: from the one after it to `end`.
 */
#ifndef QUOIN_HTML_TREE_HTML_TREE_H
#define QUOIN_HTML_TREE_HTML_TREE_H

#include "base/arena.h"
#include "base/html/html_tags.h"

typedef struct HtmlAttribute {
    Text name, value; /* name in lower case; references resolved in the value */
} HtmlAttribute;

typedef struct HtmlNode {
    HtmlTag tag;
    uint32_t parent;    /* index of its element; of the root, 0, itself */
    uint32_t end;       /* index after the last node inside it; of a text, its own + 1 */
    uint32_t attribute; /* the first of `attribute_count` in tree->attributes */
    uint32_t attribute_count;
    Text text; /* of HTML_TEXT: its characters, references resolved, blanks as they are; of HTML_OTHER its name in lower case */
} HtmlNode;

typedef struct HtmlTree {
    ARRAY(HtmlNode) nodes; /* the first is the root element (<html>) */
    ARRAY(HtmlAttribute) attributes;
} HtmlTree;

/* The value of an attribute of a node; empty when it is not there or empty (html_has_attribute tells which). */
Text html_attribute(const HtmlTree *tree, size_t node, Text name);
bool html_has_attribute(const HtmlTree *tree, size_t node, Text name);

/* The characters of all texts inside a node, those of scripts too, in `arena`: white space in a row is one blank, none at the ends. */
Text html_inner_text(Arena *arena, const HtmlTree *tree, size_t node);

#endif
