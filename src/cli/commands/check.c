/* `quoin check FILE…`: the problems as path:line:column: message. */
#include "cli/lines.h"
#include "cli/output/report_print.h"
#include "cli/session/confinement.h"
#include "cli/session/pages.h"

#include <unistd.h>

#include "article/page_address.h"
#include "formats/formats.h"

/* An operand that begins as an address is an entry of the library, if it is one. */
static bool open_page(Session *session, const char *path, File *file, Report *report)
{
    size_t entry = session->library.entries.count;

    return library_add(&session->library, text_from(path), report) &&
           library_open(&session->library, entry, lines_wait, file, report);
}

static bool open_file(Session *session, const char *path, File *file, Report *report)
{
    bool is_input = text_equal(text_from(path), TEXT("-"));

    if (is_page_address(text_from(path)))
        return open_page(session, path, file, report);
    if (!is_input && !file_is_stream(path))
        return file_open(file, path, report);
    return (is_input ? file_begin_stream(file, STDIN_FILENO, report)
                     : file_open_stream(file, path, STREAM_IS_AWAITED, report)) &&
           file_finish_stream(file, lines_wait, report);
}

/* 0: no errors; 1: problems; 2: unreadable. */
static int check_file(Session *session, const char *path, const Options *options)
{
    Arena arena = {0};
    Report report;
    File file = {.descriptor = -1};
    int status = EXIT_OK;

    report_init(&report, &arena, text_equal(text_from(path), TEXT("-")) ? TEXT("standard input") : text_from(path));
    if (open_file(session, path, &file, &report)) {
        Article *article;

        file_say_encoding(&file, options->encoding);
        article = article_read(&arena, &file, NULL, &report);

        if (article)
            (void)article_index(article, SIZE_MAX);
        file_tell_error(&file, &report);
        if (article)
            article_tell_page(article, &report);
    }
    report_print(options->out, &report, options->charset);
    if (report.unreadable)
        status = EXIT_USAGE;
    else if (report.problems.count)
        status = EXIT_PROBLEMS;
    file_close(&file);
    arena_release(&arena);
    return status;
}

/* Entries of the same address have the same stream, so that these are found again; what is no address after all is told when it is read. */
static void get_pages(Session *session, const Options *options)
{
    Report report;

    report_init(&report, &session->arena, (Text){0});
    for (int i = 0; i < options->operand_count; i++) {
        if (is_page_address(text_from(options->operands[i])))
            (void)library_add(&session->library, text_from(options->operands[i]), &report);
    }
    session_get_pages(session, options);
}

static int run(const Options *options)
{
    int status = EXIT_OK;
    Session session;

    if (options->operand_count == 0) {
        sink_string(options->errors, "quoin check: name the files to check: quoin check FILE…\n");
        return EXIT_USAGE;
    }
    if (!session_open(&session, options))
        return EXIT_USAGE;
    get_pages(&session, options);
    confinement_begin(options, (const char *const *)options->operands, (size_t)options->operand_count);
    for (int i = 0; i < options->operand_count && options->out->error == 0; i++) {
        int one = check_file(&session, options->operands[i], options);

        status = one > status ? one : status;
    }
    session_close(&session);
    return status;
}

const Command check_command = {
    .name = "check",
    .synopsis = "FILE|ADDRESS…",
    .summary = "tell the mistakes in article files",
    .options = "charset ascii config no-config no-confine",
    .reads_stream = true,
    .run = run,
};
