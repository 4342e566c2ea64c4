/*
 * How much memory an article takes for each byte of its text, whatever the text is: the program is run on texts of about 1 MB, each of one kind,
 * and its largest resident set compared with that of an article of one word. The promise is 15 bytes; a kind that is allowed more is nothing but
 * what the analysis has to remember, and its ceiling is what was reached, so that it grows no further.
 */
#include "config.h"

#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tap.h"
#include "text_kinds.h"

#if defined(ARENA_DEBUG) || defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define OTHER_MEMORY 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(memory_sanitizer) || __has_feature(thread_sanitizer)
#define OTHER_MEMORY 1
#endif
#endif

enum { PATH_BYTES = 1200, TEXT_BYTES = 1000 * 1000, LARGEST_EMPTY = 32 << 20 };

static char program[PATH_BYTES];

/* The largest resident set of a command on a text, in bytes; 0: it failed. */
static size_t measure(const char *command, const char *path)
{
    char *arguments[] = {program, (char *)(uintptr_t)command, (char *)(uintptr_t)path, NULL};
    struct rusage usage;
    pid_t process;
    int status = -1;

    (void)fflush(stdout);
    process = fork();
    if (process == 0) {
        int nothing = open("/dev/null", O_WRONLY);

        (void)dup2(nothing, STDOUT_FILENO);
        (void)execv(program, arguments);
        _exit(127);
    }
    if (process < 0 || wait4(process, &status, 0, &usage) != process || status != 0)
        return 0;
    return (size_t)usage.ru_maxrss * 1024;
}

/* Once more where it is over the ceiling: what the system maps around a page that is touched differs by some tens of kilobytes from run to run. */
static size_t measure_again(const char *command, const char *path, size_t ceiling)
{
    enum { RUNS = 3 };
    size_t least = measure(command, path);

    for (int i = 1; i < RUNS && least > ceiling; i++) {
        size_t most = measure(command, path);

        least = most < least ? most : least;
    }
    return least;
}

static void test_kind(const TextKind *kind, const char *path, const size_t empty[3])
{
    static const char *const commands[3] = {"show", "quotes", "entities"};
    size_t size = text_kind_write(kind, path, TEXT_BYTES);

    for (int i = 0; i < 3; i++) {
        size_t most = measure_again(commands[i], path, empty[i] + size * kind->ceiling);
        double bytes = most > empty[i] ? (double)(most - empty[i]) / (double)size : 0;

        ok(size && most && bytes <= kind->ceiling, "%s: %s takes %.1f bytes a byte, of %u", kind->name, commands[i],
           bytes, kind->ceiling);
    }
    (void)unlink(path);
}

int main(void)
{
    static const TextKind word = {"a word", "word\n", TEXT_BYTES_PROMISED};
    const char *folder = getenv("BUILDDIR");
    char path[PATH_BYTES];
    size_t empty[3];

#ifdef OTHER_MEMORY
    return tap_skip_all("each object has a place of its own in this build");
#endif
    (void)snprintf(program, sizeof program, "%s/quoin", folder ? folder : ".");
    (void)snprintf(path, sizeof path, "%s/tests/memory.tmp.txt", folder ? folder : ".");
    if (!text_kind_write(&word, path, 1))
        tap_bail_out("no text can be written");
    empty[0] = measure("show", path);
    empty[1] = measure("quotes", path);
    empty[2] = measure("entities", path);
    if (!empty[0] || !empty[1] || !empty[2])
        tap_bail_out("the program does not run");
    if (empty[0] > LARGEST_EMPTY)
        return tap_skip_all("this test itself takes more memory, as under valgrind");
    for (size_t i = 0; i < text_kind_count; i++)
        test_kind(&text_kinds[i], path, empty);
    return tap_done();
}
