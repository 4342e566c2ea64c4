/* Where a pattern is found in a text: by folding, at whole characters, and the same from whichever place the search begins. */
#include <string.h>
#include <time.h>

#include "base/unicode/fold.h"
#include "base/unicode/unicode.h"
#include "tap.h"

static const struct {
    const char *pattern, *text, *matches; /* "start-end" of each, one after the other */
} rows[] = {
    {"a", "banana", "1-2 3-4 5-6"},
    {"aa", "aaaaa a aaa", "0-2 2-4 8-10"},
    {"abab", "abababab ababab", "0-4 4-8 9-13"},
    {"STRASSE", "die Stra\u00dfe", "4-11"},
    {"stra\u00dfe", "DIE STRASSE", "4-11"},
    {"cafe", "a caf\u00e9", "2-7"},
    {"don't", "I don\u2019t", "2-9"},
    {"reelect", "re\u00adelect", "0-9"},
    {"fic", "o\ufb03ce", "1-5"},
    {"a b", "a \t\n b", "0-6"},
    /* a blank first: every run of white space before the rest, whatever stands before the run */
    {" a", "x a \t\n a", "1-3 3-8"},
    {" a", "caf\u00e9 a", "5-7"},
    {" a", "\u20ac \t\n a \u00ff a", "3-8 11-13"},
    {" a", "x \u00ad a", "1-6"},
    {" a", "x \u0301 a", "1-6"},
    {" a", "x\u00a8a", "1-4"},
    {" a", "x\u3000 a", "1-6"},
    {" a", "x\u2028\n a", "1-7"},
    {" ", "\u00e9 \u00e9  \u00e9", "2-3 5-7"},
    /* white space between is one blank, whatever stands in it */
    {"a b", "a \u00ad b", "0-6"},
    {"a b", "a \u0301 b", "0-6"},
    {"a b", "a  \u0301 b", "0-7"},
    {" a", "x  \u0301 a", "1-7"},
    {"a b", "a \u0301b", "0-5"},
    {"a b", "a\u00a8 b", "0-5"},
    {"a b", "a \u200b\u200b b", "0-10"},
};

/* As the reader counts them: from `from` on, a step at a time. */
static void find_all(const Needle *needle, Text text, size_t step, char *matches, size_t size)
{
    Range match;
    size_t used = 0;

    matches[0] = '\0';
    for (size_t at = 0, until; at < text.size; at = at < until ? until : at) {
        until = step < text.size - at ? at + step : text.size;
        while (needle_find(needle, text, at, until, &match)) {
            used += (size_t)snprintf(matches + used, size - used, "%s%zu-%zu", used ? " " : "", match.start, match.end);
            at = match.end;
        }
    }
}

static void test_matches(void)
{
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        Text text = text_from(rows[i].text);
        Arena arena = {0};
        char matches[200];
        Needle needle;
        bool good = true;
        size_t step;

        needle_init(&needle, &arena, text_from(rows[i].pattern));
        for (step = text.size; step > 0 && good; step -= good) {
            find_all(&needle, text, step, matches, sizeof matches);
            good = strcmp(matches, rows[i].matches) == 0;
        }
        ok(good, "\"%s\" in row %zu: %s (%s in steps of %zu)", rows[i].pattern, i, rows[i].matches, matches, step);
        arena_release(&arena);
    }
}

/* The other way, as N goes: from the start of each match to the one before. */
static void test_backwards(void)
{
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        Text text = text_from(rows[i].text);
        Arena arena = {0};
        Range match, ways[2][20];
        size_t counts[2] = {0, 0};
        bool good;
        Needle needle;

        needle_init(&needle, &arena, text_from(rows[i].pattern));
        for (size_t at = 0; needle_find(&needle, text, at, text.size, &match); at = match.end)
            ways[0][counts[0]++] = match;
        for (size_t at = text.size; needle_find_last(&needle, text, 0, at, &match); at = match.start)
            ways[1][counts[1]++] = match;
        good = counts[0] == counts[1];
        for (size_t j = 0; good && j < counts[0]; j++)
            good = ways[0][j].start == ways[1][counts[0] - 1 - j].start &&
                   ways[0][j].end == ways[1][counts[0] - 1 - j].end;
        ok(good, "\"%s\" in row %zu, backwards", rows[i].pattern, i);
        arena_release(&arena);
    }
}

/* Nothing but what a search does not see, looked through in steps, as a long text is. */
static void test_invisible(void)
{
    enum { CHARACTERS = 400000, STEP = 64 * 1024, MOST_SECONDS = 2 };
    static char bytes[3 * CHARACTERS];
    Text text = {bytes, sizeof bytes};
    clock_t begin = clock();
    Arena arena = {0};
    Needle needle;
    Range match;
    bool found = false;

    for (size_t at = 0; at < sizeof bytes; at += 3)
        (void)utf8_encode(0x200B, bytes + at);
    needle_init(&needle, &arena, TEXT(" x"));
    for (size_t at = 0; at < text.size; at += STEP)
        found = needle_find(&needle, text, at, at + STEP, &match) || found;
    ok(!found && clock() - begin < MOST_SECONDS * CLOCKS_PER_SEC,
       "a text of zero-width spaces is not gone back through at each step");
    arena_release(&arena);
}

int main(void)
{
    (void)unicode_init("C.UTF-8");
    test_matches();
    test_backwards();
    test_invisible();
    return tap_done();
}
