/* Which operands are addresses, and what programs are given of them. */
#include "article/page_address.h"
#include "tap.h"

typedef struct AddressRow {
    Text typed;
    const char *address; /* NULL: it cannot be one; "": it is no address but a file */
    const char *host, *path;
} AddressRow;

/* What is taken for an address whose beginning is missing, where no file of that name is. */
static const struct {
    Text typed;
    bool expected;
} bare[] = {
    {LITERAL("www.example.org"), true},
    {LITERAL("example.org/story"), true},
    {LITERAL("127.0.0.1:8080/a.html"), true},
    {LITERAL("localhost:8080/"), true},
    {LITERAL("example.org"), false},
    {LITERAL("notes.yaml"), false},
    {LITERAL("articles/story.yaml"), false},
    {LITERAL("../a.yaml"), false},
    {LITERAL("./a.b/c"), false},
    {LITERAL("/tmp/a.b"), false},
    {LITERAL("~/a.b"), false},
    {LITERAL("a b.org/c"), false},
    {LITERAL("https://example.org/"), false},
    {LITERAL("host:port/a"), false},
    {LITERAL(""), false},
};

#define ROW(typed, address, host, path)        \
    {                                          \
        LITERAL(typed), (address), host, path, \
    }

static const AddressRow rows[] = {
    ROW("https://example.org/a", "https://example.org/a", "example.org", "/a"),
    ROW("HTTP://Example.org", "http://Example.org", "Example.org", ""),
    ROW(" https://example.org/\n", "https://example.org/", "example.org", "/"),
    ROW("hTTps://example.org:8080/a/b.md?c=/d#e/f", "https://example.org:8080/a/b.md?c=/d#e/f", "example.org", "/a/b.md"),
    ROW("http://u:p@example.org:1/", "http://u:p@example.org:1/", "example.org", "/"),
    ROW("http://good.example@bad.example/", "http://good.example@bad.example/", "bad.example", "/"),
    ROW("http://[::1]:80/x", "http://[::1]:80/x", "[::1]", "/x"),
    ROW("http://a@b@[2001:db8::80]/x", "http://a@b@[2001:db8::80]/x", "[2001:db8::80]", "/x"),
    ROW("http://h:/x", "http://h:/x", "h", "/x"),
    ROW("http://127.0.0.1?q", "http://127.0.0.1?q", "127.0.0.1", ""),
    ROW("https://bücher.example/Zürich?ö#ß", "https://bücher.example/Z%C3%BCrich?%C3%B6#%C3%9F", "bücher.example",
        "/Z%C3%BCrich"),
    ROW("http://h/a'b\"c`d$(e)\\f|g;h&i<j>{k}[1-9]", "http://h/a'b\"c`d$(e)\\f|g;h&i<j>{k}[1-9]", "h",
        "/a'b\"c`d$(e)\\f|g;h&i<j>{k}[1-9]"),
    ROW("http://h/%00%0a-o/etc/x", "http://h/%00%0a-o/etc/x", "h", "/%00%0a-o/etc/x"),
    ROW("https://", NULL, NULL, NULL),
    ROW("https:///a", NULL, NULL, NULL),
    ROW("http://?a", NULL, NULL, NULL),
    ROW("http://u@/a", NULL, NULL, NULL),
    ROW("http://:80/a", NULL, NULL, NULL),
    ROW("http://h:port/a", NULL, NULL, NULL),
    ROW("http://h:80:80/a", NULL, NULL, NULL),
    ROW("http://::1/a", NULL, NULL, NULL),
    ROW("http://[::1/a", NULL, NULL, NULL),
    ROW("http://-o/etc/x", NULL, NULL, NULL),
    ROW("http://h$(touch)/a", NULL, NULL, NULL),
    ROW("http://a b/", NULL, NULL, NULL),
    ROW("http://h/a b", NULL, NULL, NULL),
    ROW("http://h/$(touch x)", NULL, NULL, NULL),
    ROW("http://h/a\nb", NULL, NULL, NULL),
    ROW("http://h/a\tb", NULL, NULL, NULL),
    ROW("http://h/a\033[31m", NULL, NULL, NULL),
    ROW("http://h/a\0b", NULL, NULL, NULL),
    ROW("http://h/\xFF", NULL, NULL, NULL),
    ROW("", "", NULL, NULL),
    ROW("-", "", NULL, NULL),
    ROW("-o/etc/x", "", NULL, NULL),
    ROW("http:/example.org", "", NULL, NULL),
    ROW("file:///etc/passwd", "", NULL, NULL),
    ROW("ftp://example.org/", "", NULL, NULL),
    ROW("./http://example.org/", "", NULL, NULL),
    ROW("example.org", "", NULL, NULL),
    ROW("javascript:http://a", "", NULL, NULL),
};

static bool has(Text text, Text part)
{
    return text_find(text, part, 0) != TEXT_NOT_FOUND;
}

static void test_row(Arena *arena, const AddressRow *row)
{
    const char *why = NULL;
    Text address;

    if (row->address && !*row->address) {
        ok(!is_page_address(row->typed), "a file's name: %s", row->typed.bytes);
        return;
    }
    ok(is_page_address(row->typed), "meant as an address: %s", row->typed.bytes);
    address = page_address(arena, row->typed, &why);
    ok(!why == !!row->address && !address.size == !row->address, "… which it %s (%s)", row->address ? "is" : "is not",
       why ? why : "");
    if (!row->address || why)
        return;
    ok(text_equal(address, text_from(row->address)), "… as %s", address.bytes);
    ok(text_equal(page_address_host(address), text_from(row->host)), "… of the host %s", row->host);
    ok(has(address, page_address_shown(address)) && !text_starts_with(page_address_shown(address), TEXT("http")) &&
           !text_ends_with(page_address_shown(address), TEXT("/")),
       "… shown as %.*s", TEXT_ARGS(page_address_shown(address)));
    ok(text_equal(page_address_path(address), text_from(row->path)), "… with the path \"%s\"", row->path);
}

int main(void)
{
    Arena arena = {0};

    for (size_t i = 0; i < COUNT_OF(rows); i++)
        test_row(&arena, &rows[i]);
    for (size_t i = 0; i < COUNT_OF(bare); i++)
        ok((address_advice(&arena, bare[i].typed).size > 0) == bare[i].expected, "\"%.*s\"", TEXT_ARGS(bare[i].typed));
    ok(text_equal(address_advice(&arena, TEXT("file:///tmp/a.txt")), TEXT("name it by its path: /tmp/a.txt")),
       "file://");
    ok(has(address_advice(&arena, TEXT("ftp://example.org/a")), TEXT("https://")), "ftp://");
    ok(address_advice(&arena, TEXT("a b://c")).size == 0, "no scheme");
    arena_release(&arena);
    return tap_done();
}
