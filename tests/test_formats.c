/* The table of formats: each is found by its names and by what it recognises, and lists see the same article as the reader. */
#include <string.h>

#include "base/unicode/unicode.h"
#include "config.h"
#include "formats/formats.h"
#include "page_reader.h"
#include "tap.h"

#define YAML "title: A\nbody: B\n"
#define PLAIN "A\n\nB and more.\n"
#define PAGE "<!DOCTYPE html>\n<title>A</title>\n<p>B and more.\n"
#define NEWSBOAT "Feed: F\nTitle: A\nLink: https://example.com/a\n \n"
#define MAIL "Subject: A\nFrom: B\nDate: Mon, 23 Nov 2026 09:30:00 +0000\n"
#define FRONT "---\ntitle: A\n---\n\n"

static const struct {
    const char *path, *head;
    const Format *format;
    bool readable; /* in a list */
} rows[] = {
    {"a.yaml", YAML, &article_format, true},
    {"a.yml", YAML, &article_format, true},
    {"a.json", "{\"title\": \"A\", \"body\": \"B\"}", &article_format, true},
    {"a.txt", PLAIN, &text_format, true},
    {"folder/a.yaml", YAML, &article_format, true},

    {"a.md", "# A\n\nB and more.\n", &markdown_format, true},
    {"a.markdown", FRONT "B.\n", &markdown_format, true},
    {"a.mdown", PLAIN, &markdown_format, true},

#ifdef HAVE_MD4C
    /* By content: signs of two kinds, or a front matter and one. */
    {"a", FRONT "# B\n", &markdown_format, true},
    {"a.txt", FRONT "- one\n- two\n", &markdown_format, true},
    {"a", "# A\n\nSee [the tide](https://example.com/).\n", &markdown_format, true},
    {"a", "# A\n\n![The pier](pier.jpg)\n", &markdown_format, true},
    {"a", "A\n=\n\n## B\n\n```\ncode\n```\n", &markdown_format, true},
    {"a", "# A\n\n| B | C |\n|---|---|\n| 1 | 2 |\n", &markdown_format, true},
    {"a", "# A\n\nIt was late[^1].\n\n[^1]: By far.\n", &markdown_format, true},
    {"a", "# A\n\n- *one*\n- **two**\n- three\n\n## B\n\n## C\n", &markdown_format, true},

    /* What plain text has too is none. */
    {"a", FRONT "B and more.\n", &text_format, true},
    {"a", "---\n\nA *boat* and another\n\n---\n", &text_format, true},
    {"a", "# A\n\nB and more.\n", &text_format, true},
    {"a", "A\n\n* one\n* two\n\n> *so* said **he**\n", &text_format, true},
    {"a", "A\n\nSee [the tide](https://example.com/) and [that](https://example.com/b).\n", &text_format, true},
    {"a", "#!/bin/sh\n# A\n# B [c](d)\n", &text_format, true},
    {"a", "A [sic](at the time) and [1](a note).\n\n# 1 of 2\n", &text_format, true},
#endif

    {"a.txt", NEWSBOAT "<p>B and more.</p>\n", &newsboat_format, true},
    {"a", "Titre : A\n\nB and more.\n", &text_format, true},
    {"a", MAIL "\nC and more.\n", &text_format, true},
    {"a", MAIL "MIME-Version: 1.0\n\nC and more.\n", &message_format, true},
    {"a.txt", "content-type: text/plain\r\nsubject:\r\n A\r\n\r\nC and more.\r\n", &message_format, true},
    {"a.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\nB and more.\n", &captions_format, true},
    {"a.txt", "\xEF\xBB\xBF\r\n1\r\n00:00:01,000 --> 00:00:02,000\r\nB and more.\r\n", &captions_format, true},
    {"a", "1\n00:00:01,000 and more\n\nB --> C\n", &text_format, true},
    {"a.eml", MAIL "\nC and more.\n", &message_format, true},
    {"a", "From b Mon Nov 23 09:30:00 2026\n" MAIL "\nC and more.\n", &message_format, true},
    {"a", "From B: what was said\n\nC and more.\n", &text_format, true},
    {"a", MAIL "\nMIME-Version: 1.0\n\nC and more.\n", &text_format, true},
    {"a", "Content-Type: text/html; charset=utf-8\n\nC and more.\n", &text_format, true},
    {"a", "Source: A\nTitle: B\nLink: https://example.com/\n\nC and more.\n", &text_format, true},

    /* A name decides, in a list as in the reader. */
    {"a.yaml", PLAIN, &article_format, false},
    {"a.json", "{title: A, body: B}", &article_format, true},

    /* But .txt: what is in it decides there, and where the name says nothing. */
    {"a.txt", YAML, &article_format, true},
    {"a", YAML, &article_format, true},
    {"a", PLAIN, &text_format, true},
    {"a.yaml.old", PLAIN, &text_format, true},
    {"standard input", "{\"title\": \"A\"}", &article_format, true},

    /* Web pages, and what only has tags in it. */
    {"a.html", PAGE, &html_format, HTML_IS_READ},
    {"a.htm", PAGE, &html_format, HTML_IS_READ},
    {"a.xhtml", "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"><title>A</title><p>B",
     &html_format, HTML_IS_READ},
    {"a", PAGE, &html_format, HTML_IS_READ},
    {"a.txt", PAGE, &html_format, HTML_IS_READ},
    {"a", "\xEF\xBB\xBF<!-- saved -->\n\n<HTML><head><meta charset=utf-8><TITLE>A &amp; C</TITLE><p>B", &html_format,
     HTML_IS_READ},
    {"a", "<title>A</title><p>B", &html_format, HTML_IS_READ},
    {"a", "<h1>A <b>and</b></h1>\n<p>B</p>\n", &html_format, HTML_IS_READ},
    {"a", "<h1>A</h1><p>B is\nset\nin lines</p>\n<p>B\n<br>\nC</p>", &html_format, HTML_IS_READ},
    {"a.txt", "On <html>\n\nA word: <html>.\n", &text_format, true},
    {"a", "<b>A</b>\n\nB and more.\n\nC.\n", &text_format, true},
    {"a", "<3 A\n\nB <p> and <p> more.\n", &text_format, true},
    {"a", "<div align=\"center\">\n<h1>A</h1>\n</div>\n\nB\n\n# C\n\nD\n\n- E\n- F\n- G\n\nH\n", &text_format, true},
    {"a", "<https://example.org/> A\n\nB\n", &text_format, true},
    {"a", "title: A <b>\nbody: <p>B</p>\n", &article_format, true},

    /* An ending needs something before it. */
    {".yaml", PLAIN, &text_format, true},
    {"folder/.yaml", PLAIN, &text_format, true},
    {"folder.yaml/a", PLAIN, &text_format, true},
    {"", PLAIN, &text_format, true},

    {"a.txt", "", &text_format, false},
};

static void test_rows(void)
{
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        Text path = text_from(rows[i].path), head = text_from(rows[i].head), fields[FIELD_COUNT] = {{0}};
        Arena arena = {0};
        Report report;
        Article *article;
        bool readable;
        File file;

        file_from_text(&file, head);
        report_init(&report, &arena, path);
        readable = article_peek(&arena, path, &file, fields);
        ok(format_of(path, head) == rows[i].format && readable == rows[i].readable, "row %zu, \"%s\": %s", i,
           rows[i].path, rows[i].format->name.bytes);
        article = article_read(&arena, &file, NULL, &report);
        ok(!readable || (article && text_equal(fields[FIELD_TITLE], article->fields[FIELD_TITLE])),
           "the reader has the title of the list");
        file_close(&file);
        arena_release(&arena);
    }
}

static void test_table(void)
{
    size_t count, wrong = 0;
    const Format *const *formats = formats_all(&count);
    Arena arena = {0};

    for (size_t i = 0; i < count; i++) {
        Text ending;

        for (size_t at = 0; text_next_part(formats[i]->endings, ' ', &at, &ending);)
            wrong += format_of_name(arena_join(&arena, (const Text[]){TEXT("a"), ending}, 2)) != formats[i];
        for (size_t j = 0; j < i; j++)
            wrong += text_equal(formats[i]->name, formats[j]->name);
        wrong += formats[i]->name.size == 0 || formats[i]->form.size == 0 || formats[i]->help.size == 0;
    }
    ok(count >= 2 && wrong == 0, "each of %zu formats has its own name and endings (%zu wrong)", count, wrong);
    ok(formats[count - 1]->recognises(TEXT("")) && formats[count - 1]->recognises(TEXT("\xFF")),
       "the last takes what no other does");
    arena_release(&arena);
}

/* A format that nobody asks for here is one of which nobody knows what it takes from others. */
static void test_each_format_has_a_row(void)
{
    size_t count;
    const Format *const *formats = formats_all(&count);

    for (size_t i = 0; i < count; i++) {
        bool has_row = false;

        for (size_t row = 0; row < COUNT_OF(rows); row++)
            has_row = has_row || rows[row].format == formats[i];
        ok(has_row, "%.*s has a row here", TEXT_ARGS(formats[i]->name));
    }
}

int main(void)
{
    (void)unicode_init("C.UTF-8");
    use_built_page_reader();
    test_rows();
    test_table();
    test_each_format_has_a_row();
    return tap_done();
}
