/* Edit distance over three rows of the usual table; names are short, so that rows live on the stack. */
#include "base/nearest.h"

enum { LONGEST_NAME = 63 };

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

static size_t edit_distance(Text a, Text b)
{
    size_t rows[3][LONGEST_NAME + 1];
    size_t *before = rows[0], *above = rows[1], *row = rows[2];

    for (size_t j = 0; j <= b.size; j++)
        above[j] = j;
    for (size_t i = 1; i <= a.size; i++) {
        size_t *spare = before;

        row[0] = i;
        for (size_t j = 1; j <= b.size; j++) {
            char x = ascii_to_lower(a.bytes[i - 1]), y = ascii_to_lower(b.bytes[j - 1]);

            row[j] = least(above[j - 1] + (x != y), least(above[j], row[j - 1]) + 1);
            if (i > 1 && j > 1 && x == ascii_to_lower(b.bytes[j - 2]) && y == ascii_to_lower(a.bytes[i - 2]))
                row[j] = least(row[j], before[j - 2] + 1);
        }
        before = above;
        above = row;
        row = spare;
    }
    return above[b.size];
}

Text nearest_name(Text name, const Text *names, size_t count)
{
    Text best = {0};
    size_t best_distance = SIZE_MAX;

    if (name.size == 0 || name.size > LONGEST_NAME)
        return best;
    for (size_t i = 0; i < count; i++) {
        size_t longer = names[i].size > name.size ? names[i].size : name.size;
        size_t distance;

        if (names[i].size > LONGEST_NAME)
            continue;
        distance = edit_distance(name, names[i]);
        if (distance * 3 <= longer + 1 && distance < best_distance) {
            best = names[i];
            best_distance = distance;
        }
    }
    return best;
}
