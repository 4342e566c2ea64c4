/* Read, analyse, visit, forget: one article at a time. */
#include "cli/articles.h"

static bool visit_entry(Session *session, size_t entry, const Options *options, ArticleVisitor *visit,
                        void *context)
{
    Text path = session->library.entries.items[entry].path;
    bool is_stream = text_equal(path, TEXT("-"));
    ArticleFormat format = text_equal(options->from, TEXT("text"))      ? FORMAT_TEXT
                           : text_equal(options->from, TEXT("article")) ? FORMAT_ARTICLE
                                                                        : FORMAT_AUTO;
    File opened = {.descriptor = -1};
    File *file = is_stream ? &session->stream : &opened;
    const Article *article = NULL;
    Arena arena = {0};
    Report report;

    report_init(&report, &arena, is_stream ? TEXT("standard input") : path);
    if (is_stream || file_open(file, path.bytes, &report)) {
        Article *read = article_read(&arena, file, format, &report);

        if (read)
            (void)article_index(read, SIZE_MAX);
        article = read;
    }
    report_print(&report, options->charset);
    if (article) {
        Analysis *analysis = analysis_new(&arena, article, (Range){0, SIZE_MAX});

        analysis_run(analysis);
        visit(context, path, analysis);
    }
    file_close(&opened);
    arena_release(&arena);
    return article != NULL;
}

int articles_visit(const Options *options, ArticleVisitor *visit, void *context)
{
    int status = EXIT_OK;
    Session session;

    if (!session_open(&session, options))
        return EXIT_USAGE;
    if (!session_add_articles(&session, options))
        status = EXIT_USAGE;
    for (size_t entry = 0; entry < session.library.entries.count; entry++) {
        if (!visit_entry(&session, entry, options, visit, context))
            status = EXIT_USAGE;
    }
    session_close(&session);
    return status;
}
