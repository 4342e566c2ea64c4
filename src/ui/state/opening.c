/* Opening an entry of the library closes the one that is open; where the reader was in it is kept. */
#include "ui/state/opening.h"

#include "ui/state/geometry.h"
#include "ui/state/streaming.h"

static void keep_place(App *app)
{
    DocumentPlace **place = &app->places[app->entry];

    if (!app->document.article)
        return;
    if (!*place)
        *place = ARENA_NEW(&app->arena, DocumentPlace);
    **place = document_place(&app->document);
}

/* How to see more of it. */
static void say_page(App *app, Text what)
{
    const Keymap *keymap = &app->config->keymap;
    Arena scratch = {0};
    Text browser = keymap_keys_of(keymap, CONTEXT_ALL, ACTION_BROWSE, 1, &scratch);
    Text source = keymap_keys_of(keymap, CONTEXT_ALL, ACTION_TOGGLE_SOURCE, 1, &scratch);

    app_say(app, ROLE_STATUS_WARNING, "%.*s; %.*s: in the browser, %.*s: as it is", TEXT_ARGS(what), TEXT_ARGS(browser),
            TEXT_ARGS(source));
    arena_release(&scratch);
}

void app_tell_page(App *app)
{
    const Article *article = app->document.article;
    bool told = app->failure.problems.count > 0;
    Text what = {0};

    if (!article || document_may_grow(&app->document))
        return;
    if (article->page_kind != PAGE_ARTICLE)
        what = page_kind_sentence(article->page_kind);
    else if (article->quality != QUALITY_UNKNOWN && article->quality < QUALITY_DOUBTFUL)
        what = TEXT("this page may be incomplete");
    if (what.size == 0)
        return;
    report_add(&app->failure, app_page_fails(app) ? SEVERITY_ERROR : SEVERITY_WARNING, 0, 0, "%.*s", TEXT_ARGS(what));
    if (!told)
        say_page(app, what);
}

void app_open(App *app, size_t entry)
{
    const LibraryEntry *wanted = &app->library->entries.items[entry];
    const File *stream = NULL;
    bool opened;

    document_show_article(&app->document);
    keep_place(app);
    document_close(&app->document);
    arena_reset(&app->failure_arena);
    report_init(&app->failure, &app->failure_arena, library_name(app->library, entry));
    app->entry = entry;
    app->left_at = NO_OFFSET;
    app->lists[PANE_LIBRARY].selected = entry;
    app->lists[PANE_QUOTES] = (ListView){0};
    app->lists[PANE_ENTITIES] = (ListView){0};
    if (wanted->stream)
        stream = library_stream(app->library, entry, app->options.wait ? STREAM_IS_AWAITED : STREAM_IS_WATCHED,
                                app->options.wait, &app->failure);
    opened = (stream || !wanted->stream) && document_open(&app->document, wanted->path.text, stream, app->options.form,
                                                          app->options.charset, &app->failure);
    app->document.models = app->options.models;
    streaming_begin(app);
    report_sort(&app->failure);
    if (opened && app->places[entry])
        document_set_place(&app->document, app->places[entry]);
    if (opened)
        message_say_first_problem(&app->message, &app->failure);
    if (opened)
        app_tell_page(app);
    if (app->rows)
        app_resize(app, app->rows, app->columns);
}

/* ---- the source ---- */

static void show_source(App *app)
{
    Arena scratch = {0};
    Report report;

    report_init(&report, &scratch, app->document.path.text);
    if (!document_show_source(&app->document, &report))
        message_say_problems(&app->message, "no source: ", &report);
    arena_release(&scratch);
}

void app_toggle_source(App *app)
{
    Document *document = &app->document;
    size_t left_at = app->left_at;

    if (left_at != NO_OFFSET)
        left_at = document_article_offset(document, left_at);
    if (document_shows_source(document))
        document_show_article(document);
    else
        show_source(app);
    if (left_at != NO_OFFSET)
        app->left_at = document_shown_offset(document, left_at);
    app_resize(app, app->rows, app->columns);
    if (!app_shows(app, PANE_BODY))
        app_focus(app, PANE_BODY);
}
