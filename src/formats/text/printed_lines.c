/*
 *        -a, --all                                  deeper below: two paragraphs
 *               do not ignore entries starting with .
 *
 *        -c     with -lt: sort by, and show, ctime    a term: its text goes on where it began
 *               (time of last modification)
 *
 *     Author: Jane Doe                              not full: a line by itself
 *     Date:   Mon Nov 30
 */
#include "formats/text/printed_lines.h"

/* Blanks that are no gap between columns: two after a stop, or to fill a line. */
enum { GAP_LEAST = 3, TERM_GAP_LEAST = 2, PROSE_LEAST = 40 };

/* The first run of at least `least` blanks (a tab is as many) from `at` on; empty: there is none. */
static Range find_gap(Text line, size_t at, size_t least)
{
    for (size_t end; at < line.size; at = end) {
        bool tab = false;

        for (end = at; end < line.size && (line.bytes[end] == ' ' || line.bytes[end] == '\t'); end++)
            tab = tab || line.bytes[end] == '\t';
        if (end - at >= least || tab)
            return (Range){at, end};
        end = end > at ? end : at + 1;
    }
    return (Range){line.size, line.size};
}

/* Is each gap about as wide as the others, so that the line ends at the margin? */
static bool is_justified(const Shape *shape, Text words, const SourceLine *line)
{
    enum { UNEVEN_MOST = 2 }; /* one more in some places, and another after a stop */
    size_t least = SIZE_MAX, most = 0;
    Range gap = {0, 0};

    if (source_line_right(line) != shape->width)
        return false;
    while (!range_is_empty(gap = find_gap(words, gap.end, 1))) {
        least = range_size(gap) < least ? range_size(gap) : least;
        most = range_size(gap) > most ? range_size(gap) : most;
    }
    return most <= least + UNEVEN_MOST;
}

/* "commit 4780571611c0de1f6b2a3f8f1d3c5b7a9e0d2c4b": 40 digits or 64. */
static bool is_commit(Text line)
{
    enum { DIGITS_LEAST = 40 };
    size_t digits = 0, start = strlen("commit ");

    if (!text_starts_with(line, TEXT("commit ")))
        return false;
    while (start + digits < line.size && ascii_hex_digit(line.bytes[start + digits]) >= 0)
        digits++;
    return digits >= DIGITS_LEAST;
}

/* "LS(1)     User Commands     LS(1)": the same name at both ends, with a section. */
static bool is_manual_header(Text line)
{
    size_t close = text_find_byte(line, ')', 0);
    Text name = close == TEXT_NOT_FOUND ? (Text){0} : text_slice(line, (Range){0, close + 1});
    size_t open = text_find_byte(name, '(', 0);

    return name.size && open != TEXT_NOT_FOUND && open > 0 && text_find_byte(name, ' ', 0) == TEXT_NOT_FOUND &&
           line.size > 2 * name.size && (line.bytes[name.size] == ' ' || line.bytes[name.size] == '\t') &&
           text_ends_with(line, name);
}

bool printed_begins(Text line)
{
    return is_commit(line) || is_manual_header(line) || text_starts_with(line, TEXT("diff --git "));
}

/* The first or the last line of a manual page: "LS(1)     User Commands     LS(1)". */
static bool is_page_edge(Text words, const SourceLine *line)
{
    Range gap = find_gap(words, 0, GAP_LEAST);

    gap = find_gap(words, gap.end, GAP_LEAST);
    return line->indent == 0 && !range_is_empty(gap) && text_ends_with(words, TEXT(")")) &&
           range_is_empty(find_gap(words, gap.end, 1));
}

bool printed_is_spaced(const Shape *shape, Text source, const SourceLine *line, size_t blanks)
{
    Text words = text_slice(source, line->range);

    return !range_is_empty(find_gap(words, 0, blanks)) && !is_page_edge(words, line) &&
           !is_justified(shape, words, line);
}

bool printed_is_term(Text source, LineForm form, const SourceLine *line, const SourceLine *next)
{
    Text words = text_slice(source, line->range);
    Range gap = find_gap(words, 0, TERM_GAP_LEAST);
    SourceLine term;

    if (next->indent <= line->indent || range_is_empty(gap) || text_find_byte(words, '\t', 0) != TEXT_NOT_FOUND)
        return false;
    term = source_line((Text){source.bytes, line->range.start + gap.start}, line->start, form);
    return source_line_right(&term) + range_size(gap) == next->indent;
}

/* With a letter or a comma, as lines of prose do and those of a program seldom. */
static bool ends_as_prose(Text line)
{
    char last = line.size ? line.bytes[line.size - 1] : '\0';

    return ascii_is_alpha(last) || last == ',' || (unsigned char)last >= 0x80;
}

bool printed_goes_on(const Shape *shape, Text source, const SourceLine *line, const SourceLine *next, unsigned longest)
{
    unsigned word = line_first_word_columns(text_slice(source, next->range), shape->form);
    unsigned right = source_line_right(line);

    if (next->indent != line->indent && !printed_is_term(source, shape->form, line, next))
        return false;
    if (printed_is_spaced(shape, source, next, GAP_LEAST))
        return false;
    if (shape->width && right <= shape->width)
        return right + 1 + word > shape->width;
    return line->columns >= PROSE_LEAST && right + 1 + word > longest &&
           ends_as_prose(text_slice(source, line->range)) && line_begins_small(text_slice(source, next->range));
}
