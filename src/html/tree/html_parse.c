/*
 * libxml2 tells what it meets, in the order of the page (SAX), and its events nest: what a page leaves out is filled in, what is closed in the
 * wrong order is closed in the right one. So the tree is built while the page is read, and no second one is kept:
 *
 *     <p>A<b>B</b></p>    start html, start body, start p, characters A, start b, characters B, end b, end p, …
 *
 *     node    0 html   1 body   2 p   3 "A"   4 b   5 "B"
 *     end     6        6        6     4       6     6
 */
#include "html/tree/html_parse.h"

#include <assert.h>
#include <libxml/HTMLparser.h>

#include "html/tree/html_guard.h"
#include "html/tree/twice_encoded.h"

typedef struct Builder {
    Arena *arena, *scratch;
    HtmlTree *tree;
    TextBuffer characters;              /* in `scratch`: of the text that is being read, which comes in pieces */
    uint32_t open;                      /* the innermost element that is not closed */
    size_t levels;                      /* elements that are open for the parser */
    xmlParserCtxtPtr stopped_when_deep; /* NULL: what is too deep is taken as if it stood outside */
    bool is_deep;                       /* it was stopped */
} Builder;

static Text text_of(const xmlChar *string)
{
    return text_from((const char *)string);
}

static void add_node(Builder *builder, HtmlNode node)
{
    node.parent = builder->open;
    node.end = (uint32_t)builder->tree->nodes.count + 1;
    ARRAY_PUSH(builder->arena, builder->tree->nodes, node);
}

/* Whether the element that the parser has met is one of the tree; each is asked about once, when it begins. */
static bool enter_level(Builder *builder)
{
    if (++builder->levels <= HTML_LEVELS_MOST)
        return true;
    if (builder->stopped_when_deep && !builder->is_deep) {
        xmlStopParser(builder->stopped_when_deep);
        builder->is_deep = true;
    }
    return false;
}

/* The same when it ends. */
static bool leave_level(Builder *builder)
{
    return builder->levels == 0 || builder->levels-- <= HTML_LEVELS_MOST;
}

/* The characters that have come are a text; to be called before anything else becomes a node. */
static void end_text(Builder *builder)
{
    Text text = text_buffer_text(&builder->characters);

    if (text.size == 0)
        return;
    add_node(builder, (HtmlNode){.tag = HTML_TEXT, .text = arena_copy(builder->arena, text)});
    builder->characters.count = 0;
}

/* `pairs`: name and value by turns, NULL at the end; a value is NULL where none was given. */
static void add_attributes(Builder *builder, HtmlNode *node, const xmlChar **pairs)
{
    node->attribute = (uint32_t)builder->tree->attributes.count;
    for (; pairs && pairs[0]; pairs += 2) {
        HtmlAttribute attribute = {arena_copy(builder->arena, text_of(pairs[0])),
                                   arena_copy(builder->arena, text_of(pairs[1]))};

        ARRAY_PUSH(builder->arena, builder->tree->attributes, attribute);
        node->attribute_count++;
    }
}

static void on_start(void *context, const xmlChar *name, const xmlChar **attributes)
{
    Builder *builder = context;
    HtmlNode node = {.tag = html_tag_of(text_of(name))};

    if (!enter_level(builder))
        return;
    end_text(builder);
    if (node.tag == HTML_HTML) { /* the root is there from the start */
        if (!builder->tree->nodes.items[0].attribute_count)
            add_attributes(builder, &builder->tree->nodes.items[0], attributes);
        return;
    }
    if (node.tag == HTML_OTHER)
        node.text = arena_copy(builder->arena, text_of(name));
    add_attributes(builder, &node, attributes);
    add_node(builder, node);
    builder->open = (uint32_t)builder->tree->nodes.count - 1;
}

static bool is_named(const HtmlNode *node, HtmlTag tag, Text name)
{
    return node->tag == tag && (tag != HTML_OTHER || text_equal(node->text, name));
}

/* The elements that are open end here, up to that one, and with it. */
static void close_until(Builder *builder, uint32_t element)
{
    HtmlNode *nodes = builder->tree->nodes.items;
    uint32_t at = builder->open;

    for (;; at = nodes[at].parent) {
        nodes[at].end = (uint32_t)builder->tree->nodes.count;
        if (at == element)
            break;
    }
    builder->open = nodes[element].parent;
}

static void on_end(void *context, const xmlChar *name) /* the root ends with the page */
{
    Builder *builder = context;
    HtmlTag tag = html_tag_of(text_of(name));
    uint32_t at;

    if (!leave_level(builder))
        return;
    end_text(builder);
    at = builder->open;
    while (at && !is_named(&builder->tree->nodes.items[at], tag, text_of(name)))
        at = builder->tree->nodes.items[at].parent;
    if (at)
        close_until(builder, at);
}

static void on_characters(void *context, const xmlChar *characters, int size)
{
    Builder *builder = context;

    if (size > 0)
        text_buffer_add(builder->scratch, &builder->characters, (Text){(const char *)characters, (size_t)size});
}

/* What is wrong with a page is not told to anybody: nearly all are. */
static void on_error(void *context, const char *format, ...)
{
    (void)context;
    (void)format;
}

static xmlParserCtxtPtr new_parser(void)
{
    xmlParserCtxtPtr parser = htmlNewParserCtxt();

    if (parser && parser->sax)
        return parser;
    memory_exhausted();
}

/* What libxml2 keeps for itself ends with its context. */
static void run_parser(Builder *builder, Text page, bool stop_when_deep)
{
    enum {
        OPTIONS =
            HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_IGNORE_ENC
    };
    xmlParserCtxtPtr parser = new_parser();
    xmlDocPtr none;

    *parser->sax = (xmlSAXHandler){.startElement = on_start,
                                   .endElement = on_end,
                                   .characters = on_characters,
                                   .ignorableWhitespace = on_characters,
                                   .cdataBlock = on_characters,
                                   .error = on_error,
                                   .warning = on_error,
                                   .fatalError = on_error};
    parser->userData = builder;
    builder->stopped_when_deep = stop_when_deep ? parser : NULL;
    none = htmlCtxtReadMemory(parser, page.bytes, (int)page.size, NULL, "UTF-8", OPTIONS);
    if (parser->errNo == XML_ERR_NO_MEMORY)
        memory_exhausted();
    xmlFreeDoc(none); /* nothing, as nothing of this asks for it */
    htmlFreeParserCtxt(parser);
}

/* False: there was more nesting than HTML_LEVELS_MOST, and it was to stop then. */
static bool build(Arena *arena, Text page, bool stop_when_deep, HtmlTree *tree)
{
    Builder builder = {.arena = arena, .tree = tree, .scratch = arena_within(arena)};

    *tree = (HtmlTree){0};
    ARRAY_RESERVE(arena, tree->nodes, page.size / 32 + 16);
    add_node(&builder, (HtmlNode){.tag = HTML_HTML});
    if (page.size)
        run_parser(&builder, page, stop_when_deep);
    end_text(&builder);
    close_until(&builder, 0);
    arena_release(builder.scratch);
    return !builder.is_deep;
}

bool html_parse(Arena *arena, Text page, HtmlTree *tree, Report *report)
{
    Arena *scratch = arena_within(arena), *first = arena_within(arena);

    assert(page.size <= MOST_TEXT_BYTES);
    page = twice_encoded_undo(scratch, page, report);
    page = html_guard_names(scratch, html_guard_attributes(scratch, page, report), report);
    if (!build(first, page, true, tree)) {
        arena_release(first);
        (void)build(arena, html_guard_levels(scratch, page, report), false, tree);
    }
    arena_release(scratch);
    if (tree->nodes.count > 1)
        return true;
    report_add(report, SEVERITY_ERROR, 0, 0, "is an empty page");
    return false;
}
