/*
 * Articles go on where they were left: at another width, under another name, after their text has changed. What cannot be read or written is told
 * once, and reading goes on; nothing is written before something was read.
 */
#include "sitting.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/unicode/unicode.h"
#include "memory/recent.h"
#include "tap.h"
#include "ui/opening/remembering.h"
#include "ui/state/places.h"

static Arena arena;
static Sitting sitting;

enum { PARAGRAPHS = 60 };

/* Paragraphs that all say something else. */
static void add_paragraphs(TextBuffer *text, const char *before, size_t first, size_t end)
{
    static const char *const names[] = {"Signe Aldous", "Peter Brandt", "Ines Farrow", "Tove Ackerby", "Marta Vell"};
    static const char *const things[] = {"the ferry", "the old mill",    "a bell", "the clock",
                                         "the weir",  "the harbor wall", "a lamp"};

    for (size_t i = first; i < end; i++)
        text_buffer_add(
            &arena, text,
            arena_printf(&arena,
                         "%sOn day %zu of the voyage %s saw %s from the deck, and wrote of it at length to the council "
                         "of town %zu, which had asked for nothing of the kind and answered in kind.\n\n",
                         before, i * 7 + 3, names[i % 5], things[i * 3 % 7], i * i % 97));
}

/* An article in the YAML form; `head` is its keys. */
static const char *yaml_of(const char *head, size_t first, size_t end)
{
    TextBuffer text = {0};

    text_buffer_add(&arena, &text, text_from(head));
    text_buffer_add(&arena, &text, TEXT("body:\n"));
    add_paragraphs(&text, "  - >-\n    ", first, end);
    return arena_terminated(&arena, text_buffer_text(&text));
}

static const char *plain_of(const char *head, size_t first, size_t end)
{
    TextBuffer text = {0};

    text_buffer_add(&arena, &text, text_from(head));
    add_paragraphs(&text, "", first, end);
    return arena_terminated(&arena, text_buffer_text(&text));
}

static const char *voyage(void)
{
    return yaml_of("id: voyage/1\ntitle: The voyage\n", 0, PARAGRAPHS);
}

static void open_one(const char *name, int columns)
{
    sitting_open(&sitting, columns, (const char *const[]){name, NULL});
}

static bool leave(void)
{
    Report report;

    report_init(&report, &arena, TEXT("left"));
    return sitting_leave(&sitting, &report);
}

static Text words_at(size_t offset)
{
    return arena_copy(&arena, text_slice(sitting.app.document.article->text, (Range){offset, offset + 30}));
}

/* At the top of the screen. */
static Text top_words(void)
{
    return words_at(sitting.app.document.top_offset);
}

/* Open, press keys, leave: the words at the top then. */
static Text read_to(const char *name, int columns, const char *keys)
{
    Text words;

    open_one(name, columns);
    sitting_type(&sitting, keys);
    words = top_words();
    (void)leave();
    return words;
}

static bool begins_with(const char *name, int columns, Text words)
{
    Text found = read_to(name, columns, "");

    if (!text_equal(found, words))
        printf("# \"%.*s\" instead of \"%.*s\"\n", TEXT_ARGS(found), TEXT_ARGS(words));
    return text_equal(found, words);
}

static bool is_told(const char *words)
{
    const Message *message = &sitting.app.message;

    return message->role != ROLE_NONE && strstr(message->bytes, words) != NULL;
}

/* ---- when something is written ---- */

static void test_nothing_before(void)
{
    sitting_put("a.yaml", voyage());
    open_one("a.yaml", 80);
    (void)leave();
    ok(access(sitting_path("state"), F_OK) != 0, "nothing is written by opening an article");
    open_one("a.yaml", 80);
    sitting_type(&sitting, "djjuk");
    sitting_type(&sitting, "gg");
    (void)leave();
    ok(access(sitting_path("state"), F_OK) != 0, "nor by coming back to its top");
    open_one("a.yaml", 80);
    sitting_clock += 5;
    (void)leave();
    ok(sitting_count("state") == 2, "what was open for some seconds was looked at");
    sitting_empty();
    sitting_remembers = false;
    sitting_put("a.yaml", voyage());
    (void)read_to("a.yaml", 80, "ddma");
    ok(access(sitting_path("state"), F_OK) != 0 && begins_with("a.yaml", 80, TEXT("The voyage\n\nOn day 3 of the vo")),
       "with --no-memory nothing is, and it begins at its top");
    sitting_remembers = true;
    sitting_empty();
}

static void test_while_reading(void)
{
    sitting_put("a.yaml", voyage());
    open_one("a.yaml", 80);
    ok(app_timeout_ms(&sitting.app, sitting.now_ms) == -1, "nothing is due");
    sitting_type(&sitting, "d");
    sitting_pass(&sitting, 9000);
    ok(sitting_count("state") == 0, "not at once after a key");
    sitting_pass(&sitting, 2000);
    ok(sitting_count("state") == 2, "but some seconds later");
    ok(app_timeout_ms(&sitting.app, sitting.now_ms) == -1, "once");
    (void)unlink(sitting_path("state/recent.yaml"));
    for (int i = 0; i < 12; i++) {
        sitting_type(&sitting, "j");
        sitting_pass(&sitting, 5500);
    }
    ok(sitting_count("state") == 2, "and each minute, while keys keep coming");
    (void)leave();
    sitting_empty();
}

/* ---- where it goes on ---- */

static void test_place(void)
{
    static const int widths[] = {46, 60, 120, 200};
    Text words;

    sitting_put("a.yaml", voyage());
    words = read_to("a.yaml", 80, "dddddj");
    ok(words.size == 30 && begins_with("a.yaml", 80, words), "it goes on where it was left");
    for (size_t i = 0; i < COUNT_OF(widths); i++)
        ok(begins_with("a.yaml", widths[i], words), "at %d columns", widths[i]);
    ok(rename(sitting_path("a.yaml"), sitting_path("b.yaml")) == 0 && begins_with("b.yaml", 80, words),
       "under another name");
    sitting_put("b.yaml", yaml_of("id: voyage/1\ntitle: The voyage, again\n", 0, PARAGRAPHS));
    ok(begins_with("b.yaml", 80, words), "with another title");
    sitting_put("b.yaml", yaml_of("id: voyage/2\ntitle: The voyage\n", 0, PARAGRAPHS));
    ok(begins_with("b.yaml", 80, TEXT("The voyage\n\nOn day 3 of the vo")),
       "another article that is alike begins at its top");
    sitting_empty();
}

static void test_changed(void)
{
    Text words;

    sitting_put("a.yaml", voyage());
    words = read_to("a.yaml", 80, "dddddd");
    sitting_put("a.yaml",
                yaml_of("id: voyage/1\ntitle: The voyage\nsubtitle: What the council was told\n", 3, PARAGRAPHS));
    ok(begins_with("a.yaml", 80, words), "after paragraphs before it are gone");
    sitting_put("a.yaml", yaml_of("id: voyage/1\ntitle: The voyage\n", 40, PARAGRAPHS));
    open_one("a.yaml", 80);
    ok(is_told("the text has changed") && sitting.app.document.top_offset > 0, "where it is gone itself, that is said");
    (void)leave();
    sitting_put("a.yaml", yaml_of("id: voyage/1\ntitle: Another one of that name\n", 40, PARAGRAPHS));
    ok(begins_with("a.yaml", 80, TEXT("Another one of that name\n\nOn d")),
       "two articles of one id: the other begins at its top");
    sitting_empty();
}

/* The words at the place are those of somebody else now: it is found by what is before it, not by another paragraph that is nearly the same. */
static void test_look_alike(void)
{
    const char *before = "id: x\ntitle: T\nbody:\n- First come the words of the mayor, which nobody had asked for.\n- ";
    TextBuffer text = {0};

    text_buffer_add(&arena, &text, text_from(before));
    text_buffer_add(&arena, &text, TEXT("The ferry was sold by Signe Aldous for 9 million.\n"));
    add_paragraphs(&text, "- ", 0, 30);
    sitting_put("a.yaml", arena_terminated(&arena, text_buffer_text(&text)));
    open_one("a.yaml", 80);
    app_show_offset(&sitting.app, text_find(sitting.app.document.article->text, TEXT("The ferry"), 0), ALIGN_TOP);
    app_settle(&sitting.app);
    (void)leave();
    text = (TextBuffer){0};
    text_buffer_add(&arena, &text, text_from(before));
    text_buffer_add(&arena, &text, TEXT("The ferry was sold by Peter Brandt for 9 million.\n- Here is another.\n"));
    text_buffer_add(&arena, &text, TEXT("- The ferry was sold by Signe Aldos for 19 million.\n"));
    add_paragraphs(&text, "- ", 0, 30);
    sitting_put("a.yaml", arena_terminated(&arena, text_buffer_text(&text)));
    ok(begins_with("a.yaml", 80, TEXT("The ferry was sold by Peter Br")), "no look-alike is taken for the place");
    sitting_empty();
}

static void test_plain_text(void)
{
    Text words;

    sitting_put("a.txt", plain_of("The voyage\n\n", 0, PARAGRAPHS));
    words = read_to("a.txt", 80, "dddddd");
    ok(begins_with("a.txt", 60, words), "a text that says nothing of itself is known by its content");
    ok(rename(sitting_path("a.txt"), sitting_path("copy.txt")) == 0 && begins_with("copy.txt", 60, words),
       "wherever it is");
    words = read_to("copy.txt", 80, "d");
    sitting_put("copy.txt", plain_of("The voyage\n\n", 2, PARAGRAPHS));
    ok(begins_with("copy.txt", 60, words), "edited, by the name of its file");
    (void)read_to("copy.txt", 60, "j");
    ok(sitting_count("state") == 2, "and it is remembered once");
    sitting_put("copy.txt", plain_of("Quite another text\n\n", 70, 70 + PARAGRAPHS));
    ok(begins_with("copy.txt", 60, TEXT("Quite another text\n\nOn day 493")),
       "another text in that file begins at its top");
    sitting_empty();
}

/* What lists say of texts that the list of the last ones does not name (any more), and that lie elsewhere now. */
static void test_plain_text_in_lists(void)
{
    sitting_put("a.txt", plain_of("The voyage\n\n", 0, PARAGRAPHS));
    sitting_put("b.md", plain_of("# Another voyage\n\n", 3, PARAGRAPHS));
    sitting_put("c.txt", plain_of("Not read\n\n", 5, PARAGRAPHS));
    (void)read_to("a.txt", 80, "dddddd");
    (void)read_to("b.md", 80, "dddddd");
    ok(unlink(sitting_path("state/recent.yaml")) == 0 && rename(sitting_path("a.txt"), sitting_path("d.txt")) == 0,
       "two texts were begun, and one was moved");
    sitting_open(&sitting, 80, (const char *const[]){"d.txt", "b.md", "c.txt", NULL});
    for (size_t i = 0; i < 3; i++) {
        (void)library_peek(&sitting.library, i);
        (void)remembering_look_up(&sitting.app, i);
    }
    for (size_t i = 0; i < 2; i++)
        ok(text_ends_with(remembering_label(&sitting.app, i, &arena), TEXT("%")), "a list knows text %zu", i);
    ok(remembering_label(&sitting.app, 2, &arena).size == 0, "and that nobody read the third");
    (void)leave();
    sitting_empty();
}

/* What is known by its text alone has another name once that is edited; its notes come along. */
static void test_notes_of_edited_text(void)
{
    sitting_put("a.txt", plain_of("The voyage\n\n", 0, PARAGRAPHS));
    open_one("a.txt", 80);
    sitting_type(&sitting, "dddaworth a look");
    (void)app_key(&sitting.app, (Key){KEY_SPECIAL_ENTER, 0}, sitting.now_ms);
    ok(leave() && sitting_count("notes") == 1, "a note is kept");
    sitting_put("a.txt", plain_of("The voyage\n\n", 2, PARAGRAPHS));
    open_one("a.txt", 80);
    sitting_pass(&sitting, 100);
    ok(sitting.app.noting.placed.count == 1, "and there when the text is another one");
    ok(leave() && sitting_count("notes") == 2, "under its new name");
    open_one("a.txt", 80);
    sitting_pass(&sitting, 100);
    ok(sitting.app.noting.placed.count == 1, "also the next time");
    (void)leave();
    sitting_empty();
}

static void test_marks(void)
{
    Text first, words;

    sitting_put("a.yaml", voyage());
    open_one("a.yaml", 80);
    sitting_type(&sitting, "dddma");
    first = words_at(sitting.app.document.marks['a']);
    sitting_type(&sitting, "Gggddddd'a");
    sitting_type(&sitting, "G");
    (void)leave();
    sitting_put("a.yaml", yaml_of("id: voyage/1\ntitle: The voyage\n", 1, PARAGRAPHS));
    open_one("a.yaml", 60);
    sitting_type(&sitting, "'a");
    words = top_words();
    ok(text_equal(first, words_at(sitting.app.document.marks['a'])), "marks come back, after the text has changed too");
    ok(sitting.app.document.jumps.count > 2, "and jumps");
    sitting_type(&sitting, "G``");
    ok(text_equal(top_words(), words), "which go on");
    (void)leave();
    sitting_empty();
}

static void test_source(void)
{
    Text words;

    sitting_put("a.yaml", voyage());
    open_one("a.yaml", 80);
    sitting_type(&sitting, "dddd");
    words = top_words();
    sitting_type(&sitting, "zv");
    (void)leave();
    ok(begins_with("a.yaml", 80, words), "left in its source, it goes on at the same place of the article");
    sitting_empty();
}

/* ---- several ---- */

static void test_two_readers(void)
{
    Sitting second;
    Report report;
    Text words;

    sitting_put("a.yaml", voyage());
    open_one("a.yaml", 80);
    second = sitting;
    open_one("a.yaml", 60);
    sitting_type(&sitting, "dma");
    (void)leave();
    sitting = second;
    sitting_type(&sitting, "dddmb");
    words = top_words();
    report_init(&report, &arena, TEXT("left"));
    (void)sitting_leave(&sitting, &report);
    open_one("a.yaml", 80);
    ok(sitting.app.document.marks['a'] != NO_OFFSET && sitting.app.document.marks['b'] != NO_OFFSET,
       "two readers of one article: no mark is lost");
    ok(text_equal(top_words(), words), "and the place is that of the last");
    (void)leave();
    sitting_empty();
}

static void test_state(void)
{
    static const char *const names[] = {"a.yaml", "b.yaml", "c.txt", NULL};

    sitting_put("a.yaml", voyage());
    sitting_put("b.yaml", yaml_of("id: b\ntitle: B\n", 0, PARAGRAPHS));
    sitting_put("c.txt", plain_of("C\n\n", 9, PARAGRAPHS));
    sitting_open(&sitting, 80, names);
    sitting_type(&sitting, "ddJGddggJd");
    (void)leave();
    sitting_open(&sitting, 80, names);
    for (size_t i = 0; i < 3; i++) {
        (void)library_peek(&sitting.library, i);
        (void)remembering_look_up(&sitting.app, i);
    }
    ok(text_ends_with(remembering_label(&sitting.app, 0, &arena), TEXT("%")), "the list tells how far one is");
    ok(text_equal(remembering_label(&sitting.app, 1, &arena), TEXT("read")),
       "what was read to its end is read, though left above it");
    ok(text_ends_with(remembering_label(&sitting.app, 2, &arena), TEXT("%")),
       "a plain text is known by the name of its file");
    sitting_type(&sitting, "]u");
    ok(sitting.app.entry == 0 && is_told("unread"), "none is unread");
    sitting_type(&sitting, "Jr]u");
    ok(sitting.app.entry == 1 && is_told("unread"), "one that is open is not gone to");
    sitting_type(&sitting, "K]u");
    ok(sitting.app.entry == 1, "r makes a read one unread, and ]u goes there");
    (void)leave();
    sitting_open(&sitting, 80, names);
    sitting_type(&sitting, "]u");
    ok(sitting.app.entry == 1, "the next time too");
    sitting_type(&sitting, "r]u");
    ok(is_told("unread") && sitting.app.entry == 1, "r again: it is read");
    (void)leave();
    sitting_empty();
}

/* ---- what may be wrong ---- */

/* The one file in the store that is no list; its path. */
static const char *kept_name(const char *id)
{
    ArticleKey key = article_key_given(&arena, text_from(id), (Text){0});

    return arena_printf(&arena, "state/%.*s", TEXT_ARGS(article_key_file(&arena, key.name))).bytes;
}

static void test_nonsense(void)
{
    static const struct {
        const char *bytes, *why;
    } rows[] = {
        {"place: here\n", "place"},
        {"state: halfway\n", "halfway"},
        {"percent: 350\n", "350"},
        {"place:\n  offset: many\n", "many"},
        {"marks:\n  - offset: 3\n", "mark"},
        {"marks: {a: 3}\n", "marks"},
        {"- 1\n- 2\n", ""},
        {"article: [\n", ""},
        {"article: id somebody/else\nstate: read\n", "another article"},
    };

    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        Text bytes;

        sitting_put("a.yaml", voyage());
        (void)read_to("a.yaml", 80, "dd");
        sitting_put(kept_name("voyage/1"), rows[i].bytes);
        open_one("a.yaml", 80);
        ok(is_told("not remembered") && is_told(rows[i].why) && sitting.app.document.top_offset == 0,
           "nonsense is told: %s", rows[i].why);
        sitting_type(&sitting, "dd");
        sitting_pass(&sitting, 20000);
        ok(!is_told("not remembered") && leave(), "once, and reading goes on");
        ok(sitting_get(kept_name("voyage/1"), &arena, &bytes) && text_equal(bytes, text_from(rows[i].bytes)),
           "and the file is left alone");
        sitting_empty();
    }
}

static void test_wrong_marks(void)
{
    sitting_put("a.yaml", voyage());
    (void)read_to("a.yaml", 80, "dd");
    sitting_put(kept_name("voyage/1"), "article: id voyage/1\nstate: reading\nplace:\n  offset: 900\nmarks:\n"
                                       "  - mark: \" \"\n    offset: 3\n  - mark: b\n    offset: 40\n"
                                       "  - mark: ab\n    offset: 3\n");
    open_one("a.yaml", 80);
    ok(is_told("a mark is one letter") && sitting.app.document.top_offset != 0, "a mark that is none is told");
    sitting_type(&sitting, "d");
    ok(sitting.app.document.marks['b'] != NO_OFFSET, "the others are there");
    sitting_type(&sitting, "mc");
    ok(leave(), "and it is written again");
    open_one("a.yaml", 80);
    ok(!is_told("not remembered"), "without it");
    sitting_type(&sitting, "d");
    ok(sitting.app.document.marks['c'] != NO_OFFSET, "the marks that are set then are remembered");
    (void)leave();
    sitting_empty();
}

static void test_edited(void)
{
    Text bytes;

    sitting_put("a.yaml", voyage());
    (void)read_to("a.yaml", 80, "dd");
    sitting_put(kept_name("voyage/1"),
                "# mine\n{article: 'id voyage/1', state: unread, mine: {a: [b, c]}, place: {offset: 40}}\n");
    (void)read_to("a.yaml", 80, "dd");
    ok(sitting_get(kept_name("voyage/1"), &arena, &bytes) && text_find(bytes, TEXT("mine:"), 0) != TEXT_NOT_FOUND &&
           text_find(bytes, TEXT("state: reading"), 0) != TEXT_NOT_FOUND,
       "what people write into it in their own way is read, and keys of theirs stay");
    (void)unlink(sitting_path(kept_name("voyage/1") + strlen("")));
    open_one("a.yaml", 80);
    ok(sitting.app.document.top_offset == 0, "what is removed is forgotten");
    (void)leave();
    sitting_empty();
}

static void test_unwritable(void)
{
    Report report;

    sitting_put("a.yaml", voyage());
    sitting_put("state", "a file in place of the folder");
    open_one("a.yaml", 80);
    sitting_type(&sitting, "dd");
    sitting_pass(&sitting, 11000);
    ok(is_told("not remembered") && is_told("Not a directory"), "that it cannot be written is told");
    sitting_type(&sitting, "dd");
    sitting_pass(&sitting, 11000);
    ok(!is_told("not remembered"), "once");
    sitting_type(&sitting, "dd");
    report_init(&report, &arena, TEXT("left"));
    ok(sitting_leave(&sitting, &report), "and not again at the end");
    open_one("a.yaml", 80);
    sitting_type(&sitting, "dd");
    report_init(&report, &arena, TEXT("left"));
    ok(!sitting_leave(&sitting, &report) && report.error_count == 1, "at the end, where it was not told before");
    sitting_empty();
}

static void test_writable_again(void)
{
    sitting_put("a.yaml", voyage());
    sitting_put("state", "a file in place of the folder");
    open_one("a.yaml", 80);
    sitting_type(&sitting, "ddma");
    sitting_pass(&sitting, 12000);
    ok(is_told("not remembered"), "while it cannot be written that is told");
    (void)unlink(sitting_path("state"));
    ok(leave(), "then it can");
    open_one("a.yaml", 80);
    sitting_type(&sitting, "j");
    ok(sitting.app.document.marks['a'] != NO_OFFSET, "and what could not be written before is written");
    (void)leave();
    sitting_empty();
}

static void test_clock(void)
{
    Text words;

    sitting_put("a.yaml", voyage());
    (void)read_to("a.yaml", 80, "dd");
    sitting_clock -= 100000000;
    words = read_to("a.yaml", 80, "dd");
    ok(begins_with("a.yaml", 80, words), "a clock that runs backwards changes nothing");
    sitting_clock = 0;
    words = read_to("a.yaml", 80, "dd");
    ok(begins_with("a.yaml", 80, words), "nor does none");
    sitting_clock = 1709971510;
    sitting_empty();
}

int main(void)
{
    (void)unicode_init("C.UTF-8");
    sitting_begin_all();
    test_nothing_before();
    test_while_reading();
    test_place();
    test_changed();
    test_look_alike();
    test_plain_text();
    test_plain_text_in_lists();
    test_marks();
    test_source();
    test_two_readers();
    test_state();
    test_nonsense();
    test_wrong_marks();
    test_edited();
    test_notes_of_edited_text();
    test_unwritable();
    test_writable_again();
    test_clock();
    sitting_end_all();
    arena_release(&arena);
    return tap_done();
}
