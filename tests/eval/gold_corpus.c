/* Each row of the table is anchored in the text by its words. */
#include <stdlib.h>

#include "base/text.h"
#include "base/unicode/unicode.h"
#include "eval/gold.h"

enum { COLUMNS_MOST = 5 };

typedef struct Row {
    Text columns[COLUMNS_MOST]; /* kind, words, person or identity, the speaker's words or the finer kind, a remark */
    size_t count;
} Row;

static Row cut_row(Text line)
{
    Row row = {0};

    for (size_t at = 0; row.count < COLUMNS_MOST && text_next_part(line, '\t', &at, &row.columns[row.count]);)
        row.count++;
    return row;
}

/* Does a word of the text go on over `at`? */
static bool is_within_word(Text text, size_t at)
{
    size_t size;

    return at > 0 && at < text.size && unicode_is_alnum(utf8_decode(text, utf8_previous(text, at), &size)) &&
           unicode_is_alnum(utf8_decode(text, at, &size));
}

/* The next place of `words` from `*at` on; only whole words where `whole`. */
static bool next_place(Text text, Text words, bool whole, size_t *at, Range *place)
{
    for (size_t start; (start = text_find(text, words, *at)) != TEXT_NOT_FOUND;) {
        *at = start + 1;
        *place = (Range){start, start + words.size};
        if (!whole || (!is_within_word(text, start) && !is_within_word(text, place->end)))
            return true;
    }
    return false;
}

/* "words#2" becomes "words" and 2; `*number` is 0 where none is given. */
static Text take_number(Text words, size_t *number)
{
    size_t size = words.size;

    *number = 0;
    while (size > 0 && ascii_is_digit(words.bytes[size - 1]))
        size--;
    if (size < 2 || size == words.size || words.bytes[size - 1] != '#' ||
        !text_to_number(text_slice(words, (Range){size, words.size}), words.size + 1000, number))
        return words;
    return text_slice(words, (Range){0, size - 1});
}

/* The one place that `words` means. */
static bool find_place(Text text, Text words, bool whole, Range *place)
{
    size_t number, at = 0;

    words = take_number(words, &number);
    for (size_t i = 0; i < (number ? number : 1); i++) {
        if (words.size == 0 || !next_place(text, words, whole, &at, place))
            return false;
    }
    return true;
}

/* ---- quotations ---- */

static Text speaker_type_of(Text words, bool is_named)
{
    static const Text pronouns[] = {LITERAL("he"), LITERAL("she"), LITERAL("they"), LITERAL("it"),  LITERAL("who"),
                                    LITERAL("I"),  LITERAL("we"),  LITERAL("his"),  LITERAL("her"), LITERAL("their")};

    if (TEXT_IS_ONE_OF(words, pronouns))
        return TEXT("pronoun");
    return is_named ? TEXT("name") : TEXT("nominal");
}

static bool has_capital(Text words)
{
    for (size_t at = 0; at < words.size; at++) {
        if (ascii_is_upper(words.bytes[at]))
            return true;
    }
    return false;
}

static bool read_quotation(Arena *arena, const Row *row, GoldDocument *document)
{
    GoldQuote quote = {.type = row->columns[0], .attributed = !text_equal(row->columns[2], TEXT("?"))};
    size_t number;

    if (row->count < 4 || !find_place(document->text, row->columns[1], false, &quote.range))
        return false;
    if (row->count > 4 && text_equal(row->columns[4], TEXT("unsure"))) {
        ARRAY_PUSH(arena, document->ignored, quote.range);
        return true;
    }
    if (quote.attributed) {
        quote.speaker_text = take_number(row->columns[3], &number);
        gold_read_names(arena, row->columns[2], &quote);
        quote.speaker_type = speaker_type_of(quote.speaker_text, has_capital(quote.speaker_text));
    }
    ARRAY_PUSH(arena, document->quotes, quote);
    return true;
}

/* ---- names ---- */

static bool is_covered(const GoldDocument *document, Range range)
{
    for (size_t i = 0; i < document->names.count; i++) {
        if (range_overlaps(document->names.items[i].range, range))
            return true;
    }
    return false;
}

/* At the place that the row means, or at all that are free: longer names are read before. */
static bool read_name(Arena *arena, const Row *row, GoldDocument *document)
{
    size_t number, at = 0;
    Text words = take_number(row->columns[1], &number);
    GoldName name = {.identity = text_equal(row->columns[2], TEXT("-")) ? words : row->columns[2]};
    bool is_there = false;

    if (row->count < 3 || !gold_entity_type(row->columns[0], &name.type))
        return false;
    for (size_t place = 1; next_place(document->text, words, true, &at, &name.range); place++) {
        is_there = true;
        if ((number == 0 || number == place) && !is_covered(document, name.range))
            ARRAY_PUSH(arena, document->names, name);
    }
    return is_there;
}

/* Names in the order in which they are taken: those of one place first, then longer ones before shorter ones. */
static int compare_rows(const void *left, const void *right)
{
    const Row *a = left, *b = right;
    size_t number_a, number_b;
    Text words_a = take_number(a->columns[1], &number_a), words_b = take_number(b->columns[1], &number_b);

    if (!number_a != !number_b)
        return number_a ? -1 : 1;
    if (words_a.size != words_b.size)
        return words_a.size > words_b.size ? -1 : 1;
    return text_compare(words_a, words_b);
}

static int compare_names(const void *left, const void *right)
{
    const GoldName *a = left, *b = right;

    return (a->range.start > b->range.start) - (a->range.start < b->range.start);
}

/* ---- the table ---- */

typedef struct Rows {
    Row *items;
    size_t count, capacity;
} Rows;

static bool is_speech(Text kind)
{
    static const Text kinds[] = {LITERAL("direct"), LITERAL("mixed"), LITERAL("fragment"), LITERAL("indirect")};

    return TEXT_IS_ONE_OF(kind, kinds);
}

/* Turns of an interview without marks: in the table for those who look for them. */
static bool is_turn(Text kind)
{
    return text_equal(kind, TEXT("turn"));
}

static bool read_names_in_order(Arena *arena, Rows *names, GoldDocument *document)
{
    if (names->count > 0)
        qsort(names->items, names->count, sizeof *names->items, compare_rows);
    for (size_t i = 0; i < names->count; i++) {
        if (!read_name(arena, &names->items[i], document))
            return false;
    }
    if (document->names.count > 0)
        qsort(document->names.items, document->names.count, sizeof *document->names.items, compare_names);
    return true;
}

bool gold_read_corpus(Arena *arena, Text text, Text marks, Text id, GoldDocument *document, const char **why)
{
    Rows names = {0};
    Text line;

    *document = (GoldDocument){.id = id, .source = LITERAL("corpus"), .text = text};
    *why = "rows of kind, words of the text, person, and the speaker's words";
    for (size_t at = 0; text_next_part(marks, '\n', &at, &line);) {
        Row row = cut_row(line);

        if (line.size == 0 || line.bytes[0] == '#' || is_turn(row.columns[0]))
            continue;
        if (!is_speech(row.columns[0]))
            ARRAY_PUSH(arena, names, row);
        else if (!read_quotation(arena, &row, document))
            return false;
    }
    return read_names_in_order(arena, &names, document);
}
