/*
 * `quoin export` and `quoin cite`: articles in a form that somebody else reads. What goes into a file or onto a terminal is collected first: a file
 * is there whole or not at all, and for a terminal it passes the gate.
 */
#include <unistd.h>

#include "base/nearest.h"
#include "cli/commands/articles.h"
#include "cli/output/file_write.h"
#include "cli/output/report_print.h"

typedef struct Exporting {
    const Options *options;
    const char *command; /* its name */
    Export export;
    CitationForms forms; /* of the configuration; in the arena */
    Path path;           /* of the file; empty: standard output */
    Sink sink;           /* into memory */
    SinkMemory memory;
    char buffer[4096];
    Arena arena;
} Exporting;

static bool is_file(const Exporting *exporting)
{
    return exporting->path.text.size > 0;
}

/* ---- articles ---- */

static bool begin(void *context, const Session *session)
{
    Exporting *exporting = context;
    size_t count = session->library.entries.count;

    exporting->export.several = count > 1;
    exporting->forms.passage = arena_copy(&exporting->arena, session->config.cite.passage);
    exporting->forms.article = arena_copy(&exporting->arena, session->config.cite.article);
    if (count <= 1 || !exporting->export.format->form->holds_one)
        return true;
    SINK_TEXTS(exporting->options->errors, TEXT("quoin "), text_from(exporting->command), TEXT(": "));
    sink_number(exporting->options->errors, count, 0);
    SINK_TEXTS(exporting->options->errors, TEXT(" articles, and "), exporting->export.format->name,
               TEXT(" is one; name one, or write them with quoin import -o FOLDER\n"));
    return false;
}

static void visit(void *context, Text path, const Analysis *analysis, const PlacedNotes *notes)
{
    Exporting *exporting = context;
    Arena scratch = {0};
    ExportSource source = export_source(&scratch, analysis);

    (void)path;
    export_take_notes(&source, &scratch, notes);
    export_add(&exporting->export, &source);
    arena_release(&scratch);
}

/* ---- where it goes ---- */

/* False: told. */
static bool choose_format(Exporting *exporting, const ExportFormat *usual)
{
    const Options *options = exporting->options;
    const ExportFormat *named = is_file(exporting) ? export_format_of_file(exporting->path.text) : usual;

    exporting->export.format = options->export_format ? options->export_format : named;
    if (exporting->export.format)
        return true;
    SINK_TEXTS(options->errors, TEXT("quoin "), text_from(exporting->command), TEXT(": the name "));
    printable_write(options->errors, exporting->path.text, options->charset, LINES_JOINED);
    sink_string(options->errors, " does not say what is to be written; --format= does\n");
    return false;
}

static Sink *open_sink(Exporting *exporting)
{
    if (!is_file(exporting) && !isatty(STDOUT_FILENO))
        return exporting->options->out;
    exporting->memory.arena = &exporting->arena;
    sink_init(&exporting->sink, exporting->buffer, sizeof exporting->buffer, sink_write_memory, &exporting->memory);
    return &exporting->sink;
}

/* False: told. */
static bool write_file(Exporting *exporting, Text bytes)
{
    const char *path = path_string(exporting->path);
    Report report;
    int error;

    report_init(&report, &exporting->arena, exporting->path.text);
    if (file_is_special(path)) {
        error = output_write_file(path, bytes);
        if (error)
            report_add(&report, SEVERITY_ERROR, 0, 0, "it cannot be written: %s", strerror(error));
    } else {
        (void)file_replace(&exporting->arena, path, bytes, &report);
    }
    report_print(exporting->options->errors, &report, exporting->options->charset);
    return report.error_count == 0;
}

/* A file in which no article is is not written. */
static int finish(Exporting *exporting, int status)
{
    Text bytes;

    if (exporting->export.out == exporting->options->out)
        return status;
    (void)sink_flush(&exporting->sink);
    bytes = text_buffer_text(&exporting->memory.text);
    if (!is_file(exporting))
        printable_write(exporting->options->out, bytes, exporting->options->charset, LINES_KEPT);
    else if (exporting->export.articles && !write_file(exporting, bytes))
        return EXIT_USAGE;
    return status;
}

static int run(const Options *options, const char *command, const ExportFormat *usual)
{
    Exporting exporting = {.options = options, .command = command};
    ArticleTour tour = {.begin = begin, .visit = visit, .context = &exporting};
    int status = EXIT_USAGE;

    if (options->operand_count == 0) {
        SINK_TEXTS(options->errors, TEXT("quoin "), text_from(command), TEXT(": name an article: quoin "),
                   text_from(command), TEXT(" FILE\n"));
        return EXIT_USAGE;
    }
    if (options->output.size && !text_equal(options->output, TEXT("-")))
        exporting.path = path_copy(&exporting.arena, options->output);
    if (choose_format(&exporting, usual)) {
        tour.writes_files = is_file(&exporting);
        tour.wants_corrections = tour.wants_notes = options->notes != NOTES_UNWANTED;
        exporting.export.out = open_sink(&exporting);
        exporting.export.cite = &exporting.forms;
        export_begin(&exporting.export, exporting.export.format);
        status = articles_visit(options, &tour);
        export_end(&exporting.export);
        status = finish(&exporting, status);
    }
    arena_release(&exporting.arena);
    return status;
}

static int run_export(const Options *options)
{
    size_t count;

    return run(options, "export", &export_formats(&count)[0]);
}

static int run_cite(const Options *options)
{
    size_t count;

    return run(options, "cite", &citation_formats(&count)[0]);
}

const Command export_command = {
    .name = "export",
    .synopsis = "[--format=FORMAT] [-o FILE] FILE|FOLDER|ADDRESS|-…",
    .summary = "write articles, and who said what in them, for other programs and people",
    .options = "export-format output from charset notes no-notes config no-config no-confine",
    .reads_stream = true,
    .run = run_export,
};

const Command cite_command = {
    .name = "cite",
    .synopsis = "[--format=FORMAT] FILE|FOLDER|ADDRESS|-…",
    .summary = "write the entry of a bibliography for articles",
    .options = "citation-format from charset config no-config no-confine",
    .reads_stream = true,
    .run = run_cite,
};
