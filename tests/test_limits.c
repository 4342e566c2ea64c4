/*
 * Every limit of base/limits.def with one just inside and one just outside: the one is taken, the other is refused with the message of
 * the table. A row without a way to try it fails.
 */
#include <assert.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "article/article.h"
#include "article/page_address.h"
#include "base/json/json.h"
#include "base/unicode/unicode.h"
#include "cli/session/keeping.h"
#include "config/config.h"
#include "formats/formats.h"
#include "formats/text/plain_text.h"
#include "reading/document.h"
#include "tap.h"
#include "theme/theme.h"

/* What was said about so much of it, all messages in one text. */
typedef Text Try(Arena *arena, size_t amount);

/* ---- making it ---- */

/* Ends in NUL. */
static Text repeat(Arena *arena, const char *before, const char *repeated, size_t times, const char *after)
{
    TextBuffer text = {0};

    text_buffer_add(arena, &text, text_from(before));
    for (size_t i = 0; i < times; i++)
        text_buffer_add(arena, &text, text_from(repeated));
    text_buffer_add(arena, &text, text_from(after));
    text_buffer_add(arena, &text, (Text){"", 1});
    return (Text){text.items, text.count - 1};
}

static Text messages(Arena *arena, const Report *report)
{
    TextBuffer all = {0};

    for (size_t i = 0; i < report->problems.count; i++) {
        text_buffer_add(arena, &all, report->problems.items[i].message);
        text_buffer_add(arena, &all, TEXT("\n"));
    }
    text_buffer_add(arena, &all, report_rest(report, arena));
    return text_buffer_text(&all);
}

static Text of_article(Arena *arena, Text source)
{
    Report report;
    File file;

    report_init(&report, arena, TEXT("a.yaml"));
    file_from_text(&file, source);
    (void)article_read(arena, &file, &article_format, &report);
    return messages(arena, &report);
}

static const char *path_of(Arena *arena, const char *name)
{
    const char *folder = getenv("BUILDDIR");

    return arena_printf(arena, "%s/tests/limits.tmp-%s", folder ? folder : ".", name).bytes;
}

/* A file of a size that takes no room: `start`, and then nothing but NUL. */
static const char *sparse_file(Arena *arena, Text start, size_t size)
{
    const char *path = path_of(arena, "sparse");
    int descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);

    ok(descriptor >= 0 && write(descriptor, start.bytes, start.size) == (ssize_t)start.size &&
           ftruncate(descriptor, (off_t)size) == 0,
       "a file of %zu bytes", size);
    if (descriptor >= 0)
        (void)close(descriptor);
    return path;
}

static const char *file_of(Arena *arena, Text text)
{
    return sparse_file(arena, text, text.size);
}

static void child(const char *input, int output, const char *data, char *const arguments[])
{
    int descriptor = open(input, O_RDONLY);

    assert(arguments[0]); /* the program */
    if (descriptor < 0 || dup2(descriptor, STDIN_FILENO) < 0 || dup2(output, STDOUT_FILENO) < 0 ||
        dup2(output, STDERR_FILENO) < 0 || (data && setenv("QUOIN_DATA", data, 1) != 0))
        _exit(126);
    (void)execv(arguments[0], arguments);
    _exit(127);
}

/* What the program says. */
static Text of_program(Arena *arena, const char *input, const char *data, const char *command, const char *first,
                       const char *second)
{
    const char *folder = getenv("BUILDDIR"), *path = path_of(arena, "output");
    const char *const given[] = {arena_printf(arena, "%s/quoin", folder ? folder : ".").bytes, command, first, second,
                                 NULL};
    char *arguments[5] = {0};
    int output = open(path, O_RDWR | O_CREAT | O_TRUNC, 0600), status = 0;
    char bytes[4096];
    ssize_t size;
    pid_t process;

    for (int i = 0; given[i]; i++)
        arguments[i] = strdup(given[i]);
    process = fork();
    if (process == 0)
        child(input, output, data, arguments);
    ok(output >= 0 && process > 1 && waitpid(process, &status, 0) == process && WIFEXITED(status) &&
           WEXITSTATUS(status) < 126,
       "quoin %s ends", command);
    size = pread(output, bytes, sizeof bytes, 0);
    (void)close(output);
    (void)unlink(path);
    for (int i = 0; arguments[i]; i++)
        free(arguments[i]);
    return arena_copy(arena, (Text){bytes, size > 0 ? (size_t)size : 0});
}

/* ---- files ---- */

static Text try_text_bytes(Arena *arena, size_t amount)
{
    const char *path = sparse_file(arena, TEXT("A headline\n\nText.\n"), amount);
    Report report;
    File file;

    report_init(&report, arena, TEXT("a.txt"));
    if (file_open(&file, path, &report)) {
        ok(file.bytes.size <= FILE_FIRST_BYTES, "the first bytes only are read");
        file_close(&file);
    }
    (void)unlink(path);
    return messages(arena, &report);
}

static size_t senders_told;

static void count_told(StreamSender *sender, File *file, StreamEnd end)
{
    (void)sender;
    senders_told += file->descriptor < 0 && (end == STREAM_END_OVER) == file->over;
}

static Text try_stream(Arena *arena, size_t amount, LimitId limit)
{
    const size_t most = limit_row(limit)->most;
    StreamSender sender = {count_told};
    const char *path = sparse_file(arena, (Text){0}, amount);
    int descriptor = open(path, O_RDONLY), shared = dup(descriptor);
    Report report;
    File file;

    report_init(&report, arena, TEXT("standard input"));
    senders_told = 0;
    if (file_begin_sent_stream(&file, descriptor, &sender, limit, &report) && file_finish_stream(&file, NULL, &report))
        ok(file.bytes.size == (amount < most ? amount : most), "all of it is read that may be");
    ok(senders_told == 1, "who sends it is told once how it ended");
    ok(lseek(shared, 0, SEEK_CUR) <= (off_t)most + 1, "no more than one byte over the limit is read");
    file_tell_error(&file, &report);
    file_close(&file);
    (void)close(shared);
    (void)unlink(path);
    return messages(arena, &report);
}

static Text try_stream_bytes(Arena *arena, size_t amount)
{
    return try_stream(arena, amount, LIMIT_STREAM_BYTES);
}

static Text try_page_bytes(Arena *arena, size_t amount)
{
    return try_stream(arena, amount, LIMIT_PAGE_BYTES);
}

static Text try_address_bytes(Arena *arena, size_t amount)
{
    const char *why = "";
    Text address = page_address(arena, repeat(arena, "http://h/", "a", amount - strlen("http://h/"), ""), &why);

    ok((address.size == amount) == !why, "all of it, or nothing");
    return text_from(why);
}

/* A page that is just small enough is handed to a program that nobody has named here. */
static Text try_html_bytes(Arena *arena, size_t amount)
{
    const char *path = sparse_file(arena, TEXT("<html>"), amount);
    Report report;
    File file;

    report_init(&report, arena, TEXT("a.html"));
    if (file_open(&file, path, &report))
        (void)article_read(arena, &file, &html_format, &report);
    file_close(&file);
    (void)remove(path);
    return messages(arena, &report);
}

static Text try_article_bytes(Arena *arena, size_t amount)
{
    static const char before[] = "title: t\nbody: >-\n  ", word[] = "word ";
    size_t words = (amount - strlen(before)) / strlen(word);
    Text rest = repeat(arena, "", "x", amount - strlen(before) - words * strlen(word), "");

    return of_article(arena, repeat(arena, before, word, words, rest.bytes));
}

static Text try_markdown_bytes(Arena *arena, size_t amount)
{
    static const char line[] = "The tide was late, and the boat went on.\n\n";
    Report report;
    File file;

    report_init(&report, arena, TEXT("a.md"));
    file_from_text(&file, repeat(arena, "# t\n\n", line, (amount - 5) / strlen(line),
                                 repeat(arena, "", "x", (amount - 5) % strlen(line), "").bytes));
    (void)article_read(arena, &file, &markdown_format, &report);
    return messages(arena, &report);
}

static Text of_message(Arena *arena, Text message)
{
    Report report;
    File file;

    report_init(&report, arena, TEXT("a.eml"));
    file_from_text(&file, message);
    (void)article_read(arena, &file, &message_format, &report);
    return messages(arena, &report);
}

#define MESSAGE_HEAD "Subject: t\nContent-Type: multipart/mixed; boundary=b\n\n"

static Text try_message_bytes(Arena *arena, size_t amount)
{
    static const char head[] = MESSAGE_HEAD "--b\n\nThe tide was late.\n--b\n", line[] = "QUJD\n";
    size_t rest = amount - strlen(head);

    return of_message(
        arena, repeat(arena, head, line, rest / strlen(line), repeat(arena, "", "Q", rest % strlen(line), "").bytes));
}

static Text try_message_parts(Arena *arena, size_t amount)
{
    return of_message(arena, repeat(arena, MESSAGE_HEAD, "--b\n\nThe tide was late.\n", amount, "--b--\n"));
}

static Text try_config_bytes(Arena *arena, size_t amount)
{
    static const char line[] = "# a comment\n";
    const char *path = file_of(arena, repeat(arena, "measure: 60\n", line, amount / strlen(line) - 1,
                                             repeat(arena, "", "#", amount % strlen(line), "").bytes));
    Text said = of_program(arena, "/dev/null", NULL, "keys", arena_printf(arena, "--config=%s", path).bytes, NULL);

    (void)unlink(path);
    return said;
}

static Text try_kept_bytes(Arena *arena, size_t amount)
{
    const char *path = file_of(arena, repeat(arena, "", "#", amount, ""));
    Text name = text_from(strrchr(path, '/') + 1), bytes;
    Path folders[KEEPER_STORE_COUNT] = {{{0}}};
    Keeper keeper = keeping_in(folders);
    Report report;

    folders[KEEPER_NOTES] = path_folder(arena, path_copy(arena, text_from(path)));
    report_init(&report, arena, name);
    ok(keeper_read(&keeper, KEEPER_NOTES, name, arena, &bytes, &report) == (amount <= MOST_KEPT_BYTES) &&
           bytes.size == (amount <= MOST_KEPT_BYTES ? amount : 0),
       "what is kept, %zu bytes", amount);
    (void)unlink(path);
    return messages(arena, &report);
}

static Text try_theme_bytes(Arena *arena, size_t amount)
{
    static const char line[] = "# a comment\n", head[] = "quoin-theme: 1\nname: large\n";
    size_t lines = (amount - strlen(head)) / strlen(line);
    const char *path =
        file_of(arena, repeat(arena, head, line, lines,
                              repeat(arena, "", "#", amount - strlen(head) - lines * strlen(line), "").bytes));
    const char *name = path_of(arena, "theme.yaml");
    Text said;

    ok(rename(path, name) == 0, "a theme of %zu bytes", amount);
    said = of_program(arena, "/dev/null", NULL, "themes", "check", name);
    (void)unlink(name);
    return said;
}

static Text try_model_bytes(Arena *arena, size_t amount)
{
    const char *data = path_of(arena, "data"), *models = arena_printf(arena, "%s/models", data).bytes;
    const char *article = path_of(arena, "article"), *model = arena_printf(arena, "%s/names.model", models).bytes;
    Text said;

    (void)mkdir(data, 0700);
    (void)mkdir(models, 0700);
    ok(rename(file_of(arena, TEXT("A headline\n\nInes Farrow left London.\n")), article) == 0, "an article");
    ok(rename(sparse_file(arena, TEXT("QUOINTAG"), amount), model) == 0, "a model");
    said = of_program(arena, "/dev/null", data, "entities", "--no-config", article);
    (void)unlink(article);
    (void)unlink(model);
    (void)rmdir(models);
    (void)rmdir(data);
    return said;
}

/* ---- articles ---- */

static Text try_field_bytes(Arena *arena, size_t amount)
{
    static const struct {
        const char *before, *after;
    } places[] = {
        {"title: ", ""}, {"author: ", ""}, {"authors: [", "]"},      {"authors: [{name: ", "}]"},
        {"tags: ", ""},  {"tags: [", "]"}, {"links: [{url: ", "}]"}, {"entities: [{type: person, name: ", "}]"}};
    TextBuffer all = {0};

    for (size_t i = 0; i < COUNT_OF(places); i++) {
        const char *head = arena_printf(arena, "body: b\n%s%s", i ? "title: t\n" : "", places[i].before).bytes;
        Text said = of_article(arena, repeat(arena, head, "x", amount, places[i].after));

        ok((said.size > 0) == (amount > MOST_FIELD_BYTES), "%zu bytes after \"%s\"", amount, places[i].before);
        text_buffer_add(arena, &all, said);
    }
    ok(of_article(arena, repeat(arena, "title: t\nbody: [", "x", amount, "]\n")).size == 0,
       "what is in the body may be longer");
    return text_buffer_text(&all);
}

static Text try_dateline_bytes(Arena *arena, size_t amount)
{
    return of_article(arena, repeat(arena, "title: t\nbody: b\ndateline: ", "x", amount, "\n"));
}

/* The article itself is a level. */
static Text try_levels(Arena *arena, size_t amount)
{
    return of_article(arena, repeat(arena, "title: t\nbody: b\nx-a: ", "[", amount - 1,
                                    repeat(arena, "", "]", amount - 1, "\n").bytes));
}

/* The article, two keys, the title and the list are parts already. */
static Text try_parts(Arena *arena, size_t amount)
{
    return of_article(arena, repeat(arena, "title: t\nbody:\n", "- b\n", amount - 5, ""));
}

static Text try_keys(Arena *arena, size_t amount)
{
    TextBuffer source = {0};

    text_buffer_add(arena, &source, TEXT("title: t\nbody: b\n"));
    for (size_t i = 2; i < amount; i++)
        text_buffer_add(arena, &source, arena_printf(arena, "x-%zu: v\n", i));
    return of_article(arena, text_buffer_text(&source));
}

static Text try_key_bytes(Arena *arena, size_t amount)
{
    return of_article(arena, repeat(arena, "title: t\nbody: b\nx-", "a", amount - 2, ": v\n"));
}

/* Blanks, lines and both, at any distance from the start. */
static Text try_blanks(Arena *arena, size_t amount)
{
    static const char *const before[] = {"b", "bb", "bbb", "bbbb", "bbbbb", "bbbbbb", "bbbbbbb", "bbbbbbbb"};
    Text said = of_article(arena, repeat(arena, "title: t\nbody: >-\n  b\n", "\n", amount - 3, "  b\n"));

    for (size_t i = 0; i < COUNT_OF(before); i++) {
        const char *head = arena_printf(arena, "title: t\nbody: %s", before[i]).bytes;
        Text blanks = of_article(arena, repeat(arena, head, " ", amount, "b\n"));
        Text tabs = of_article(arena, repeat(arena, head, "\t", amount, "b\n"));

        ok((blanks.size > 0) == (amount > MOST_BLANKS) && text_equal(blanks, tabs), "%zu blanks after %s", amount,
           before[i]);
    }
    return said;
}

/* ---- themes ---- */

static bool read_next(void *context, Arena *arena, Text id, Text *source, Text *path, Text *why)
{
    size_t most = *(const size_t *)context, number;

    *why = (Text){0};
    *path = id;
    if (!text_to_number(text_slice(id, (Range){1, id.size}), most, &number))
        return false;
    *source =
        number == most ? TEXT("quoin-theme: 1\n") : arena_printf(arena, "quoin-theme: 1\ninherits: t%zu\n", number + 1);
    return true;
}

static Text of_theme(Arena *arena, Text source, size_t chain)
{
    const ThemeSource others = {read_next, &chain};
    Report report;

    report_init(&report, arena, TEXT("t1.yaml"));
    (void)theme_read(arena, TEXT("t1"), source, &others, &report);
    return messages(arena, &report);
}

static Text try_colors(Arena *arena, size_t amount)
{
    TextBuffer source = {0};

    text_buffer_add(arena, &source, TEXT("quoin-theme: 1\npalette:\n"));
    for (size_t i = 0; i < amount; i++)
        text_buffer_add(arena, &source, arena_printf(arena, "  c%zu: red\n", i));
    return of_theme(arena, text_buffer_text(&source), 1);
}

/* A role that begins at the far end is taken, or told of. */
static Text try_color_names(Arena *arena, size_t amount)
{
    TextBuffer source = {0};

    text_buffer_add(arena, &source, TEXT("quoin-theme: 1\npalette:\n"));
    for (size_t i = 1; i < amount; i++)
        text_buffer_add(arena, &source, arena_printf(arena, "  c%zu: c%zu\n", i, i + 1));
    text_buffer_add(arena, &source, arena_printf(arena, "  c%zu: \"#fff\"\nroles: {text: c1}\n", amount));
    return of_theme(arena, text_buffer_text(&source), 1);
}

static Text try_inherited(Arena *arena, size_t amount)
{
    return of_theme(arena, TEXT("quoin-theme: 1\ninherits: t2\n"), amount);
}

static Text try_binding_keys(Arena *arena, size_t amount)
{
    Config config;
    Report report;

    config_init(&config, arena);
    report_init(&report, arena, TEXT("config.yaml"));
    (void)config_read(&config, arena, repeat(arena, "keys: {all: {", "a", amount, ": quit}}\n"), &report);
    return messages(arena, &report);
}

/* ---- lines of JSON ---- */

static Text try_json_line_bytes(Arena *arena, size_t amount)
{
    static const char start[] = "{\"id\": 1, \"text\": \"“Yes,” said Ann Lee.\"",
                      end[] = "}\n{\"id\": 2, \"text\": \"x\"}\n";
    const char *path = file_of(arena, repeat(arena, start, " ", amount - strlen(start) - 1, end));
    Text said = of_program(arena, path, NULL, "quotes", "--from=jsonl", "--format=jsonl");

    ok(text_find(said, TEXT("\"id\": 2"), 0) != TEXT_NOT_FOUND, "the next line is answered");
    (void)unlink(path);
    return said;
}

static Text try_json_levels(Arena *arena, size_t amount)
{
    Text line = repeat(arena, "{\"a\": ", "[", amount, repeat(arena, "", "]", amount, "}").bytes);
    JsonObject object = {0};
    const char *why = "";
    size_t at = 0;

    return json_read_object(arena, line, &object, &at, &why) ? (Text){0} : text_from(why);
}

/* ---- what is counted ---- */

static Text try_problems(Arena *arena, size_t amount)
{
    return of_article(arena, repeat(arena, "title: t\nbody: b\n", "title: t\n", amount, ""));
}

static Text try_matches(Arena *arena, size_t amount)
{
    Document document = {.article = article_from_text(arena, repeat(arena, "", "word ", amount, "."))};
    bool more;

    search_begin(&document.search, TEXT("word"), 0);
    while (search_count(&document.search, document.article, 1 << 20))
        ;
    more = document.search.too_many;
    ok(document.search.counted && document.search.matches.count == MOST_MATCHES, "so many are counted");
    arena_release(&document.search.arena);
    return more ? TEXT("+") : (Text){0};
}

static Text try_jumps(Arena *arena, size_t amount)
{
    JumpList jumps = {0};

    (void)arena;
    for (size_t i = 0; i < amount; i++)
        jumps_push(&jumps, (Jump){i * 2, JUMP_FROM_TEXT});
    return jumps.jumps[0].offset == 0 ? (Text){0} : TEXT("the oldest is forgotten");
}

/* ---- all of them ---- */

/* How it is tried; what tells that it was too much, where that is not the message of the table. */
static const struct {
    Try *try;
    const char *told;
} tries[LIMIT_COUNT] = {
    [LIMIT_TEXT_BYTES] = {try_text_bytes, NULL},
    [LIMIT_STREAM_BYTES] = {try_stream_bytes, NULL},
    [LIMIT_PAGE_BYTES] = {try_page_bytes, NULL},
    [LIMIT_ADDRESS_BYTES] = {try_address_bytes, NULL},
    [LIMIT_HTML_BYTES] = {try_html_bytes, NULL},
    [LIMIT_MESSAGE_BYTES] = {try_message_bytes, NULL},
    [LIMIT_MESSAGE_PARTS] = {try_message_parts, NULL},
    [LIMIT_ARTICLE_BYTES] = {try_article_bytes, NULL},
    [LIMIT_MARKDOWN_BYTES] = {try_markdown_bytes, NULL},
    [LIMIT_FIELD_BYTES] = {try_field_bytes, NULL},
    [LIMIT_DATELINE_BYTES] = {try_dateline_bytes, NULL},
    [LIMIT_LEVELS] = {try_levels, NULL},
    [LIMIT_PARTS] = {try_parts, NULL},
    [LIMIT_KEYS] = {try_keys, NULL},
    [LIMIT_KEY_BYTES] = {try_key_bytes, NULL},
    [LIMIT_BLANKS] = {try_blanks, NULL},
    [LIMIT_CONFIG_BYTES] = {try_config_bytes, NULL},
    [LIMIT_KEPT_BYTES] = {try_kept_bytes, NULL},
    [LIMIT_BINDING_KEYS] = {try_binding_keys, NULL},
    [LIMIT_THEME_BYTES] = {try_theme_bytes, NULL},
    [LIMIT_COLORS] = {try_colors, NULL},
    [LIMIT_COLOR_NAMES] = {try_color_names, NULL},
    [LIMIT_INHERITED_THEMES] = {try_inherited, NULL},
    [LIMIT_MODEL_BYTES] = {try_model_bytes, NULL},
    [LIMIT_JSON_LINE_BYTES] = {try_json_line_bytes, NULL},
    [LIMIT_JSON_LEVELS] = {try_json_levels, NULL},
    [LIMIT_PROBLEMS] = {try_problems, "and 1 more"},
    [LIMIT_MATCHES] = {try_matches, "+"},
    [LIMIT_JUMPS] = {try_jumps, "the oldest is forgotten"},
};

static size_t count_of(Text text, Text part)
{
    size_t count = 0;

    for (size_t at = text_find(text, part, 0); at != TEXT_NOT_FOUND; at = text_find(text, part, at + 1))
        count++;
    return count;
}

static void test_limit(LimitId id)
{
    const Limit *limit = limit_row(id);
    Arena arena = {0};
    Text said;

    if (!ok(tries[id].try != NULL, "there is a way to try: %.*s", TEXT_ARGS(limit->name)))
        return;
    said = tries[id].try(&arena, limit->most);
    ok(count_of(said, limit->cure) == 0 && (!tries[id].told || count_of(said, text_from(tries[id].told)) == 0),
       "%.*s: %zu are taken", TEXT_ARGS(limit->name), limit->most);
    arena_reset(&arena);
    said = tries[id].try(&arena, limit->most + 1);
    if (tries[id].told)
        ok(count_of(said, text_from(tries[id].told)) == 1, "… one more is told of: %s", tries[id].told);
    else
        ok(count_of(said, limit->name) && count_of(said, limit_most(id, &arena)) && count_of(said, limit->cure),
           "… one more is told of, with what is allowed and the cure");
    arena_release(&arena);
}

/* Told once, whatever else follows from it; what it leaves is read. */
static void test_once(void)
{
    Arena arena = {0};
    Text said = try_key_bytes(&arena, MOST_KEY_BYTES + 1);

    ok(count_of(said, TEXT("\n")) == 1, "a limit is told once");
    ok(text_equal(limit_message(LIMIT_KEY_BYTES, 300, &arena),
                  TEXT("a key: 300 bytes, at most 256 bytes; is a quotation mark or a line end missing?")),
       "what was found, what is allowed, the cure");
    arena_release(&arena);
}

/* An article in YAML that is too large is refused by its size: nothing but its first bytes is read. A file without a size is read to its end. */
static void test_size_first(void)
{
    Arena arena = {0};
    const char *path = sparse_file(&arena, TEXT("title: t\n"), (size_t)MOST_ARTICLE_BYTES + 1);
    Report report;
    Text text;
    File file;

    report_init(&report, &arena, TEXT("a.yaml"));
    ok(file_open(&file, path, &report) && !article_read(&arena, &file, NULL, &report) && report.unreadable &&
           report.error_count == 1,
       "a large article is refused");
    ok(file.bytes.size <= FILE_FIRST_BYTES, "before it is read");
    file_close(&file);
    (void)unlink(path);
    report_init(&report, &arena, TEXT("/dev/zero"));
    ok(!file_read_text(&arena, "/dev/zero", LIMIT_CONFIG_BYTES, &text, &report) && report.unreadable,
       "a device is no configuration");
    if (access("/proc/self/status", R_OK) != 0) {
        tap_skip("there is no /proc");
    } else {
        report_init(&report, &arena, TEXT("status"));
        ok(file_read_text(&arena, "/proc/self/status", LIMIT_CONFIG_BYTES, &text, &report) && text.size > 100,
           "a file that tells no size is read");
        ok(file_open(&file, "/proc/self/status", &report) && file.bytes.size > 100 && file.size == file.bytes.size,
           "… as an article, too");
        file_close(&file);
    }
    arena_release(&arena);
}

int main(void)
{
    (void)unicode_init("C.UTF-8");
    for (int id = 0; id < LIMIT_COUNT; id++)
        test_limit((LimitId)id);
    test_once();
    test_size_first();
    return tap_done();
}
