/*
 * Columns: what the gate says that a text takes (tests/vectors/width/cases.txt), and where the cursor of a terminal is when it was written
 * there. In tmux by `make check`; on any other terminal by hand:
 *
 *     tests/test_widths --measure /dev/stdout < tests/vectors/width/cases.txt       (0 disagreements: nothing but the count)
 */
#include <stdint.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "base/unicode/printable.h"
#include "base/unicode/unicode.h"
#include "clock.h"
#include "tmux.h"
#include "vectors.h"

enum { CASES_LEAST = 100, CASE_BYTES = 256, REPLY_BYTES = 32 };

typedef struct Case {
    size_t columns;
    char bytes[CASE_BYTES];
    Text text;
    Text name;
} Case;

/* "\u{301}", "\x{E9}" at `at`: into `bytes`; the size, 0: it is none. `*end` is after it. */
static size_t take_escape(Text line, size_t at, char *bytes, size_t *end)
{
    uint32_t value = 0;

    if (at + 4 > line.size || line.bytes[at] != '\\' || line.bytes[at + 2] != '{')
        return 0;
    for (*end = at + 3; *end < line.size && line.bytes[*end] != '}'; ++*end)
        value = value << 4 | (uint32_t)ascii_hex_digit(line.bytes[*end]);
    ++*end;
    if (line.bytes[at + 1] == 'u')
        return utf8_encode(value, bytes);
    bytes[0] = (char)(unsigned char)value;
    return 1;
}

/* False: a comment, or no case. */
static bool read_case(Text line, Case *read)
{
    size_t first = text_find_byte(line, '\t', 0),
           second = first == TEXT_NOT_FOUND ? first : text_find_byte(line, '\t', first + 1);
    Text escaped;

    if (second == TEXT_NOT_FOUND || !text_to_number(text_slice(line, (Range){0, first}), 99, &read->columns))
        return false;
    escaped = text_slice(line, (Range){first + 1, second});
    read->name = text_slice(line, (Range){second + 1, line.size});
    read->text = (Text){read->bytes, 0};
    for (size_t at = 0, end; at < escaped.size && read->text.size + 4 < CASE_BYTES; at = end) {
        size_t size = take_escape(escaped, at, read->bytes + read->text.size, &end);

        if (size == 0) {
            read->bytes[read->text.size] = escaped.bytes[at];
            end = at + 1;
            size = 1;
        }
        read->text.size += size;
    }
    return true;
}

/* ---- on a terminal ---- */

/* The column of the cursor, from 1, as the terminal reports it (CPR); 0: it does not. */
static size_t cursor_column(void)
{
    char reply[REPLY_BYTES];
    size_t size = 0, column = 0;
    Text text;

    if (write(STDOUT_FILENO, "\033[6n", 4) != 4)
        return 0;
    while (size < sizeof reply && read(STDERR_FILENO, reply + size, 1) == 1 && reply[size++] != 'R')
        continue;
    text = (Text){reply, size ? size - 1 : 0};
    (void)text_to_number(text_slice(text, (Range){text_find_byte(text, ';', 0) + 1, text.size}), 999, &column);
    return column;
}

/* Standard input has the cases; the terminal is where standard output and error are. */
static int measure(const char *result)
{
    struct termios before, raw;
    Arena scratch = {0};
    size_t count = 0;
    char line[1024];
    FILE *out = fopen(result, "w");

    if (!out || tcgetattr(STDERR_FILENO, &before) != 0)
        return EXIT_FAILURE;
    raw = before;
    raw.c_lflag &= ~(tcflag_t)(ICANON | ECHO);
    (void)tcsetattr(STDERR_FILENO, TCSANOW, &raw);
    while (fgets(line, sizeof line, stdin)) {
        Case tested;
        size_t column, columns;
        Text shown;

        line[strcspn(line, "\n")] = '\0';
        if (!read_case(text_from(line), &tested))
            continue;
        (void)printf("\r\033[K");
        shown = printable_copy(&scratch, tested.text, CHARSET_UTF8);
        (void)fwrite(shown.bytes, 1, shown.size, stdout);
        (void)fflush(stdout);
        column = cursor_column();
        columns = printable_width(tested.text, CHARSET_UTF8);
        if (column != columns + 1)
            (void)fprintf(out, "%.*s: %zu columns, on the terminal %zu\n", TEXT_ARGS(tested.name), columns, column - 1);
        count++;
    }
    arena_release(&scratch);
    (void)tcsetattr(STDERR_FILENO, TCSANOW, &before);
    (void)fprintf(out, "%zu cases measured\n", count);
    return fclose(out) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

/* ---- here ---- */

/* What the measuring wrote, once it is at its end. */
static bool wait_for(Arena *arena, const char *path, Text end, Text *result)
{
    long deadline = now_ms() + TMUX_DEADLINE_MS;

    do {
        tmux_pause();
        if (vector_read(arena, path, result) && text_ends_with(*result, end))
            return true;
    } while (now_ms() < deadline);
    return false;
}

static void test_on_terminal(size_t count, const char *program, const char *cases)
{
    static Tmux tmux;
    const char *build = getenv("BUILDDIR"), *missing = tmux_missing();
    char result[1024], command[4096];
    const char *arguments[] = {"sh", "-c", command, NULL};
    Arena arena = {0};
    Text text = {0}, wanted = arena_printf(&arena, "%zu cases measured\n", count);

    if (missing) {
        tap_skip(missing);
        return;
    }
    (void)snprintf(result, sizeof result, "%s/tests/widths.found", build ? build : ".");
    (void)snprintf(command, sizeof command, "'%s' --measure '%s' <'%s'", program, result, cases);
    (void)remove(result);
    ok(tmux_start(&tmux, 5, 100, arguments) && wait_for(&arena, result, TEXT(" measured\n"), &text) &&
           text_equal(text, wanted),
       "%zu texts take as many columns on a terminal", count);
    if (!text_equal(text, wanted))
        printf("# %.*s", TEXT_ARGS(text));
    tmux_end(&tmux);
    (void)remove(result);
    arena_release(&arena);
}

/* An older C library does not know it, or another has other columns for it: it is not sent as it is there. */
static bool is_seen_here(Text text)
{
    size_t size;

    for (size_t at = 0; at < text.size; at += size) {
        uint32_t code_point = utf8_decode(text, at, &size);

        if (unicode_columns(code_point) != columns_settled(code_point))
            return false;
    }
    return true;
}

/* It fits where it says that it does, and its copy takes as many. */
static void check_case(const Case *tested)
{
    Arena scratch = {0};
    size_t columns = printable_width(tested->text, CHARSET_UTF8), used;
    Text copy = printable_copy(&scratch, tested->text, CHARSET_UTF8);

    if (is_seen_here(tested->text))
        ok(columns == tested->columns, "%.*s: %zu, found %zu", TEXT_ARGS(tested->name), tested->columns, columns);
    else
        tap_skip("the C library of this machine has other columns for it");
    ok(printable_width(copy, CHARSET_UTF8) == columns &&
           printable_fit(tested->text, columns, CHARSET_UTF8, &used) == tested->text.size,
       "… as a copy, and where there is just room");
    arena_release(&scratch);
}

int main(int argc, char **argv)
{
    char path[VECTOR_PATH];
    size_t count = 0;
    Arena arena = {0};
    Text cases;

    (void)unicode_init("C.UTF-8");
    if (argc == 3 && strcmp(argv[1], "--measure") == 0)
        return measure(argv[2]);
    vector_path(path, "tests/vectors/width", "cases.txt");
    if (!vector_read(&arena, path, &cases))
        cases = (Text){0};
    for (size_t at = 0, end; at < cases.size; at = end + 1) {
        Case tested;

        end = text_find_byte(cases, '\n', at);
        end = end == TEXT_NOT_FOUND ? cases.size : end;
        if (!read_case(text_slice(cases, (Range){at, end}), &tested))
            continue;
        check_case(&tested);
        count++;
    }
    ok(count >= CASES_LEAST, "%zu cases", count);
    test_on_terminal(count, argv[0], path);
    arena_release(&arena);
    return tap_done();
}
