/* The marks of a page, which encoding it says it is in, and what that is taken for. */
#include "base/html/html_charset.h"
#include "base/html/html_scan.h"

#include "base/arena.h"
#include "tap.h"

static Arena arena;

/* Each mark as it stands, with its attributes counted, in one text. */
static Text marks_text(Text page)
{
    TextBuffer out = {0};
    HtmlMark mark;

    for (size_t at = 0; html_next_mark(page, at, &mark); at = html_after_mark(page, &mark)) {
        text_buffer_add(&arena, &out, text_slice(page, mark.range));
        text_buffer_add(&arena, &out, arena_printf(&arena, "%zu ", mark.attribute_count));
    }
    return text_trim(text_buffer_text(&out));
}

static const struct {
    const char *page, *marks;
} scans[] = {
    {"a <p>b</p> c", "<p>0 </p>0"},
    {"a < b <3 > c </3> <", "</3>0"},
    {"<p title='a > b' hidden>x", "<p title='a > b' hidden>2"},
    {"<p a b=c d = e f= 'g' / h>", "<p a b=c d = e f= 'g' / h>5"},
    {"<br/><hr / >", "<br/>0 <hr / >0"},
    {"<!doctype html><!-- <p> > --><?xml a?><p>", "<!doctype html>0 <!-- <p> > -->0 <?xml a?>0 <p>0"},
    {"<script>if (a < b) \"<p>\"</SCRIPT><p>", "<script>0 </SCRIPT>0 <p>0"},
    {"<style a>p > b { }</style>", "<style a>1 </style>0"},
    {"<script><p>", "<script>0"},
    {"<script src=a /><p>", "<script src=a />1 <p>0"},
    {"<p a=\"b>c", "<p a=\"b>c1"},
    {"<!-- a <p>", "<!-- a <p>0"},
    {"<p", "<p0"},
    {"<a =b =c>", "<a =b =c>1"},
    {"</", ""},
};

static void test_marks(void)
{
    for (size_t i = 0; i < COUNT_OF(scans); i++) {
        Text found = marks_text(text_from(scans[i].page));

        ok(text_equal(found, text_from(scans[i].marks)), "%s: %.*s", scans[i].page, TEXT_ARGS(found));
    }
}

static void test_attributes(void)
{
    Text page = TEXT("<meta name=A CONTENT = \"b 'c' d\" x y='' z>");
    HtmlMark mark;

    ok(html_next_mark(page, 0, &mark) && html_mark_is(page, &mark, HTML_MARK_START, TEXT("META")), "a tag");
    ok(text_equal(html_mark_attribute(page, &mark, TEXT("content")), TEXT("b 'c' d")), "a quoted value");
    ok(text_equal(html_mark_attribute(page, &mark, TEXT("name")), TEXT("A")), "one without marks");
    ok(html_mark_attribute(page, &mark, TEXT("x")).size == 0 && html_mark_attribute(page, &mark, TEXT("z")).size == 0,
       "none");
}

/* ---- encodings ---- */

static const struct {
    const char *page, *told, *declared; /* as it is read: */
    EncodingKind kind;
    const char *converted;
} charsets[] = {
    {"<meta charset=\"Latin1\"><p>\xE9", "", "Latin1", ENCODING_WINDOWS_1252, ""},
    {"<meta charset=utf-8><p>\xE9", "", "utf-8", ENCODING_UNTOLD, ""},
    {"<META HTTP-EQUIV=Content-Type CONTENT='text/html; charset=Shift_JIS'><p>\x83", "", "Shift_JIS",
     ENCODING_CONVERTED, "CP932"},
    {"<meta http-equiv=content-type content=\"text/html;charset = 'gb2312'\">\xB0", "", "gb2312", ENCODING_CONVERTED,
     "GB18030"},
    {"<?xml version=\"1.0\" encoding='euc-kr'?><html>\xB0", "", "euc-kr", ENCODING_CONVERTED, "CP949"},
    {"<meta charset=latin1><p>\xC3\xA9", "", "latin1", ENCODING_UNTOLD, ""},
    {"<meta charset=latin1><p>\xC3\xA9", "koi8-r", "latin1", ENCODING_UNTOLD, ""},
    {"<meta charset=latin1><p>\xE9", "koi8-r", "latin1", ENCODING_CONVERTED, "KOI8-R"},
    {"<meta charset=latin1><p>\xE9", "no-such", "latin1", ENCODING_WINDOWS_1252, ""},
    {"<!-- <meta charset=koi8-r> --><script>'<meta charset=koi8-r>'</script><meta charset=x-user-defined>\xE9", "",
     "x-user-defined", ENCODING_WINDOWS_1252, ""},
    {"<meta charset=utf-16><p>\xE9", "", "utf-16", ENCODING_UNTOLD, ""},
    {"<meta charset=iso-2022-jp><p>\x1B$B$\"\x1B(B", "", "iso-2022-jp", ENCODING_CONVERTED, "ISO-2022-JP"},
    {"\xEF\xBB\xBF<meta charset=koi8-r>\xE9", "koi8-r", "koi8-r", ENCODING_UNTOLD, ""},
    {"\xFF\xFE<\0p\0>\0", "koi8-r", "", ENCODING_UTF_16LE, ""},
    {"<meta name=charset content=koi8-r>\xE9", "", "", ENCODING_UNTOLD, ""},
    {"<p>\xE9", "", "", ENCODING_UNTOLD, ""},
};

static void test_charsets(void)
{
    for (size_t i = 0; i < COUNT_OF(charsets); i++) {
        Text page = text_from(charsets[i].page);
        Encoding encoding = html_charset(page, text_from(charsets[i].told));

        ok(text_equal(html_charset_declared(page), text_from(charsets[i].declared)), "%s: declared", charsets[i].page);
        ok(encoding.kind == charsets[i].kind &&
               (encoding.kind != ENCODING_CONVERTED ||
                text_equal(text_from(encoding.converted), text_from(charsets[i].converted))),
           "… read as kind %d %s", (int)encoding.kind, encoding.converted ? encoding.converted : "");
    }
}

static void test_labels(void)
{
    static const Text labels[] = {
#define CHARSET(encoding, labels) LITERAL(labels),
#include "base/html/html_charsets.def"
#undef CHARSET
    };
    size_t known = 0, all = 0;
    Encoding encoding;
    Text label;

    for (size_t i = 0; i < COUNT_OF(labels); i++) {
        for (size_t at = 0; text_next_part(labels[i], ' ', &at, &label); all++)
            known += html_charset_find(label, &encoding);
    }
    ok(known == all && all > 220, "every label has its encoding: %zu of %zu", known, all);
    ok(html_charset_find(TEXT(" UTF-8\n"), &encoding) && !html_charset_find(TEXT("utf-8 utf8"), &encoding),
       "labels are words");
}

int main(void)
{
    test_marks();
    test_attributes();
    test_charsets();
    test_labels();
    arena_release(&arena);
    return tap_done();
}
