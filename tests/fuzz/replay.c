/*
 * Replay a corpus in `make check`: the program tests/fuzz/fuzz_NAME runs its target on every file of tests/corpus/NAME, and on
 * MUTATIONS damaged copies of each: bytes changed, a piece repeated, the end cut off. The damage is the same in
 * every run (SEED), so that what fails once fails again. A file that crashes is the last one named.
 */
#include <dirent.h>
#include <string.h>

#include "fuzz/fuzz.h"
#include "tap.h"

enum { LARGEST = 1 << 20, MUTATIONS = 40, SEED = 20240611 };

static uint32_t random_state = SEED;

/* Xorshift: Marsaglia, "Xorshift RNGs", 2003. */
static uint32_t random_below(size_t limit)
{
    random_state ^= random_state << 13;
    random_state ^= random_state >> 17;
    random_state ^= random_state << 5;
    return limit ? random_state % (uint32_t)limit : 0;
}

static size_t damage(uint8_t *bytes, size_t size)
{
    static const uint8_t telling[] = {0,   '\n', '\r', '\t', 0x1B, '"',  '\'', ':',
                                      '-', ' ',  '#',  '{',  '[',  0x80, 0xE2, 0xFF};
    size_t at, length;

    if (size == 0)
        return 0;
    for (uint32_t changes = 1 + random_below(8); changes > 0; changes--)
        bytes[random_below(size)] = telling[random_below(sizeof telling)];
    at = random_below(size);
    length = random_below(size - at);
    if (size + length <= LARGEST && random_below(3) == 0) {
        memmove(bytes + at + length, bytes + at, size - at);
        size += length;
    }
    return random_below(3) == 0 ? random_below(size) : size;
}

/* The target gets a block of exactly the size, so that ASan sees a read past its end. */
static void run(const uint8_t *bytes, size_t size)
{
    uint8_t *copy = malloc(size ? size : 1);

    if (!copy)
        abort();
    memcpy(copy, bytes, size);
    (void)LLVMFuzzerTestOneInput(copy, size);
    free(copy);
}

static void replay(const char *path, const char *name)
{
    static uint8_t original[LARGEST], damaged[LARGEST];
    FILE *file = fopen(path, "rb");
    size_t size;

    if (!file) {
        ok(false, "%s can be read", name);
        return;
    }
    size = fread(original, 1, sizeof original, file);
    (void)fclose(file);
    (void)printf("# %s\n", name);
    (void)fflush(stdout);
    run(original, size);
    for (int i = 0; i < MUTATIONS; i++) {
        memcpy(damaged, original, size);
        run(damaged, damage(damaged, size));
    }
    ok(true, "%s and %d damaged copies", name, MUTATIONS);
}

int main(int argc, char **argv)
{
    const char *sources = getenv("SRCDIR"), *name = argc > 0 ? strstr(argv[0], "fuzz_") : NULL;
    char path[4096];
    struct dirent **entries;
    int count;

    for (const char *next = name; next; next = strstr(next + 1, "fuzz_"))
        name = next;
    (void)LLVMFuzzerInitialize(&argc, &argv);
    (void)printf("# seed %d\n", SEED);
    (void)snprintf(path, sizeof path, "%s/tests/corpus/%s", sources ? sources : ".", name ? name + strlen("fuzz_") : "");
    count = scandir(path, &entries, NULL, alphasort);
    if (ok(count > 2, "%s is a folder with files", path)) {
        for (int i = 0; i < count; i++) {
            char file[sizeof path + 1 + sizeof entries[i]->d_name];

            (void)snprintf(file, sizeof file, "%s/%s", path, entries[i]->d_name);
            if (entries[i]->d_name[0] != '.')
                replay(file, entries[i]->d_name);
            free(entries[i]);
        }
        free(entries);
    }
    return tap_done();
}
