/* When what is written; and what is known of the articles that are not open, by what lists know of them or by the names of their files. */
#include "ui/opening/remembering.h"

#include "formats/formats.h"
#include "ui/state/geometry.h"
#include "ui/state/places.h"

enum { REST_MS = 10 * 1000, LONGEST_MS = 60 * 1000 };

static KeptPlace *kept_place(App *app, size_t entry)
{
    while (app->places.count <= entry)
        ARRAY_PUSH(&app->arena, app->places, (KeptPlace){.place = NULL});
    return &app->places.items[entry];
}

static void set_kept_state(KeptPlace *place, ReadingState state, unsigned percent)
{
    place->is_looked_up = true;
    place->state = state;
    place->percent = percent;
}

/* What cannot be, once: it would be the same the next time. */
static void tell(App *app, const Report *report)
{
    if (app->memory.is_told || !report_first(report))
        return;
    app->memory.is_told = report->error_count > 0;
    app_say(app, ROLE_STATUS_WARNING, "not remembered: %.*s (%.*s)", TEXT_ARGS(report_first(report)->message),
            TEXT_ARGS(report->path));
}

/* ---- the article that is open ---- */

static void take_progress(App *app)
{
    const DocumentMemory *memory = &app->memory.document;
    KeptPlace *place = kept_place(app, app->entry);

    if (memory->key.kind == ARTICLE_KEY_NONE)
        return;
    place->is_looked_up = true;
    place->state = memory->kept.state;
    place->percent = memory->kept.percent;
}

static void go_on_where_it_was_left(App *app)
{
    bool lost;
    size_t offset = document_memory_place(&app->memory.document, &app->document, &lost);

    if (offset == NO_OFFSET || app->document.top_offset != 0)
        return;
    app->document.top_offset = offset;
    document_memory_settle(&app->memory.document, &app->document);
    if (lost)
        app_say(app, ROLE_STATUS_INFO,
                "the text has changed: what you read last is not in it any more, it was about here");
}

void remembering_begin(App *app, const DocumentPlace *here)
{
    Arena scratch = {0};
    Report report;

    report_init(&report, &scratch, TEXT("what was remembered"));
    app->memory.since_ms = app->memory.last_ms = 0;
    (void)document_memory_begin(&app->memory.document, &app->options.keeper, &app->document, &report);
    tell(app, &report);
    if (here) {
        document_set_place(&app->document, here);
        document_memory_settle(&app->memory.document, &app->document);
    } else {
        go_on_where_it_was_left(app);
    }
    take_progress(app);
    arena_release(&scratch);
}

bool remembering_go_on(App *app)
{
    return app->document.article && document_memory_restore(&app->memory.document, &app->document);
}

/* That the end is on the screen counts where somebody came there, or where it is there at first. */
static void look_for_end(App *app)
{
    DocumentMemory *memory = &app->memory.document;

    if (!memory->ended && !memory->is_set && app->document.layout &&
        (memory->kept.article.size == 0 || document_memory_has_moved(memory, &app->document)))
        memory->ended = app_percent(app) == 100;
}

void remembering_note(App *app)
{
    if (!document_memory_has_moved(&app->memory.document, &app->document))
        return;
    look_for_end(app);
    app->memory.last_ms = app->now_ms;
    if (app->memory.since_ms == 0)
        app->memory.since_ms = app->now_ms;
}

int remembering_timeout_ms(const App *app, int64_t now_ms)
{
    int64_t rest_ms = app->memory.last_ms + REST_MS, longest_ms = app->memory.since_ms + LONGEST_MS;
    int64_t at_ms = rest_ms < longest_ms ? rest_ms : longest_ms;

    if (app->memory.since_ms == 0)
        return -1;
    return at_ms > now_ms ? (int)(at_ms - now_ms) : 0;
}

void remembering_tick(App *app, int64_t now_ms)
{
    if (remembering_timeout_ms(app, now_ms) == 0)
        remembering_save(app);
}

static Text title_of(const App *app, const Document *document, size_t entry)
{
    Text title = article_field(document->article, FIELD_TITLE);

    return title.size ? title : library_title(app->library, entry);
}

static bool save(App *app, Report *report)
{
    Document *document = &app->document;
    bool good;

    app->memory.since_ms = app->memory.last_ms = 0;
    if (!app->memory.by_lines && !document->layout && app->rows) /* its source was shown */
        app_resize(app, app->rows, app->columns);
    if ((!app->memory.by_lines && !document->layout) || !document_memory_has_news(&app->memory.document, document))
        return true;
    look_for_end(app);
    good = document_memory_save(&app->memory.document, document, title_of(app, document, app->entry),
                                app->memory.by_lines ? app->memory.lines_percent : (unsigned)app_percent(app), report);
    take_progress(app);
    return good;
}

void remembering_save(App *app)
{
    Arena scratch = {0};
    Report report;

    report_init(&report, &scratch, TEXT("what is remembered"));
    if (!save(app, &report))
        tell(app, &report);
    arena_release(&scratch);
}

bool remembering_end(App *app, Report *report)
{
    document_show_article(&app->document);
    return !app->document.article || save(app, report) || app->memory.is_told;
}

/* ---- the articles of the library ---- */

static void read_recent(App *app)
{
    Report report;
    Text bytes;

    if (app->memory.has_recent)
        return;
    app->memory.has_recent = true;
    report_init(&report, &app->arena, TEXT("what was read last"));
    if (!keeper_read(&app->options.keeper, KEEPER_PLACES, RECENT_NAME, &app->arena, &bytes, &report) ||
        !recent_read(&app->memory.recent, &app->arena, bytes, &report))
        tell(app, &report);
}

static void look_up_by_key(App *app, Text key, KeptPlace *place)
{
    Arena scratch = {0};
    Remembered kept;
    Report report;
    Text bytes;

    report_init(&report, &scratch, TEXT("what was remembered"));
    if (keeper_read(&app->options.keeper, KEEPER_PLACES, article_key_file(&scratch, key), &scratch, &bytes, &report) &&
        remembered_read(&kept, &scratch, bytes, &report)) {
        place->state = kept.state;
        place->percent = kept.percent;
    }
    arena_release(&scratch);
}

static void look_up_by_name(App *app, Text path, KeptPlace *place)
{
    Arena scratch = {0};
    const RecentArticle *recent;

    read_recent(app);
    recent = recent_of_file(&app->memory.recent, keeper_whole_path(&app->options.keeper, &scratch, path));
    if (recent) {
        place->state = recent->state;
        place->percent = recent->percent;
    }
    arena_release(&scratch);
}

/*
 * What gives neither id nor address is known by its text, wherever it lies now and however much was read since: the start of it is read, which a list
 * does in idle time. Of a page that takes a program, of a large file long: these are known by name alone.
 */
static void look_up_by_text(App *app, size_t entry, KeptPlace *place)
{
    enum { LARGEST_WHOLE = 256 * 1024 };
    Text path = app->library->entries.items[entry].path.text;
    const Format *format = app->options.form.format;
    Article *article = NULL;
    Arena scratch = {0};
    Report report;
    File file;

    report_init(&report, &scratch, path);
    if (!library_open(app->library, entry, NULL, &file, &report))
        return;
    file.encoding = app->options.form.encoding;
    format = format ? format : format_of_file(&scratch, path, &file);
    if (format == &text_format || (format != &html_format && file.size <= LARGEST_WHOLE))
        article = article_read(&scratch, &file, format, &report);
    if (article)
        look_up_by_key(app, article_key(&scratch, article, (Text){0}).name, place);
    file_close(&file);
    arena_release(&scratch);
}

bool remembering_look_up(App *app, size_t entry)
{
    const LibraryEntry *given = &app->library->entries.items[entry];
    KeptPlace *place = kept_place(app, entry);
    Text url = given->fields[FIELD_URL];
    Arena scratch = {0};
    ArticleKey key;

    if (place->is_looked_up || !keeper_keeps(&app->options.keeper, KEEPER_PLACES))
        return false;
    place->is_looked_up = true;
    key = article_key_given(&scratch, given->fields[FIELD_ID], url.size || !given->is_page ? url : given->path.text);
    if (key.kind)
        look_up_by_key(app, key.name, place);
    else if (!given->stream)
        look_up_by_name(app, given->path.text, place);
    if (!key.kind && !given->stream && given->readable && place->state == STATE_UNREAD)
        look_up_by_text(app, entry, place);
    arena_release(&scratch);
    return true;
}

Text remembering_label(const App *app, size_t entry, Arena *arena)
{
    const KeptPlace *place = entry < app->places.count ? &app->places.items[entry] : NULL;

    if (!place || place->state == STATE_UNREAD)
        return (Text){0};
    return place->state == STATE_READ ? TEXT("read") : arena_printf(arena, "%u%%", place->percent);
}

size_t remembering_next_unread(App *app)
{
    size_t count = app->library->entries.count;

    for (size_t i = 1; i < count; i++) {
        size_t entry = (app->entry + i) % count;

        (void)library_peek(app->library, entry);
        (void)remembering_look_up(app, entry);
        if (kept_place(app, entry)->state == STATE_UNREAD)
            return entry;
    }
    return NO_INDEX;
}

/* ---- read and unread ---- */

/* The state that is the other one; false: nothing is kept of it. */
static bool set_other_state(App *app, DocumentMemory *memory, Document *document, size_t entry, unsigned percent)
{
    ReadingState state = memory->kept.state == STATE_READ || memory->ended ? STATE_UNREAD : STATE_READ;
    Arena scratch = {0};
    Report report;

    if (memory->key.kind == ARTICLE_KEY_NONE)
        return false;
    report_init(&report, &scratch, TEXT("what is remembered"));
    document_memory_set_state(memory, document, state);
    if (document_memory_save(memory, document, title_of(app, document, entry), percent, &report))
        app_say(app, ROLE_STATUS_INFO, state == STATE_READ ? "read" : "unread");
    else
        app_say(app, ROLE_STATUS_ERROR, "not kept: %.*s: %.*s", TEXT_ARGS(report.path),
                TEXT_ARGS(report_first(&report)->message));
    set_kept_state(kept_place(app, entry), state, percent);
    arena_release(&scratch);
    return true;
}

/* One that is not open, and is a file: its place stays. */
static bool toggle_closed(App *app, size_t entry)
{
    const LibraryEntry *given = &app->library->entries.items[entry];
    DocumentMemory memory = {.keeper = NULL};
    Arena scratch = {0};
    bool set = false, lost;
    Document document;
    Report report;

    report_init(&report, &scratch, given->path.text);
    if (!given->stream &&
        document_open(&document, given->path.text, NULL, app->options.form, app->options.charset, &report)) {
        (void)document_memory_begin(&memory, &app->options.keeper, &document, &report);
        document.top_offset = document_memory_place(&memory, &document, &lost);
        document.top_offset = document.top_offset == NO_OFFSET ? 0 : document.top_offset;
        set = set_other_state(app, &memory, &document, entry, memory.kept.percent);
        document_close(&document);
    }
    document_memory_release(&memory);
    arena_release(&scratch);
    return set;
}

void remembering_toggle_read(App *app, size_t entry)
{
    bool set;

    if (!keeper_keeps(&app->options.keeper, KEEPER_PLACES)) {
        app_say(app, ROLE_STATUS_INFO, "nothing is remembered: memory is off");
        return;
    }
    if (entry == app->entry && app->document.article)
        set = set_other_state(app, &app->memory.document, &app->document, entry, (unsigned)app_percent(app));
    else
        set = toggle_closed(app, entry);
    if (!set)
        app_say(app, ROLE_STATUS_INFO,
                "nothing is remembered of it: it has no name and does not say which article it is");
}
