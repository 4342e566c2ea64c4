/*
 * What cut a text to a width has put into each line as many words as it takes:
 *
 *     The last ferry to Skerrow Point left     36 columns; with "on" there were 39, too many for a width of 38: the line is full
 *     on Monday.
 */
#include "formats/text/words/cut_lines.h"

#include "formats/text/words/line_words.h"

size_t cut_lines_longest(const Text *lines, size_t count)
{
    size_t longest = 0;

    for (size_t i = 0; i < count; i++) {
        size_t columns = line_columns(lines[i]);

        longest = columns > longest ? columns : longest;
    }
    return longest;
}

bool cut_line_is_near(Text line, size_t longest)
{
    return line_columns(line) * 5 >= longest * 3;
}

bool cut_line_is_full(Text line, Text next, size_t width)
{
    return line_columns(line) + 1 + line_columns(line_first_word(next)) > width;
}
