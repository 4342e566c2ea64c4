/* The lines of a source, for who asks for one after the other. Of the YAML reader alone. */
#ifndef QUOIN_BASE_YAML_YAML_LINES_H
#define QUOIN_BASE_YAML_YAML_LINES_H

#include "base/yaml/yaml.h"

typedef struct YamlLines {
    Text source;
    size_t line;                 /* the line that was asked for last, from 1, and where it starts: moves forward only */
    size_t line_start, line_end; /* the end is known for line `line_ended` */
    size_t line_ended;
    size_t place_line; /* the place that was looked up last: a line may be long and hold many */
    size_t place_column, place_byte;
} YamlLines;

/* Line `number`, from 1, without its end; empty when there is none. Linear in all as long as numbers grow. */
Text yaml_line(YamlLines *lines, size_t number);

/* The byte of a line at a column from 0; of line `number` it goes on from the place that was looked up last. */
size_t yaml_byte_at_column(Text line, size_t column);
size_t yaml_byte_at_place(YamlLines *lines, Text line, size_t number, size_t column);

#endif
