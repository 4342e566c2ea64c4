/*
 * An article that comes in pieces, in the reader without a terminal: whatever the pieces are, what is there at the end is what a file of the same
 * bytes is; and meanwhile the place is kept, or the end followed, and no more is analysed than that pays.
 */
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "base/unicode/unicode.h"
#include "canvas_text.h"
#include "fuzz/played_reader.h"
#include "random.h"
#include "tap.h"

enum { PIECE_MOST = 4096 };

static PlayedReader reader;
static int writing; /* where the test writes; -1: closed */

static void begin(void)
{
    int ends[2];

    if (pipe(ends) != 0)
        tap_bail_out("no pipe can be made");
    writing = ends[1];
    played_reader_open_stream(&reader, ends[0], CHARSET_UTF8);
    reader.now_ms = 1000;
}

static void finish(void)
{
    if (writing >= 0)
        (void)close(writing);
    played_reader_close(&reader);
}

/* As the loop does, so many milliseconds long. */
static void pass(int64_t for_ms)
{
    for (int64_t end_ms = reader.now_ms + for_ms;;) {
        int timeout_ms = app_timeout_ms(&reader.app, reader.now_ms);

        if (timeout_ms == 0)
            (void)app_tick(&reader.app, reader.now_ms);
        else if (timeout_ms < 0 || reader.now_ms + timeout_ms > end_ms)
            break;
        else
            reader.now_ms += timeout_ms;
        played_reader_rest(&reader);
    }
    reader.now_ms += for_ms;
    played_reader_rest(&reader);
    played_reader_check(&reader);
}

static void send(Text piece)
{
    if (write(writing, piece.bytes, piece.size) != (ssize_t)piece.size)
        tap_bail_out("nothing can be written to a pipe");
    streaming_take(&reader.app, reader.now_ms);
}

static void send_end(void)
{
    (void)close(writing);
    writing = -1;
    streaming_take(&reader.app, reader.now_ms);
    pass(0);
}

static void type(const char *keys)
{
    for (; *keys; keys++)
        played_reader_type(&reader, (Key){(uint32_t)*keys, 0});
}

static bool shows(const char *words)
{
    Arena arena = {0};
    bool found;

    played_reader_check(&reader);
    found = text_find(canvas_to_text(&arena, &reader.canvas, false), text_from(words), 0) != TEXT_NOT_FOUND;
    arena_release(&arena);
    return found;
}

static const Article *article(void)
{
    return reader.app.document.article;
}

/* ---- any pieces ---- */

static Text screen(PlayedReader *of, Arena *arena)
{
    played_reader_rest(of);
    played_reader_check(of);
    return arena_copy(arena, canvas_to_text(arena, &of->canvas, true));
}

static bool same_screens(PlayedReader *other, const char *keys)
{
    Arena arena = {0};
    bool same = true;

    for (; same && *keys; keys++) {
        played_reader_type(&reader, (Key){(uint32_t)*keys, 0});
        played_reader_type(other, (Key){(uint32_t)*keys, 0});
        same = text_equal(screen(&reader, &arena), screen(other, &arena));
    }
    arena_release(&arena);
    return same;
}

/* Pieces of any size with any time between them; one that is cut in a character is, too. */
static void send_in_pieces(Text text, size_t most)
{
    for (size_t at = 0, size; at < text.size; at += size) {
        size = 1 + random_below(most);
        size = size < text.size - at ? size : text.size - at;
        send(text_slice(text, (Range){at, at + size}));
        if (random_below(3) == 0)
            pass((int64_t)random_below(400));
    }
    send_end();
}

static void try_text(const char *name, Text text)
{
    static PlayedReader whole;
    bool same = true;

    for (size_t most = 7; same && most <= PIECE_MOST; most *= 8) {
        if (text.size / most > 2000)
            continue;
        begin();
        send_in_pieces(text, most);
        played_reader_open(&whole, text, PLAYED_ALONE, CHARSET_UTF8);
        same = same_screens(&whole, "g.G,u*");
        played_reader_close(&whole);
        finish();
    }
    ok(same, "%s, in pieces, is what it is as a whole", name);
}

static void test_pieces(void)
{
    static const struct {
        const char *name;
        Text text;
    } shapes[] = {
        {"plain text",
         LITERAL("A title\n\nBy A. Writer\n\n“We will go,” said Ines Caldeira. “All of us.”\n\nThe end.\n")},
        {"YAML", LITERAL("title: A title\nbody:\n  - “We will go,” said Ines Caldeira.\n  - The end.\n")},
        {"JSON", LITERAL("{\"title\": \"A title\", \"body\": [\"“We will go,” said Ines Caldeira.\"]}")},
        {"YAML that is broken", LITERAL("title: [\n")},
        {"blanks", LITERAL(" \n\n")},
        {"nothing", LITERAL("")},
        {"a mark of UTF-8", LITERAL("\xEF\xBB\xBF“We will go,” said Ines Caldeira.")},
        {"windows-1252", LITERAL("\x93We will go,\x94 said Zo\xEB Caldeira. It costs \x80 5.")},
        {"UTF-16", LITERAL("\xFF\xFEI\0t\0 \0w\0a\0s\0 \0l\0a\0t\0e\0.\0\n\0\n\0\x1C I\0\x1D \0.\0")},
        {"a NUL", LITERAL("It was\0 late.\n\n“I go,” said Ines Caldeira.\n")},
        {"something compressed", LITERAL("\x1F\x8B\x08\0\0\0\0\0\0\x03\x4B\x4C\x4A")},
        {"a character that is cut off", LITERAL("It is caf\xC3\xA9 \xE2\x82")},
    };
    Arena arena = {0};

    for (size_t i = 0; i < COUNT_OF(shapes); i++)
        try_text(shapes[i].name, shapes[i].text);
    try_text("an article with everything", played_article(&arena, 40));
    try_text("an article of 200 KB", played_article(&arena, 1400));
    arena_release(&arena);
}

/* Keys and pieces in any order: what must hold, holds (played_reader_check). */
static void test_keys_meanwhile(void)
{
    enum { SCRIPT = 64 };
    Arena arena = {0};
    Text text = played_article(&arena, 200);
    size_t rounds = torture_is_long() ? 2000 : 20, keys = 0;

    for (size_t round = 0; round < rounds; round++) {
        begin();
        for (size_t at = 0, size; at < text.size; at += size) {
            char bytes[SCRIPT];
            Choices script = {{bytes, random_below(SCRIPT)}};

            size = 1 + random_below(PIECE_MOST);
            size = size < text.size - at ? size : text.size - at;
            send(text_slice(text, (Range){at, at + size}));
            for (size_t i = 0; i < script.left.size; i++)
                bytes[i] = (char)random_below(256);
            while (reader.library.entries.items[0].stream->descriptor >= 0 && played_reader_press(&reader, &script))
                keys++;
            if (reader.library.entries.items[0].stream->descriptor < 0)
                break; /* it was told to read no further */
            pass((int64_t)random_below(300));
        }
        if (reader.library.entries.items[0].stream->descriptor >= 0)
            send_end();
        played_reader_rest(&reader);
        played_reader_check(&reader);
        finish();
    }
    ok(keys > rounds, "%zu keys while a text comes in pieces", keys);
    arena_release(&arena);
}

/* ---- the first screen ---- */

static void test_first_screen(void)
{
    begin();
    ok(shows("Waiting for the text") && shows("waiting…"), "nothing has come: that is said");
    type("?");
    ok(shows("type to filter"), "keys work from the first moment");
    played_reader_type(&reader, (Key){KEY_SPECIAL_ESCAPE, 0});
    send(TEXT("“We will go,” said Ines Caldeira.\n"));
    pass(50);
    ok(!article(), "what has come is not shown at once");
    pass(60);
    ok(shows("“We will go,” said Ines") && shows("reading… 38 bytes"), "it is after 100 ms of silence");
    send_end();
    ok(shows("“We will go,” said Ines") && !shows("reading…"), "the end is shown at once");
    finish();

    begin();
    for (int line = 0; line < 24; line++)
        send(TEXT("A line.\n\n"));
    ok(app_timeout_ms(&reader.app, reader.now_ms) == 0, "so is a screenful");
    pass(0);
    ok(shows("A line.") && document_may_grow(&reader.app.document), "while more may come");
    finish();

    begin();
    send(TEXT("title: A title\nbody:\n  - One.\n"));
    pass(500);
    ok(!article() && shows("reading… 30 bytes"), "the YAML form is waited for");
    send(TEXT("  - Two.\n"));
    send_end();
    ok(shows("A title") && shows("Two."), "and shown when it is all");
    finish();
}

/* ---- the place ---- */

static void send_lines(int first, int last)
{
    char line[64];

    for (; first <= last; first++) {
        (void)snprintf(line, sizeof line, "Paragraph %d of it.\n\n", first);
        send(text_from(line));
    }
    pass(2000);
}

static void test_place(void)
{
    size_t place;

    begin();
    send_lines(1, 60);
    ok(shows("Paragraph 1 of"), "the beginning is shown");
    type("   ");
    place = reader.app.document.top_offset;
    ok(place > 0 && !shows("Paragraph 1 of"), "three pages further");
    send_lines(61, 200);
    ok(reader.app.document.top_offset == place, "the place is kept while more comes");
    type("G");
    ok(shows("Paragraph 200 of"), "the end");
    send_lines(201, 203);
    ok(shows("Paragraph 203 of"), "the end is followed");
    type("k");
    send_lines(204, 210);
    ok(!shows("Paragraph 210 of"), "not any more after another key");
    type("G");
    played_reader_resize(&reader, 30, 100);
    send_lines(211, 212);
    ok(shows("Paragraph 212 of"), "followed after a change of size too");
    type("/Paragraph 21\r");
    pass(0);
    ok(reader.app.document.search.matches.count == 4, "matches are counted");
    send_lines(213, 215);
    ok(reader.app.document.search.matches.count == 7, "and those that come later, too");
    send_end();
    ok(shows("Paragraph 21"), "the end comes");
    finish();
}

/* The source is of what had come when it was asked for. */
static void test_source(void)
{
    begin();
    send(TEXT("The first paragraph\nis of two lines.\n\n"));
    pass(110);
    type("zv");
    ok(document_shows_source(&reader.app.document) && shows("is of two lines."), "the source of what has come");
    send(TEXT("The second paragraph.\n"));
    pass(2000);
    ok(!shows("The second paragraph"), "stays as it is while it is shown");
    send_end();
    ok(!shows("The second paragraph"), "also at the end");
    type("zv");
    pass(0);
    ok(shows("The second paragraph") && !document_may_grow(&reader.app.document), "the article has all of it");
    type("zv");
    ok(shows("The second paragraph"), "and then its source");
    finish();
}

/* ---- what is found in it ---- */

static void test_analysis(void)
{
    const Document *document = &reader.app.document;
    const Analysis *first;
    size_t analyses = 0;

    begin();
    send(TEXT("“We will go,” said Ines Caldeira.\n\n"));
    pass(110);
    ok(document->analysis && document->analysis->quotes.count == 1, "the first quotation is found");
    type(".");
    first = document->analysis;
    for (int i = 0; i < 200; i++) { /* never silent */
        const Analysis *before = document->analysis;

        send(TEXT("“It is late,” said Peter Holm.\n\n"));
        pass(40);
        analyses += document->analysis != before;
    }
    ok(analyses >= 3 && analyses <= 10, "%zu analyses while 200 more come", analyses);
    pass(1000);
    ok(document->analysis != first && document->analysis->quotes.count == 201, "all when nothing comes any more");
    ok(document_current_quote(document) == 0, "the selected quotation is still selected");
    finish();
}

/* The file of notes is found by a key that all of the article tells. */
static void test_notes(void)
{
    begin();
    send(TEXT("“We will go,” said Ines Caldeira.\n\n"));
    pass(110);
    type(".a");
    ok(reader.app.prompt.line.kind == PROMPT_NONE && !reader.app.noting.is_read && shows("^C ends its reading here"),
       "a note waits for the end, and that is said");
    send_end();
    pass(10);
    type("a");
    ok(reader.app.prompt.line.kind == PROMPT_NOTE && reader.app.noting.is_read, "then it can be written");
    finish();
}

static void test_end_of_reading(void)
{
    ssize_t written;

    (void)signal(SIGPIPE, SIG_IGN);
    begin();
    send(TEXT("“We will go,” said Ines Caldeira.\n\nThe next para"));
    pass(110);
    send(TEXT("graph is here.\n"));
    played_reader_type(&reader, (Key){'c', MODIFIER_CTRL});
    ok(shows("read no further") && shows("The next paragraph is here."), "Ctrl-C ends the reading and keeps the text");
    written = write(writing, "x", 1);
    ok(written < 0 && errno == EPIPE, "and who writes is told");
    type(".");
    ok(document_current_quote(&reader.app.document) == 0, "keys work on");
    played_reader_type(&reader, (Key){'c', MODIFIER_CTRL});
    ok(shows("nothing is coming"), "once more: there is nothing to end");
    finish();

    begin();
    ok(app_key(&reader.app, (Key){'c', MODIFIER_CTRL}, reader.now_ms) == EFFECT_QUIT,
       "where nothing has come, it quits");
    finish();
}

/* More than may come, without a line end; what came is kept, and that it goes on is told. */
static void test_too_much(void)
{
    static char bytes[64 * 1024];
    size_t sent = 0;

    memset(bytes, 'a', sizeof bytes);
    begin();
    send(TEXT("“We will go,” said Ines Caldeira.\n\n"));
    while (reader.library.entries.items[0].stream->descriptor >= 0) {
        send((Text){bytes, sizeof bytes});
        sent += sizeof bytes;
    }
    ok(sent < (size_t)MOST_STREAM_BYTES + 2 * sizeof bytes, "no more than the limit is read");
    (void)app_tick(&reader.app, reader.now_ms);
    ok(shows("more than 64 MiB") && shows("“We will go,”"), "that it is too long is told, and what came is kept");
    ok(reader.app.failure.problems.count == 1, "told once");
    finish();
}

int main(void)
{
    printf("# SEED=%lu\n", random_begin(20));
    (void)unicode_init("C.UTF-8");
    test_first_screen();
    test_place();
    test_source();
    test_analysis();
    test_notes();
    test_end_of_reading();
    test_too_much();
    test_pieces();
    test_keys_meanwhile();
    return tap_done();
}
