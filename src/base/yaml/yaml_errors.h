/* What is wrong with the syntax of a source, in the words of a person who writes articles. Of the YAML reader alone. */
#ifndef QUOIN_BASE_YAML_YAML_ERRORS_H
#define QUOIN_BASE_YAML_YAML_ERRORS_H

#include "base/yaml/yaml_lines.h"

/* As libyaml says it; lines and columns from 1. */
typedef struct YamlSyntaxError {
    const char *problem, *context; /* never NULL */
    size_t line, column;
    size_t context_line, context_column; /* where what it was reading began */
} YamlSyntaxError;

void yaml_report_syntax(const YamlSyntaxError *error, YamlLines *lines, Report *report);

#endif
