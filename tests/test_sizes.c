/* Sizes that no memory has: whoever asks for them ends the program as when memory runs out, with status 2, and gets no smaller block instead. */
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/unicode/printable.h"
#include "base/unicode/unicode.h"
#include "tap.h"
#include "ui/cells/canvas.h"

static const size_t most = SIZE_MAX;

static void sum(Arena *arena)
{
    (void)arena;
    (void)memory_sum(most / 2 + 1, most / 2 + 1);
}

static void product(Arena *arena)
{
    (void)arena;
    (void)memory_product(most / 16 + 2, 16);
}

static void array(Arena *arena)
{
    (void)arena_alloc_array(arena, most / 16 + 2, 16);
}

static void block(Arena *arena)
{
    (void)arena_alloc(arena, most - 8);
}

static void joined(Arena *arena)
{
    const Text parts[] = {{"a", most / 2 + 1}, {"b", most / 2 + 1}}; /* never read: their sum is 0 */

    (void)arena_join(arena, parts, 2);
}

static void copied(Arena *arena)
{
    (void)arena_copy(arena, (Text){"a", most});
}

static void grown(Arena *arena)
{
    size_t capacity = most / 2 + 1;

    (void)arena_grow(arena, NULL, 1, &capacity);
}

static const struct {
    const char *what;
    void (*ask)(Arena *arena);
} cases[] = {
    {"a sum", sum},
    {"a product", product},
    {"an array", array},
    {"a block with its header", block},
    {"texts in one", joined},
    {"a copy with its NUL", copied},
    {"an array twice as large", grown},
};

static int status_of(void (*ask)(Arena *arena))
{
    int status = 0;
    pid_t child = fork();

    if (child == 0) {
        Arena arena = {0};

        (void)close(STDERR_FILENO);
        ask(&arena);
        _exit(0);
    }
    return child > 1 && waitpid(child, &status, 0) == child && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void test_width(void)
{
    Arena arena = {0};
    size_t size = (size_t)PRINTABLE_WIDEST * 3;
    char *bytes = arena_alloc(&arena, size);

    memset(bytes, 'x', size);
    ok(printable_width((Text){bytes, 80}, CHARSET_UTF8) == 80, "a text has its width");
    ok(printable_width((Text){bytes, size}, CHARSET_UTF8) == PRINTABLE_WIDEST, "and no more than an int can add up");
    for (size_t at = 0; at + 3 <= size; at += 3)
        (void)utf8_encode(0x6F22, bytes + at);
    ok(printable_width((Text){bytes, size}, CHARSET_ASCII) == PRINTABLE_WIDEST, "also where it is spelt out");
    arena_release(&arena);
}

int main(void)
{
    (void)unicode_init("C.UTF-8");
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        int status = status_of(cases[i].ask);

        ok(status == 2, "%s of more than any memory ends with status %d", cases[i].what, status);
    }
    test_width();
    return tap_done();
}
