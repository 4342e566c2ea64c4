/*
 * What is at an address, by the program that is configured for it: from a server of our own on the loopback, which does what servers do, and from
 * programs that are not there, are killed, or say what is not so. Nothing that an address has in it becomes a command or a file.
 */
#include <dirent.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/system/process.h"
#include "config/program.h"
#include "library/fetch.h"
#include "library/fetch_told.h"
#include "page_reader.h"
#include "tap.h"
#include "web_server.h"

enum { OUTPUT_MOST = 32 << 20, DEADLINE_MS = 60000 };

static Arena arena;
static WebServer server;
static char quoin[PATH_MAX], scratch[PATH_MAX];

static ProcessResult run(const char *const *arguments)
{
    return process_run(&arena, &(ProcessPlan){arguments, (Text){0}, OUTPUT_MOST, DEADLINE_MS});
}

static bool has(Text text, const char *part)
{
    return text_find(text, text_from(part), 0) != TEXT_NOT_FOUND || !*part;
}

static const char *at(const char *path)
{
    return arena_join(&arena, (const Text[]){text_from(server.address), text_from(path)}, 2).bytes;
}

/* ---- what a server does ---- */

#define QUOTE "“We are ready,”"
#define TITLE "A page from the loopback"
#define BROWSER "open it in a browser"

static const struct {
    const char *path;
    int status;
    const char *output, *errors; /* parts of them; "": of errors, there are none */
} rows[] = {
    {"/text", 0, QUOTE, ""},
    {"/html", HTML_IS_READ ? 0 : 2, HTML_IS_READ ? QUOTE : "", HTML_IS_READ ? "" : "built without libxml2"},
    {"/untyped", 0, QUOTE, ""},
    {"/lengthless", 0, QUOTE, ""},
    {"/gzip", 0, QUOTE, ""},
    {"/koi8", 0, "Заголовок", ""},
    {"/lie", 0, QUOTE, ""},
    {"/unknown-charset", 0, QUOTE, ""},
    {"/long", 0, "lazy dog", ""},
    {"/slow/20", 0, "which came later", ""},
    {"/redirect/5", 0, QUOTE, ""},
    {"/to//text", 0, QUOTE, ""},
    {"/redirect/6", 2, "", "/redirect/6: it leads from one address to the next without an end; " BROWSER},
    {"/loop", 2, "", "without an end"},
    {"/to/file:///etc/passwd", 2, "", "leads to file:///etc/passwd, which is not of the web; it was not followed"},
    {"/to/FILE:/etc/passwd", 2, "", "which is not of the web"},
    {"/to/ftp://127.0.0.1/x", 2, "", "leads to ftp://127.0.0.1/x, which is not of the web"},
    {"/to/gopher://127.0.0.1/x", 2, "", "which is not of the web"},
    {"/to/http://127.0.0.1:1/x", 2, "", "the connection is refused, or nothing answers (127.0.0.1)"},
    {"/status/401", 2, "", "wants a name and a password (401)"},
    {"/status/403", 2, "", "(403); " BROWSER},
    {"/status/404", 2, "", "there is no such page (404); look for a slip in the address"},
    {"/status/410", 2, "", "(410)"},
    {"/status/418", 2, "", "the server does not give it out (418)"},
    {"/status/429", 2, "", "was asked for too often (429); wait a while"},
    {"/status/451", 2, "", "(451)"},
    {"/status/500", 2, "", "the server has a fault of its own (500); try again later"},
    {"/status/503", 2, "", "(503)"},
    {"/closed", 2, "", "the server closed the connection without an answer"},
    {"/noise", 2, "", "no server of the web answers there"},
    {"/huge-field", 2, "", "/huge-field: "},
    {"/many-fields", 2, "", "/many-fields: "},
    {"/bad-gzip", 2, "", "it is packed wrongly"},
    {"/cut", 2, QUOTE, "the text ends after 152 bytes: the connection was cut"},
    {"/reset", 2, QUOTE, "the text ends after 139 bytes: the connection "},
    {"/short-length", 0, "The harbour", ""},
    {"/empty", 2, "", "is empty"},
    {"/pdf", 2, "", "is a PDF document; try "},
    {"/png", 2, "", "is a PNG image"},
    {"/endless", 2, QUOTE, "what is at an address: more than 8 MiB"},
    {"/bomb", 2, "aaaaaaaa", "what is at an address: more than 8 MiB"},
};

static void test_row(size_t row)
{
    const char *arguments[] = {quoin, "show", "--no-config", "--width=200", at(rows[row].path), NULL};
    ProcessResult result = run(arguments);
    bool silent = rows[row].errors && !*rows[row].errors;

    ok(result.end == PROCESS_EXITED && result.code == rows[row].status, "%s: %s", rows[row].path,
       process_end_text(&arena, &result).bytes);
    ok(has(result.output, rows[row].output), "… shows %s", rows[row].output);
    ok(silent ? result.errors.size == 0 : !rows[row].errors || has(result.errors, rows[row].errors), "… says %.*s",
       TEXT_ARGS(text_slice(result.errors, (Range){0, 300})));
    ok(text_find_byte(result.errors, '\033', 0) == TEXT_NOT_FOUND, "… without control sequences");
}

/* More than one: one that cannot be had does not stop the others. */
static void test_several(void)
{
    const char *arguments[] = {quoin, "quotes", "--no-config", at("/status/404"), at("/text"), at("/gzip"), NULL};
    ProcessResult result = run(arguments);
    size_t first = text_find(result.output, TEXT(QUOTE), 0);

    ok(result.code == 2 && has(result.errors, "(404)"), "several: what cannot be had is told");
    ok(first != TEXT_NOT_FOUND && text_find(result.output, TEXT(QUOTE), first + 1) != TEXT_NOT_FOUND,
       "… the others are read");
}

static void test_commands(void)
{
    static const char *const commands[] = {"quotes", "entities", "show", "check", "list"};

    for (size_t i = 0; i < COUNT_OF(commands); i++) {
        const char *good[] = {quoin, commands[i], "--no-config", at("/text"), NULL};
        const char *bad[] = {quoin, commands[i], "--no-config", "http://a b/", NULL};
        const char *none[] = {quoin, commands[i], "--no-config", at("/status/404"), NULL};
        ProcessResult result = run(good);

        ok(result.code == 0 && result.errors.size == 0, "quoin %s reads an address", commands[i]);
        result = run(bad);
        ok(result.code == 2 && has(result.errors, "has a blank in it"), "… and says what is none");
        result = run(none);
        ok(*commands[i] == 'l' ? has(result.output, "unreadable") : result.code == 2,
           "… and that there is no such page");
    }
}

/* ---- nothing is a command, an option or a file ---- */

static const char *const hostile[] = {
    "/echo'$(touch${IFS}x)'`touch${IFS}x`;touch${IFS}x|touch${IFS}x&",
    "/echo\"$(id>x)\">x",
    "/echo[1-3]{a,b}",
    "/echo%00%0A-o%20x",
    "/echo?-o/etc/x&--output=x",
    "/echo#-o",
    "/echo\\..\\..",
    "/echo~!@*()'\"<>^|",
};

/* What came, as it came. */
static Text get(const char *address)
{
    File stream = {0};
    Text came;

    fetch_begin(&arena, program_default(PROGRAM_FETCH), text_from(address), &stream);
    while (stream.descriptor >= 0) {
        struct pollfd coming = {.fd = stream.descriptor, .events = POLLIN};

        (void)poll(&coming, 1, -1);
        (void)file_take_stream(&stream);
    }
    ok(stream.why_cut.size == 0, "it came whole%.*s", TEXT_ARGS(stream.why_cut));
    came = arena_copy(&arena, stream.bytes);
    file_close(&stream);
    return came;
}

/* The program was given it as it is: it stands in the request. */
static void test_hostile(void)
{
    for (size_t i = 0; i < COUNT_OF(hostile); i++) {
        Text path = text_slice(text_from(hostile[i]), (Range){0, text_find_byte(text_from(hostile[i]), '#', 0)});

        ok(has(get(at(hostile[i])), arena_join(&arena, (const Text[]){TEXT("GET "), path, TEXT(" HTTP")}, 3).bytes),
           "asked for as it is: %s", hostile[i]);
    }
}

static const char *const refused[] = {"http://127.0.0.1/$(touch x)", "http://127.0.0.1/a\n-o x", "http://-o/x",
                                      "http://$(touch${IFS}x)/", "-o/etc/x"};

static void test_refused(void)
{
    for (size_t i = 0; i < COUNT_OF(refused); i++) {
        const char *arguments[] = {quoin, "show", "--no-config", "--", refused[i], NULL};
        ProcessResult result = run(arguments);

        ok(result.code == 2 && result.output.size == 0 && result.errors.size > 0, "refused: %s", refused[i]);
    }
}

static void test_request(void)
{
    Text request = get(at("/echo"));

    ok(has(request, "User-Agent: quoin/"), "the server is told who asks");
    ok(!has(request, "Cookie") && !has(request, "Referer"), "… and nothing else of the user");
}

/* ---- other programs ---- */

static void write_config(Text text)
{
    int file = open("config.yaml", O_WRONLY | O_CREAT | O_TRUNC, 0600);

    if (file < 0 || write(file, text.bytes, text.size) != (ssize_t)text.size)
        tap_bail_out("the configuration cannot be written");
    (void)close(file);
}

static ProcessResult run_configured(const char *fetch, const char *address)
{
    const char *arguments[] = {quoin, "show", "--config=config.yaml", "--width=200", address, NULL};
    ProcessResult result;

    write_config(arena_join(&arena, (const Text[]){TEXT("fetch: "), text_from(fetch), TEXT("\n")}, 3));
    result = run(arguments);
    (void)unlink("config.yaml");
    return result;
}

#define ARTICLE "printf 'A title\\n\\nOne paragraph.\\n'; "

static const struct {
    const char *fetch;
    int status;
    const char *output, *errors;
} programs[] = {
    {"[sh, -c, \"" ARTICLE "\"]", 0, "One paragraph.", ""},
    {"[sh, -c, \"printf '%%s\\n\\n%%s\\n' \\\"$0\\\" \\\"$1\\\"\", first, \"%u\"]", 0,
     "http://example.org/$(touch$IFS)x", ""},
    {"[no-such-program-anywhere]", 2, "", "no-such-program-anywhere, which gets pages from the web, is not installed; "},
    {"[/etc]", 2, "", "/etc, which gets pages from the web, cannot be started: "},
    {"[sh, -c, \"" ARTICLE "kill -9 $$\"]", 2, "One paragraph.", "the text ends after 24 bytes: sh "},
    {"[sh, -c, \"kill -9 $$\"]", 2, "", "sh was ended"},
    {"[sh, -c, \"" ARTICLE "printf 'no \\\\033[31mluck\\\\n' >&2; exit 4\"]", 2, "One paragraph.",
     "ended with exit status 4: no "},
    {"[sh, -c, \"exit 3\"]", 2, "", "sh ended with exit status 3; try again"},
    /* much on standard error, before and after */
    {"[sh, -c, \"i=0; while [ $i -lt 20000 ]; do echo complaint >&2; i=$((i+1)); done; " ARTICLE "\"]", 0,
     "One paragraph.", ""},
    {"[sh, -c, \"" ARTICLE "exec >&-; i=0; while [ $i -lt 20000 ]; do echo complaint >&2; i=$((i+1)); done\"]", 0,
     "One paragraph.", ""},
    /* what it learned */
    {"[sh, -c, \"" ARTICLE "echo quoin-fetch address file:///etc/passwd >&2\"]", 2, "", "which is not of the web"},
    {"[sh, -c, \"" ARTICLE "echo quoin-fetch address >&2; echo quoin-fetch type >&2; echo quoin-fetch >&2\"]", 0,
     "One paragraph.", ""},
    {"[sh, -c, \"" ARTICLE "printf 'quoin-fetch address file:///cut/off' >&2\"]", 0, "One paragraph.", ""},
    {"[sh, -c, \"printf 'T\\\\351t\\\\n\\\\nCaf\\\\351.\\\\n'; echo 'quoin-fetch type text/plain; Charset=iso-8859-1' "
     ">&2\"]",
     0, "Café.", ""},
    {"[sh, -c, \"printf 'T\\\\261t\\\\n\\\\nX\\\\261.\\\\n'; echo 'quoin-fetch type "
     "text/plain;charset=\\\"iso-8859-2\\\"' >&2\"]",
     0, "Xą.", ""},
    {"[sh, -c, \"printf 'Tąt\\\\n\\\\nXą.\\\\n'; echo 'quoin-fetch type text/plain; charset=iso-8859-2' >&2\"]", 0,
     "Xą.", ""},
};

static void test_program(size_t row)
{
    ProcessResult result = run_configured(programs[row].fetch, "http://example.org/$(touch$IFS)x");
    bool silent = !*programs[row].errors;

    ok(result.end == PROCESS_EXITED && result.code == programs[row].status, "%s: %s", programs[row].fetch,
       process_end_text(&arena, &result).bytes);
    ok(has(result.output, programs[row].output), "… shows %s", programs[row].output);
    ok(silent ? result.errors.size == 0 : has(result.errors, programs[row].errors), "… says %.*s",
       TEXT_ARGS(text_slice(result.errors, (Range){0, 300})));
    ok(text_find_byte(result.errors, '\033', 0) == TEXT_NOT_FOUND, "… without control sequences");
}

/* The default, with one second in place of sixty. */
static const char *in_a_second(void)
{
    ProgramWords words = program_default(PROGRAM_FETCH);
    TextBuffer list = {0};

    for (size_t i = 0; i < words.count; i++) {
        Text word = text_equal(words.items[i], TEXT("60")) ? TEXT("1") : words.items[i];

        text_buffer_add(&arena, &list, i ? TEXT("\", \"") : TEXT("[\""));
        for (size_t c = 0; c < word.size; c++)
            text_buffer_add(&arena, &list, word.bytes[c] == '\\' ? TEXT("\\\\") : (Text){&word.bytes[c], 1});
    }
    text_buffer_add(&arena, &list, TEXT("\"]"));
    return arena_copy(&arena, text_buffer_text(&list)).bytes;
}

static void test_time(void)
{
    ProcessResult result = run_configured(in_a_second(), at("/silent"));

    ok(result.code == 2 && has(result.errors, "it took too long (127.0.0.1); try again later, or allow more time"),
       "nothing in time: %.*s", TEXT_ARGS(result.errors));
    result = run_configured(in_a_second(), at("/stalls"));
    ok(result.code == 2 && has(result.output, QUOTE) &&
           has(result.errors, "the text ends after 139 bytes: it took too long"),
       "not all in time: %.*s", TEXT_ARGS(result.errors));
    result = run_configured(in_a_second(), at("/text"));
    ok(result.code == 0, "all in time");
}

/* ---- what curl says of what cannot be tried here ---- */

static const struct {
    int code;
    const char *errors, *fault;
} faults[] = {
    {5, "curl: (5) Could not resolve proxy: p\n", "the proxy was not found; look at https_proxy"},
    {6, "curl: (6) Could not resolve host: e.org\nquoin-fetch status 000\n", "there is no such host (e.org); "},
    {6, "curl: (6) x\nquoin-fetch address https://elsewhere.org/\n", "there is no such host (elsewhere.org); "},
    {35, "curl: (35) error:0A000458:SSL routines\n", "(error:0A000458:SSL routines)"},
    {51, "curl: (51) SSL: no alternative\n", "the certificate is of another host (SSL: no alternative)"},
    {60, "curl: (60) SSL certificate problem: self-signed certificate\nquoin-fetch status 000\n",
     "the certificate is not to be trusted (SSL certificate problem: self-signed certificate); it may not be who it "
     "says"},
    {60, "Note: x\ncurl: (60) SSL certificate problem: expired\nMore details here: y\n\ncurl failed to verify the\nhow to fix it\n",
     "(SSL certificate problem: expired)"},
    {77, "curl: (77) error setting certificate file: /x\n", "install ca-certificates"},
    {92, "", "the connection broke; try again later"},
    {2, "curl: option --no-such: is unknown\n", "curl does not know what it is asked for (curl: option --no-such"},
    {99, "curl: (99) never heard of\n", "it could not be got (never heard of)"},
    {22, "quoin-fetch status 999\n", "it could not be got (999)"},
    {22, "", "it could not be got; "},
    {22, "quoin-fetch status 404\nquoin-fetch status 500\n", "(404)"},
    {22, "quoin-fetch status 4040\nquoin-fetch status -1\n", "it could not be got; "},
};

static void test_faults(void)
{
    for (size_t i = 0; i < COUNT_OF(faults); i++) {
        FetchTold told = fetch_told(&arena, text_from(faults[i].errors));
        ProcessResult result = {.end = PROCESS_EXITED, .code = faults[i].code};
        Text fault = fetch_fault(&arena, TEXT("/usr/bin/curl"), TEXT("http://e.org/"), &told, &result);

        ok(has(fault, faults[i].fault), "curl's %d: %.*s", faults[i].code, TEXT_ARGS(fault));
    }
}

/* ---- where ---- */

/* What was run left nothing behind. */
static bool is_empty_folder(void)
{
    DIR *folder = opendir(".");
    const struct dirent *file;
    bool empty = folder != NULL;

    while (folder && (file = readdir(folder)) != NULL)
        empty = empty && file->d_name[0] == '.' && (!file->d_name[1] || file->d_name[1] == '.');
    if (folder)
        (void)closedir(folder);
    return empty;
}

static void begin(void)
{
    static const char *const proxies[] = {"http_proxy",  "https_proxy", "all_proxy", "no_proxy",
                                          "HTTPS_PROXY", "ALL_PROXY",   "NO_PROXY"};

    for (size_t i = 0; i < COUNT_OF(proxies); i++)
        (void)unsetenv(proxies[i]);
    (void)setenv("QUOIN_DATA", getenv("SRCDIR"), 1);
    (void)snprintf(quoin, sizeof quoin, "%s/quoin", getenv("BUILDDIR"));
    (void)snprintf(scratch, sizeof scratch, "%s/tests/fetch.tmp", getenv("BUILDDIR"));
    (void)mkdir(scratch, 0700);
    if (chdir(scratch) != 0)
        tap_bail_out("there is no folder to run in");
    (void)unlink("config.yaml");
}

int main(void)
{
    const char *const version[] = {"curl", "--version", NULL};

    if (run(version).end != PROCESS_EXITED)
        return tap_skip_all("curl is not installed");
    begin();
    if (!web_server_start(&server))
        return tap_skip_all("there is no loopback");
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        test_row(i);
    test_several();
    test_commands();
    test_hostile();
    test_refused();
    test_request();
    for (size_t i = 0; i < COUNT_OF(programs); i++)
        test_program(i);
    test_time();
    test_faults();
    web_server_end(&server);
    ok(is_empty_folder(), "nothing was written");
    arena_release(&arena);
    return tap_done();
}
