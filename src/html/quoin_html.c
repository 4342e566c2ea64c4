/*
 * quoin-html: a web page on standard input, the article in it on standard output, in the YAML form; messages on standard error. Exit status 0: there
 * is an article; 1: there is none, and the last message says why; 2: it was called in a wrong way, or memory has run out.
 *
 * It is a program of its own since parsers of HTML are large, and pages are written by strangers. Before the first byte of the page is looked at it
 * gives up what it does not need: all but 5 seconds and 1 GiB, and the rights to open files, to connect and to start programs.
 */
#include "config.h"

#include <errno.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/html/html_charset.h"
#include "base/system/confine.h"
#include "formats/yaml/article_writer.h"
#include "html/html_article.h"

enum { STATUS_ARTICLE = 0, STATUS_NONE = 1, STATUS_USAGE = 2 };
enum { SECONDS_MOST = 5, OUT_BYTES = 64 * 1024 };
#define BYTES_MOST ((rlim_t)1 << 30)

#if defined(__SANITIZE_ADDRESS__)
#define WITH_SANITIZER
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define WITH_SANITIZER
#endif
#endif

typedef struct Call {
    Text address, charset;
} Call;

/* ---- writing ---- */

static void write_all(int descriptor, Text bytes)
{
    for (size_t at = 0; at < bytes.size;) {
        ssize_t written = write(descriptor, bytes.bytes + at, bytes.size - at);

        if (written > 0)
            at += (size_t)written;
        else if (errno != EINTR)
            _exit(STATUS_USAGE); /* nobody reads what this program says */
    }
}

static int write_out(void *context, Text bytes)
{
    (void)context;
    write_all(STDOUT_FILENO, bytes);
    return 0;
}

static void tell(Text message)
{
    write_all(STDERR_FILENO, message);
    write_all(STDERR_FILENO, TEXT("\n"));
}

static void tell_exhaustion(void)
{
    tell(TEXT("this page takes more than 1 GiB of memory to read; try \"quoin --from=text\" or a browser"));
    _exit(STATUS_USAGE);
}

static void tell_problems(const Report *report)
{
    for (size_t i = 0; i < report->problems.count; i++)
        tell(arena_on_one_line(report->arena, report_line(report, &report->problems.items[i], report->arena)));
}

/* ---- giving up ---- */

/* Beyond `hard` there is no signal that says why it ended. */
static void limit(int resource, rlim_t soft, rlim_t hard)
{
    struct rlimit limits;

    if (getrlimit(resource, &limits) != 0)
        return;
    if (limits.rlim_max == RLIM_INFINITY || limits.rlim_max > hard)
        limits.rlim_max = hard;
    limits.rlim_cur = limits.rlim_max > soft ? soft : limits.rlim_max;
    (void)setrlimit(resource, &limits);
}

/* The sanitizers take their memory at the start, more than there is. */
static void limit_resources(void)
{
    limit(RLIMIT_CPU, SECONDS_MOST, SECONDS_MOST + 1);
    limit(RLIMIT_CORE, 0, 0);
#ifndef WITH_SANITIZER
    limit(RLIMIT_AS, BYTES_MOST, BYTES_MOST);
#endif
}

/* ---- the work ---- */

static bool take_argument(const char *argument, const char *name, Text *value)
{
    size_t size = strlen(name);

    if (strncmp(argument, name, size) != 0)
        return false;
    *value = text_from(argument + size);
    return true;
}

static bool take_call(int argc, char **argv, Call *call)
{
    for (int i = 1; i < argc; i++) {
        if (!take_argument(argv[i], "--url=", &call->address) && !take_argument(argv[i], "--charset=", &call->charset))
            return false;
    }
    return true;
}

/* What is needed to convert the page is loaded before the right to open files is given up. */
static bool read_page(File *file, Text charset, Report *report)
{
    if (!file_begin_stream(file, STDIN_FILENO, report) || !file_finish_stream(file, NULL, report))
        return false;
    if (file->bytes.size > MOST_HTML_BYTES) {
        report_over(report, 0, 0, LIMIT_HTML_BYTES, 0);
        return false;
    }
    file->encoding = html_charset(file->bytes, charset);
    return true;
}

/* Why there is no article, and where it may be: "this page only leads to another one; open that: https://…". */
static void tell_none(const Article *article, Report *report)
{
    enum { TOLD_MOST = 3 };
    Text why = page_kind_sentence(article->page_kind);
    TextBuffer where = {0};

    for (size_t i = 0; i < article->links.count && i < TOLD_MOST; i++) {
        text_buffer_add(report->arena, &where, i ? TEXT(", ") : TEXT(": "));
        text_buffer_add(report->arena, &where, article->links.items[i].url);
    }
    report_add(report, SEVERITY_ERROR, 0, 0, "%.*s%.*s",
               TEXT_ARGS(why.size ? why : TEXT("no article was found in this page")),
               TEXT_ARGS(text_buffer_text(&where)));
}

static bool write_article(Arena *arena, const Call *call, Report *report)
{
    static char out_bytes[OUT_BYTES];
    Article *article = article_new(arena);
    File page;
    Sink out;

    if (!read_page(&page, call->charset, report))
        return false;
    if (!confine_to_reading(NULL, 0, NULL)) {
        report_add(report, SEVERITY_ERROR, 0, 0, "it could not be confined: %s", strerror(errno));
        return false;
    }
    if (!html_article_read(article, &page, call->address, report))
        return false;
    if (!article_has_body(article)) {
        tell_none(article, report);
        return false;
    }
    sink_init(&out, out_bytes, OUT_BYTES, write_out, NULL);
    article_write_yaml(&out, article);
    (void)sink_flush(&out);
    return true;
}

/* What it has taken goes with it. */
int main(int argc, char **argv)
{
    Arena arena = {0};
    Call call = {0};
    Report report;
    bool written;

    limit_resources();
    arena_on_exhaustion(tell_exhaustion);
    if (!take_call(argc, argv, &call)) {
        tell(TEXT("usage: quoin-html [--url=ADDRESS] [--charset=NAME] <PAGE; quoin starts it"));
        return STATUS_USAGE;
    }
    report_init(&report, &arena, TEXT("page"));
    written = write_article(&arena, &call, &report);
    tell_problems(&report);
    arena_release(&arena);
    return written ? STATUS_ARTICLE : STATUS_NONE;
}
