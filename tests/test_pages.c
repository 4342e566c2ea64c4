/*
 * Opening things from the reader, without a terminal: pages of a server of our own that come while one reads, files and folders by their names, which
 * are completed. What cannot be had changes nothing.
 */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/system/process.h"
#include "canvas_text.h"
#include "clock.h"
#include "config/program.h"
#include "fuzz/played_reader.h"
#include "library/path_completion.h"
#include "tap.h"
#include "ui/opening/opening.h"
#include "ui/opening/pages.h"
#include "web_server.h"

enum { DEADLINE_MS = 20000, STEP_MS = 20 };

#define QUOTE "“We are ready,”"
#define BEFORE "What was open before"

static PlayedReader reader;
static WebServer server;
static Arena arena;

static Text join(const char *a, const char *b)
{
    return arena_join(&arena, (const Text[]){text_from(a), text_from(b)}, 2);
}

/* ---- the reader ---- */

static void begin_with(Text text)
{
    played_reader_open(&reader, text, PLAYED_ALONE, CHARSET_UTF8);
    reader.library.fetch = program_default(PROGRAM_FETCH);
    reader.app.options.home = TEXT("home");
    reader.now_ms = now_ms();
    played_reader_resize(&reader, 30, 120);
    played_reader_rest(&reader);
}

static void begin(void)
{
    begin_with(TEXT(BEFORE "\n\nA paragraph of it, and then another one.\n\nAnother one.\n"));
}

static void finish(void)
{
    played_reader_close(&reader);
}

static void key(uint32_t code)
{
    reader.now_ms = now_ms();
    played_reader_type(&reader, (Key){code, 0});
}

static void control(uint32_t code)
{
    reader.now_ms = now_ms();
    played_reader_type(&reader, (Key){code, MODIFIER_CTRL});
}

static void type(Text text)
{
    size_t size;

    for (size_t at = 0; at < text.size; at += size)
        key(utf8_decode(text, at, &size));
}

static bool shows(const char *words)
{
    Arena scratch = {0};
    bool found;

    played_reader_check(&reader);
    found = text_find(canvas_to_text(&scratch, &reader.canvas, false), text_from(words), 0) != TEXT_NOT_FOUND;
    arena_release(&scratch);
    return found;
}

/* As the loop of the program does, once. */
static void step(void)
{
    struct pollfd coming = {.fd = streaming_descriptor(&reader.app), .events = POLLIN};

    if (poll(&coming, 1, STEP_MS) > 0 && coming.revents)
        streaming_take(&reader.app, now_ms());
    reader.now_ms = now_ms();
    (void)app_tick(&reader.app, reader.now_ms);
    played_reader_rest(&reader);
}

static bool wait_for(const char *words)
{
    long end_ms = now_ms() + DEADLINE_MS;
    bool shown;

    while (!(shown = shows(words)) && now_ms() < end_ms)
        step();
    return shown;
}

static void open_name(Text name)
{
    type(TEXT("go"));
    type(name);
    key(KEY_SPECIAL_ENTER);
}

static void open_page(const char *path)
{
    open_name(join(server.address, path));
}

/* ---- pages ---- */

static void test_page(void)
{
    begin();
    open_page("/slow/30");
    ok(shows(BEFORE) && shows("127.0.0.1… "), "what is open stays while a page comes, and the status says so");
    ok(wait_for("127.0.0.1… 139 bytes") || shows("bytes"), "… and how much has come");
    key('j');
    ok(shows(BEFORE), "… keys work meanwhile");
    ok(wait_for(QUOTE), "it takes its place when it has come");
    ok(reader.library.entries.count == 2 && reader.app.entry == 1, "… as an entry of the library");
    ok(text_equal(library_title(&reader.library, 1), TEXT("A page from the loopback")), "… with its title");
    key('K');
    ok(shows(BEFORE), "what was open before is still there");
    key('J');
    ok(shows(QUOTE), "… and so is the page, which is not got again");
    open_page("/slow/30");
    ok(wait_for("127.0.0.1… ") && shows(QUOTE), "the same address again");
    while (pages_are_asked(&reader.app))
        step();
    ok(reader.library.entries.count == 2 && shows(QUOTE), "… is the same entry");
    finish();
}

/* What is typed, in a list or for a note, is about the article that is open: another takes its place when that is done. */
static void test_typing_meanwhile(void)
{
    static const struct {
        const char *keys;
        uint32_t end;
    } rows[] = {{"gq/t", KEY_SPECIAL_ESCAPE},
                {"gq/t", KEY_SPECIAL_ENTER},
                {"/of", KEY_SPECIAL_ESCAPE},
                {":pa", KEY_SPECIAL_ESCAPE}};

    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        begin();
        open_page("/slow/30");
        type(text_from(rows[i].keys));
        while (reader.app.pages.asked->descriptor >= 0)
            step();
        step();
        ok(reader.app.prompt.line.kind && reader.app.entry == 0, "%s: a page that comes while it is typed",
           rows[i].keys);
        ok(app_timeout_ms(&reader.app, reader.app.now_ms) != 0, "… waits in peace");
        key(rows[i].end);
        ok(wait_for(QUOTE) && reader.app.entry == 1, "… until that is done");
        finish();
    }
}

static const struct {
    const char *path, *said;
} failures[] = {
    {"/status/404", "127.0.0.1: there is no such page (404); "},
    {"/status/503", "the server has a fault of its own (503)"},
    {"/closed", "without an answer"},
    {"/to/file:///etc/passwd", "leads to file:///etc/passwd"},
    {"/pdf", "is a PDF document"},
    {"/empty", "is empty"},
};

static void test_failures(void)
{
    begin();
    for (size_t i = 0; i < COUNT_OF(failures); i++) {
        open_page(failures[i].path);
        ok(wait_for(failures[i].said), "%s: said", failures[i].path);
        ok(shows(BEFORE) && reader.library.entries.count == 1, "… and nothing else has changed");
    }
    open_name(TEXT("http://a b/"));
    ok(shows("http://a b/: has a blank in it"), "what is no address is said at once");
    reader.library.fetch = (ProgramWords){(const Text[]){TEXT("no-such-program-anywhere")}, 1};
    open_page("/text");
    ok(wait_for("no-such-program-anywhere, which gets pages from the web, is not installed"), "no program");
    ok(shows(BEFORE) && reader.library.entries.count == 1, "… and nothing else has changed");
    finish();
}

static void test_cut(void)
{
    begin();
    open_page("/cut");
    ok(wait_for("the text ends after 152 bytes: the connection was cut"), "what is cut is told");
    ok(shows(QUOTE) && reader.app.entry == 1, "… and read as far as it came");
    open_page("/endless");
    ok(wait_for("more than 8 MiB"), "what has no end is cut, and told");
    ok(reader.library.entries.count == 3, "… and read");
    finish();
}

static void test_stop(void)
{
    begin();
    open_page("/silent");
    step();
    ok(shows("127.0.0.1… 0 bytes"), "nothing comes");
    control('c');
    ok(shows("/silent is not waited for any more") && shows(BEFORE), "^C waits no longer");
    ok(!pages_are_asked(&reader.app) && app_timeout_ms(&reader.app, now_ms() + 1000) <= 0,
       "… and nothing is to be done");
    open_page("/silent");
    open_page("/text");
    ok(wait_for(QUOTE), "who asks for another page wants the last one");
    ok(reader.library.entries.count == 2, "… alone");
    open_page("/silent");
    finish();
}

/* Pages that were named at the start are begun when somebody opens them. */
static void test_named(void)
{
    Report report;

    begin();
    report_init(&report, &arena, TEXT("-"));
    ok(library_add(&reader.library, join(server.address, "/slow/150"), &report) &&
           library_add(&reader.library, join(server.address, "/stalls"), &report) &&
           library_add(&reader.library, join(server.address, "/text"), &report),
       "three pages in the library");
    key('J');
    ok(wait_for(QUOTE) && document_may_grow(&reader.app.document), "a text is shown while it comes");
    key('J');
    ok(wait_for("127.0.0.1… 139 bytes") && wait_for(QUOTE), "another, which comes no further");
    key('J');
    ok(wait_for(QUOTE) && wait_for("para 1/2"), "and a third");
    while (reader.library.entries.items[1].stream->descriptor >= 0)
        step();
    ok(reader.library.entries.items[1].stream->why_cut.size == 0, "the first came to its end meanwhile");
    key('K');
    ok(document_may_grow(&reader.app.document), "the second still comes");
    control('c');
    ok(wait_for("the text ends after 139 bytes: reading was stopped") && shows(QUOTE), "^C ends it, and says so");
    key('R');
    ok(wait_for("127.0.0.1… ") && shows(QUOTE), "R asks for it again, and the text stays meanwhile");
    finish();
}

/* Nothing came yet of the only page: the reader stays, since it can be asked for again. */
static void test_stop_at_the_start(void)
{
    begin();
    reader.library.entries.count = 0;
    (void)library_add(&reader.library, join(server.address, "/silent"), &(Report){.arena = &arena});
    app_release(&reader.app);
    app_init(&reader.app,
             &(AppOptions){
                 .config = &reader.config, .library = &reader.library, .themes = {NULL, NULL}, .charset = CHARSET_UTF8});
    played_reader_resize(&reader, 30, 120);
    step();
    ok(shows("Waiting for the text"), "a page at the start");
    ok(app_key(&reader.app, (Key){'c', MODIFIER_CTRL}, now_ms()) == EFFECT_NONE, "^C does not leave");
    ok(wait_for("reading was stopped before anything came"), "… and says why there is nothing");
    finish();
}

/* ---- files ---- */

static void make_file(const char *name, const char *text)
{
    int file = open(name, O_WRONLY | O_CREAT | O_TRUNC, 0600);

    if (file < 0 || write(file, text, strlen(text)) != (ssize_t)strlen(text))
        tap_bail_out("a file cannot be written");
    (void)close(file);
}

static const char *const folders[] = {"a folder", "empty", "home"};
static const char *const files[] = {"a folder/one.txt", "a folder/two words.txt",
                                    "a file.txt",       "äöü.txt",
                                    "äöß.txt",          ".hidden.txt",
                                    "home/mine.txt",    "-o.txt",
                                    "zz1.txt",          "zz2.txt",
                                    "bad\001.txt",      "bad\xFF.txt"};

static void make_files(void)
{
    for (size_t i = 0; i < COUNT_OF(folders); i++)
        (void)mkdir(folders[i], 0700);
    for (size_t i = 0; i < COUNT_OF(files); i++)
        make_file(files[i], "A headline\n\nWhat stands in a file.\n");
    make_file("bad.yaml", "title: [\n");
    (void)mkfifo("fifo", 0600);
}

static void remove_files(void)
{
    for (size_t i = 0; i < COUNT_OF(files); i++)
        (void)unlink(files[i]);
    (void)unlink("bad.yaml");
    (void)unlink("fifo");
    for (size_t i = 0; i < COUNT_OF(folders); i++)
        (void)rmdir(folders[i]);
}

static const struct {
    const char *typed, *common, *names; /* these separated by "|" */
} completions[] = {
    {"", "", "-o.txt|a file.txt|a folder/|bad.yaml|empty/|fifo|home/|zz1.txt|zz2.txt|äöß.txt|äöü.txt"},
    {"a", "a f", "a file.txt|a folder/"},
    {"a fo", "a folder/", "a folder/"},
    {"a folder/", "a folder/", "one.txt|two words.txt"},
    {"a folder/t", "a folder/two words.txt", "two words.txt"},
    {"ä", "äö", "äöß.txt|äöü.txt"},
    {"z", "zz", "zz1.txt|zz2.txt"},
    {".", ".hidden.txt", ".hidden.txt"},
    {"./.", "./.hidden.txt", ".hidden.txt"},
    {"b", "bad.yaml", "bad.yaml"},
    {"~", "~/", "~/"},
    {"~/", "~/mine.txt", "mine.txt"},
    {"~/m", "~/mine.txt", "mine.txt"},
    {"nothing", "nothing", ""},
    {"no such folder/", "no such folder/", ""},
    {"empty/", "empty/", ""},
    {"a file.txt/", "a file.txt/", ""},
};

static void test_completion(size_t row)
{
    PathCompletion completion = path_complete(&arena, text_from(completions[row].typed), TEXT("home"));
    TextBuffer names = {0};

    for (size_t i = 0; i < completion.names.count; i++) {
        text_buffer_add(&arena, &names, i ? TEXT("|") : TEXT(""));
        text_buffer_add(&arena, &names, completion.names.items[i]);
    }
    ok(text_equal(completion.common, text_from(completions[row].common)), "\"%s\" and Tab: \"%.*s\"",
       completions[row].typed, TEXT_ARGS(completion.common));
    ok(text_equal(text_buffer_text(&names), text_from(completions[row].names)), "… of %.*s",
       TEXT_ARGS(text_buffer_text(&names)));
}

static const struct {
    const char *typed, *said;
} not_opened[] = {
    {"nothing.txt", "nothing.txt: No such file or directory"},
    {"bad.yaml", "bad.yaml: "},
    {"empty", "empty: holds no articles"},
    {"fifo", "fifo: what comes as a stream is named when quoin is started"},
    {"-", "-: what comes as a stream"},
    {"/dev/tty", "tty: what comes as a stream"},
    {"~/nothing", "nothing: No such file"},
    {"", "name a file or an address"},
};

static void test_files(void)
{
    begin();
    for (size_t i = 0; i < COUNT_OF(not_opened); i++) {
        open_name(text_from(not_opened[i].typed));
        ok(shows(not_opened[i].said), "\"%s\" is not opened, and why is said", not_opened[i].typed);
        ok(shows(BEFORE) && reader.library.entries.count == 1, "… and nothing else has changed");
    }
    type(TEXT(":open a"));
    key(KEY_SPECIAL_TAB);
    ok(shows("a file.txt") && shows("a folder/") && shows(":open a f"), "Tab shows what there is");
    type(TEXT("o"));
    key(KEY_SPECIAL_TAB);
    type(TEXT("tw"));
    key(KEY_SPECIAL_TAB);
    ok(shows(":open a folder/two words.txt"), "… and completes it");
    key(KEY_SPECIAL_TAB);
    key(KEY_SPECIAL_ENTER);
    ok(shows("What stands in a file.") && reader.library.entries.count == 2, "a name with blanks is opened");
    open_name(TEXT("a file.txt "));
    ok(reader.library.entries.count == 3, "a blank behind a name is none of its");
    open_name(TEXT("a file.txt"));
    ok(reader.library.entries.count == 3 && reader.app.entry == 2, "what is there already is opened as it is");
    open_name(TEXT("~/mine.txt"));
    ok(reader.library.entries.count == 4, "of the home");
    open_name(TEXT("-o.txt"));
    ok(reader.library.entries.count == 5, "a name that looks like an option");
    open_name(TEXT("a folder"));
    ok(reader.library.entries.count == 7 && reader.app.entry == 5, "the first of a folder");
    type(TEXT(":open no"));
    key(KEY_SPECIAL_TAB);
    ok(shows("no name begins so"), "Tab where nothing begins so");
    control('c');
    open_name(TEXT("äöü.txt"));
    ok(reader.library.entries.count == 8, "letters beyond ASCII");
    finish();
}

/* An address may be long. */
static void test_long_line(void)
{
    begin();
    type(TEXT(":open http://"));
    for (int i = 0; i < 3000; i++)
        type(TEXT("x"));
    ok(shows("xxxx"), "a long line is shown by its end");
    ok(reader.app.prompt.line.size == PROMPT_BYTES, "… and has an end");
    finish();
}

static bool has_curl(void)
{
    const char *const version[] = {"curl", "--version", NULL};

    return process_run(&arena, &(ProcessPlan){version, (Text){0}, 1 << 16, DEADLINE_MS}).end == PROCESS_EXITED;
}

/* ---- items of feeds ---- */

static Text item_of_feed(const char *path)
{
    return arena_printf(&arena, "Feed: A feed\nTitle: An item\nLink: %s%s\n \n<p>" BEFORE "</p>\n", server.address,
                        path);
}

static void test_excerpt(void)
{
    begin_with(item_of_feed("/slow/30"));
    ok(shows(BEFORE) && shows("only the start of the article is here; gF gets all of it"),
       "an excerpt says that it is one");
    ok(!pages_are_asked(&reader.app), "… and stays");
    type(TEXT("gF"));
    ok(shows(BEFORE) && pages_are_asked(&reader.app), "gF asks for all of it");
    ok(wait_for(QUOTE) && reader.app.entry == 1, "… which is opened when it has come");
    key('K');
    ok(shows(BEFORE) && shows("gF gets all of it"), "the item is still there");
    finish();
    begin_with(TEXT("A text\n\nwithout an address.\n"));
    type(TEXT("gF"));
    ok(shows("no address is known"), "a text without an address has no other");
    finish();
    begin_with(item_of_feed("/status/404"));
    type(TEXT("gF"));
    ok(wait_for("404") && shows(BEFORE), "what cannot be had leaves the item there");
    finish();
}

static void test_excerpt_always(void)
{
    begin_with(item_of_feed("/slow/30"));
    reader.config.full_text = FULL_TEXT_ALWAYS;
    app_open(&reader.app, 0);
    ok(pages_are_asked(&reader.app) && wait_for(QUOTE), "full-text: always gets it without being asked");
    key('K');
    ok(shows(BEFORE) && !pages_are_asked(&reader.app), "… once: the item can be read too");
    finish();
}

int main(void)
{
    static const char *const proxies[] = {"http_proxy", "all_proxy", "ALL_PROXY"};
    char scratch[PATH_MAX];

    for (size_t i = 0; i < COUNT_OF(proxies); i++)
        (void)unsetenv(proxies[i]);
    (void)snprintf(scratch, sizeof scratch, "%s/tests/pages.tmp", getenv("BUILDDIR"));
    (void)mkdir(scratch, 0700);
    if (chdir(scratch) != 0)
        tap_bail_out("there is no folder to run in");
    remove_files();
    make_files();
    for (size_t i = 0; i < COUNT_OF(completions); i++)
        test_completion(i);
    test_files();
    test_long_line();
    remove_files();
    if (has_curl() && web_server_start(&server)) {
        test_page();
        test_typing_meanwhile();
        test_failures();
        test_cut();
        test_stop();
        test_named();
        test_stop_at_the_start();
        test_excerpt();
        test_excerpt_always();
        web_server_end(&server);
        errno = 0;
        ok(waitpid(-1, NULL, WNOHANG) == -1 && errno == ECHILD, "no program is left that was started");
    } else {
        tap_skip("curl is not installed, or there is no loopback");
    }
    arena_release(&arena);
    return tap_done();
}
