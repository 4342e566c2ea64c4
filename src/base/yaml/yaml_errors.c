/*
 * libyaml's own errors are meant for people who know YAML; those who write articles are told which of the well-known mistakes it was:
 *
 *     title: Putin: we            mapping values are not allowed   ->  a ":" followed by a blank needs quoting; write …
 *     - "Yes," he said.           did not find expected '-'        ->  text after the closing quote mark; start …
 *     - @user …                   cannot start any token           ->  a text may not begin with "@" unless …
 */
#include "base/yaml/yaml_errors.h"

#include <string.h>

static Text key_of_line(Text line)
{
    enum { KEY_LONGEST = 40 }; /* in bytes: what is longer is prose that has a colon */
    size_t colon = text_find_byte(line, ':', 0);
    Text key = text_trim(text_slice(line, (Range){0, colon == TEXT_NOT_FOUND ? 0 : colon}));

    if (text_starts_with(key, TEXT("- ")))
        key = text_trim(text_slice(key, (Range){2, key.size}));
    return key.size <= KEY_LONGEST ? key : (Text){0};
}

static void report_colon(Report *report, Text line, size_t number, size_t column)
{
    Text key = key_of_line(line);
    bool item = text_starts_with(text_trim(line), TEXT("- "));

    if (item || key.size == 0)
        report_add(report, SEVERITY_ERROR, number, column,
                   "a \":\" followed by a blank needs quoting; write \"- >-\" and the text on the next line");
    else
        report_add(report, SEVERITY_ERROR, number, column,
                   "a \":\" followed by a blank needs quoting; write \"%.*s: >-\" and the text on the next line",
                   TEXT_ARGS(key));
}

/* Does the line have a quoted text with something after its closing mark? The column after it, from 1, or 0. */
static size_t after_closing_mark(Text line)
{
    size_t open = 0, close, column = 1, size;
    char mark;

    while (open < line.size && line.bytes[open] != '"' && line.bytes[open] != '\'')
        open++;
    if (open == line.size || (open > 0 && line.bytes[open - 1] != ' '))
        return 0;
    mark = line.bytes[open];
    close = text_find_byte(line, mark, open + 1);
    while (close != TEXT_NOT_FOUND && mark == '"' && line.bytes[close - 1] == '\\')
        close = text_find_byte(line, mark, close + 1);
    if (close == TEXT_NOT_FOUND || text_trim(text_slice(line, (Range){close + 1, line.size})).size == 0)
        return 0;
    for (size_t at = 0; at <= close; at += size, column++)
        (void)utf8_decode(line, at, &size);
    while (close + 1 < line.size && line.bytes[close + 1] == ' ') {
        close++;
        column++;
    }
    return column;
}

static bool report_closing_mark(Report *report, YamlLines *lines, size_t number)
{
    for (size_t line = number; line + 1 >= number && line > 0; line--) { /* libyaml may notice it on the next line */
        Text text = yaml_line(lines, line);
        size_t column = after_closing_mark(text);

        if (column) {
            report_add(report, SEVERITY_ERROR, line, column,
                       "text after the closing quote mark; start the text with \"%s>-\" and write it on the "
                       "next line",
                       text_starts_with(text_trim(text), TEXT("- ")) ? "- " : "");
            return true;
        }
    }
    return false;
}

static void report_first_character(Report *report, Text line, size_t number, size_t column)
{
    Text rest = text_slice(line, (Range){yaml_byte_at_column(line, column - 1), line.size});
    size_t size = 1;

    if (rest.size && rest.bytes[0] == '\t') {
        report_add(report, SEVERITY_ERROR, number, column, "a tab may not indent; use blanks");
        return;
    }
    if (rest.size)
        (void)utf8_decode(rest, 0, &size);
    report_add(report, SEVERITY_ERROR, number, column,
               "a text may not begin with \"%.*s\" unless it is quoted; write \">-\" and the text on the next line",
               TEXT_ARGS(text_slice(rest, (Range){0, size})));
}

void yaml_report_syntax(const YamlSyntaxError *error, YamlLines *lines, Report *report)
{
    const char *problem = error->problem, *context = error->context;
    size_t number = error->line, column = error->column;
    Text line = yaml_line(lines, number);

    if (strstr(problem, "mapping values are not allowed"))
        report_colon(report, line, number, column);
    else if (strstr(context, "quoted scalar") && strstr(problem, "end of stream"))
        report_add(report, SEVERITY_ERROR, error->context_line, error->context_column,
                   "this quote mark is never closed; close it, or write \">-\" and the text on the next line");
    else if (strstr(problem, "cannot start any token"))
        report_first_character(report, line, number, column);
    else if (strstr(problem, "did not find expected") && report_closing_mark(report, lines, number))
        return;
    else if (strstr(context, "flow sequence") || strstr(context, "flow mapping"))
        report_add(report, SEVERITY_ERROR, number, column, "expected \",\" or the end of what \"%c\" began on line %zu",
                   strstr(context, "sequence") ? '[' : '{', error->context_line);
    else if (strstr(problem, "could not find expected ':'"))
        report_add(report, SEVERITY_ERROR, error->context_line, error->context_column,
                   "a line of its own without \"key:\" or \"- \"; indent it to go on with the text above");
    else if (strstr(problem, "did not find expected key"))
        report_add(report, SEVERITY_ERROR, number, column,
                   "expected a key here; look at the indentation of this line and the one above");
    else if (strstr(problem, "did not find expected '-'"))
        report_add(report, SEVERITY_ERROR, number, column,
                   "expected \"- \" here; look at the indentation of this line and the one above");
    else if (strstr(problem, "did not find expected comment or line break"))
        report_add(
            report, SEVERITY_ERROR, number, column,
            "the text begins on the line after \"|\" or \">\"; write \">-\" and the text on the next line, indented");
    else if (strstr(problem, "did not find expected node content"))
        report_add(report, SEVERITY_ERROR, number, column, "expected a value here");
    else if (strstr(problem, "invalid Unicode character"))
        report_add(report, SEVERITY_ERROR, number, column, "an escape that is no character; write the character itself");
    else if (strstr(problem, "unknown escape"))
        report_add(report, SEVERITY_ERROR, number, column,
                   "an unknown escape after \"\\\"; write \">-\" and the text on the next line");
    else
        report_add(report, SEVERITY_ERROR, number, column, "%s", problem);
}
