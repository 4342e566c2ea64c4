/* Where the last answer was, so that the next one need not begin at the start. */
#include "base/yaml/yaml_lines.h"

Text yaml_line(YamlLines *lines, size_t number)
{
    size_t end;

    if (lines->line == 0 || number < lines->line) {
        lines->line = 1;
        lines->line_start = 0;
    }
    while (lines->line < number) {
        end = yaml_next_line_end(lines->source, lines->line_start);
        if (end == lines->source.size)
            return (Text){0};
        lines->line_start = end + yaml_line_end(lines->source, end);
        lines->line++;
    }
    if (lines->line_ended != number) {
        lines->line_end = yaml_next_line_end(lines->source, lines->line_start);
        lines->line_ended = number;
    }
    return text_slice(lines->source, (Range){lines->line_start, lines->line_end});
}

size_t yaml_byte_at_column(Text line, size_t column)
{
    size_t at = 0, size;

    while (column-- && at < line.size) {
        (void)utf8_decode(line, at, &size);
        at += size;
    }
    return at;
}

size_t yaml_byte_at_place(YamlLines *lines, Text line, size_t number, size_t column)
{
    bool ahead = lines->place_line == number && lines->place_column <= column;
    size_t from = ahead ? lines->place_byte : 0, skipped = ahead ? lines->place_column : 0;

    lines->place_byte = from + yaml_byte_at_column(text_slice(line, (Range){from, line.size}), column - skipped);
    lines->place_line = number;
    lines->place_column = column;
    return lines->place_byte;
}
