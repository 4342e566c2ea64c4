/*
 * The source of an article, shown in place of it: what stands in both is found in both, and the place is kept; a file that is another one by now is
 * told, and the article stays.
 */
#include <unistd.h>

#include "formats/markdown/markdown_blocks.h"
#include "random.h"
#include "ui/actions/actions.h"
#include "ui/reader.h"
#include "page_reader.h"
#include "vectors.h"

/* ---- a document ---- */

typedef struct Opened {
    Arena arena;
    Document document;
    Report report;
} Opened;

static bool open_path(Opened *opened, const char *path)
{
    *opened = (Opened){.arena = {0}};
    report_init(&opened->report, &opened->arena, text_from(path));
    return document_open(&opened->document, text_from(path), NULL, (InputForm){0}, CHARSET_UTF8, &opened->report);
}

static void close_opened(Opened *opened)
{
    document_close(&opened->document);
    arena_release(&opened->arena);
}

/* Letters of the body, but for a dateline that is a field of its own: how many there are, how many are found in the source and from there again, and
 * how many of those are another letter there. */
typedef struct Found {
    size_t letters, found, wrong;
} Found;

static void count_found(Document *document, Found *found)
{
    Text text = document->article->text, source;

    (void)article_index(document->shown, SIZE_MAX - 1);
    source = document->shown->text;
    for (size_t i = 1; i < text.size; i++) { /* 0 is the top of either */
        size_t at = document_shown_offset(document, i), back;

        if (!ascii_is_alpha(text.bytes[i]) || range_contains(document->article->dateline, i) ||
            block_is_in_head(document->article->blocks.items[article_block_at(document->article, i)].kind))
            continue;
        found->letters++;
        back = at < source.size ? document_text_at(document, at) : NO_OFFSET;
        if (back != i)
            continue;
        found->found++;
        found->wrong += source.bytes[at] != text.bytes[i] && !strchr("\\&_", source.bytes[at]); /* signs stand for it */
    }
}

static void test_letters_of(const char *folder, const char *start, const char *suffix)
{
    Found found = {.letters = 0};
    char path[VECTOR_PATH];
    VectorNames names;

    vector_list(&names, folder, start, suffix);
    for (size_t i = 0; i < names.count; i++) {
        Opened opened;

        vector_path(path, folder, names.names[i]);
        if (open_path(&opened, path)) {
            (void)article_index(opened.document.article, SIZE_MAX - 1);
            if (ok(document_show_source(&opened.document, &opened.report), "%s has a source", names.names[i]))
                count_found(&opened.document, &found);
        }
        close_opened(&opened);
    }
    vector_list_release(&names);
    ok(found.letters > 0 && found.wrong == 0, "%s/%s*%s: %zu letters, none is another one in the source", folder, start,
       suffix, found.letters);
    ok(found.found == found.letters, "%zu of them are found there and back", found.found);
}

/* ---- places ---- */

static void test_places_of(const char *folder, const char *name)
{
    enum { PLACES = 20, STEP = 7 };
    char path[VECTOR_PATH];
    bool same = true, moved = true;
    Opened opened;
    Document *document = &opened.document;

    vector_path(path, folder, name);
    if (!ok(open_path(&opened, path), "%s is opened", name))
        return;
    for (int i = 0; i < PLACES; i++) {
        size_t before, after;

        document_measure(document, 60, LINKS_PLAIN);
        document->top_offset = document_position_offset(
            document, layout_locate(document->layout, random_below(document->article->text.size)));
        before = document->marks['a'] = document->top_offset;
        document->marks['b'] = NO_OFFSET;
        if (!document_show_source(document, &opened.report))
            break;
        document_measure(document, 60 + i, LINKS_PLAIN);
        document_show_article(document);
        same = same && document->top_offset == before && document->marks['a'] == before;
        (void)document_show_source(document, &opened.report);
        document_measure(document, 90, LINKS_PLAIN);
        (void)layout_move(document->layout, &document->top, STEP);
        document->top_offset = document_position_offset(document, document->top);
        document->marks['b'] = document->top_offset;
        document_show_article(document);
        after = document->top_offset;
        moved = moved && after == document->marks['b'] && after + 200 >= before && after <= before + 1000;
    }
    ok(same, "%s: there and back is the same place", name);
    ok(moved, "%s: the line of the source that it is on is near by", name);
    close_opened(&opened);
}

/* ---- files ---- */

static void temporary(char *path, const char *name)
{
    const char *folder = getenv("BUILDDIR");

    (void)snprintf(path, VECTOR_PATH, "%s/tests/source_view_%ld_%s", folder ? folder : ".", (long)getpid(), name);
}

static void write_file(const char *path, Text text)
{
    FILE *file = fopen(path, "wb");

    ok(file && fwrite(text.bytes, 1, text.size, file) == text.size && fclose(file) == 0, "a file is written");
}

static const char story[] = "The ferry\n\nBy Jane Doe\n\n\"We will go,\" said John Smith on\nthe quay.\n";

static void test_changed(void)
{
    char path[VECTOR_PATH], other[VECTOR_PATH];
    Opened opened;

    temporary(path, "changed.txt");
    temporary(other, "other.txt");
    write_file(path, TEXT(story));
    ok(open_path(&opened, path) && document_show_source(&opened.document, &opened.report) &&
           document_shows_source(&opened.document),
       "a file that stays has its source");
    document_show_article(&opened.document);
    write_file(other, TEXT("The ferrY\n\nBy Jane Doe\n\n\"We will go,\" said John Smith on\nthe quay.\n"));
    ok(rename(other, path) == 0, "it is replaced");
    ok(!document_show_source(&opened.document, &opened.report) && !document_shows_source(&opened.document) &&
           text_find(report_first(&opened.report)->message, TEXT("has changed"), 0) != TEXT_NOT_FOUND,
       "one that was replaced has none: that is told");
    ok(unlink(path) == 0 && !document_show_source(&opened.document, &opened.report) &&
           opened.document.shown == opened.document.article,
       "nor has one that is gone");
    close_opened(&opened);
}

/* The YAML form is kept; what is decoded is so again. */
static void test_kept(void)
{
    static const struct {
        const char *name, *bytes, *shown;
        bool gone;
    } cases[] = {
        {"old.txt", "Caf\xE9 closes\n\nIt is \x93shut\x94.\n", "Café closes\n\nIt is “shut”.\n", false},
        {"form.yaml", "title: A\nbody:\n- >-\n  One\n  two\n", "title: A\nbody:\n- >-\n  One\n  two\n", true},
    };

    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        char path[VECTOR_PATH];
        Opened opened;

        temporary(path, cases[i].name);
        write_file(path, text_from(cases[i].bytes));
        ok(open_path(&opened, path) && (!cases[i].gone || unlink(path) == 0), "%s is opened%s", cases[i].name,
           cases[i].gone ? ", and gone" : "");
        ok(document_show_source(&opened.document, &opened.report), "its source is there");
        (void)article_index(opened.document.shown, SIZE_MAX - 1);
        ok(text_equal(opened.document.shown->text, text_from(cases[i].shown)), "as it was read");
        close_opened(&opened);
        (void)unlink(path);
    }
}

/* A long file is read as far as it is looked at, in the source too. */
static void test_long(void)
{
    enum { LINES = 400 * 1000, NEAR_BYTES = 1024 * 1024 };
    char path[VECTOR_PATH];
    Opened opened;
    Document *document = &opened.document;
    size_t size;
    FILE *file;

    temporary(path, "long.txt");
    file = fopen(path, "wb");
    for (int i = 0; file && i < LINES; i++)
        (void)fprintf(file, "The tide of line %d was late, and the boat went on.\n%s", i, i % 5 ? "" : "\n");
    ok(file && fclose(file) == 0, "a long file is written");
    ok(open_path(&opened, path), "it is opened");
    document_measure(document, 80, LINKS_PLAIN);
    ok(document_show_source(document, &opened.report), "its source is shown");
    document_measure(document, 80, LINKS_PLAIN);
    size = article_size(document->shown);
    ok(layout_line(document->layout, document->top)->range.end > 0 && document->shown->text.size < NEAR_BYTES &&
           document->article->text.size < NEAR_BYTES && size > 20 * (size_t)NEAR_BYTES,
       "of %zu bytes %zu are read", size, document->shown->text.size);
    document->top = layout_last(document->layout);
    document->top_offset = document_position_offset(document, document->top);
    document_show_article(document);
    ok(text_find(text_slice(document->article->text, (Range){document->top_offset, SIZE_MAX}), TEXT("line 399999"),
                 0) != TEXT_NOT_FOUND,
       "its last line is at the article's end");
    close_opened(&opened);
    (void)unlink(path);
}

/* ---- the reader ---- */

static bool no_theme(void *context, Arena *arena, Text id, Text *source, Text *path, Text *why)
{
    (void)context;
    (void)arena;
    (void)id;
    (void)source;
    (void)path;
    *why = (Text){0};
    return false;
}

static bool says(const App *app, const char *words)
{
    return app->message.role && text_find(text_from(app->message.bytes), text_from(words), 0) != TEXT_NOT_FOUND;
}

static void press(App *app, ActionId action)
{
    bool changed;

    app->message.role = ROLE_NONE;
    (void)app_run(app, action, 0, 0);
    while (app_work(app, &changed))
        ;
    app_settle(app);
}

/* What the file says now is not what is read: that is told, and the article stays until it is read again. */
static void test_told(void)
{
    char path[VECTOR_PATH];
    Arena arena = {0};
    Library library;
    Config config;
    Report report;
    App app;

    temporary(path, "told.txt");
    write_file(path, TEXT(story));
    config_init(&config, &arena);
    library_init(&library, &arena);
    report_init(&report, &arena, text_from(path));
    ok(library_add(&library, text_from(path), &report), "a library");
    app_init(&app, &(AppOptions){.config = &config, .library = &library, .themes = {no_theme, NULL}});
    app_resize(&app, 10, 60);
    press(&app, ACTION_TOGGLE_SOURCE);
    ok(document_shows_source(&app.document) && app.message.role == ROLE_NONE, "the source is shown");
    press(&app, ACTION_NEXT_QUOTE);
    ok(document_current_quote(&app.document) == 0 && app.document.listed.count == 1,
       "its quotations are the article's");
    write_file(path, TEXT("The quay\n\nBy Jane Doe\n\n\"No.\"\n"));
    press(&app, ACTION_RELOAD);
    ok(!document_shows_source(&app.document) && says(&app, "read again"), "R reads the article again");
    write_file(path, TEXT(story));
    press(&app, ACTION_TOGGLE_SOURCE);
    ok(!document_shows_source(&app.document) && says(&app, "has changed"), "the file has changed: %s",
       app.message.bytes);
    ok(unlink(path) == 0, "it is removed");
    press(&app, ACTION_TOGGLE_SOURCE);
    ok(!document_shows_source(&app.document) && says(&app, "No such file"), "it is gone: %s", app.message.bytes);
    app_release(&app);
    arena_release(&arena);
}

int main(void)
{
    printf("# seed %lu\n", random_begin(1));
    test_letters_of("articles", "", ".yaml");
    test_letters_of("tests/vectors/articles", "good", ".yaml");
    test_letters_of("tests/vectors/articles", "good-escaped",
                    ".json"); /* exports have HTML in JSON, which has no places */
    test_letters_of("tests/vectors/articles", "good-plain", ".json");
    test_letters_of("tests/vectors/articles", "good", ".txt");
    if (markdown_is_built())
        test_letters_of("tests/vectors/articles", "good", ".md");
    else
        tap_skip("built without md4c");
    use_built_page_reader();
    if (HTML_IS_READ)
        test_letters_of("tests/vectors/articles", "good", ".html");
    test_letters_of("tests/screens", "", ".txt");
    test_places_of("articles", "00-start-here.yaml");
    test_places_of("tests/screens", "source.txt");
    test_changed();
    test_kept();
    test_long();
    test_told();
    return tap_done();
}
