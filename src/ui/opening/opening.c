/* Opening an entry of the library closes the one that is open; where the reader was in it is kept. */
#include "ui/opening/opening.h"

#include "article/page_address.h"
#include "library/path_completion.h"
#include "ui/state/geometry.h"
#include "ui/state/list_find.h"
#include "ui/opening/pages.h"
#include "ui/opening/remembering.h"
#include "ui/state/places.h"
#include "ui/opening/streaming.h"

static void keep_place(App *app)
{
    KeptPlace *kept;

    if (!app->document.article)
        return;
    remembering_save(app);
    while (app->places.count <= app->entry)
        ARRAY_PUSH(&app->arena, app->places, (KeptPlace){0});
    kept = &app->places.items[app->entry];
    if (!kept->place)
        kept->place = ARENA_NEW(&app->arena, PlaceWords);
    place_words_take(kept->place, &app->document);
    if (app->document.analysis && !document_is_known_in_part(&app->document))
        kept->quotation_count = app->document.listed.speech_count;
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

static size_t entry_of(const Library *library, Text path)
{
    for (size_t i = 0; i < library->entries.count; i++) {
        if (text_equal(library->entries.items[i].path.text, path))
            return i;
    }
    return NO_INDEX;
}

/* Only the start of it is here: how to get it is said, or it is got, once. */
static void tell_excerpt(App *app)
{
    Arena scratch = {0};
    Text keys = keymap_keys_of(&app->config->keymap, CONTEXT_ALL, ACTION_FULL_TEXT, 1, &scratch);

    if (app->config->full_text == FULL_TEXT_ALWAYS &&
        entry_of(app->library, article_field(app->document.article, FIELD_URL)) == NO_INDEX)
        app_ask_full_text(app);
    else if (app->failure.problems.count == 0)
        app_say(app, ROLE_STATUS_INFO, "only the start of the article is here; %.*s gets all of it", TEXT_ARGS(keys));
    arena_release(&scratch);
}

void app_tell_page(App *app)
{
    const Article *article = app->document.article;
    bool told = app->failure.problems.count > 0;
    Text what = {0};

    if (!article || document_may_grow(&app->document))
        return;
    if (article->is_excerpt)
        tell_excerpt(app);
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

/* Where the reader left it in this session, in the text that it has now. */
static void go_on(App *app, size_t entry)
{
    const PlaceWords *left = entry < app->places.count ? app->places.items[entry].place : NULL;
    DocumentPlace here;
    bool found;

    if (!left || !app->document.article) {
        remembering_begin(app, NULL);
        return;
    }
    found = place_words_find(left, &app->document, &here);
    remembering_begin(app, &here);
    if (!found)
        app_say(app, ROLE_STATUS_INFO,
                "the text has changed: what you read last is not in it any more, it was about here");
}

static void begin_lists(App *app, size_t entry)
{
    app->lists[PANE_LIBRARY].selected = entry;
    app->lists[PANE_QUOTES] = (ListView){0};
    app->lists[PANE_ENTITIES] = (ListView){0};
    app->lists[PANE_NOTES] = (ListView){0};
    app->noting.is_read = false;
}

void app_open(App *app, size_t entry)
{
    const LibraryEntry *wanted = &app->library->entries.items[entry];
    const File *stream = NULL;
    bool show_indirect = app->document.listed.show_indirect, show_scare = app->document.listed.show_scare, opened;

    document_show_article(&app->document);
    keep_place(app);
    document_close(&app->document);
    arena_reset(&app->failure_arena);
    report_init(&app->failure, &app->failure_arena, library_name(app->library, entry));
    app->entry = entry;
    app->left_at = NO_OFFSET;
    if (app->find.target.list != &app->lists[PANE_LIBRARY])
        list_find_end(app);
    begin_lists(app, entry);
    if (wanted->stream)
        stream = library_stream(app->library, entry, app->options.wait ? STREAM_IS_AWAITED : STREAM_IS_WATCHED,
                                app->options.wait, &app->failure);
    opened = (stream || !wanted->stream) && document_open(&app->document, wanted->path.text, stream, app->options.form,
                                                          app->options.charset, &app->failure);
    app->document.models = app->options.models;
    app->document.listed.show_indirect = show_indirect; /* the reader's choice holds for all articles */
    app->document.listed.show_scare = show_scare;
    streaming_begin(app);
    app->pages.coming = app->pages.coming || wanted->is_page;
    if (opened && app->document.ended)
        library_note(app->library, entry, app->document.article);
    report_sort(&app->failure);
    app->change = (ChangeWatch){.looked_ms = app->now_ms};
    if (opened)
        go_on(app, entry);
    if (opened)
        message_say_first_problem(&app->message, &app->failure);
    if (opened)
        app_tell_page(app);
    if (app->rows)
        app_resize(app, app->rows, app->columns);
}

/* What cannot be read now is not lost for that: it stays as it was read, and why is said. */
static bool can_be_read(App *app)
{
    Arena scratch = {0};
    Report report;
    File file;
    bool good;

    report_init(&report, &scratch, library_name(app->library, app->entry));
    good = file_open(&file, path_string(app->library->entries.items[app->entry].path), &report);
    if (good)
        file_close(&file);
    else
        app_say(app, ROLE_STATUS_WARNING, "the text stays as it was read; %.*s: %.*s", TEXT_ARGS(report.path),
                TEXT_ARGS(report_first(&report)->message));
    arena_release(&scratch);
    return good;
}

void app_reload(App *app)
{
    document_show_article(&app->document);
    if (app->document.article && !can_be_read(app))
        return;
    app->message.role = ROLE_NONE;
    app_open(app, app->entry);
    if (!app->document.article || !app->document.layout)
        return;
    if (app->failure.problems.count == 0 && !app->message.role)
        app_say(app, ROLE_STATUS_INFO, "read again");
}

void app_look_for_change(App *app)
{
    enum { PAUSE_MS = 1000 };
    Arena scratch = {0};
    FileStamp now;
    Text keys;

    if (!app->document.article || app->document.stream || app->message.role || app->prompt.line.kind || app->popup.id ||
        app->now_ms < app->change.looked_ms + PAUSE_MS)
        return;
    app->change.looked_ms = app->now_ms;
    if (!file_stamp(path_string(app->document.path), &now) || file_stamp_equal(now, app->document.stamp) ||
        file_stamp_equal(now, app->change.told))
        return;
    app->change.told = now;
    keys = keymap_keys_of(&app->config->keymap, CONTEXT_ALL, ACTION_RELOAD, 1, &scratch);
    app_say(app, ROLE_STATUS_INFO, "the file has changed since it was read; %.*s reads it again", TEXT_ARGS(keys));
    arena_release(&scratch);
}

/* ---- what is named ---- */

static void say_not_opened(App *app, Text name, Text why)
{
    app_say(app, ROLE_STATUS_ERROR, "%.*s: %.*s",
            TEXT_ARGS(text_slice(name, (Range){text_folder_size(name), name.size})), TEXT_ARGS(why));
}

/* It is read once more when it is opened. */
static bool is_readable(const App *app, Path path, Report *report)
{
    Document trial;
    bool good = document_open(&trial, path.text, NULL, app->options.form, app->options.charset, report);

    document_close(&trial);
    return good;
}

static void open_file(App *app, Path path, Report *report)
{
    size_t entry = entry_of(app->library, path.text), count = app->library->entries.count;

    if (path_is_stream(path) || file_is_stream(path_string(path))) {
        say_not_opened(app, path.text, TEXT("what comes as a stream is named when quoin is started"));
        return;
    }
    if (entry == NO_INDEX && (path_is_folder(path) || is_readable(app, path, report)) &&
        library_add(app->library, path.text, report))
        entry = count;
    if (entry != NO_INDEX && entry < app->library->entries.count)
        app_open(app, entry);
    else
        say_not_opened(app, path.text, report_first(report)->message);
}

static void open_page(App *app, Text typed, Arena *scratch)
{
    const char *why;
    Text address = page_address(scratch, typed, &why);

    if (address.size)
        pages_ask(app, address);
    else
        app_say(app, ROLE_STATUS_ERROR, "%.*s: %s", TEXT_ARGS(typed), why);
}

void app_open_named(App *app, Text typed)
{
    Text trimmed = text_trim(typed);
    Arena scratch = {0};
    Report report;
    Path path;

    report_init(&report, &scratch, typed);
    path = path_copy(&scratch, path_meant(&scratch, typed, app->options.home));
    if (!path_exists(path))
        path = path_copy(&scratch, path_meant(&scratch, trimmed, app->options.home));
    if (is_page_address(trimmed))
        open_page(app, trimmed, &scratch);
    else if (!path_exists(path) && address_advice(&scratch, trimmed).size)
        app_say(app, ROLE_STATUS_ERROR, "%.*s: no such file; %.*s", TEXT_ARGS(trimmed),
                TEXT_ARGS(address_advice(&scratch, trimmed)));
    else if (path.text.size)
        open_file(app, path, &report);
    else
        app_say(app, ROLE_STATUS_INFO, "name a file or an address: open NAME");
    arena_release(&scratch);
}

void app_ask_full_text(App *app)
{
    Text url = app->document.article ? article_field(app->document.article, FIELD_URL) : (Text){0};
    Arena scratch = {0};

    if (url.size)
        open_page(app, url, &scratch);
    else
        app_say(app, ROLE_STATUS_INFO, "no address is known where the whole text would be");
    arena_release(&scratch);
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
