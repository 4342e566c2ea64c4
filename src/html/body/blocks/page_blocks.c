/*
 * One walk over the nodes. A run of text is open as long as only inline elements begin and end; whatever else does closes it, and so do two line
 * breaks in a row, or one before a line that is set in by blanks:
 *
 *     <div>First <a href=x>words</a>.<br><br>Second.<p>Third.</p></div>     3 blocks: two of <div>, one of <p>
 *
 * An inline element that blocks stand in is none: <span><p>…. One with a name that a run begins with lends it to the block
 * (<span class="caption">…</span>): rules go by names.
 */
#include "html/body/blocks/page_blocks.h"

#include "article/article.h"
#include "base/unicode/unicode.h"
#include "html/body/blocks/page_names.h"

/* An element that the walk is in. */
typedef struct OpenNode {
    uint32_t end; /* of the tree: where it ends */
    uint32_t element, link;
    uint8_t styles;
    bool is_block, is_verbatim, is_code;
} OpenNode;

/* Two inline elements that meet without a blank, of which a page sets the second apart: "<a>Office</a><a>Papers</a>". */
typedef enum Meeting { MEETING_NONE, MEETING_ENDED, MEETING_ELEMENTS, MEETING_LINKS } Meeting;

typedef struct Walk {
    Arena *arena;
    const HtmlTree *tree;
    Page *page;
    HiddenParts hidden;
    ARRAY(OpenNode) open;
    PageBlock run;   /* the one under way */
    bool has_text;   /* it has */
    Text blank;      /* due before its next character */
    unsigned breaks; /* line breaks since its last character */
    unsigned indent; /* columns of blanks that are seen, since the last line break */
    uint32_t last_link;
    bool after_rule;
    Meeting meeting; /* since its last character */
    uint32_t ended;  /* the link that did last; 0: it was none */
} Walk;

/* The length of a text in letters, as the header says. */
static uint32_t letters_of(Text text)
{
    uint32_t letters = 0;

    for (size_t i = 0; i < text.size; i++) {
        unsigned char byte = (unsigned char)text.bytes[i];

        letters += byte < 0x80 || byte >= 0xC0;
        letters += byte >= 0xE3 && byte < 0xF0; /* from U+3000 on */
    }
    return letters;
}

/* ---- runs ---- */

static void close_run(Walk *walk)
{
    Page *page = walk->page;

    if (walk->has_text) {
        walk->run.range.end = page->text.count;
        walk->run.span_count = (uint32_t)page->spans.count - walk->run.span;
        walk->run.letters = letters_of(text_slice(text_buffer_text(&page->text), walk->run.range));
        ARRAY_PUSH(walk->arena, page->blocks, walk->run);
        walk->after_rule = false;
    }
    walk->has_text = false;
    walk->blank = (Text){0};
    walk->breaks = 0;
    walk->last_link = 0;
}

static void begin_run(Walk *walk, const OpenNode *in)
{
    walk->run = (PageBlock){.range = {walk->page->text.count, 0},
                            .element = in->element,
                            .span = (uint32_t)walk->page->spans.count,
                            .after_rule = walk->after_rule};
    walk->has_text = true;
    walk->blank = (Text){0};
}

/* Does the last span go on with what is added within `in`? Then the blank between is of it too. */
static bool span_goes_on(const Walk *walk, const OpenNode *in)
{
    const Page *page = walk->page;
    const PageSpan *last = page->spans.count > walk->run.span ? &page->spans.items[page->spans.count - 1] : NULL;

    return last && last->range.end == page->text.count && last->link == in->link && last->styles == in->styles;
}

/* The text from `start` on was added, within `in`. */
static void mark_span(Walk *walk, const OpenNode *in, size_t start)
{
    Page *page = walk->page;
    PageSpan span = {{start, page->text.count}, in->link, in->styles};
    uint32_t letters = letters_of(text_slice(text_buffer_text(&page->text), span.range));

    if (in->link) {
        walk->run.linked += letters;
        walk->run.links += in->link != walk->last_link;
        walk->last_link = in->link;
    }
    if (in->styles)
        walk->run.emphasised += letters;
    if (!in->link && !in->styles)
        return;
    if (page->spans.count > walk->run.span) {
        PageSpan *last = &page->spans.items[page->spans.count - 1];

        if (last->link == span.link && last->styles == span.styles && last->range.end == span.range.start) {
            last->range.end = span.range.end;
            return;
        }
    }
    ARRAY_PUSH(walk->arena, page->spans, span);
}

/* ---- characters ---- */

typedef enum CharacterClass { CHARACTER_INK, CHARACTER_BLANK, CHARACTER_NOTHING } CharacterClass;

static CharacterClass classify(Text text, size_t at, size_t *size)
{
    unsigned char byte = (unsigned char)text.bytes[at];
    uint32_t code_point;

    *size = 1;
    if (byte < 0x80)
        return byte <= ' ' || byte == 0x7F ? CHARACTER_BLANK : CHARACTER_INK;
    code_point = utf8_decode(text, at, size);
    if (code_point == 0xAD || code_point == 0x200B || code_point == 0xFEFF || code_point == 0x2060)
        return CHARACTER_NOTHING; /* where a word may break or not: the reader finds that out itself */
    return code_point <= 0x9F || (code_point == 0xA0 || (code_point >= 0x1680 && unicode_is_space(code_point)))
               ? CHARACTER_BLANK
               : CHARACTER_INK;
}

/* "<br>&nbsp;&nbsp;Words", and a blank of ideographs: old pages have no other paragraphs. */
static bool begins_paragraph(Walk *walk, Text blank)
{
    enum { INDENT = 2 /* columns */ };

    if (!walk->breaks || blank.size == 1)
        return false;
    walk->indent += text_equal(blank, TEXT("\xE3\x80\x80")) ? INDENT : 1;
    return walk->indent >= INDENT;
}

/* Blanks in a row are one: a no-break space where it is the only one, since it then means something ("10 km", "« oui »"). */
static void add_blank(Walk *walk, Text blank)
{
    bool stays = blank.size > 1 && !walk->blank.size;

    if (begins_paragraph(walk, blank))
        close_run(walk);
    if (walk->has_text)
        walk->blank = stays ? TEXT("\xC2\xA0") : TEXT(" ");
}

/* Letters of one word may be in several elements ("<b>H</b><span>arbour</span>"), but no word goes on with a capital after a small letter. */
static void part_elements(Walk *walk, Text next)
{
    Text text = text_buffer_text(&walk->page->text);
    char last = text.size ? text.bytes[text.size - 1] : ' ';
    bool is_alone = text.size < 2 || ascii_is_blank(text.bytes[text.size - 2]); /* "<span>i</span><span>Phone</span>" */
    bool ends = (ascii_is_lower(last) && !is_alone) || ascii_is_digit(last) || strchr(".?!:)", last) != NULL;

    if (walk->has_text && walk->blank.size == 0 && ascii_is_alnum(next.bytes[0]) &&
        ((walk->meeting == MEETING_LINKS && (ends || ascii_is_alpha(last))) ||
         (walk->meeting == MEETING_ELEMENTS && ends && ascii_is_upper(next.bytes[0]))))
        walk->blank = TEXT(" ");
    walk->meeting = MEETING_NONE;
}

static void add_words(Walk *walk, const OpenNode *in, Text text)
{
    size_t size;

    for (size_t at = 0; at < text.size;) {
        size_t from = at, start;
        CharacterClass class = classify(text, at, &size);

        at += size;
        if (class == CHARACTER_BLANK)
            add_blank(walk, text_slice(text, (Range){from, at}));
        if (class != CHARACTER_INK)
            continue;
        while (at < text.size && classify(text, at, &size) == CHARACTER_INK)
            at += size;
        if (!walk->has_text) {
            begin_run(walk, in);
            walk->meeting = MEETING_NONE;
        } else if (!in->is_code)
            part_elements(walk, text_slice(text, (Range){from, at}));
        start = walk->page->text.count;
        if (!span_goes_on(walk, in))
            start += walk->blank.size;
        text_buffer_add(walk->arena, &walk->page->text, walk->blank);
        walk->blank = (Text){0};
        walk->breaks = 0;
        text_buffer_add(walk->arena, &walk->page->text, text_slice(text, (Range){from, at}));
        mark_span(walk, in, start);
    }
}

/* Of a <pre>: its lines and blanks as they are; blank lines at its ends are left out later. */
static void add_verbatim(Walk *walk, const OpenNode *in, Text text)
{
    size_t start;

    if (!walk->has_text && !text_trim(text).size)
        return;
    if (!walk->has_text) {
        while (text.size && (text.bytes[0] == '\n' || text.bytes[0] == '\r'))
            text = text_slice(text, (Range){1, text.size});
        begin_run(walk, in);
    }
    start = walk->page->text.count;
    for (size_t i = 0; i < text.size; i++) {
        if (text.bytes[i] != '\r')
            ARRAY_PUSH(walk->arena, walk->page->text, text.bytes[i] == '\0' ? ' ' : text.bytes[i]);
    }
    mark_span(walk, in, start);
}

static void add_break(Walk *walk, const OpenNode *in)
{
    if (in->is_verbatim) {
        add_verbatim(walk, in, TEXT("\n"));
        return;
    }
    add_blank(walk, TEXT(" "));
    walk->indent = 0;
    if (++walk->breaks >= 2)
        close_run(walk);
}

/* ---- elements ---- */

static bool says_hidden(Text style)
{
    static const Text values[] = {LITERAL("display:none"), LITERAL("visibility:hidden")};
    char plain[256];
    size_t size = 0;

    for (size_t i = 0; i < style.size && size < sizeof plain; i++) {
        if (!ascii_is_blank(style.bytes[i]))
            plain[size++] = ascii_to_lower(style.bytes[i]);
    }
    for (size_t i = 0; i < COUNT_OF(values); i++) {
        if (text_find((Text){plain, size}, values[i], 0) != TEXT_NOT_FOUND)
            return true;
    }
    return false;
}

static bool is_hidden(const HtmlTree *tree, size_t node)
{
    const HtmlNode *element = &tree->nodes.items[node];

    if (text_starts_with(html_attribute(tree, node, TEXT("id")), TEXT("S:")))
        return false; /* React sends a part of a page so, and shows it by a script */
    for (uint32_t i = 0; i < element->attribute_count; i++) {
        const HtmlAttribute *attribute = &tree->attributes.items[element->attribute + i];

        if (text_equal(attribute->name, TEXT("style")) && says_hidden(attribute->value))
            return true;
        if (text_equal(attribute->name, TEXT("hidden")) && !text_equal(attribute->value, TEXT("until-found")))
            return true;
        if (text_equal(attribute->name, TEXT("aria-hidden")) && text_equal(attribute->value, TEXT("true")))
            return true;
    }
    return false;
}

/* A control that was never closed, in which the rest of the page stands. */
static bool holds_paragraphs(const HtmlTree *tree, size_t node)
{
    const HtmlNode *nodes = tree->nodes.items;

    for (size_t i = node + 1; i < nodes[node].end; i++) {
        if (nodes[i].tag == HTML_P || nodes[i].tag == HTML_ARTICLE)
            return true;
    }
    return false;
}

static bool is_left_out(const Walk *walk, size_t node)
{
    HtmlTag tag = walk->tree->nodes.items[node].tag;
    unsigned traits = html_tag_traits(tag);

    if (tag == HTML_LABEL || tag == HTML_OUTPUT)
        return is_hidden(walk->tree, node);
    if (traits & TAG_CONTROL && !holds_paragraphs(walk->tree, node))
        return true;
    if (tag == HTML_TEMPLATE && html_has_attribute(walk->tree, node, TEXT("shadowrootmode")))
        return false; /* it is what the element around it shows */
    if (traits & (TAG_HIDDEN | TAG_MEDIA))
        return true;
    if (tag == HTML_NOSCRIPT)
        return walk->hidden == HIDDEN_LEFT_OUT;
    if (tag == HTML_FRAMESET || tag == HTML_DIALOG || tag == HTML_MAP)
        return true;
    return walk->hidden == HIDDEN_LEFT_OUT && is_hidden(walk->tree, node);
}

/* Does an inline element hold what stands in lines of its own? */
static bool holds_blocks(const HtmlTree *tree, size_t node)
{
    const HtmlNode *nodes = tree->nodes.items;

    for (size_t i = node + 1; i < nodes[node].end; i = nodes[i].end) {
        if (html_tag_traits(nodes[i].tag) & TAG_BLOCK && nodes[i].tag != HTML_HR)
            return true;
    }
    return false;
}

static bool is_text_of(const HtmlTree *tree, size_t node, uint32_t parent)
{
    return node < tree->nodes.count && tree->nodes.items[node].parent == parent &&
           tree->nodes.items[node].tag == HTML_TEXT && text_trim(tree->nodes.items[node].text).size > 0;
}

/* An element of the page's own making is inline to browsers; most are boxes to their style sheets, but not those that words stand beside. */
static bool stands_in_line(const HtmlTree *tree, size_t node)
{
    const HtmlNode *nodes = tree->nodes.items;
    uint32_t parent = nodes[node].parent;

    return nodes[parent].tag == HTML_P || html_tag_traits(nodes[parent].tag) & (TAG_HEADING | TAG_INLINE) ||
           (node > 0 && is_text_of(tree, node - 1, parent)) || is_text_of(tree, nodes[node].end, parent);
}

static bool is_inline(const HtmlTree *tree, size_t node)
{
    HtmlTag tag = tree->nodes.items[node].tag;

    return (html_tag_traits(tag) & TAG_INLINE || tag == HTML_LABEL || tag == HTML_OUTPUT ||
            (tag == HTML_OTHER && stands_in_line(tree, node))) &&
           !holds_blocks(tree, node);
}

static uint32_t add_element(Walk *walk, size_t node, uint32_t parent)
{
    PageElement element = {.node = (uint32_t)node, .parent = parent, .tag = walk->tree->nodes.items[node].tag};

    element.names = page_names_of(walk->arena, walk->tree, node);
    element.marks = page_marks_of(walk->arena, walk->tree, node);
    ARRAY_PUSH(walk->arena, walk->page->elements, element);
    return (uint32_t)walk->page->elements.count - 1;
}

static unsigned style_of(HtmlTag tag)
{
    return tag == HTML_B || tag == HTML_STRONG ? EMPHASIS_BOLD : tag == HTML_EM || tag == HTML_I ? EMPHASIS_ITALIC : 0;
}

static bool has_name(const HtmlTree *tree, size_t node)
{
    return html_attribute(tree, node, TEXT("class")).size || html_attribute(tree, node, TEXT("id")).size;
}

/* One link may be cut in two within a word; two are of two words. */
static bool are_of_two_addresses(const HtmlTree *tree, size_t ended, size_t node)
{
    return ended && !text_equal(html_attribute(tree, ended, TEXT("href")), html_attribute(tree, node, TEXT("href")));
}

static void enter(Walk *walk, size_t node, OpenNode in)
{
    HtmlTag tag = walk->tree->nodes.items[node].tag;

    in.end = walk->tree->nodes.items[node].end;
    in.is_block = !is_inline(walk->tree, node);
    if (in.is_block)
        close_run(walk);
    if (in.is_block || (!walk->has_text && (has_name(walk->tree, node) || tag == HTML_CITE)))
        in.element = add_element(walk, node, in.element);
    if (tag == HTML_A && html_has_attribute(walk->tree, node, TEXT("href")))
        in.link = (uint32_t)node;
    in.styles |= (uint8_t)style_of(tag);
    in.is_verbatim = in.is_verbatim || tag == HTML_PRE;
    in.is_code = in.is_code || tag == HTML_CODE || tag == HTML_SUP || tag == HTML_SUB;
    if (walk->meeting == MEETING_ENDED)
        walk->meeting =
            tag == HTML_A && are_of_two_addresses(walk->tree, walk->ended, node) ? MEETING_LINKS : MEETING_ELEMENTS;
    ARRAY_PUSH(walk->arena, walk->open, in);
}

static void leave(Walk *walk, size_t node)
{
    while (walk->open.count && walk->open.items[walk->open.count - 1].end <= node) {
        const OpenNode *last = &walk->open.items[walk->open.count - 1];

        if (last->is_block)
            close_run(walk);
        if (walk->meeting == MEETING_NONE && !last->is_block)
            walk->ended = last->link;
        walk->meeting = MEETING_ENDED;
        walk->open.count--;
    }
}

/* The node where the walk goes on. */
static size_t visit(Walk *walk, size_t node)
{
    const HtmlNode *here = &walk->tree->nodes.items[node];
    OpenNode in = walk->open.count ? walk->open.items[walk->open.count - 1] : (OpenNode){0};

    if (here->tag == HTML_TEXT) {
        if (in.is_verbatim)
            add_verbatim(walk, &in, here->text);
        else
            add_words(walk, &in, here->text);
        return node + 1;
    }
    if (here->tag == HTML_BR) {
        add_break(walk, &in);
    } else if (here->tag == HTML_HR) {
        close_run(walk);
        walk->after_rule = true;
    } else if (!(html_tag_traits(here->tag) & TAG_VOID)) {
        if (is_left_out(walk, node))
            return here->end;
        enter(walk, node, in);
    }
    return node + 1;
}

void page_blocks_read(Arena *arena, const HtmlTree *tree, HiddenParts hidden, Page *page)
{
    Walk walk = {.arena = arena, .tree = tree, .page = page, .hidden = hidden};

    *page = (Page){.tree = tree};
    if (tree->nodes.count && tree->nodes.items[0].tag == HTML_TEXT)
        (void)add_element(&walk, 0, 0);
    for (size_t node = 0; node < tree->nodes.count;) {
        leave(&walk, node);
        node = visit(&walk, node);
    }
    leave(&walk, tree->nodes.count);
    close_run(&walk);
}
