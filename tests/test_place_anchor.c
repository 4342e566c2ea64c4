/*
 * Places after their text was edited: sentences come in and go, words become others, also at the place itself. Most are found again, where they are
 * now; SEED=number edits otherwise. The texts are the bundled articles.
 */
#include "memory/place_anchor.h"

#include "base/unicode/unicode.h"
#include "formats/formats.h"
#include "random.h"
#include "vectors.h"

enum { EDITS = 6, NEAR = 200 /* bytes: two or three lines */, FOUND_LEAST = 97, WRONG_MOST = 1 };

static Arena arena;

/* A text between blank lines as it is edited; where the place is in it now; NO_OFFSET: it was taken out. */
typedef struct Edited {
    Text text;
    size_t place;
} Edited;

static Article *article_of(Text text)
{
    Article *article = article_new(&arena);

    for (size_t at = 0; at < text.size;) {
        size_t end = text_find(text, TEXT("\n\n"), at);

        end = end == TEXT_NOT_FOUND ? text.size : end;
        article_add_block(article, (Block){.range = {at, end}, .kind = BLOCK_PARAGRAPH},
                          text_slice(text, (Range){at, end}));
        at = end + 2;
    }
    article->text = text;
    article->indexed = text.size;
    article->complete = true;
    return article;
}

static void replace(Edited *edited, Range range, Text with)
{
    const Text parts[] = {text_slice(edited->text, (Range){0, range.start}), with,
                          text_slice(edited->text, (Range){range.end, edited->text.size})};

    edited->text = arena_join(&arena, parts, COUNT_OF(parts));
    if (edited->place == NO_OFFSET || edited->place < range.start)
        return;
    if (edited->place < range.end)
        edited->place = with.size > 20 ? range.start : NO_OFFSET;
    else
        edited->place = edited->place - range_size(range) + with.size;
}

/* The sentence around an offset, with the blank behind it. */
static Range sentence_at(Text text, size_t offset)
{
    Range range = {offset, offset};

    while (range.start > 0 && text.bytes[range.start - 1] != '\n' &&
           !(range.start > 1 && text.bytes[range.start - 1] == ' ' && text.bytes[range.start - 2] == '.'))
        range.start--;
    while (range.end < text.size && text.bytes[range.end] != '\n' &&
           !(range.end > 0 && text.bytes[range.end] == ' ' && text.bytes[range.end - 1] == '.'))
        range.end++;
    if (range.end < text.size && text.bytes[range.end] == ' ')
        range.end++;
    return range;
}

static Range word_at(Text text, size_t offset)
{
    Range range = {offset, offset};

    while (range.start > 0 && ascii_is_alpha(text.bytes[range.start - 1]))
        range.start--;
    while (range.end < text.size && ascii_is_alpha(text.bytes[range.end]))
        range.end++;
    return range;
}

static void edit(Edited *edited)
{
    static const Text sentences[] = {LITERAL("Nobody at the table had an answer to that. "),
                                     LITERAL("The report, which runs to ninety pages, says as much. "),
                                     LITERAL("It rained. ")};
    static const Text words[] = {LITERAL("rather"), LITERAL("quite"), LITERAL("soon"), LITERAL("green")};
    size_t offset = random_below(edited->text.size);

    switch (random_below(3)) {
    case 0:
        offset = sentence_at(edited->text, offset).start;
        replace(edited, (Range){offset, offset}, RANDOM_OF(sentences));
        break;
    case 1:
        replace(edited, sentence_at(edited->text, offset), (Text){0});
        break;
    default:
        replace(edited, word_at(edited->text, offset), RANDOM_OF(words));
    }
}

typedef struct Counts {
    size_t tried, found, wrong, gone;
} Counts;

static size_t distance(size_t a, size_t b)
{
    return a < b ? b - a : a - b;
}

static void try_one(Text text, Counts *counts)
{
    Article *before = article_of(text);
    size_t offset = word_at(text, random_below(text.size)).start;
    PlaceAnchor anchor = place_anchor(&arena, before, offset);
    Edited edited = {text, anchor.offset};
    PlaceSearch search;
    size_t found;

    for (size_t i = 0; i < EDITS; i++)
        edit(&edited);
    place_search_init(&search, &arena, article_of(edited.text));
    found = place_find(&search, &anchor);
    if (edited.place == NO_OFFSET) {
        counts->gone++;
        return;
    }
    counts->tried++;
    counts->found += found != NO_OFFSET && distance(found, edited.place) <= NEAR;
    counts->wrong += found != NO_OFFSET && distance(found, edited.place) > NEAR;
}

int main(void)
{
    size_t tries = torture_is_long() ? 400 : 40;
    unsigned long seed = random_begin(11);
    Counts counts = {0};
    VectorNames names;

    (void)unicode_init("C.UTF-8");
    vector_list(&names, "articles", "", ".yaml");
    for (size_t i = 0; i < names.count; i++) {
        char path[VECTOR_PATH];
        Arena kept = {0};
        Article *article;
        Report report;
        File file;

        vector_path(path, "articles", names.names[i]);
        report_init(&report, &kept, text_from(path));
        if (!file_open(&file, path, &report) || !(article = article_read(&kept, &file, NULL, &report)))
            tap_bail_out("a bundled article cannot be read");
        (void)article_index(article, SIZE_MAX);
        for (size_t j = 0; j < tries; j++) {
            try_one(article->text, &counts);
            arena_reset(&arena);
        }
        file_close(&file);
        arena_release(&kept);
    }
    vector_list_release(&names);
    ok(counts.found * 100 >= counts.tried * FOUND_LEAST, "%zu of %zu places are found after %d edits (seed %lu)",
       counts.found, counts.tried, EDITS, seed);
    ok(counts.wrong * 100 <= counts.tried * WRONG_MOST, "%zu are found elsewhere; %zu were taken out", counts.wrong,
       counts.gone);
    arena_release(&arena);
    return tap_done();
}
