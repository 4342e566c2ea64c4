/*
 * The page goes to quoin-html, an article in YAML comes back, and is read as any other. However the program ends, there is an article or a
 * message with what can be done. Lists look at the head of the page alone, without the program.
 */
#include <errno.h>
#include <signal.h>
#include <string.h>

#include "base/html/html_charset.h"
#include "base/html/html_page.h"
#include "base/iso_date.h"
#include "base/system/process.h"
#include "formats/binary_kinds.h"
#include "formats/formats.h"
#include "formats/html.h"
#include "formats/html/html_map.h"
#include "formats/html/html_plain.h"
#include "formats/text/signs/character_references.h"
#include "formats/text_file.h"

static HtmlReaderPlace *reader_place;
static const char *reader_program;

void html_use_reader(HtmlReaderPlace *place, const char *program)
{
    reader_place = place;
    reader_program = program;
}

static bool refuse(Report *report, const char *what)
{
    report->unreadable = true;
    report_add(report, SEVERITY_ERROR, 0, 0, "%s", what);
    return false;
}

/* ---- what quoin-html says ---- */

/* "12:3: " at the start: taken off. */
static bool take_number(Text *message, size_t *number)
{
    size_t colon = text_find_byte(*message, ':', 0);

    if (colon == TEXT_NOT_FOUND || !text_to_number(text_slice(*message, (Range){0, colon}), SIZE_MAX / 2, number))
        return false;
    *message = text_slice(*message, (Range){colon + 1, message->size});
    return true;
}

/* "page:12:3: warning: has …", as a Report tells it. */
static void pass_on(Text message, Severity severity, Report *report)
{
    static const Text page = LITERAL("page:"), warning = LITERAL("warning: ");
    size_t line = 0, column = 0;

    if (text_starts_with(message, page))
        message = text_slice(message, (Range){page.size, message.size});
    if (take_number(&message, &line) && !take_number(&message, &column))
        line = 0;
    message = text_trim(message);
    if (text_starts_with(message, warning)) {
        message = text_slice(message, (Range){warning.size, message.size});
        severity = SEVERITY_WARNING;
    }
    if (message.size)
        report_add(report, severity, line, column, "%.*s", TEXT_ARGS(message));
}

static void pass_all(Text messages, Severity severity, Report *report)
{
    Text message;

    for (size_t at = 0; text_next_part(messages, '\n', &at, &message);)
        pass_on(message, severity, report);
}

/* ---- how it ends ---- */

enum { DEADLINE_MS = 30000, STATUS_NONE = 1 };

#define CURE "; try \"quoin --from=text\" or a browser"

static bool tell_signal(int signal_number, Report *report)
{
    switch (signal_number) {
    case SIGXCPU:
    case SIGKILL: /* the limit that cannot be caught comes after that which can */
        return refuse(report, "this page takes more than 5 s to read" CURE);
    default:
        report->unreadable = true;
        report_add(report, SEVERITY_ERROR, 0, 0, "reading this page ended by signal %d (%s)" CURE, signal_number,
                   strsignal(signal_number));
        return false;
    }
}

static bool tell_missing(Path program, int error, Report *report)
{
    report->unreadable = true;
    report_add(report, SEVERITY_ERROR, 0, 0,
               "is a web page, and %.*s, which reads them, cannot be started (%s); install quoin anew",
               TEXT_ARGS(program.text), strerror(error));
    return false;
}

/* True: there is an article in result->output. */
static bool look_at_end(const ProcessResult *result, Path program, Report *report)
{
    switch (result->end) {
    case PROCESS_NOT_STARTED:
        return tell_missing(program, result->code, report);
    case PROCESS_SIGNALLED:
        return tell_signal(result->code, report);
    case PROCESS_TIMED_OUT:
        return refuse(report, "this page takes more than 30 s to read" CURE);
    case PROCESS_STOPPED:
    case PROCESS_WROTE_MUCH:
        return refuse(report, "this page becomes an article that is too large" CURE);
    case PROCESS_EXITED:
        break;
    }
    pass_all(result->errors, result->code == 0 ? SEVERITY_WARNING : SEVERITY_ERROR, report);
    if (result->code == 0)
        return true;
    report->unreadable = true;
    if (report->error_count == 0)
        report_add(report, SEVERITY_ERROR, 0, 0, "this page could not be read (exit status %d)" CURE, result->code);
    return false;
}

/* ---- reading ---- */

/* What is wrong with the YAML is no mistake of the page's. */
static bool read_written(Article *article, Text written, Report *report)
{
    Report own;
    File file;

    report_init(&own, article->arena, report->path);
    file_from_text(&file, written);
    if (!article_format.read(article, &file, &own)) {
        report->unreadable = true;
        report_add(report, SEVERITY_ERROR, 0, 0, "no article was found in this page" CURE);
        return false;
    }
    article->map_source = html_map;
    article->show_source = html_plain;
    return true;
}

static bool refuse_unread(Arena *arena, const File *file, Report *report)
{
    Text command = file->is_named ? shell_command(arena, "w3m -dump -T text/html %", report->path)
                                  : shell_pipe(arena, "w3m -dump -T text/html");

    report->unreadable = true;
    report_add(report, SEVERITY_ERROR, 0, 0,
               "is a web page, and this quoin was built without libxml2, which reads them; try \"%.*s\"",
               TEXT_ARGS(command));
    return false;
}

/* Here, so that its source can be shown, and what was replaced is told as of any text. */
static bool decode(File *file, Report *report)
{
    Encoding told = file->encoding;

    if (!file->is_decoded)
        file->encoding = html_charset(file->bytes, told.name);
    if (file->encoding.kind == ENCODING_UNTOLD && told.kind != ENCODING_UNTOLD &&
        utf8_find_invalid(file->bytes, 0) != TEXT_NOT_FOUND) /* pages have no name for it, but the user has */
        file->encoding = told;
    if (!file_decode(file, report))
        return false;
    file_tell_error(file, report);
    return true;
}

static bool read_page(Article *article, File *file, Report *report)
{
    Arena *arena = article->arena;
    const char *arguments[3] = {NULL};
    ProcessResult result;
    Path program;

    if (!HTML_IS_READ)
        return refuse_unread(arena, file, report);
    (void)file_load_all(file);
    if ((!file->is_decoded && !text_file_check(arena, file, report)) || !decode(file, report))
        return false;
    if (text_trim(file->bytes).size == 0)
        return refuse(report, "is empty; expected a web page");
    program = reader_place ? reader_place(arena, reader_program) : (Path){0};
    arguments[0] = path_string(program);
    if (file->address.size)
        arguments[1] = arena_terminated(arena, arena_join(arena, (const Text[]){TEXT("--url="), file->address}, 2));
    result = process_run(arena, &(ProcessPlan){arguments, file->bytes, MOST_ARTICLE_BYTES, DEADLINE_MS});
    return look_at_end(&result, program, report) && read_written(article, result.output, report);
}

/* ---- for lists ---- */

/* Blanks in a row are one, and references the characters that they stand for. */
static Text plain_value(Arena *arena, Text value)
{
    TextBuffer plain = {0};

    for (size_t at = 0; at < value.size;) {
        uint32_t code_point;
        size_t size = character_reference(text_slice(value, (Range){at, value.size}), &code_point);
        char bytes[4];

        if (size)
            text_buffer_add(arena, &plain, (Text){bytes, utf8_encode(code_point, bytes)});
        else
            text_buffer_add(arena, &plain, text_slice(value, (Range){at, at + 1}));
        at += size ? size : 1;
    }
    return arena_on_one_line(arena, text_buffer_text(&plain));
}

/* META(name, field): what <meta> says; the first that is there counts. */
static const struct {
    Text name;
    ArticleField field;
} metas[] = {
    {LITERAL("og:title"), FIELD_TITLE},
    {LITERAL("og:site_name"), FIELD_SOURCE},
    {LITERAL("article:published_time"), FIELD_DATE},
    {LITERAL("og:url"), FIELD_URL},
};

static void peek_meta(Arena *arena, Text head, const HtmlMark *mark, Text fields[FIELD_COUNT])
{
    Text name = html_mark_attribute(head, mark, TEXT("property"));

    if (name.size == 0)
        name = html_mark_attribute(head, mark, TEXT("name"));
    for (size_t i = 0; i < COUNT_OF(metas); i++) {
        if (fields[metas[i].field].size == 0 && text_equal_ignoring_case(name, metas[i].name))
            fields[metas[i].field] = plain_value(arena, html_mark_attribute(head, mark, TEXT("content")));
    }
}

/* What is in an element, up to its end tag, over a few others that begin or end in it. */
static Text text_inside(Arena *arena, Text head, const HtmlMark *start)
{
    enum { MARKS_MOST = 12 };
    TextBuffer inside = {0};
    HtmlMark mark = *start, next;

    for (int i = 0; i < MARKS_MOST; i++) {
        size_t from = mark.range.end;

        if (!html_next_mark(head, from, &next))
            break;
        text_buffer_add(arena, &inside, text_slice(head, (Range){from, next.range.start}));
        mark = next;
        if (html_mark_is(head, &mark, HTML_MARK_END, html_mark_name(head, start)))
            break;
    }
    return plain_value(arena, text_buffer_text(&inside));
}

/* The title of the page; of one that has none, its first headline. */
static Text peek_title(Arena *arena, Text head, const HtmlMark *mark, Text title)
{
    bool is_title = html_mark_is(head, mark, HTML_MARK_START, TEXT("title")) ||
                    html_mark_is(head, mark, HTML_MARK_START, TEXT("h1"));

    return title.size == 0 && is_title ? text_inside(arena, head, mark) : title;
}

static bool peek(Arena *arena, Text head, Text fields[FIELD_COUNT])
{
    Text title = {0};
    HtmlMark mark;

    if (!HTML_IS_READ)
        return false;
    for (size_t at = 0; html_next_mark(head, at, &mark); at = html_after_mark(head, &mark)) {
        if (html_mark_is(head, &mark, HTML_MARK_START, TEXT("body")) && (title.size || fields[FIELD_TITLE].size))
            break;
        if (html_mark_is(head, &mark, HTML_MARK_START, TEXT("meta")))
            peek_meta(arena, head, &mark, fields);
        title = peek_title(arena, head, &mark, title);
    }
    if (fields[FIELD_TITLE].size == 0)
        fields[FIELD_TITLE] = title;
    if (fields[FIELD_DATE].size > ISO_WHOLE_DATE.end)
        fields[FIELD_DATE] = text_slice(fields[FIELD_DATE], ISO_WHOLE_DATE);
    return true;
}

const Format html_format = {
    .name = LITERAL("html"),
    .form = LITERAL("HTML"),
    .help = LITERAL("a web page, of which the article is found"),
    .endings = LITERAL(".html .htm .xhtml"),
    .limit = LIMIT_HTML_BYTES,
    .recognises = html_is_page,
    .read = read_page,
    .peek = peek,
};
