/* Read, analyse, write, forget: one article at a time. */
#include "cli/commands/articles.h"

#include "cli/lines.h"
#include "cli/output/report_print.h"
#include "cli/paths.h"
#include "cli/session/confinement.h"
#include "cli/session/model.h"
#include "cli/session/reader_notes.h"
#include "formats/formats.h"

typedef struct Writing {
    const ArticleWriter *writer;
    Table table;
    bool several; /* more than one article: say which */
    bool begun;
} Writing;

static void write_article(void *context, Text path, const Analysis *analysis, const PlacedNotes *notes)
{
    Writing *writing = context;

    (void)notes;
    if (writing->table.format != OUTPUT_TEXT) {
        writing->writer->rows(&writing->table, path, analysis);
        return;
    }
    if (writing->several) {
        printable_write(writing->table.out, path, writing->table.charset, LINES_JOINED);
        sink_byte(writing->table.out, '\n');
    }
    writing->writer->text(writing->table.out, analysis, writing->table.charset);
}

/* A model is read where one is wanted first, and there it is told why there is none. */
static void use_model(Session *session, Analysis *analysis)
{
    bool asked = session->model_asked;

    if (!analysis_wants_model(analysis))
        return;
    analysis_use_model(analysis, session_model(session));
    if (!asked)
        model_print_problem(session->errors, session->model_problem);
}

static void visit_article(Session *session, size_t entry, Arena *arena, Article *article, const Options *options,
                          const ArticleTour *tour)
{
    Analysis *analysis = analysis_new(arena, article, (Range){0, SIZE_MAX});
    PlacedNotes notes = {.count = 0};
    Arena corrected = {0};
    Report report;

    use_model(session, analysis);
    analysis_run(analysis);
    if (tour->wants_corrections) {
        report_init(&report, arena, TEXT("notes"));
        notes = reader_notes(session, arena, &corrected, article, analysis, library_name(&session->library, entry),
                             &report);
        if (tour->wants_notes)
            reader_notes_tell_missing(&notes, &report);
        report_print(options->errors, &report, options->charset);
    }
    if (!tour->writer || !tour->writer->choose || tour->writer->choose(tour->writer->context, analysis))
        tour->visit(tour->context, session->library.entries.items[entry].path.text, analysis, &notes);
    arena_release(&corrected);
}

/* The exit status: 1 when the article has mistakes, 2 when it cannot be read. */
static int visit_entry(Session *session, size_t entry, const Options *options, const ArticleTour *tour)
{
    int status;
    Article *article = NULL;
    Arena arena = {0};
    Report report;
    File file;

    report_init(&report, &arena, library_name(&session->library, entry));
    if (library_open(&session->library, entry, lines_wait, &file, &report)) {
        file_say_encoding(&file, options->encoding);
        article = article_read(&arena, &file, options->from, &report);
        if (article)
            (void)article_index(article, SIZE_MAX);
        file_tell_error(&file, &report);
        if (article)
            article_tell_page(article, &report);
    }
    report_print(options->errors, &report, options->charset);
    if (article)
        visit_article(session, entry, &arena, article, options, tour);
    status = !article || report.unreadable ? EXIT_USAGE : report.error_count ? EXIT_PROBLEMS : EXIT_OK;
    file_close(&file);
    arena_release(&arena);
    return status;
}

static int write_lines(const ArticleWriter *writer, const Options *options)
{
    Arena arena = {0};
    Text problem = {0};
    const BulkWriter line = {.write = writer->line, .choose = writer->choose, .context = writer->context};
    const TagModel *model = model_open(&arena, paths_data(&arena, options->program), &problem);
    int status;

    model_print_problem(options->errors, problem);
    confinement_begin(options, NULL, 0);
    status = bulk_run(options, &line, model);
    arena_release(&arena);
    return status;
}

int articles_visit(const Options *options, const ArticleTour *tour)
{
    int status = EXIT_OK;
    Session session;

    if (!session_open(&session, options))
        return EXIT_USAGE;
    report_print(options->errors, &session.config_report, options->charset);
    if (!session_add_articles(&session, options))
        status = EXIT_USAGE;
    if (tour->begin && !tour->begin(tour->context, &session)) {
        session_close(&session);
        return EXIT_USAGE;
    }
    session.reads_notes = tour->wants_corrections;
    if (!tour->writes_files)
        confinement_begin_session(&session, options);
    for (size_t entry = 0; entry < session.library.entries.count && options->out->error == 0; entry++) {
        int one;

        if (tour->ended && *tour->ended)
            break;
        one = visit_entry(&session, entry, options, tour);
        status = one > status ? one : status;
    }
    session_close(&session);
    return status;
}

static bool begin_table(void *context, const Session *session)
{
    Writing *writing = context;

    writing->several = writing->several || session->library.entries.count > 1;
    table_begin(&writing->table, writing->table.out, writing->table.format, writing->table.charset);
    writing->begun = true;
    return true;
}

int articles_write(const Options *options, const ArticleWriter *writer)
{
    Writing writing = {.writer = writer, .several = options->operand_count != 1};
    const ArticleTour tour = {.begin = begin_table,
                              .writer = writer,
                              .visit = write_article,
                              .context = &writing,
                              .wants_corrections = options->notes != NOTES_UNWANTED};
    int status;

    if (options->from_lines)
        return write_lines(writer, options);
    writing.table = (Table){.out = options->out, .format = options->format, .charset = options->charset};
    status = articles_visit(options, &tour);
    if (writing.begun)
        table_end(&writing.table);
    return status;
}
