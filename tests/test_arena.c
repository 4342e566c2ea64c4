/* Arrays that grow in an arena, with others beside them: each keeps what it holds, wherever it goes. */
#include <string.h>

#include "base/arena.h"
#include "random.h"
#include "tap.h"

enum {
    BLOCK_BYTES = 4096,
    CHUNK_BLOCKS = 256,
    ARRAY_BYTES = 64 * BLOCK_BYTES,
    ARRAYS = 24,
    BURSTS = 4000,
    BURST_LONGEST = 400
};

static bool holds(const char *bytes, size_t size, char byte)
{
    return bytes[0] == byte && memcmp(bytes, bytes + 1, size - 1) == 0;
}

static char *new_block(Arena *arena, char byte)
{
    return memset(arena_alloc(arena, BLOCK_BYTES), byte, BLOCK_BYTES);
}

/*
 * The array stands behind so many blocks, or at the start of the next chunk where it does not fit there; others fill the rest of that chunk to its
 * last byte. Then it grows.
 */
static bool keeps_neighbours(size_t blocks_before)
{
    Arena arena = {0};
    char *blocks[CHUNK_BLOCKS - ARRAY_BYTES / BLOCK_BYTES];
    size_t count = COUNT_OF(blocks);
    TextBuffer array = {0};
    bool kept = true;

    for (size_t i = 0; i < CHUNK_BLOCKS - 1 + blocks_before; i++) /* the chunks up to the first of full size */
        (void)new_block(&arena, '-');
    while (array.capacity < ARRAY_BYTES)
        array.items = arena_grow(&arena, array.items, 1, &array.capacity);
    memset(array.items, 'a', array.capacity);
    for (size_t i = 0; i < count; i++)
        blocks[i] = new_block(&arena, 'b');
    array.items = arena_grow(&arena, array.items, 1, &array.capacity);
    kept = holds(array.items, ARRAY_BYTES, 'a');
    memset(array.items, 'a', array.capacity);
    for (size_t i = 0; i < count; i++)
        kept = kept && holds(blocks[i], BLOCK_BYTES, 'b');
    arena_release(&arena);
    return kept;
}

static void test_full_chunk(void)
{
    size_t changed = 0;

    for (size_t before = 15; before < CHUNK_BLOCKS; before += 16)
        changed += !keeps_neighbours(before);
    ok(changed == 0, "a large array in a full chunk grows beside the others in it (%zu do not)", changed);
}

/* Which array, and where in it. */
static uint32_t value_of(size_t array, size_t at)
{
    return (uint32_t)(array * 0x9E3779B9u ^ at);
}

static void test_many(void)
{
    Arena arena = {0};
    ARRAY(uint32_t) arrays[ARRAYS];
    unsigned long seed = random_begin(7);
    size_t changed = 0;

    memset(arrays, 0, sizeof arrays);
    for (size_t burst = 0; burst < BURSTS; burst++) {
        size_t array = random_below(random_below(ARRAYS) + 1); /* the first ones grow large */

        for (size_t left = random_below(BURST_LONGEST); left > 0; left--) {
            uint32_t value = value_of(array, arrays[array].count);

            ARRAY_PUSH(&arena, arrays[array], value);
        }
    }
    for (size_t array = 0; array < ARRAYS; array++) {
        for (size_t at = 0; at < arrays[array].count; at++)
            changed += arrays[array].items[at] != value_of(array, at);
    }
    ok(changed == 0, "arrays that grow by turns keep their items (seed %lu: %zu do not)", seed, changed);
    arena_release(&arena);
}

/* A list that is emptied again and again takes no more than its largest, and nothing at the end. */
static void test_clear(void)
{
    enum { ROUNDS = 4, LARGE = 100000, SMALL = 10 };
    ARRAY(size_t) items = {0};
    size_t wrong = 0, small;
    Arena arena = {0};

    for (size_t i = 0; i < SMALL; i++)
        ARRAY_PUSH(&arena, items, i);
    ARRAY_CLEAR(&arena, items);
    small = arena.allocated;
    for (size_t round = 0; round < ROUNDS; round++) {
        for (size_t i = 0; i < LARGE; i++)
            ARRAY_PUSH(&arena, items, i * round);
        for (size_t i = 0; i < LARGE; i++)
            wrong += items.items[i] != i * round;
        ARRAY_CLEAR(&arena, items);
        wrong += items.count != 0 || items.capacity != 0 || arena.allocated > small + 64 * 1024;
    }
    ok(wrong == 0, "an array that is emptied gives back what is large (%zu do not)", wrong);
    ARRAY_PUSH(&arena, items, 1);
    ok(items.count == 1 && items.items[0] == 1, "and is used again");
    arena_release(&arena);
}

static void test_one_line(void)
{
    static const Text rows[][2] = {
        {LITERAL("Jane Doe"), LITERAL("Jane Doe")},
        {LITERAL("Jane\nDoe"), LITERAL("Jane Doe")},
        {LITERAL("Jane  Doe"), LITERAL("Jane Doe")},
        {LITERAL("Jane\tDoe"), LITERAL("Jane Doe")},
        {LITERAL("a b \r\n  c\td"), LITERAL("a b c d")},
        {LITERAL(" Jane Doe\n"), LITERAL("Jane Doe")},
        {LITERAL(" \n "), LITERAL("")},
        {LITERAL(""), LITERAL("")},
    };
    Arena arena = {0};
    size_t wrong = 0;

    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        Text line = arena_on_one_line(&arena, rows[i][0]);

        wrong += !text_equal(line, rows[i][1]) || !text_equal(arena_on_one_line(&arena, line), line);
    }
    ok(wrong == 0, "on one line blanks in a row are one (%zu are not)", wrong);
    arena_release(&arena);
}

int main(void)
{
    test_one_line();
    test_full_chunk();
    test_many();
    test_clear();
    return tap_done();
}
