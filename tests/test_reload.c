/* A file that is another one by now, or gone, while somebody reads it: the place is kept by its words, the text stays, what happened is told. */
#include <unistd.h>

#include "ui/actions/actions.h"
#include "ui/reader.h"
#include "vectors.h"

enum { PARAGRAPHS = 60 };

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

typedef struct Reader {
    char path[VECTOR_PATH];
    Arena arena;
    Library library;
    Config config;
    App app;
    int64_t now_ms;
} Reader;

/* So many paragraphs before, and the story without those from `left_out` on. */
static void write_story(Reader *reader, int before, int left_out)
{
    FILE *file = fopen(reader->path, "w");

    if (!file) {
        ok(false, "%s is written", reader->path);
        return;
    }
    (void)fputs("The harbor wall\n\n", file);
    for (int i = 0; i < before; i++)
        (void)fprintf(file, "What was added at the front, number %d, goes on for a line or two, so that all moves.\n\n",
                      i);
    for (int i = 0; i < PARAGRAPHS && i < left_out; i++)
        (void)fprintf(
            file, "Stone %d of the wall is laid. \"It holds number %d,\" said Ann Marr of the harbor office.\n\n", i, i);
    (void)fclose(file);
}

static void press(Reader *reader, const char *keys)
{
    KeySequence sequence;
    Text message;
    bool changed;

    if (!ok(key_sequence_parse(text_from(keys), &sequence, &reader->arena, &message), "keys %s", keys))
        return;
    for (int i = 0; i < sequence.count; i++)
        (void)app_key(&reader->app, sequence.keys[i], reader->now_ms += 2000);
    while (app_work(&reader->app, &changed))
        ;
    app_settle(&reader->app);
}

static bool says(const Reader *reader, const char *part)
{
    return reader->app.message.role && strstr(reader->app.message.bytes, part);
}

/* What stands on top of the screen. */
static bool top_is(const Reader *reader, const char *start)
{
    const Document *document = &reader->app.document;

    return document->article &&
           text_starts_with(text_slice(document->article->text, (Range){document->top_offset, SIZE_MAX}),
                            text_from(start));
}

static void begin(Reader *reader)
{
    Report report;

    *reader = (Reader){.arena = {0}};
    (void)snprintf(reader->path, sizeof reader->path, "%s/tests/reload.txt",
                   getenv("BUILDDIR") ? getenv("BUILDDIR") : ".");
    write_story(reader, 0, PARAGRAPHS);
    config_init(&reader->config, &reader->arena);
    library_init(&reader->library, &reader->arena);
    report_init(&report, &reader->arena, text_from(reader->path));
    ok(library_add(&reader->library, text_from(reader->path), &report), "a library");
    app_init(&reader->app,
             &(AppOptions){.config = &reader->config, .library = &reader->library, .themes = {no_theme, NULL}});
    app_resize(&reader->app, 12, 80);
}

static void end(Reader *reader)
{
    app_release(&reader->app);
    arena_release(&reader->arena);
    (void)unlink(reader->path);
}

static void test_place(void)
{
    static Reader reader;

    begin(&reader);
    press(&reader, "20G");
    ok(top_is(&reader, "Stone 19"), "paragraph 20");
    press(&reader, ".");
    press(&reader, "ma");
    write_story(&reader, 9, PARAGRAPHS);
    press(&reader, "R");
    ok(top_is(&reader, "Stone 19"), "what was added before it moves nothing: %s", reader.app.message.bytes);
    ok(says(&reader, "read again"), "and it is told");
    ok(document_current_quote(&reader.app.document) == 19, "the selected quotation is the same");
    press(&reader, "gg");
    press(&reader, "'a");
    ok(top_is(&reader, "Stone 19"), "a mark too");
    write_story(&reader, 0, 15);
    press(&reader, "R");
    ok(reader.app.document.article && says(&reader, "not in it any more"), "what is left out is told: %s",
       reader.app.message.bytes);
    end(&reader);
}

static void test_change(void)
{
    static Reader reader;

    begin(&reader);
    press(&reader, "j");
    ok(reader.app.message.role == ROLE_NONE, "nothing has changed");
    write_story(&reader, 3, PARAGRAPHS);
    press(&reader, "j");
    ok(says(&reader, "has changed since it was read; R"), "a change is told, with the key");
    press(&reader, "j");
    ok(reader.app.message.role == ROLE_NONE, "once");
    write_story(&reader, 4, PARAGRAPHS);
    press(&reader, "/");
    press(&reader, "<Esc>");
    ok(says(&reader, "has changed since it was read; R"), "another change too, when there is room for it");
    press(&reader, "R");
    press(&reader, "j");
    ok(reader.app.message.role == ROLE_NONE, "what was read again is as it was read");
    end(&reader);
}

static void test_gone(void)
{
    static Reader reader;

    begin(&reader);
    press(&reader, "20G");
    (void)unlink(reader.path);
    press(&reader, "R");
    ok(top_is(&reader, "Stone 19"), "the text stays");
    ok(says(&reader, "the text stays as it was read") && says(&reader, "No such file"), "that is told: %s",
       reader.app.message.bytes);
    press(&reader, ".");
    ok(document_current_quote(&reader.app.document) == 19, "one reads on");
    write_story(&reader, 2, PARAGRAPHS);
    press(&reader, "R");
    ok(top_is(&reader, "Stone 19") && says(&reader, "read again"), "until it is there again");
    end(&reader);
}

int main(void)
{
    test_place();
    test_change();
    test_gone();
    return tap_done();
}
