/* A page as plain text: blocks are lines, what is in a line stays in it, nothing of marks and scripts is left. */
#include "formats/html/html_plain.h"
#include "tap.h"

static const struct {
    const char *what, *page, *text;
} rows[] = {
    {"paragraphs", "<p>One.</p><p>Two.</p>", "One.\nTwo."},
    {"blanks and line ends", "  <p> One\n\t two </p>\n\n<p>three", "One two\nthree"},
    {"what is within a line", "a<b>b</b>c <i>d</i><span> e</span>", "abc d e"},
    {"a line that is broken", "one<br>two<BR/>three", "one\ntwo\nthree"},
    {"cells", "<table><tr><td>a<td>b</tr><tr><th>c</th><th>d</th></tr></table>e", "a b\nc d\ne"},
    {"references", "a&amp;b &lt;p&gt;&nbsp;&nbsp;c &#8217;&eacute; &x; &", "a&b <p> c \xE2\x80\x99\xC3\xA9 &x; &"},
    {"scripts and styles", "a<script>if (a<b) '<p>c</p>'</script>b<style>p>q{}</style>c", "a\nb\nc"},
    {"comments", "a<!-- <p>b</p> -->c<!doctype html>d", "acd"},
    {"quoted marks", "<a title='<p>no'>a</a><p class=\">\">b", "a\nb"},
    {"what is not closed", "a<p>b<div", "a\nb"},
    {"nothing", "<html><body></body></html>", ""},
    {"no page at all", "", ""},
    {"no mark at all", "a < b & c", "a < b & c"},
};

int main(void)
{
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        Arena arena = {0};
        Text text = html_plain(&arena, text_from(rows[i].page));

        if (!ok(text_equal(text, text_from(rows[i].text)), "%s", rows[i].what))
            printf("# is     %.*s\n# should %s\n", TEXT_ARGS(text), rows[i].text);
        arena_release(&arena);
    }
    return tap_done();
}
