/* `quoin check FILE|FOLDER…`: the problems as path:line:column: message. */
#include "cli/lines.h"
#include "cli/output/report_print.h"
#include "cli/session/confinement.h"

#include "formats/formats.h"
#include "formats/text_file.h"

/* 0: no errors; 1: problems; 2: unreadable. */
static int check_entry(Library *library, size_t entry, const Options *options)
{
    Arena arena = {0};
    Report report;
    File file = {.descriptor = -1};
    int status = EXIT_OK;

    report_init(&report, &arena, library_name(library, entry));
    if (library_open(library, entry, lines_wait, &file, &report)) {
        const Format *format;
        Article *article;

        file_say_encoding(&file, options->encoding);
        format = format_of(report.path, text_file_head(&arena, &file));
        article = article_read(&arena, &file, format, &report);
        if (article)
            (void)article_index(article, SIZE_MAX);
        file_tell_error(&file, &report);
        if (article && format != &article_format) /* what was kept of a page has no mistake */
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
    if (!session_add_articles(&session, options))
        status = EXIT_USAGE;
    confinement_begin_session(&session, options);
    for (size_t entry = 0; entry < session.library.entries.count && options->out->error == 0; entry++) {
        int one = check_entry(&session.library, entry, options);

        status = one > status ? one : status;
    }
    session_close(&session);
    return status;
}

const Command check_command = {
    .name = "check",
    .synopsis = "FILE|FOLDER|ADDRESS…",
    .summary = "tell the mistakes in article files",
    .options = "charset ascii config no-config no-confine",
    .reads_stream = true,
    .run = run,
};
