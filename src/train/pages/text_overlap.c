/* Runs are hashes, sorted and compared as lists: a run that stands twice in one text and once in the other is one hit and one that is wrong. */
#include "train/pages/text_overlap.h"

#include <stdlib.h>

#include "base/unicode/unicode.h"

enum { RUN = 4 };

typedef struct Runs {
    uint64_t *items;
    size_t count;
} Runs;

static bool is_word_character(uint32_t code_point)
{
    return code_point == '_' || (unicode_is_alnum(code_point) && !unicode_is_mark(code_point));
}

static bool byte_is_in_word(Text text, size_t at, size_t *size)
{
    char byte = text.bytes[at];

    *size = 1;
    if ((unsigned char)byte < 0x80)
        return ascii_is_alnum(byte) || byte == '_';
    return is_word_character(utf8_decode(text, at, size));
}

bool overlap_next_word(Text text, size_t *at, Text *word)
{
    size_t size, start;

    while (*at < text.size && !byte_is_in_word(text, *at, &size))
        *at += size;
    start = *at;
    while (*at < text.size && byte_is_in_word(text, *at, &size))
        *at += size;
    *word = text_slice(text, (Range){start, *at});
    return word->size > 0;
}

bool text_same_words(Text a, Text b)
{
    size_t at = 0, other_at = 0;
    Text word, other;

    for (;;) {
        bool more = overlap_next_word(a, &at, &word), other_more = overlap_next_word(b, &other_at, &other);

        if (!more || !other_more)
            return more == other_more;
        if (!text_equal_ignoring_case(word, other))
            return false;
    }
}

static uint64_t hash_word(Text word, bool any_case)
{
    uint64_t hash = 0xCBF29CE484222325u;
    size_t size;

    for (size_t at = 0; at < word.size; at += size) {
        uint32_t code_point = utf8_decode(word, at, &size);

        hash = (hash ^ (any_case ? unicode_to_lower(code_point) : code_point)) * 0x100000001B3u;
    }
    return hash;
}

static Runs runs_of(Arena *arena, Text text, size_t run, bool any_case)
{
    Runs runs = {0};
    ARRAY(uint64_t) words = {0};
    Text word;

    for (size_t at = 0; overlap_next_word(text, &at, &word);)
        ARRAY_PUSH(arena, words, hash_word(word, any_case));
    runs.count = !words.count ? 0 : words.count <= run ? 1 : words.count - run + 1;
    runs.items = ARENA_ARRAY(arena, uint64_t, runs.count + 1);
    for (size_t i = 0; i < runs.count; i++) {
        uint64_t hash = 1;

        for (size_t k = i; k < i + run && k < words.count; k++)
            hash = (hash ^ words.items[k]) * 0x9E3779B97F4A7C15u + (hash >> 29);
        runs.items[i] = hash;
    }
    return runs;
}

static int compare_runs(const void *a, const void *b)
{
    const uint64_t *first = a, *second = b;

    return (*first > *second) - (*first < *second);
}

static size_t count_shared(Runs a, Runs b)
{
    size_t shared = 0;

    qsort(a.items, a.count, sizeof *a.items, compare_runs);
    qsort(b.items, b.count, sizeof *b.items, compare_runs);
    for (size_t i = 0, k = 0; i < a.count && k < b.count;) {
        int order = compare_runs(&a.items[i], &b.items[k]);

        shared += order == 0;
        i += order <= 0;
        k += order >= 0;
    }
    return shared;
}

TextOverlap text_overlap(Arena *arena, Text gold, Text found)
{
    Arena *scratch = arena_within(arena);
    Runs a = runs_of(scratch, gold, RUN, false), b = runs_of(scratch, found, RUN, false);
    double shared = (double)count_shared(a, b), all = (double)(a.count + b.count) - shared;
    TextOverlap overlap = {.has_words = b.count > 0};

    arena_release(scratch);
    if (!(all > 0))
        return (TextOverlap){.precision = 1, .recall = 1, .f1 = 1};
    overlap.hit = shared / all;
    overlap.wrong = ((double)b.count - shared) / all;
    overlap.missed = ((double)a.count - shared) / all;
    overlap.precision = b.count ? shared / (double)b.count : 0;
    overlap.recall = a.count ? shared / (double)a.count : 0;
    if (shared > 0)
        overlap.f1 = 2 * overlap.precision * overlap.recall / (overlap.precision + overlap.recall);
    return overlap;
}

bool text_has_paragraph(Arena *arena, Text paragraph, Text found)
{
    Arena *scratch = arena_within(arena);
    size_t words = 0, at = 0, present = 0;
    Text word;
    Runs a, b;

    while (words < RUN && overlap_next_word(paragraph, &at, &word))
        words++;
    a = runs_of(scratch, paragraph, words ? words : 1, true);
    b = runs_of(scratch, found, words ? words : 1, true);
    qsort(b.items, b.count, sizeof *b.items, compare_runs);
    for (size_t i = 0; i < a.count; i++)
        present += b.count && bsearch(&a.items[i], b.items, b.count, sizeof *b.items, compare_runs);
    arena_release(scratch);
    return present * 10 >= a.count * 9;
}

static bool has_word(Text text)
{
    size_t at = 0;
    Text word;

    return overlap_next_word(text, &at, &word);
}

Text text_first_paragraph(Text text)
{
    Text line;

    for (size_t at = 0; text_next_part(text, '\n', &at, &line);) {
        if (has_word(line))
            return line;
    }
    return (Text){0};
}

Text text_last_paragraph(Text text)
{
    Text line, last = {0};

    for (size_t at = 0; text_next_part(text, '\n', &at, &line);) {
        if (has_word(line))
            last = line;
    }
    return last;
}
