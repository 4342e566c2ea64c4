/* The lower bound against a search from the front, in all sorted arrays of a few items: none, one, runs of equal ones, both ends and beyond. */
#include <stdint.h>

#include "base/lower_bound.h"
#include "tap.h"

enum { ITEMS_MOST = 7, VALUES = 4 };

static size_t from_the_front(const unsigned *items, size_t count, unsigned value)
{
    size_t at = 0;

    while (at < count && items[at] < value)
        at++;
    return at;
}

/* The next array of sorted items below VALUES, as a number is counted up; false after the last. */
static bool next_sorted(unsigned *items, size_t count)
{
    size_t at = count;

    while (at > 0 && items[at - 1] == VALUES - 1)
        at--;
    if (at == 0)
        return false;
    for (unsigned value = items[at - 1] + 1; at <= count; at++)
        items[at - 1] = value;
    return true;
}

static void test_count(size_t count)
{
    unsigned items[ITEMS_MOST] = {0};
    size_t arrays = 0, wrong = 0, outside = 0;

    do {
        arrays++;
        for (unsigned value = 0; value <= VALUES; value++) {
            size_t at = SIZE_MAX;

            LOWER_BOUND(at, count, (outside += at >= count, items[at] < value));
            wrong += at != from_the_front(items, count, value);
        }
    } while (next_sorted(items, count));
    ok(wrong == 0, "of %zu items, in %zu arrays: as from the front (%zu wrong)", count, arrays, wrong);
    ok(outside == 0, "of %zu items: no other is looked at", count);
}

static void test_far(void)
{
    size_t asked = 0, at;

    LOWER_BOUND(at, SIZE_MAX, (asked++, at < SIZE_MAX / 3 * 2));
    ok(at == SIZE_MAX / 3 * 2 && asked <= sizeof at * 8, "in as many as there can be: %zu questions, no overflow",
       asked);
}

int main(void)
{
    for (size_t count = 0; count <= ITEMS_MOST; count++)
        test_count(count);
    test_far();
    return tap_done();
}
