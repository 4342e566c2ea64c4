/* Pages and the trees that they become, written in brackets; what holds of every tree; the table of elements. */
#include "html/tree/html_guard.h"
#include "html/tree/html_parse.h"

#include <string.h>

#include "tap.h"

static Arena arena;

/* ---- a tree as a text: html(body(p[class=lead]("A" b("B")))) ---- */

static void add(TextBuffer *out, const char *text)
{
    text_buffer_add(&arena, out, text_from(text));
}

static void add_start(TextBuffer *out, const HtmlTree *tree, const HtmlNode *node)
{
    text_buffer_add(&arena, out, node->tag == HTML_OTHER ? node->text : html_tag_name(node->tag));
    for (size_t i = 0; i < node->attribute_count; i++) {
        const HtmlAttribute *attribute = &tree->attributes.items[node->attribute + i];

        text_buffer_add(&arena, out,
                        arena_printf(&arena, "[%.*s=%.*s]", TEXT_ARGS(attribute->name), TEXT_ARGS(attribute->value)));
    }
}

static Text tree_text(const HtmlTree *tree)
{
    TextBuffer out = {0};

    for (size_t i = 0; i < tree->nodes.count; i++) {
        const HtmlNode *node = &tree->nodes.items[i];

        if (i && node->parent != i - 1)
            add(&out, " ");
        if (node->tag == HTML_TEXT)
            text_buffer_add(&arena, &out, arena_printf(&arena, "\"%.*s\"", TEXT_ARGS(node->text)));
        else
            add_start(&out, tree, node);
        if (node->end > i + 1)
            add(&out, "(");
        for (size_t at = i, next = i + 1; at && tree->nodes.items[tree->nodes.items[at].parent].end == next;
             at = tree->nodes.items[at].parent)
            add(&out, ")");
    }
    return text_buffer_text(&out);
}

static void check_page(Text page, const char *expected)
{
    HtmlTree tree;
    Report report;
    Text found;

    report_init(&report, &arena, TEXT("page"));
    (void)html_parse(&arena, page, &tree, &report);
    found = tree_text(&tree);
    if (!ok(text_equal(found, text_from(expected)), "%.60s", page.bytes))
        printf("#    found %.*s\n# expected %s\n", TEXT_ARGS(found), expected);
}

/* ---- */

static const struct {
    const char *page, *tree;
} pages[] = {
    {"<p>A<b>B</b></p>", "html(body(p(\"A\" b(\"B\"))))"},
    {"<html lang=en><head><title>T</title><body class='a b'><p>A",
     "html[lang=en](head(title(\"T\")) body[class=a b](p(\"A\")))"},
    {"<P CLASS=\"Lead\">A<P>B", "html(body(p[class=Lead](\"A\") p(\"B\")))"},
    {"<p>A<!-- no --> text<br>B", "html(body(p(\"A text\" br \"B\")))"},
    {"<p>a &amp; b &#8220;c&#x201D; &hellip;", "html(body(p(\"a & b \xE2\x80\x9C"
                                               "c\xE2\x80\x9D \xE2\x80\xA6\")))"},
    {"<a href='?a=1&amp;b=2' hidden>A</a>", "html(body(a[href=?a=1&b=2][hidden=](\"A\")))"},
    {"<ul><li>A<li>B</ul>C", "html(body(ul(li(\"A\") li(\"B\")) \"C\"))"},
    {"<b><i>A</b>B</i>", "html(body(b(i(\"A\")) \"B\"))"},
    {"<script>a < b && \"<p>\"</script><p>A", "html(head(script(\"a < b && \"<p>\"\")) body(p(\"A\")))"},
    {"<amp-img src=a></amp-img><p>A", "html(body(amp-img[src=a] p(\"A\")))"},
    {"<p @click=\"a = (b) => c > d\" :class=\"e > f\" (g)='h > i' class=j>A<br *k=\"l > m\" [n]=o>B",
     "html(body(p[:class=e > f][class=j](\"A\" br \"B\")))"},
    {"<p a$=\"b > c\" 1=\"d > e\" f=g>A", "html(body(p[f=g](\"A\")))"},
    {"</div></p>A", "html(body(p(\"A\")))"},
    {"<p>A<html lang=de><p>B", "html(body(p(\"A\") p(\"B\")))"},
    {"<p>caf\xC3\xA9<meta charset=latin1>\xC3\xA9", "html(body(p(\"caf\xC3\xA9\" meta[charset=latin1] \"\xC3\xA9\")))"},
    {"", "html"},
};

static void test_pages(void)
{
    for (size_t i = 0; i < COUNT_OF(pages); i++)
        check_page(text_from(pages[i].page), pages[i].tree);
}

static void test_empty(void)
{
    HtmlTree tree;
    Report report;

    report_init(&report, &arena, TEXT("page"));
    ok(!html_parse(&arena, TEXT("<!-- a --> \n"), &tree, &report) && report.error_count == 1,
       "a page of nothing is told");
    ok(tree.nodes.count == 1 && tree.nodes.items[0].tag == HTML_HTML && tree.nodes.items[0].end == 1,
       "its tree is the root");
}

/* ---- what the header says of trees, on pages that are put together by chance ---- */

static bool is_sound(const HtmlTree *tree)
{
    const HtmlNode *nodes = tree->nodes.items;

    for (size_t i = 0; i < tree->nodes.count; i++) {
        const HtmlNode *parent = &nodes[nodes[i].parent];

        if (nodes[i].end <= i || nodes[i].end > tree->nodes.count || (i && nodes[i].parent >= i) ||
            parent->end < nodes[i].end ||
            (nodes[i].tag == HTML_TEXT && (nodes[i].end != i + 1 || nodes[i].text.size == 0)) ||
            (parent->tag == HTML_TEXT && i) || nodes[i].attribute + nodes[i].attribute_count > tree->attributes.count)
            return false;
    }
    return nodes[0].end == tree->nodes.count;
}

static void test_chance(void)
{
    static const char *const parts[] = {"<p>",     "</p>",     "<b>",    "</b>",   "<div>",   "</div>",
                                        "<table>", "</table>", "<tr>",   "<td>",   "x",       " ",
                                        "<a b>",   "</a>",     "<html>", "<body>", "</html>", "<svg>",
                                        "</body>", "<head>",   "<!--",   "-->",    "<li>",    "<option>"};
    unsigned state = 1;
    size_t sound = 0;

    for (size_t i = 0; i < 2000; i++) {
        TextBuffer page = {0};
        HtmlTree tree;
        Report report;

        for (size_t part = 0; part < 30; part++) {
            state = state * 1103515245u + 12345u;
            add(&page, parts[(state >> 16) % COUNT_OF(parts)]);
        }
        report_init(&report, &arena, TEXT("page"));
        (void)html_parse(&arena, text_buffer_text(&page), &tree, &report);
        sound += is_sound(&tree);
        arena_reset(&arena);
    }
    ok(sound == 2000, "trees of any tags are sound: %zu of 2000", sound);
}

/* ---- what would make the parser slow ---- */

static Text repeated(const char *before, const char *text, size_t times, const char *after)
{
    TextBuffer page = {0};

    add(&page, before);
    for (size_t i = 0; i < times; i++)
        add(&page, text);
    add(&page, after);
    return text_buffer_text(&page);
}

static size_t depth_of(const HtmlTree *tree)
{
    size_t deepest = 0;

    for (size_t i = 0; i < tree->nodes.count; i++) {
        size_t depth = 0;

        for (size_t at = i; at; at = tree->nodes.items[at].parent)
            depth++;
        deepest = depth > deepest ? depth : deepest;
    }
    return deepest;
}

static const struct {
    const char *what, *repeated, *after;
} deep[] = {
    {"blocks", "<div>", "the text"},
    {"blocks that close others", "<div><table></div>", "the text"},
    {"formatting", "<b><i><u>", "the text"},
    {"links", "<a><div>", "the text"},
    {"tables", "<table><tr><td>", "the text"},
    {"lists", "<ul><li>", "the text"},
    {"choices", "<select><optgroup><option>", "the text"},
    {"drawings", "<svg><g>", "the text"},
    {"formulas", "<math><mrow>", "the text"},
    {"quotations", "<blockquote>", "<p>the text"},
    {"elements that nobody knows", "<x-a><x-b>", "the text"},
    {"scripts that are closed", "<script/><div>", "the text"},
    {"forms and buttons", "<button><p>", "the text"},
    {"titles", "<title><div>", "the text"},
    {"fonts", "<font size=1><p>x", "the text"},
    {"spans", "<span>", "</b></i>the text"},
};

static void test_levels(void)
{
    for (size_t i = 0; i < COUNT_OF(deep); i++) {
        Text page = repeated("<p>before", deep[i].repeated, 2000, deep[i].after);
        HtmlTree tree;
        Report report;

        report_init(&report, &arena, TEXT("page"));
        (void)html_parse(&arena, page, &tree, &report);
        ok(is_sound(&tree) && depth_of(&tree) <= HTML_LEVELS_MOST, "%s: %zu levels", deep[i].what, depth_of(&tree));
        ok(text_starts_with(html_inner_text(&arena, &tree, 0), TEXT("before")) &&
               text_ends_with(html_inner_text(&arena, &tree, 0), TEXT("the text")),
           "… its text is there");
    }
}

/* What the guard leaves is nested less, whatever the parser makes of it. */
static void test_guard(void)
{
    Text page = repeated("", "<div>", 300, "x");
    Report report;
    Text cut;

    report_init(&report, &arena, TEXT("page"));
    cut = html_guard_levels(&arena, page, &report);
    ok(text_equal(cut, repeated("", "<div>", HTML_LEVELS_MOST - 8, "x")), "surplus start tags are taken out");
    ok(report.problems.count == 1 && report.problems.items[0].line == 1, "… and that is told");
    page = arena_join(&arena, (const Text[]){page, repeated("", "</div>", 300, "<p>y</p>")}, 2);
    cut = html_guard_levels(&arena, page, &report);
    ok(text_ends_with(cut, TEXT("</div><p>y</p>")) && cut.size == (HTML_LEVELS_MOST - 8) * 11 + 9,
       "… with their end tags");
    page = repeated("<ul>", "<li><p>a<br>b<dl><dt>c<dd>d</dl>", 1000, "");
    cut = html_guard_levels(&arena, page, &report);
    ok(cut.bytes == page.bytes, "what ends without an end tag is no level");
}

static void test_attributes(void)
{
    HtmlTree tree;
    Report report;

    report_init(&report, &arena, TEXT("page"));
    (void)html_parse(&arena, repeated("<p id=x ", "a='>' b ", 1000, "c=d>text"), &tree, &report);
    ok(text_equal(html_inner_text(&arena, &tree, 0), TEXT("text")) &&
           text_equal(html_attribute(&tree, 2, TEXT("id")), TEXT("x")),
       "a tag with too many attributes");
    ok(html_attribute(&tree, 2, TEXT("c")).size == 0 && report.problems.count == 1, "… has the first of them");
}

static void test_names(void)
{
    enum { COUNT = 4 * HTML_NAMES_MOST };
    TextBuffer page = {0};
    HtmlTree tree;
    Report report;
    Text text;

    for (int i = 0; i < COUNT; i++)
        text_buffer_add(&arena, &page, arena_printf(&arena, "<p a%d=b>x<b%d></b%d>", i, i, i));
    report_init(&report, &arena, TEXT("page"));
    (void)html_parse(&arena, text_buffer_text(&page), &tree, &report);
    text = html_inner_text(&arena, &tree, 0);
    ok(report.problems.count == 1 && text.size == COUNT, "more names than are taken: the text stays");
    ok(tree.attributes.count > HTML_NAMES_MOST / 3 && tree.attributes.count <= HTML_NAMES_MOST,
       "… the first are there: %zu", tree.attributes.count);
    text = repeated("", "<p a=b>x", 200000, "");
    report_init(&report, &arena, TEXT("page"));
    ok(html_guard_names(&arena, text, &report).bytes == text.bytes, "a long page of few names stays as it is");
}

static void test_questions(void)
{
    HtmlTree tree;
    Report report;

    report_init(&report, &arena, TEXT("page"));
    (void)html_parse(&arena, TEXT("<p id=a hidden> A\n <b> B</b>\t"), &tree, &report);
    ok(text_equal(html_attribute(&tree, 2, TEXT("id")), TEXT("a")), "the value of an attribute");
    ok(html_attribute(&tree, 2, TEXT("hidden")).size == 0 && html_has_attribute(&tree, 2, TEXT("hidden")),
       "one without a value");
    ok(html_attribute(&tree, 2, TEXT("class")).size == 0 && !html_has_attribute(&tree, 2, TEXT("class")),
       "one that is not there");
    ok(text_equal(html_inner_text(&arena, &tree, 0), TEXT("A B")), "the text inside");
    ok(html_inner_text(&arena, &tree, 1).size == 3 && html_inner_text(&arena, &tree, 4).size == 1, "… of each");
}

static void test_tags(void)
{
    bool found = html_tag_of(TEXT("blink-182")) == HTML_OTHER && html_tag_of((Text){0}) == HTML_OTHER;

    for (int tag = HTML_OTHER + 1; tag < HTML_TAG_COUNT; tag++)
        found = found && html_tag_of(html_tag_name((HtmlTag)tag)) == (HtmlTag)tag;
    ok(found, "each element is found by its name: the table is sorted");
    ok(html_tag_traits(HTML_BR) == TAG_VOID && html_tag_traits(HTML_OTHER) == 0, "traits");
}

int main(void)
{
    test_pages();
    test_empty();
    test_questions();
    test_tags();
    test_chance();
    test_levels();
    test_guard();
    test_attributes();
    test_names();
    arena_release(&arena);
    return tap_done();
}
