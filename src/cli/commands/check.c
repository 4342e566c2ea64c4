/* `quoin check FILE…`: the problems as path:line:column: message. */
#include "cli/lines.h"
#include "cli/output/report_print.h"
#include "cli/session/confinement.h"

#include <unistd.h>

#include "formats/formats.h"

static bool open_file(const char *path, File *file, Report *report)
{
    bool is_input = text_equal(text_from(path), TEXT("-"));

    if (!is_input && !file_is_stream(path))
        return file_open(file, path, report);
    return (is_input ? file_begin_stream(file, STDIN_FILENO, report)
                     : file_open_stream(file, path, STREAM_IS_AWAITED, report)) &&
           file_finish_stream(file, lines_wait, report);
}

/* 0: no errors; 1: problems; 2: unreadable. */
static int check_file(const char *path, const Options *options)
{
    Arena arena = {0};
    Report report;
    File file = {.descriptor = -1};
    int status = EXIT_OK;

    report_init(&report, &arena, text_equal(text_from(path), TEXT("-")) ? TEXT("standard input") : text_from(path));
    if (open_file(path, &file, &report)) {
        Article *article;

        file.encoding = options->encoding;
        article = article_read(&arena, &file, NULL, &report);

        if (article)
            (void)article_index(article, SIZE_MAX);
        file_tell_error(&file, &report);
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

    if (options->operand_count == 0) {
        sink_string(options->errors, "quoin check: name the files to check: quoin check FILE…\n");
        return EXIT_USAGE;
    }
    confinement_begin(options, (const char *const *)options->operands, (size_t)options->operand_count);
    for (int i = 0; i < options->operand_count && options->out->error == 0; i++) {
        int one = check_file(options->operands[i], options);

        status = one > status ? one : status;
    }
    return status;
}

const Command check_command = {
    .name = "check",
    .synopsis = "FILE…",
    .summary = "tell the mistakes in article files",
    .options = "charset ascii no-confine",
    .reads_stream = true,
    .run = run,
};
