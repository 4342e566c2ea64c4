/*
 * Lines on standard input, answers on standard output: each answer comes before the next line is sent; a line over the largest, or one that a read
 * error cuts, costs its own answer only; and whatever stands in a line, no more memory is taken than that of its size.
 */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "cli/lines.h"
#include "preload.h"
#include "tap.h"

#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED 1
#endif
#endif

enum { PATH_BYTES = 1200, DEADLINE_SECONDS = 60 };

static rlim_t address_space = RLIM_INFINITY; /* of the program */
static char program[PATH_BYTES], library[PATH_BYTES], scratch_path[PATH_BYTES];

/* A program that reads from one pipe and writes to another. */
typedef struct Child {
    pid_t process;
    int to, from;
} Child;

static _Noreturn void become(const char *command, int input, int output, const char *failing)
{
    char *arguments[] = {program, (char *)(uintptr_t)command, (char *)(uintptr_t) "--from=jsonl", NULL};
    int nothing = open("/dev/null", O_WRONLY);

    (void)dup2(input, STDIN_FILENO);
    (void)dup2(output, STDOUT_FILENO);
    (void)dup2(nothing, STDERR_FILENO);
    for (int descriptor = STDERR_FILENO + 1; descriptor < 64; descriptor++)
        (void)close(descriptor);
    if (failing)
        preload_set(library, failing, NULL);
    if (address_space != RLIM_INFINITY)
        (void)setrlimit(RLIMIT_AS, &(struct rlimit){address_space, address_space});
    (void)alarm(DEADLINE_SECONDS);
    (void)execv(program, arguments);
    _exit(127);
}

static bool start(Child *child, const char *command)
{
    int in[2], out[2];

    if (pipe(in) != 0 || pipe(out) != 0)
        return false;
    (void)fflush(stdout);
    child->process = fork();
    if (child->process == 0)
        become(command, in[0], out[1], NULL);
    (void)close(in[0]);
    (void)close(out[1]);
    child->to = in[1];
    child->from = out[0];
    return child->process > 0;
}

static int finish(Child *child)
{
    int status = -1;

    (void)close(child->to);
    (void)close(child->from);
    (void)waitpid(child->process, &status, 0);
    return status;
}

static bool send_all(int descriptor, const char *bytes, size_t size)
{
    while (size) {
        ssize_t written = write(descriptor, bytes, size);

        if (written <= 0)
            return false;
        bytes += written;
        size -= (size_t)written;
    }
    return true;
}

/* The next line of the answers, or what came of it until the deadline. */
static size_t receive(int descriptor, char *line, size_t room)
{
    size_t size = 0;

    while (size < room && (size == 0 || line[size - 1] != '\n')) {
        struct pollfd waiting = {.fd = descriptor, .events = POLLIN};

        if (poll(&waiting, 1, DEADLINE_SECONDS * 1000) <= 0 || read(descriptor, line + size, 1) != 1)
            break;
        size++;
    }
    return size;
}

/* ---- question and answer ---- */

static void test_answers_at_once(void)
{
    char question[200], answer[4000], wanted[40];
    bool good = true;
    Child child;

    if (!start(&child, "quotes")) {
        ok(false, "the program is started");
        return;
    }
    for (int i = 0; good && i < 20; i++) {
        int size = snprintf(question, sizeof question, "{\"id\": %d, \"text\": \"“Yes,” said Ines Farrow.\"}\n", i);
        size_t half = (size_t)size / 2, answered;

        (void)snprintf(wanted, sizeof wanted, "{\"id\": %d, ", i);
        good = send_all(child.to, question, half) && send_all(child.to, question + half, (size_t)size - half);
        answered = good ? receive(child.from, answer, sizeof answer) : 0;
        good = answered > strlen(wanted) && memcmp(answer, wanted, strlen(wanted)) == 0 && answer[answered - 1] == '\n';
    }
    ok(good, "each answer comes before the next line is sent");
    ok(finish(&child) == 0, "and the end is the end");
}

/* ---- lines that do not come whole ---- */

static FILE *scratch_file(void)
{
    FILE *file = fopen(scratch_path, "w+");

    if (!file)
        ok(false, "%s can be written: %s", scratch_path, strerror(errno));
    return file;
}

/* What the program answers to the file, and what it used. */
typedef struct Answered {
    Text text;
    int status;
    long peak_kib;
} Answered;

static Answered answer_file(Arena *arena, const char *command, FILE *file, const char *failing)
{
    Answered answered = {.status = -1};
    FILE *out = tmpfile();
    struct rusage usage;
    TextBuffer text = {0};
    char bytes[4096];
    pid_t process;
    size_t got;

    if (fflush(file) != 0 || !out)
        return answered;
    rewind(file);
    (void)fflush(stdout);
    process = fork();
    if (process == 0)
        become(command, fileno(file), fileno(out), failing);
    if (process > 0 && wait4(process, &answered.status, 0, &usage) == process)
        answered.peak_kib = usage.ru_maxrss;
    rewind(out);
    while ((got = fread(bytes, 1, sizeof bytes, out)) > 0)
        text_buffer_add(arena, &text, (Text){bytes, got});
    (void)fclose(out);
    answered.text = text_buffer_text(&text);
    return answered;
}

static void repeat(FILE *file, const char *text, size_t bytes)
{
    for (size_t size = strlen(text), at = 0; at < bytes; at += size)
        (void)fputs(text, file);
}

static void check_answer(Answered answered, int status, const char *wanted, const char *what)
{
    bool good = WIFEXITED(answered.status) && WEXITSTATUS(answered.status) == status &&
                text_equal(answered.text, text_from(wanted));

    if (!ok(good, "%s", what))
        printf("# status %d: %.*s\n", answered.status, TEXT_ARGS(answered.text));
}

static void test_largest_line(void)
{
    static const char before[] = "{\"id\": 1, \"text\": \"", after[] = "\"}\n{\"id\": 2, \"text\": \"\"}\n";
    FILE *file = scratch_file();
    Arena arena = {0};

    if (!file)
        return;
    (void)fputs(before, file);
    repeat(file, " ", MOST_JSON_LINE_BYTES - (sizeof before - 1) - 2); /* its quotation mark and bracket */
    (void)fputs(after, file);
    check_answer(
        answer_file(&arena, "quotes", file, NULL), 0,
        "{\"id\": 1, \"quotes\": [], \"language\": \"en\"}\n{\"id\": 2, \"quotes\": [], \"language\": \"en\"}\n",
        "a line of 64 MiB is answered");
    (void)fclose(file);
    file = scratch_file();
    for (int i = 0; file && i < 2; i++) { /* twice: the second begins in the middle of what was read */
        (void)fputs(before, file);
        repeat(file, "\\n", MOST_JSON_LINE_BYTES + (size_t)i * 100000);
        (void)fputs(after, file);
    }
    if (file) {
        check_answer(answer_file(&arena, "quotes", file, NULL), 1,
                     "{\"id\": 1, \"error\": \"line 1, byte 67108865: expected a line of JSON of at most 64 MiB; cut "
                     "it in parts\"}\n"
                     "{\"id\": 2, \"quotes\": [], \"language\": \"en\"}\n"
                     "{\"id\": 1, \"error\": \"line 3, byte 67108865: expected a line of JSON of at most 64 MiB; cut "
                     "it in parts\"}\n"
                     "{\"id\": 2, \"quotes\": [], \"language\": \"en\"}\n",
                     "a longer one gets an error with its id, and the next is answered");
        (void)fclose(file);
    }
    arena_release(&arena);
}

static void test_cut_lines(void)
{
#define CUT "expected the rest of the line, but reading failed: Input/output error\"}\n"
    /* what comes before the error, and the answer to it */
    static const char *const rows[][2] = {
        {"{\"id\": 12, \"text\": \"y\"}", "{\"id\": 12, \"error\": \"line 2, byte 24: " CUT},
        {"{\"id\": 12, \"te", "{\"id\": 12, \"error\": \"line 2, byte 15: " CUT},
        {"{\"id\": 12", "{\"id\": null, \"error\": \"line 2, byte 10: " CUT},
        {"{\"id\": \"x\"", "{\"id\": \"x\", \"error\": \"line 2, byte 11: " CUT},
        {"", ""},
    };

    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        Arena arena = {0};
        FILE *file = scratch_file();
        Text wanted[] = {TEXT("{\"id\": 11, \"quotes\": [], \"language\": \"en\"}\n"), text_from(rows[i][1])};

        if (!file)
            return;
        (void)fprintf(file, "{\"id\": 11, \"text\": \"x\"}\n%s", rows[i][0]);
        check_answer(answer_file(&arena, "quotes", file, "read@0:2:EIO"), 2, arena_join(&arena, wanted, 2).bytes,
                     "a line that a read error cuts is not answered as if it were whole");
        (void)fclose(file);
        arena_release(&arena);
    }
}

/* ---- memory; a sanitizer takes some of its own ---- */

#if !defined(SANITIZED)

/* There is not enough for one line: it gets an error, the next an answer. */
static void test_scarce_memory(void)
{
    FILE *file = scratch_file();
    Arena arena = {0};

    if (!file)
        return;
    (void)fputs("{\"id\": 1, \"text\": \"", file);
    repeat(file, "Yes. ", (size_t)32 << 20);
    (void)fputs("\"}\n{\"id\": 2, \"text\": \"x\"}\n", file);
    address_space = (rlim_t)256 << 20;
    check_answer(answer_file(&arena, "quotes", file, NULL), 1,
                 "{\"id\": 1, \"error\": \"line 1, byte 1: expected a text for which there is memory\"}\n{\"id\": 2, "
                 "\"quotes\": [], \"language\": \"en\"}\n",
                 "a line for which memory does not suffice gets an error, and the next an answer");
    address_space = RLIM_INFINITY;
    (void)fclose(file);
    arena_release(&arena);
}

enum { MIB = 1 << 20, LINE_MIB = 2, TIMES_LINE = 12, BESIDES_MIB = 20 };

/* A line: its beginning, what is repeated in it up to its size, its end. */
static const struct {
    const char *what, *before, *repeated, *after;
} classes[] = {
    {"a string with an escape", "{\"id\": 1, \"text\": \"\\n", "a", "\"}\n"},
    {"a string of escapes", "{\"id\": 1, \"text\": \"", "\\u0020", "\"}\n"},
    {"many members", "{\"id\": 1", ", \"k\": \"\\/\"", ", \"text\": \"\"}\n"},
    {"many members without an escape", "{\"id\": 1", ", \"k\": 0", ", \"text\": \"\"}\n"},
    {"many strings with escapes", "{\"id\": 1, \"links\": [\"\"", ", \"https:\\/\\/example.com\"",
     "], \"text\": \"\"}\n"},
    {"many arrays", "{\"id\": 1, \"x\": [[]", ", []", "], \"text\": \"\"}\n"},
    {"a long key", "{\"id\": 1, \"\\n", "a", "\": 1, \"text\": \"\"}\n"},
    {"a long id", "{\"id\": \"\\n", "a", "\", \"text\": \"\"}\n"},
    {"a long number", "{\"id\": 1, \"x\": 1", "0", ", \"text\": \"\"}\n"},
    {"blanks", "{\"id\": 1, \"text\": \"\"", " ", "}\n"},
    {"no object", "[", "[", "\n"},
    {"a text that is broken off", "{\"id\": 1, \"text\": \"\\n", "a", "\n"},
    {"quotations", "{\"id\": 1, \"text\": \"", "“Yes,” said Ines Farrow. ", "\"}\n"},
    {"quotations and escapes", "{\"id\": 1, \"text\": \"", "\\\"No,\\\" Tom Bell said.\\n", "\"}\n"},
    {"names", "{\"id\": 1, \"text\": \"", "Ines Farrow met Tom Bell of Norvane. ", "\"}\n"},
    {"prose", "{\"id\": 1, \"text\": \"", "The ferry left the harbour before the storm came in from the west. ", "\"}\n"},
    {"capital letters", "{\"id\": 1, \"text\": \"", "A B C ", "\"}\n"},
    {"punctuation", "{\"id\": 1, \"text\": \"", ", ", "\"}\n"},
    {"short paragraphs", "{\"id\": 1, \"text\": \"", "x\\n\\n", "\"}\n"},
};

static void test_memory(void)
{
    for (size_t i = 0; i < COUNT_OF(classes); i++) {
        FILE *file = scratch_file();
        Arena arena = {0};
        Answered answered;

        if (!file)
            return;
        (void)fputs(classes[i].before, file);
        repeat(file, classes[i].repeated, (size_t)LINE_MIB * MIB);
        (void)fputs(classes[i].after, file);
        answered = answer_file(&arena, i % 2 ? "entities" : "quotes", file, NULL);
        ok(WIFEXITED(answered.status) && answered.text.size &&
               answered.peak_kib <= (TIMES_LINE * LINE_MIB + BESIDES_MIB) * 1024L,
           "%s: %ld KiB for a line of %d MiB", classes[i].what, answered.peak_kib, LINE_MIB);
        (void)fclose(file);
        arena_release(&arena);
    }
}

#endif

int main(void)
{
    const char *build = getenv("BUILDDIR"), *source = getenv("SRCDIR"), *missing;

    (void)snprintf(program, sizeof program, "%s/quoin", build ? build : ".");
    (void)snprintf(library, sizeof library, "%s/tests/failing.so", build ? build : ".");
    (void)snprintf(scratch_path, sizeof scratch_path, "%s/tests/pipeline.tmp", build ? build : ".");
    (void)setenv("QUOIN_DATA", source ? source : ".", 1);
    (void)signal(SIGPIPE, SIG_IGN);
    test_answers_at_once();
    test_largest_line();
    missing = preload_missing(library);
    if (missing)
        tap_skip(missing);
    else
        test_cut_lines();
#if defined(SANITIZED)
    tap_skip("a sanitizer takes memory of its own");
#else
    test_scarce_memory();
    test_memory();
#endif
    (void)remove(scratch_path);
    return tap_done();
}
