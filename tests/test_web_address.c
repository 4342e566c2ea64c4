/* Relative addresses against that of their page: the examples of RFC 3986, section 5.4, then what pages have beyond it. */
#include <string.h>

#include "article/web_address.h"
#include "tap.h"

typedef struct Example {
    const char *reference, *expected;
} Example;

/* 5.4.1 and 5.4.2, in their order. "g:h" is of no scheme that is handed on; "http:g" is read as older parsers may. */
static const Example rfc_examples[] = {
    {"g:h", ""},
    {"g", "http://a/b/c/g"},
    {"./g", "http://a/b/c/g"},
    {"g/", "http://a/b/c/g/"},
    {"/g", "http://a/g"},
    {"//g", "http://g"},
    {"?y", "http://a/b/c/d;p?y"},
    {"g?y", "http://a/b/c/g?y"},
    {"#s", "http://a/b/c/d;p?q#s"},
    {"g#s", "http://a/b/c/g#s"},
    {"g?y#s", "http://a/b/c/g?y#s"},
    {";x", "http://a/b/c/;x"},
    {"g;x", "http://a/b/c/g;x"},
    {"g;x?y#s", "http://a/b/c/g;x?y#s"},
    {"", "http://a/b/c/d;p?q"},
    {".", "http://a/b/c/"},
    {"./", "http://a/b/c/"},
    {"..", "http://a/b/"},
    {"../", "http://a/b/"},
    {"../g", "http://a/b/g"},
    {"../..", "http://a/"},
    {"../../", "http://a/"},
    {"../../g", "http://a/g"},
    {"../../../g", "http://a/g"},
    {"../../../../g", "http://a/g"},
    {"/./g", "http://a/g"},
    {"/../g", "http://a/g"},
    {"g.", "http://a/b/c/g."},
    {".g", "http://a/b/c/.g"},
    {"g..", "http://a/b/c/g.."},
    {"..g", "http://a/b/c/..g"},
    {"./../g", "http://a/b/g"},
    {"./g/.", "http://a/b/c/g/"},
    {"g/./h", "http://a/b/c/g/h"},
    {"g/../h", "http://a/b/c/h"},
    {"g;x=1/./y", "http://a/b/c/g;x=1/y"},
    {"g;x=1/../y", "http://a/b/c/y"},
    {"g?y/./x", "http://a/b/c/g?y/./x"},
    {"g?y/../x", "http://a/b/c/g?y/../x"},
    {"g#s/./x", "http://a/b/c/g#s/./x"},
    {"g#s/../x", "http://a/b/c/g#s/../x"},
    {"http:g", "http://a/b/c/g"},
};

typedef struct Case {
    const char *base, *reference, *expected;
} Case;

#define PAGE "https://news.example/a/b.html?q=1#top"

static const Case cases[] = {
    {PAGE, "https://other.example/x", "https://other.example/x"},
    {PAGE, "HTTPS://Other.Example/X", "https://Other.Example/X"},
    {PAGE, "https://other.example", "https://other.example"},
    {PAGE, "https://other.example?x", "https://other.example?x"},
    {PAGE, "https://other.example/a/../b/./c", "https://other.example/b/c"},
    {PAGE, "//other.example/x", "https://other.example/x"},
    {PAGE, "c.html", "https://news.example/a/c.html"},
    {PAGE, "?", "https://news.example/a/b.html?"},
    {PAGE, "#", "https://news.example/a/b.html?q=1#"},
    {PAGE, "http:c", ""}, /* of another scheme than the base's, and without a host */
    {"https://news.example", "c", "https://news.example/c"},
    {"https://news.example", "", "https://news.example"},
    {"https://news.example?q", "c", "https://news.example/c"},
    {"https://news.example/a//b/", "../c", "https://news.example/a//c"},

    /* no link: other schemes, whatever their letters, and no host */
    {PAGE, "javascript:alert(1)", ""},
    {PAGE, " java\nscript:alert(1)", ""},
    {PAGE, "JavaScript://comment%0Aalert(1)", ""},
    {PAGE, "data:text/html,x", ""},
    {PAGE, "mailto:jane@example.org", ""},
    {PAGE, "tel:+4712345", ""},
    {PAGE, "file:///etc/passwd", ""},
    {PAGE, "vbscript:x", ""},
    {PAGE, "about:blank", ""},
    {PAGE, "http://", ""},
    {PAGE, "http:///x", ""},
    {PAGE, "https://?x", ""},
    {PAGE, "///x", ""},

    /* no base that says anything */
    {"", "c.html", ""},
    {"", "/c.html", ""},
    {"", "//news.example/c", ""},
    {"", "", ""},
    {"", "https://news.example/c", "https://news.example/c"},
    {"file:///home/x/page.html", "c.html", ""},
    {"page.html", "c.html", ""},
    {"https:", "c.html", ""},

    /* as browsers read it */
    {PAGE, "  c.html\n", "https://news.example/a/c.html"},
    {PAGE, "\x01 c.html\x1F", "https://news.example/a/c.html"},
    {PAGE, "c\n\t.html", "https://news.example/a/c.html"},
    {PAGE, "a b.html", "https://news.example/a/a%20b.html"},
    {PAGE, "a\x1B]8;;\x7F.html", "https://news.example/a/a%1B]8;;%7F.html"},
    {PAGE, "a\"<b>`?\"<x>", "https://news.example/a/a%22%3Cb%3E%60?%22%3Cx%3E"},
    {PAGE, "..\\c\\d?e\\f", "https://news.example/c/d?e\\f"},
    {PAGE, "https:\\\\other.example\\x", "https://other.example/x"},
    {PAGE, "h\xC3\xA5vn/\xE6\xB8\xAF", "https://news.example/a/h\xC3\xA5vn/\xE6\xB8\xAF"},
    {PAGE, "%2e%2E/x", "https://news.example/a/%2e%2E/x"}, /* as written: who asks decodes */
    {PAGE, "a:b", ""},                                     /* a scheme, says 4.2 */
    {PAGE, "./a:b", "https://news.example/a/a:b"},
    {PAGE, "1:b", "https://news.example/a/1:b"},
};

static void check(Arena *arena, const char *base, const char *reference, const char *expected)
{
    Text found = web_address_resolve(arena, text_from(base), text_from(reference));

    ok(text_equal(found, text_from(expected)), "\"%s\" in %s is \"%s\"", reference, base, expected);
    if (!text_equal(found, text_from(expected)))
        printf("# found \"%.*s\"\n", TEXT_ARGS(found));
}

/* `count` times the same segment, of three bytes, behind a host. */
static Text long_address(Arena *arena, const char *segment, size_t count)
{
    TextBuffer buffer = {0};

    text_buffer_add(arena, &buffer, TEXT("http://a"));
    for (size_t i = 0; i < count; i++)
        text_buffer_add(arena, &buffer, text_from(segment));
    return text_buffer_text(&buffer);
}

static void test_sizes(Arena *arena)
{
    enum { FIT = (WEB_ADDRESS_REFERENCE_BYTES - 8) / 3 };
    Text most = long_address(arena, "/bc", FIT), over = long_address(arena, "/bc", FIT + 1);

    ok(text_equal(web_address_resolve(arena, most, most), most), "an address of %zu bytes is resolved", most.size);
    ok(web_address_resolve(arena, most, over).size == 0, "one of %zu is not", over.size);
    ok(web_address_resolve(arena, over, TEXT("https://b/c")).size == 0, "nor is any against a base of %zu", over.size);
    ok(text_equal(web_address_resolve(arena, most, long_address(arena, "/..", FIT)), TEXT("http://a/")),
       "%d steps up end at the root", FIT);
    ok(text_equal(web_address_resolve(arena, TEXT("http://a\0b/c"), TEXT("d\0e")), TEXT("http://a%00b/d%00e")),
       "a NUL is encoded");
}

int main(void)
{
    Arena arena = {0};

    for (size_t i = 0; i < COUNT_OF(rfc_examples); i++)
        check(&arena, "http://a/b/c/d;p?q", rfc_examples[i].reference, rfc_examples[i].expected);
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        check(&arena, cases[i].base, cases[i].reference, cases[i].expected);
    test_sizes(&arena);
    arena_release(&arena);
    return tap_done();
}
