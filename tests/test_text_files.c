/*
 * Files as texts: what they begin with tells what they are, in lists and when they are read; large ones, which are decoded as they are loaded, lose
 * nothing and never move. What is no text is named, with what would help.
 */
#include <fcntl.h>
#include <unistd.h>

#include "base/unicode/unicode.h"
#include "formats/binary_kinds.h"
#include "formats/formats.h"
#include "formats/text_file.h"
#include "tap.h"

/* ---- files that are no texts ---- */

static const struct {
    size_t offset;
    Text magic, within, name;
    const char *cure;
} kinds[] = {
#define BINARY(offset, magic, within, traits, name, cure, stream_cure) \
    {offset, LITERAL(magic), LITERAL(within), LITERAL(name), cure},
#include "formats/binary_kinds.def"
#undef BINARY
};

/* What a row says it is, and nothing else of it: before and after are control characters. */
static Text file_of_kind(Arena *arena, size_t row)
{
    size_t size = kinds[row].offset + kinds[row].magic.size + kinds[row].within.size + 64;
    char *bytes = arena_alloc(arena, size);

    memset(bytes, 1, size);
    memcpy(bytes + size - kinds[row].within.size, kinds[row].within.bytes, kinds[row].within.size);
    memcpy(bytes, kinds[row].within.bytes, kinds[row].within.size);
    memcpy(bytes + kinds[row].offset, kinds[row].magic.bytes, kinds[row].magic.size);
    return (Text){bytes, size};
}

static void test_kinds(void)
{
    Arena arena = {0};

    for (size_t i = 0; i < COUNT_OF(kinds); i++) {
        Text head = file_of_kind(&arena, i);
        Text is = arena_join(&arena, (const Text[]){TEXT("is "), kinds[i].name, TEXT("; ")}, 3);
        Text said = binary_kind_message(&arena, head, TEXT("a b.txt"), TEXT("FORMS"));
        Text piped = binary_kind_message(&arena, head, (Text){0}, TEXT("FORMS"));
        bool has_cure = *kinds[i].cure;

        ok(text_starts_with(said, is) && text_starts_with(piped, is), "row %zu: %.*s", i, TEXT_ARGS(said));
        ok(has_cure ? text_find(said, TEXT("'a b.txt'"), 0) != TEXT_NOT_FOUND &&
                          text_ends_with(said, TEXT(" | quoin\"")) && text_ends_with(piped, TEXT(" | quoin\""))
                    : text_ends_with(said, TEXT("FORMS")) && text_ends_with(piped, TEXT("FORMS")),
           "… and what helps: %.*s", TEXT_ARGS(piped));
        ok(text_find_byte(said, '%', 0) == TEXT_NOT_FOUND && text_find_byte(piped, '%', 0) == TEXT_NOT_FOUND &&
               text_find(piped, TEXT("a b"), 0) == TEXT_NOT_FOUND,
           "… with the file's name, or none");
    }
    arena_release(&arena);
}

/* Texts that begin as some of these. */
static void test_texts(void)
{
    static const char *const texts[] = {
        "MZ is short for Mark Zbikowski.\n",
        "GIF89a is a form of pictures.\n",
        "BM, the old firm, is gone.\n",
        "ID3 tags are read.\n",
        "RIFF and WAVE.\n",
        "The ftyp box of a file.\n",
        "wOFF, he barked.\n",
        "PK is a name.\n",
        "BZh is how it begins.\n",
        "bplist00 is a word.\n",
        "AT&TFORM.\n",
        "II*I*I.\n",
        "OggS and fLaC\n",
        "7z and Rar!\n",
        "LZIP is a program.\n",
        "From ann@example.org Mon Jan 1\n",
        "\x1B[1mBold\x1B[0m and N\bNA\bAM\bME\n",
        "\x1B]8;;file://vm/a\aa\x1B]8;;\a\n", /* ls --hyperlink */
        "\x1B[1mBold\x1B[m\x0F\n",            /* tput sgr0 */
        "\f\fPage\r\n\x1A",
        "!<arch>, he wrote.\n",
        "SQLite format 3 is new.\n",
    };

    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        Arena arena = {0};

        ok(binary_kind_message(&arena, text_from(texts[i]), TEXT("a"), TEXT("b")).size == 0 &&
               !is_binary(text_from(texts[i])),
           "a text: %s", texts[i]);
        arena_release(&arena);
    }
}

static void test_names(void)
{
    static const struct {
        const char *name, *command;
    } rows[] = {
        {"a.gz", "zcat a.gz | quoin"},       {"/x/a-b_c.gz", "zcat /x/a-b_c.gz | quoin"},
        {"a b.gz", "zcat 'a b.gz' | quoin"}, {"it's.gz", "zcat 'it'\\''s.gz' | quoin"},
        {"'", "zcat ''\\''' | quoin"},       {"-d", "zcat ./-d | quoin"},
        {"-d e", "zcat ./'-d e' | quoin"},   {"$(rm).gz", "zcat '$(rm).gz' | quoin"},
        {"~", "zcat '~' | quoin"},           {"é.gz", "zcat 'é.gz' | quoin"},
    };

    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        Arena arena = {0};
        Text command = shell_command(&arena, "zcat %", text_from(rows[i].name));

        ok(text_equal(command, text_from(rows[i].command)), "%s: %.*s", rows[i].name, TEXT_ARGS(command));
        arena_release(&arena);
    }
}

/* ---- what lists and the reader see ---- */

#define WIDE(a, b, c, d, e) a "\0" b "\0" c "\0" d "\0" e "\0"

static const struct {
    const char *what, *path;
    Text bytes;
    EncodingKind told;
    const Format *format; /* NULL: not readable */
    const char *title, *message;
} files[] = {
    {"UTF-16, YAML by what is in it", "a.txt",
     LITERAL("\xFF\xFE" WIDE("t", "i", "t", "l", "e") WIDE(":", " ", "T", "\n", "b") WIDE("o", "d", "y", ":", " ")
                 WIDE("B", "o", "d", "y", "\n")),
     0, &article_format, "T", NULL},
    {"the same without a mark", "a",
     LITERAL(WIDE("t", "i", "t", "l", "e") WIDE(":", " ", "T", "\n", "b") WIDE("o", "d", "y", ":", " ")
                 WIDE("B", "o", "d", "y", "\n")),
     0, &article_format, "T", NULL},
    {"UTF-16 as text", "a.txt",
     LITERAL("\xFF\xFE" WIDE("T", "i", "t", "l", "e") WIDE("\n", "\n", "W", "o", "r") WIDE("d", "s", " ", ".", "\n")),
     0, &text_format, "Title", NULL},
    {"told by the user", "a.txt", LITERAL("caf\xC3\xA9\n\nWords.\n"), ENCODING_WINDOWS_1252, &text_format, "cafÃ©", NULL},
    {"a mark knows better", "a.txt",
     LITERAL("\xEF\xBB\xBF"
             "caf\xC3\xA9\n\nWords.\n"),
     ENCODING_WINDOWS_1252, &text_format, "café", NULL},
    {"old YAML", "a.yaml", LITERAL("title: caf\xE9\nbody: Words.\n"), 0, &article_format, "café",
     "one byte is not UTF-8; read as windows-1252 (--charset=NAME: as another)"},
    {"gzip called YAML", "a.yaml", LITERAL("\x1F\x8B\x08\x01"), 0, NULL, "",
     "is compressed (gzip); try \"zcat a.yaml | quoin\""},
    {"gzip called text", "a.txt", LITERAL("\x1F\x8B\x08\x01"), 0, NULL, "",
     "is compressed (gzip); try \"zcat a.txt | quoin\""},
    {"a NUL in a text", "a.txt", LITERAL("A\0B\n\nWords.\n"), 0, &text_format,
     "A\xEF\xBF\xBD"
     "B",
     "one character is NUL; read as U+FFFD"},
    {"no text", "a.txt", LITERAL("\1\2\3\4 abc"), 0, NULL, "",
     "is not a text (it has control characters); quoin reads articles in YAML, JSON, HTML, Markdown, messages, "
     "captions, items "
     "of newsboat "
     "and plain text"},
    {"about a page", "a.txt", LITERAL("On <html>\n\nA word: <html>.\n"), 0, &text_format, "On <html>", NULL},
    {"blanks in UTF-16", "a.txt", LITERAL("\xFF\xFE \0\n\0"), 0, NULL, "", "is empty; expected a title and a text"},
};

static void test_files(void)
{
    for (size_t i = 0; i < COUNT_OF(files); i++) {
        Text path = text_from(files[i].path), fields[FIELD_COUNT] = {{0}};
        Arena arena = {0};
        Report report;
        Article *article;
        bool in_list, good;
        File file;

        report_init(&report, &arena, path);
        file_from_text(&file, files[i].bytes);
        file.encoding.kind = files[i].told;
        file.is_named = true;
        in_list = article_peek(&arena, path, &file, fields);
        ok(files[i].format ? format_of(path, text_file_head(&arena, &file)) == files[i].format : !in_list,
           "%s: in lists", files[i].what);
        article = article_read(&arena, &file, NULL, &report);
        good = files[i].format != NULL;
        ok((article != NULL) == good && report.unreadable == !good, "%s: read", files[i].what);
        ok(!article || (text_equal(article->fields[FIELD_TITLE], text_from(files[i].title)) &&
                        text_equal(fields[FIELD_TITLE], text_from(files[i].title))),
           "… the title");
        ok(files[i].message
               ? report.problems.count == 1 && text_equal(report.problems.items[0].message, text_from(files[i].message))
               : report.problems.count == 0,
           "… and what is said: %.*s",
           TEXT_ARGS(report.problems.count ? report.problems.items[0].message : TEXT("nothing")));
        file_close(&file);
        arena_release(&arena);
    }
}

/* ---- large files, decoded as they are loaded ---- */

enum { LINES = 600000 };

static const struct {
    const char *what, *line; /* so many times */
    size_t line_size;
    const char *end; /* and this after them */
    size_t end_size;
    const char *decoded_line, *decoded_end, *message;
} large[] = {
    {"UTF-8", "“So” is a line of a long text.\n", 0, "The end.\n", 0, NULL, "The end.\n", NULL},
    {"a stray byte at the end of UTF-8", "“So” is a line of a long text.\n", 0, "caf\xE9.\n", 0, NULL, "café.\n",
     "one byte is not UTF-8; read as windows-1252"},
    {"NUL at the end", "The line of a long text, of all.\n", 0, "A\0B\n", 4, NULL,
     "A\xEF\xBF\xBD"
     "B\n",
     "one character is NUL; read as U+FFFD"},
    {"windows-1252", "\x93So\x94 is a line of a long text.\n", 0, "caf\xE9", 0, "“So” is a line of a long text.\n",
     "café", "1200001 bytes are not UTF-8; read as windows-1252, the first in line 1 (--charset=NAME: as another)"},
    {"all of it is replaced",
     "\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80"
     "\x80\x80.\n",
     0, "\x80", 0, "€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€.\n", "€",
     "18000001 bytes are not UTF-8; read as windows-1252, the first in line 1 (--charset=NAME: as another)"},
    {"UTF-16, cut", "A\0 \0l\0i\0n\0e\0 \0o\0f\0 \0i\0t\0 \0\x3D\xD8\x42\xDE.\0\n\0", 34, "\x14\x20\x14", 3,
     "A line of it \xF0\x9F\x99\x82.\n", "—\xEF\xBF\xBD", "it ends in the middle of a character; read as U+FFFD"},
    {"cut", "“So” is a line of a long text.\n", 0, "so\xE2\x80", 0, NULL, "so\xEF\xBF\xBD",
     "it ends in the middle of a character; read as U+FFFD"},
};

static Text text_of(const char *bytes, size_t size)
{
    return size ? (Text){bytes, size} : text_from(bytes);
}

/* False: it could not be written. */
static bool write_large(const char *path, Text line, Text end)
{
    FILE *file = fopen(path, "wb");
    bool good = file != NULL;

    for (size_t i = 0; good && i < LINES; i++)
        good = fwrite(line.bytes, 1, line.size, file) == line.size;
    good = good && fwrite(end.bytes, 1, end.size, file) == end.size;
    return file && fclose(file) == 0 && good;
}

static size_t wrong_lines(Text text, Text line, Text end)
{
    size_t wrong = text.size != LINES * line.size + end.size || !text_ends_with(text, end);

    for (size_t i = 0; !wrong && i < LINES; i++)
        wrong += memcmp(text.bytes + i * line.size, line.bytes, line.size) != 0;
    return wrong;
}

static void test_large(const char *path, size_t row)
{
    Text line = text_of(large[row].line, large[row].line_size);
    Text decoded = large[row].decoded_line ? text_from(large[row].decoded_line) : line;
    Arena arena = {0};
    Article *article;
    const char *start;
    Report report;
    size_t first;
    File file;

    report_init(&report, &arena, TEXT("a"));
    if (!write_large(path, line, text_of(large[row].end, large[row].end_size)) || !file_open(&file, path, &report)) {
        ok(false, "a large file");
        return;
    }
    file.is_named = false; /* or its bytes would be given back when all of them are text */
    article = article_read(&arena, &file, &text_format, &report);
    first = file.bytes.size;
    start = file.bytes.bytes;
    ok(article && report.problems.count == 0 && first < 4 * FILE_FIRST_BYTES && file.size > first,
       "%s: %zu bytes are loaded at first", large[row].what, first);
    while (article && article_index(article, article->indexed + 1000000))
        ;
    file_tell_error(&file, &report);
    file_tell_error(&file, &report);
    ok(start == file.bytes.bytes && wrong_lines(file.bytes, decoded, text_from(large[row].decoded_end)) == 0 &&
           file.size == file.bytes.size,
       "… the rest is decoded in its place");
    ok(large[row].message
           ? report.problems.count == 1 && text_equal(report.problems.items[0].message, text_from(large[row].message))
           : report.problems.count == 0,
       "… what is said, once: %.*s",
       TEXT_ARGS(report.problems.count ? report.problems.items[0].message : TEXT("nothing")));
    file_close(&file);
    arena_release(&arena);
    (void)unlink(path);
}

/* What is replaced is told when the bytes are not there any more; and where more is than there is room for, that. */
static void test_told(const char *path)
{
    static const struct {
        const char *end;
        size_t times;
        const char *told;
    } rows[] = {
        {"caf\xE9 so.\n", 3, "3 bytes are not UTF-8; read as windows-1252, the first in line 600001"},
        {"\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80.\n", 700000,
         "is not UTF-8 as it begins; the text ends after 33365536 bytes; --charset=NAME reads all of it"},
    };

    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        TextBuffer end = {0};
        Arena arena = {0};
        Article *article = NULL;
        Report report;
        File file;

        report_init(&report, &arena, TEXT("a"));
        for (size_t time = 0; time < rows[i].times; time++)
            text_buffer_add(&arena, &end, text_from(rows[i].end));
        ok(write_large(path, TEXT("“So” is a line of long text.\n"), text_buffer_text(&end)) &&
               file_open(&file, path, &report) &&
               (article = article_read(&arena, &file, &text_format, &report)) != NULL && report.problems.count == 0,
           "a file that begins as UTF-8");
        if (article)
            (void)article_index(article, SIZE_MAX);
        ok(article && article->complete, "… is read");
        file_tell_error(&file, &report);
        ok(report.problems.count &&
               text_equal(report.problems.items[report.problems.count - 1].message, text_from(rows[i].told)),
           "… and what was not UTF-8 is told: %.*s",
           TEXT_ARGS(report.problems.count ? report.problems.items[report.problems.count - 1].message : TEXT("nothing")));
        file_close(&file);
        arena_release(&arena);
        (void)unlink(path);
    }
}

/* The reader does not wait for the end of a large file to say what it sees. */
static void test_so_far(const char *path)
{
    static const Text line = LITERAL("\x93So\x94 is a line of a long text.\n");
    Arena arena = {0};
    Article *article;
    Report report;
    File file;

    report_init(&report, &arena, TEXT("a"));
    if (!write_large(path, line, line) || !file_open(&file, path, &report)) {
        ok(false, "a large file");
        return;
    }
    article = article_read(&arena, &file, &text_format, &report);
    ok(article && report.problems.count == 0 && file_has_news(&file), "what is replaced at the start is known then");
    file_tell_error(&file, &report);
    ok(report.problems.count == 1 && text_ends_with(report.problems.items[0].message,
                                                    TEXT(", the first in line 1 so far (--charset=NAME: as another)")),
       "… and can be told");
    while (article && article_index(article, SIZE_MAX))
        ;
    ok(!file_has_news(&file), "… and is not told again");
    file_close(&file);
    arena_release(&arena);
    (void)unlink(path);
}

int main(void)
{
    const char *folder = getenv("BUILDDIR"), *path;
    Arena arena = {0};

    (void)unicode_init("C.UTF-8");
    test_kinds();
    test_texts();
    test_names();
    test_files();
    path = arena_printf(&arena, "%s/tests/text_files.tmp", folder ? folder : ".").bytes;
    for (size_t row = 0; row < COUNT_OF(large); row++)
        test_large(path, row);
    test_told(path);
    test_so_far(path);
    arena_release(&arena);
    return tap_done();
}
