/*
 * Lines are the same if they differ in numbers alone, and are put in the order of their hashes. Those that are the same are of pages if they stand as
 * far apart each time as pages are long, or where no other line stands: in the middle of a sentence, at a form feed.
 *
 *     The Courier   12         the same as "The Courier   13", 60 lines on
 *     xii                      the same as "xiii"
 */
#include "formats/text/page_lines.h"

#include <stdlib.h>

typedef struct PageLine {
    uint32_t hash;
    uint32_t line;
} PageLine;

/* What a small letter is worth as a Roman figure; 0: it is none. */
static unsigned roman_value(char letter)
{
    static const char letters[] = "ivxlc";
    static const unsigned values[] = {1, 5, 10, 50, 100};
    const char *found = letter ? strchr(letters, letter) : NULL;

    return found ? values[found - letters] : 0;
}

/* "12", "xii": a number and nothing else; 0: no such line. Numerals in capitals are those of chapters. */
static size_t bare_number(Text line)
{
    enum { LONGEST = 8, GREATEST = 9999 };
    size_t number = 0;

    if (line.size == 0 || line.size > LONGEST)
        return 0;
    if (ascii_is_digit(line.bytes[0]))
        return text_to_number(line, GREATEST, &number) ? number : 0;
    for (size_t i = 0; i < line.size; i++) {
        unsigned value = roman_value(line.bytes[i]), next = i + 1 < line.size ? roman_value(line.bytes[i + 1]) : 0;

        if (value == 0)
            return 0;
        number = value < next ? number - value : number + value; /* below zero for a while: "iv" */
    }
    return number <= GREATEST ? number : 0;
}

/* "The Courier   12" and "The Courier   13" are the same: numbers are; so are "xii" and "xiii". 0: no such line. */
static uint32_t page_line_hash(Text line)
{
    enum { LONGEST = 100 };
    uint32_t hash = HASH_START;
    char last = '\0';

    if (line.size == 0 || line.size > LONGEST)
        return 0;
    if (roman_value(line.bytes[0]) && bare_number(line))
        return hash_finish(hash_byte(hash, 'i'));
    for (size_t i = 0; i < line.size; i++) {
        char byte = ascii_is_digit(line.bytes[i]) ? '#' : ascii_is_blank(line.bytes[i]) ? ' ' : line.bytes[i];

        if (byte != last || (byte != '#' && byte != ' '))
            hash = hash_byte(hash, byte);
        last = byte;
    }
    return hash_finish(hash);
}

static int compare_page_lines(const void *a, const void *b)
{
    const PageLine *left = a, *right = b;

    return left->hash != right->hash  ? (left->hash < right->hash ? -1 : 1)
           : left->line < right->line ? -1
                                      : left->line > right->line;
}

/* Three times at least, and as far apart each time as pages are long. */
static bool recurs_on_pages(const PageLine *lines, size_t count)
{
    enum { PAGE_SHORTEST = 20, PAGE_LONGEST = 120 };
    size_t page, regular = 0;

    if (count < 3)
        return false;
    page = (lines[count - 1].line - lines[0].line) / (count - 1);
    for (size_t i = 1; i < count; i++) {
        size_t apart = lines[i].line - lines[i - 1].line;

        regular += apart * 6 >= page * 5 && apart * 5 <= page * 6;
    }
    return page >= PAGE_SHORTEST && page <= PAGE_LONGEST && shape_is_most(regular, count - 1, 75);
}

/* "- 12 -", "Page 12 of 40": no line of prose is written so. */
static bool is_page_number(Text line)
{
    static const Text forms[] = {LITERAL("--"),     LITERAL("––"),     LITERAL("——"),     LITERAL("[]"),
                                 LITERAL("page"),   LITERAL("p."),     LITERAL("pageof"), LITERAL("page/"),
                                 LITERAL("-page-"), LITERAL("[page]"), LITERAL("|page"),  LITERAL("page|"),
                                 LITERAL("|p"),     LITERAL("p|")};
    enum { LONGEST = 8 };
    char rest[LONGEST];
    size_t size = 0, digits = 0;

    for (size_t i = 0; i < line.size; i++) {
        bool digit = ascii_is_digit(line.bytes[i]);

        digits += digit;
        if (digit || ascii_is_blank(line.bytes[i]))
            continue;
        if (size == LONGEST)
            return false;
        rest[size++] = line.bytes[i];
    }
    return digits && TEXT_IS_ONE_OF(((Text){rest, size}), forms);
}

/* The nearest line with words before line `at`, or behind it; NULL. */
static const SourceLine *neighbour(const ShapeWork *work, size_t at, bool behind)
{
    enum { NEAR = 8 };

    for (size_t i = 1; i <= NEAR; i++) {
        size_t line = behind ? at + i : at - i;

        if ((behind && line >= work->lines.count) || (!behind && i > at))
            return NULL;
        if (!source_line_is_blank(&work->lines.items[line]) &&
            !is_page_number(shape_words(work, &work->lines.items[line])))
            return &work->lines.items[line];
    }
    return NULL;
}

static bool is_blank_at(const ShapeWork *work, size_t at)
{
    return at < work->lines.count && source_line_is_blank(&work->lines.items[at]);
}

/* Does it stand apart in the middle of a sentence? Not between lines of its own kind: "la la la". */
static bool interrupts(const ShapeWork *work, const PageLine *line)
{
    const SourceLine *before = neighbour(work, line->line, false), *after = neighbour(work, line->line, true);

    return before && after && (is_blank_at(work, line->line - 1) || is_blank_at(work, line->line + 1)) &&
           page_line_hash(shape_words(work, before)) != line->hash &&
           !line_may_end_paragraph(shape_words(work, before)) &&
           page_line_hash(shape_words(work, after)) != line->hash && line_begins_small(shape_words(work, after));
}

/* Is it the last line of a page, or the first of one, but for blank ones? */
static bool is_at_edge(const ShapeWork *work, size_t at)
{
    const SourceLine *lines = work->lines.items;
    size_t before = at, behind = at;

    while (behind + 1 < work->lines.count && !lines[behind].ends_page && is_blank_at(work, behind + 1))
        behind++;
    while (before > 0 && is_blank_at(work, before - 1) && !lines[before - 1].ends_page)
        before--;
    return lines[behind].ends_page || (before > 0 && lines[before - 1].ends_page);
}

/* Have they other numbers, as pages have? A refrain, or "NOT GUILTY" twice, has none. */
static bool are_counted(const ShapeWork *work, const PageLine *lines, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        if (text_equal(shape_words(work, &work->lines.items[lines[i].line]),
                       shape_words(work, &work->lines.items[lines[i - 1].line])))
            return false;
    }
    return count > 1;
}

/* Of lines that are the same but for their numbers: does one interrupt a sentence or stand at the edge of a page, or are they numbers of pages? */
static bool are_between_pages(const ShapeWork *work, const PageLine *lines, size_t count)
{
    bool number = is_page_number(shape_words(work, &work->lines.items[lines[0].line]));
    bool counted = number || are_counted(work, lines, count);

    for (size_t i = 0; i < count; i++) {
        if ((counted && interrupts(work, &lines[i])) || (count > 1 && is_at_edge(work, lines[i].line)))
            return true;
    }
    return number && count > 1;
}

/* "12", "xii", "- 12 -": which page it is; 0: the line does not say so. */
static size_t page_number(Text line)
{
    size_t start = 0, end, number = bare_number(line);

    if (number || !is_page_number(line))
        return number;
    while (start < line.size && !ascii_is_digit(line.bytes[start]))
        start++;
    for (end = start; end < line.size && ascii_is_digit(line.bytes[end]);)
        end++;
    return text_to_number(text_slice(line, (Range){start, end}), 9999, &number) ? number : 0;
}

/* "12", "xii": each is one more than the one before, all that the text has, and one of them interrupts a sentence. */
static bool are_in_order(const ShapeWork *work, const PageLine *lines, size_t count)
{
    enum { APART_LEAST = 4, PAGES_SURE = 3 };
    size_t first = page_number(shape_words(work, &work->lines.items[lines[0].line])), inside = 0, edges = 0;

    for (size_t i = 0; i < count; i++) {
        if (first == 0 || page_number(shape_words(work, &work->lines.items[lines[i].line])) != first + i ||
            (i && lines[i].line - lines[i - 1].line < APART_LEAST))
            return false;
        inside += interrupts(work, &lines[i]);
        edges += is_at_edge(work, lines[i].line);
    }
    return count > 1 && (inside || (edges == count && count >= PAGES_SURE));
}

/* The number at the end of a line, three blanks or more behind what stands before it: "THE COURIER       12"; 0: none. */
static size_t number_at_right(Text line)
{
    enum { GAP_LEAST = 3, GREATEST = 9999 };
    size_t start = line.size, gap, number = 0;

    while (start && ascii_is_digit(line.bytes[start - 1]))
        start--;
    for (gap = start; gap && ascii_is_blank(line.bytes[gap - 1]);)
        gap--;
    return gap && start - gap >= GAP_LEAST &&
                   text_to_number(text_slice(line, (Range){start, line.size}), GREATEST, &number)
               ? number
               : 0;
}

/* Does the text begin with the head of a page, and each of the next pages with it and the next number? Two are enough. */
static bool are_heads_of_pages(const ShapeWork *work, const PageLine *lines, size_t count)
{
    enum { PAGE_SHORTEST = 10 /* lines */ };
    size_t first = number_at_right(shape_words(work, &work->lines.items[lines[0].line]));

    for (size_t i = 0; i < lines[0].line; i++) {
        if (!is_blank_at(work, i))
            return false;
    }
    for (size_t i = 1; i < count; i++) {
        if (number_at_right(shape_words(work, &work->lines.items[lines[i].line])) != first + i ||
            lines[i].line - lines[i - 1].line < PAGE_SHORTEST)
            return false;
    }
    return first && count > 1;
}

typedef enum PageSign { PAGE_SIGN_PLACE, PAGE_SIGN_FORM } PageSign;

static bool is_taken(const Shape *shape, uint32_t hash)
{
    for (size_t i = 0; i < shape->page_line_count; i++) {
        if (hash == shape->page_lines[i])
            return true;
    }
    return false;
}

static bool has_sign(const ShapeWork *work, const PageLine *lines, size_t count, PageSign sign)
{
    if (sign == PAGE_SIGN_FORM)
        return !is_taken(work->shape, lines[0].hash) && are_between_pages(work, lines, count);
    return recurs_on_pages(lines, count) || are_in_order(work, lines, count) || are_heads_of_pages(work, lines, count);
}

/* Take those that the sign tells, of all lines in the order of their hashes; how many lines it tells. */
static size_t take_page_lines(const ShapeWork *work, const PageLine *lines, size_t count, PageSign sign)
{
    Shape *shape = work->shape;
    size_t told = 0;

    for (size_t first = 0, end; first < count; first = end) {
        for (end = first; end < count && lines[end].hash == lines[first].hash;)
            end++;
        if (!has_sign(work, lines + first, end - first, sign))
            continue;
        told += end - first;
        if (shape->page_line_count < PAGE_LINES_MOST)
            shape->page_lines[shape->page_line_count++] = lines[first].hash;
    }
    return told;
}

/* What would be more than one line of a page of the shortest article is its text: verses, words one below the other. */
void page_lines_find(ShapeWork *work)
{
    enum { PAGE_LEAST = 6 }; /* lines with words */
    PageLine *lines = ARENA_ARRAY(&work->arena, PageLine, work->words + 1);
    Shape *shape = work->shape;
    size_t count = 0, by_place;

    for (size_t i = 0; i < work->lines.count; i++) {
        uint32_t hash = page_line_hash(shape_words(work, &work->lines.items[i]));

        if (hash)
            lines[count++] = (PageLine){hash, (uint32_t)i};
    }
    qsort(lines, count, sizeof *lines, compare_page_lines);
    (void)take_page_lines(work, lines, count, PAGE_SIGN_PLACE);
    by_place = shape->page_line_count;
    if (take_page_lines(work, lines, count, PAGE_SIGN_FORM) * PAGE_LEAST > work->words)
        shape->page_line_count = by_place;
}

bool shape_is_page_line(const Shape *shape, Text source, const SourceLine *line)
{
    return shape->page_line_count && is_taken(shape, page_line_hash(text_slice(source, line->range)));
}
